#!/usr/bin/python3
"""What a batch and a long page show on a terminal of 100 and of 60 columns, and on a pipe.

usage: terminal.py PROGRAM SAMPLES [--show]      (--show prints the screens, half-way and at the end)
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import screen

PROGRAM, SAMPLES = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
SHOW = "--show" in sys.argv
NAMES = ["short.md", "an-episode-whose-name-is-as-long-as-those-that-are-made-from-titles.md", "none.md",
         "last.md"]


def screens(folder, columns):
    """What stood on the screen after each piece of output."""
    shown = screen.run([PROGRAM, *NAMES], columns, cwd=folder)
    if shown.exit_code != 3:
        sys.exit(f"it ended with {shown.exit_code}")
    return [[line for line in lines if line] for lines in shown.screens]


def check(screen_lines, patterns):
    if len(screen_lines) != len(patterns) or not all(map(re.fullmatch, patterns, screen_lines)):
        sys.exit("the screen was:\n" + "\n".join(screen_lines))


def check_one_page(folder):
    """A page of many minutes: how far it is, and a time left that never grows."""
    page = (SAMPLES / "episode.md").read_text()
    begin, end = page.index("\n[00:"), page.index("[/transcript]")
    (folder / "long.md").write_text(page[:begin] + 8 * page[begin:end] + page[end:])
    (folder / "long.mp3").write_bytes(8 * (SAMPLES / "episode.mp3").read_bytes())
    for command in (["long.md"], ["check", "long.md"], ["stats", "long.md"]):
        shown = screen.run([PROGRAM, *command, "--mp3", "long.mp3"], 60, cwd=folder)
        found = re.findall(rb"\r\x1b\[2Klong\.md: (\d+) %(?:, (?:about (\d+):(\d\d) left|nearly done))?", shown.bytes)
        shares = [int(percent) for percent, _, _ in found]
        left = [60 * int(minutes) + int(seconds) for _, minutes, seconds in found if minutes]
        if len(set(shares)) < 5 or shares != sorted(shares) or left != sorted(left, reverse=True):
            sys.exit(f"{command} showed these shares and times left: {found}")
        if any(re.match(r"long\.md: (\d+ %|once)", line) for line in shown.lines()):
            sys.exit(f"{command} left its progress behind: {shown.lines()}")
    quiet = screen.run([PROGRAM, "-q", "long.md", "--mp3", "long.mp3"], 60, cwd=folder)
    if quiet.bytes:
        sys.exit(f"--quiet said {quiet.bytes}")


def main():
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        for name in NAMES:
            if name != "none.md":
                shutil.copy(SAMPLES / "episode.md", folder / name)
        shutil.copy(SAMPLES / "episode.mp3", folder)
        for columns, long_name in ((100, re.escape(NAMES[1])), (60, "\u2026.*made-from-titles.md")):
            seen = screens(folder, columns)
            if SHOW:
                middle = seen[len(seen) // 2]
                for lines in (middle, seen[-1]):
                    print("+" + "-" * columns + "+")
                    print("\n".join(f"|{line:{columns}}|" for line in lines))
                    print("+" + "-" * columns + "+")
            finding = ["none.md: error: cannot read it: No such file or directory [not-found]"]
            if columns == 60:  # The terminal goes on in the next line.
                finding = [finding[0][:60], finding[0][60:]]
            check(seen[-1], [
                r"\[1/4\] short\.md  \d+\.\d s",
                rf"\[2/4\] {long_name}  \d+\.\d s",
                *map(re.escape, finding),
                r"\[3/4\] none\.md  failed",
                r"\[4/4\] last\.md  \d+\.\d s",
                r"3 of 4 pages done, 1 failed in \d:\d\d",
            ])
            told = r"1 of 4 pages, (about \d:\d\d left|nearly done)"  # As fast as the machine is.
            if not any(re.fullmatch(told, lines[-1]) for lines in seen if lines):
                sys.exit("the time left was not shown")
        check_one_page(folder)
        piped = subprocess.run([PROGRAM, *NAMES], cwd=folder, capture_output=True, check=False)
        if piped.stdout or piped.stderr.count(b"\n") != 1 or b"\x1b" in piped.stderr:
            sys.exit(f"on a pipe it said: {piped.stderr}")


main()
