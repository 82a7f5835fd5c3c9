"""judge_with_ffmpeg.py FOLDER: lets ffmpeg read the captions in FOLDER and compares times and text with
FOLDER/expected.json."""

import itertools
import json
import pathlib
import re
import shutil
import subprocess
import sys

if not shutil.which("ffprobe"):
    print("SKIPPED: there is no ffmpeg")
    sys.exit(0)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")


def times(path):
    probe = run("ffprobe", "-v", "error", "-show_entries", "packet=pts_time,duration_time",
                "-of", "json", str(path))
    assert probe.stderr == "", probe.stderr
    result = []
    for packet in json.loads(probe.stdout)["packets"]:
        start = round(float(packet["pts_time"]) * 1000)
        result.append((start, start + round(float(packet["duration_time"]) * 1000)))
    return result


def texts(path):
    """What ffmpeg would show, by way of ASS events, in which it escapes braces."""
    ass = run("ffmpeg", "-v", "error", "-i", str(path), "-f", "ass", "-")
    assert ass.stderr == "", ass.stderr
    events = [line for line in ass.stdout.splitlines() if line.startswith("Dialogue: ")]
    shown = [event.split(",", 9)[9] for event in events]
    return [text.replace("\\{", "{").replace("\\}", "}").split("\\N") for text in shown]


def agrees(name, found, line):
    """Two habits of ffmpeg are allowed for: behind a reference in <v Name> it shows the rest of the
    name, and in SRT it hides whatever looks like a tag."""
    if name.endswith(".srt"):
        return found == re.sub(r"</?[A-Za-z][^<>]*>", "", line["text"])
    odd_name = re.search("[&<>]", line["speaker"]) is not None
    words = line["text"].removeprefix(line["speaker"] + ": ")
    return found.endswith(words) if odd_name else found == line["text"]


def main():
    folder = pathlib.Path(sys.argv[1])
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    judged = failed = 0
    for name, cues in expected.items():
        if not name.endswith((".vtt", ".srt")):
            continue
        judged += 1
        wanted_times = [(cue["start"], cue["end"]) for cue in cues]
        found_times, found_texts = times(folder / name), texts(folder / name)
        wrong = [
            (shown, line and line["text"])
            for text, cue in zip(found_texts, cues)
            for shown, line in itertools.zip_longest(text, cue["lines"])
            if shown is None or line is None or not agrees(name, shown, line)
        ]
        if found_times == wanted_times and len(found_texts) == len(cues) and not wrong:
            print(f"ffmpeg reads {name}")
            continue
        failed += 1
        print(f"ffmpeg fails on {name}: {len(found_times)} cues, {len(found_texts)} texts, {wrong[:3]}")
    return 1 if failed or not judged else 0


sys.exit(main())
