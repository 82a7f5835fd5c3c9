#!/usr/bin/python3
"""What becomes of output that nobody reads or that cannot be written, and when diagnostics have colours.

usage: streams.py PROGRAM SAMPLES
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

import screen

PROGRAM, SAMPLES = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
COMMANDS = [["check", "bad.md"], ["check", "--diagnostics", "sarif", "bad.md"], ["check", "--rules"], ["--help"],
            ["stats", "--no-audio", "episode.md"], ["-o", "-", "--no-audio", "episode.md"], ["probe", "episode.mp3"],
            ["chapters", "--json", "episode.mp3"], ["import", "--no-audio", "episode.md"], ["doctor"], ["--version"]]
TO_ERRORS = [["check"], ["none.md"], ["--no-audio", "bad.md"], ["--no-audio", "none.md", "episode.md"]]


def expect(is_so, what):
    if not is_so:
        sys.exit(what)


def closed_pipe():
    reader, writer = os.pipe()
    os.close(reader)
    return writer


def check_closed_pipes(folder):
    for command in COMMANDS:
        pipe = closed_pipe()
        run = subprocess.run([PROGRAM, *command], cwd=folder, stdout=pipe, stderr=subprocess.PIPE, check=False)
        os.close(pipe)
        expect(run.returncode == -signal.SIGPIPE, f"{command} into a closed pipe ended with {run.returncode}")
        expect(b"write" not in run.stderr, f"{command} into a closed pipe said {run.stderr}")
    for command in TO_ERRORS:
        pipe = closed_pipe()
        run = subprocess.run([PROGRAM, *command], cwd=folder, stdout=subprocess.DEVNULL, stderr=pipe, check=False)
        os.close(pipe)
        expect(run.returncode == -signal.SIGPIPE, f"{command} with closed errors ended with {run.returncode}")
    left = {path.name for path in folder.iterdir()} - {"bad.md", "episode.md", "episode.mp3"}
    expect(left <= {"bad.vtt", "episode.vtt", ".cmos-captions.sums"}, f"these files were left: {left}")


def check_full_disk(folder):
    for command in COMMANDS:
        with open("/dev/full", "wb") as full:
            run = subprocess.run([PROGRAM, *command], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False)
        expect(run.returncode == 1, f"{command} onto a full disk ended with {run.returncode}")
        last = run.stderr.splitlines()[-1]
        expect(last == b"cmos-captions: error: cannot write to the standard output: No space left on device "
               b"[write-failed]", f"{command} onto a full disk said {run.stderr}")


def check_colours(folder):
    red = b"\x1b[1m\x1b[31merror:\x1b[0m"
    on_terminal = lambda *arguments, **env: screen.run([PROGRAM, *arguments], 80, folder, {**screen.ENVIRONMENT, **env})
    for command in (["none.md"], ["check", "none.md"], ["--no-audio", "none.md", "also-none.md"], ["check"]):
        colourless = on_terminal(*command, NO_COLOR="1")
        for uncoloured in (on_terminal(*command, TERM="dumb"), colourless):
            expect(b"\x1b[1m" not in uncoloured.bytes, f"{command} is coloured: {uncoloured.bytes}")
        coloured = on_terminal(*command)
        expect(red in coloured.bytes, f"{command} is not coloured: {coloured.bytes}")
        expect(coloured.lines() == colourless.lines(), f"{command} says something else in colours")
        expect(red in on_terminal(*command, NO_COLOR="").bytes, f"an empty NO_COLOR counts in {command}")
    expect(red in on_terminal("check", "--color", "always", "none.md", NO_COLOR="1").bytes, "--color always has none")
    expect(b"\x1b" not in on_terminal("check", "--color", "never", "none.md").bytes, "--color never has colours")
    piped = lambda *more: subprocess.run([PROGRAM, "check", *more, "none.md"], cwd=folder, capture_output=True, check=False)
    expect(b"\x1b" not in piped().stdout, "there are colours in a pipe")
    expect(red in piped("--color=always").stdout, "--color=always has none in a pipe")
    for form in ("json", "sarif", "github"):
        expect(b"\x1b" not in piped("--color=always", "--diagnostics", form).stdout, f"there are colours in {form}")


def check_help():
    commands = [[]] + [[line.split()[0]] for line in screen.run([PROGRAM, "--help"], 80).lines()
                       if line.startswith("  ") and line[2].isalpha()]
    expect(len(commands) > 10, "--help names few commands")
    for columns in (200, 80, 60):
        for command in commands:
            shown = screen.run([PROGRAM, *command, "--help"], columns).bytes.decode()
            wide = [line for line in shown.splitlines() if len(line) > min(columns, 80)]
            expect(not wide, f"{command} --help has wide lines: {wide}")


def main():
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        for name in ("episode.md", "episode.mp3"):
            shutil.copy(SAMPLES / name, folder)
        page = (SAMPLES / "episode.md").read_text()
        (folder / "bad.md").write_text(page.replace("time: 2:18", "time: 2.18"))
        check_colours(folder)
        check_closed_pipes(folder)
        check_full_disk(folder)
    check_help()


main()
