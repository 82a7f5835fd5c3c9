"""judge_with_python.py FOLDER: reads the captions in FOLDER with Python's libraries and compares times
and text with FOLDER/expected.json."""

import datetime
import html
import json
import pathlib
import re
import sys

try:
    import pysrt
    import srt
    import webvtt
except ImportError as error:
    print(f"SKIPPED: {error}")
    sys.exit(0)


def milliseconds(time):
    return round(time / datetime.timedelta(milliseconds=1))


def clock_to_milliseconds(clock):
    hours, minutes, seconds = clock.split(":")
    return round((int(hours) * 60 + int(minutes)) * 60000 + float(seconds) * 1000)


def plain(text):
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def with_webvtt(path):
    return [
        (clock_to_milliseconds(cue.start), clock_to_milliseconds(cue.end), plain(cue.raw_text))
        for cue in webvtt.read(str(path))
    ]


def with_srt(path):
    cues = srt.parse(path.read_text(encoding="utf-8"), ignore_errors=False)
    return [(milliseconds(cue.start), milliseconds(cue.end), cue.content) for cue in cues]


def with_pysrt(path):
    # pysrt.open() asks for a file mode that Python 3.11 has no more.
    text = path.read_text(encoding="utf-8")
    cues = pysrt.from_string(text, error_handling=pysrt.ERROR_RAISE)
    return [(cue.start.ordinal, cue.end.ordinal, cue.text) for cue in cues]


READERS = {".vtt": [with_webvtt], ".srt": [with_srt, with_pysrt]}


def main():
    folder = pathlib.Path(sys.argv[1])
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    judged = failed = 0
    for name, cues in expected.items():
        wanted = [
            (cue["start"], cue["end"], "\n".join(line["text"] for line in cue["lines"]))
            for cue in cues
        ]
        for reader in READERS.get(pathlib.Path(name).suffix, []):
            found = reader(folder / name)
            judged += 1
            if found == wanted:
                print(f"{reader.__name__} reads {name}")
                continue
            failed += 1
            different = [pair for pair in zip(found, wanted) if pair[0] != pair[1]]
            print(f"{reader.__name__} fails on {name}: {len(found)} cues, {different[:3]}")
    return 1 if failed or not judged else 0


sys.exit(main())
