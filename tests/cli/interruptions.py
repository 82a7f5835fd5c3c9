#!/usr/bin/python3
"""A batch that is ended at any moment leaves whole outputs or none, and the next run completes it.

usage: interruptions.py PROGRAM SAMPLES [MOMENTS]      (MOMENTS: so many by each signal, 5 by default)
"""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM, SAMPLES = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
MOMENTS = int(sys.argv[3]) if len(sys.argv) > 3 else 5
PAGES = [f"{number}.md" for number in range(4)]
OUTPUTS = [page[:-2] + kind for page in PAGES for kind in ("vtt", "srt")]


def archive(folder):
    folder = pathlib.Path(folder)
    for page in PAGES:
        shutil.copy(SAMPLES / "episode.md", folder / page)
    shutil.copy(SAMPLES / "episode.mp3", folder)
    return folder


def start(folder):
    return subprocess.Popen([PROGRAM, "-j", "2", "-f", "vtt,srt", *PAGES], cwd=folder,
                            stderr=subprocess.PIPE, text=True)


def check_outputs(folder, whole, old):
    """Every output is the new one, or what was there before."""
    for path in folder.iterdir():
        if path.name in PAGES or path.name == "episode.mp3":
            continue
        if path.name in whole and path.read_bytes() in (whole[path.name], old):
            continue
        # Between two calls of the system a whole output may still have its temporary name.
        if path.name.endswith(".tmp") and path.read_bytes() in whole.values():
            path.unlink()
            continue
        sys.exit(f"{path.name} was left behind")


def main():
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as reference:
        folder = archive(reference)
        began = time.monotonic()
        if start(folder).wait() != 0:
            sys.exit("the reference run failed")
        length = time.monotonic() - began
        whole = {name: (folder / name).read_bytes() for name in OUTPUTS}

    said = 0
    for number in (signal.SIGKILL, signal.SIGINT):
        for _ in range(MOMENTS):
            with tempfile.TemporaryDirectory() as place:
                folder = archive(place)
                (folder / "0.vtt").write_bytes(b"old")
                program = start(folder)
                time.sleep(chance.uniform(0, length))
                program.send_signal(number)
                _, findings = program.communicate()
                if program.returncode not in (0, -number):
                    sys.exit(f"it ended with {program.returncode} and said: {findings}")
                check_outputs(folder, whole, b"old")
                if program.returncode == -signal.SIGINT and findings:
                    said += 1
                    if not findings.startswith("interrupted: ") or " of 4 pages done" not in findings:
                        sys.exit(f"an interrupted batch said: {findings}")
                if start(folder).wait() != 0:
                    sys.exit("the next run failed")
                if {name: (folder / name).read_bytes() for name in OUTPUTS} != whole:
                    sys.exit("the next run did not complete the batch")
    if said == 0:
        sys.exit("no interruption was told of")


main()
