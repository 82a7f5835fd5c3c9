"""foreign_captions.py PROGRAM FOLDER: SubRip as people really have it is read by ffmpeg and by `stats`,
which must find as many cues and words."""

import itertools
import json
import pathlib
import shutil
import subprocess
import sys

if not shutil.which("ffmpeg"):
    print("SKIPPED: there is no ffmpeg")
    sys.exit(0)

FIRST = "1\n00:00:01,000 --> 00:00:03,000\n"
SECOND = "2\n00:00:04,000 --> 00:00:06,000\nThe second one.\n"
THIRD = "\n3\n00:00:07,000 --> 00:00:09,000\nThe third one.\n"
FILES = {
    "plain": FIRST + "The first one.\n\n" + SECOND + THIRD,
    "stray": FIRST + "The first one.\n\nand more of it\n" + SECOND + THIRD,
    "head": "Subtitles by a friend\n" + FIRST + "The first one.\n\n" + SECOND + THIRD,
    "year": FIRST + "\n1999\n" + SECOND + THIRD,
    "blank line": FIRST + "\nThe first one.\n\n" + SECOND + THIRD,
    "no blank line": FIRST + "The first one.\n" + SECOND + THIRD,
    "no numbers": (FIRST + "The first.\n\n" + SECOND).replace("1\n", "", 1).replace("\n2\n", "\n", 1),
    "wrong numbers": (FIRST + "The first.\n\n" + SECOND).replace("2\n", "7\n", 1) + THIRD,
    "doubled": (FIRST + "The first one.\n\n" + SECOND + THIRD).replace("\n", "\n\n"),
    "late credits": FIRST + "The first one.\n\n" + SECOND + THIRD + "\n\nby a friend\n",
    "blanks in times": FIRST.replace(":", ": ", 2).replace(",", ", ") + "One.\n\n" + SECOND + THIRD,
    "one digit": FIRST.replace("00:00:0", "0:0:") + "One.\n\n" + SECOND + THIRD,
    "points": FIRST.replace(",", ".") + "One.\n\n" + SECOND + THIRD,
    "no blanks": FIRST.replace(" --> ", "-->") + "One.\n\n" + SECOND + THIRD,
    "before zero": FIRST.replace("00:00:01", "-00:00:01") + "One.\n\n" + SECOND + THIRD,
    "long fraction": SECOND + THIRD.replace("07,000", "07,0001234567890"),
    "place": FIRST.replace("03,000", "03,000 X1:100 X2:200 Y1:1 Y2:2") + "One.\n\n" + SECOND + THIRD,
    "backwards": FIRST.replace("00:00:01", "00:00:05") + "One.\n\n" + SECOND + THIRD,
    "many minutes": FIRST.replace("00:03,", "75:03,") + "One.\n" + THIRD.replace("00:07,", "75:07,"),
}
ENDS = {"LF": "\n", "CR LF": "\r\n", "CR CR LF": "\r\r\n"}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def found_by_ffmpeg(path):
    ass = run("ffmpeg", "-v", "error", "-f", "srt", "-i", path, "-f", "ass", "-")
    events = [line for line in ass.splitlines() if line.startswith("Dialogue: ")]
    texts = [event.split(",", 9)[9].replace("\\N", " ") for event in events]
    return len(texts), sum(len(text.split()) for text in texts)


def found_by_stats(program, path):
    file = json.loads(run(program, "stats", "--json", path))["files"][0]
    return file["cues"], file["words"]


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(exist_ok=True)
    failed = 0
    for (name, text), (end, line_end) in itertools.product(FILES.items(), ENDS.items()):
        path = folder / "foreign.srt"
        path.write_bytes(text.replace("\n", line_end).encode())
        ours, theirs = found_by_stats(program, path), found_by_ffmpeg(path)
        if ours != theirs or ours[0] < 2:
            print(f"{name}, {end}: stats finds {ours}, ffmpeg {theirs} cues and words")
            failed += 1
    print(f"{len(FILES) * len(ENDS)} files, {failed} read differently")
    return failed


sys.exit(main())
