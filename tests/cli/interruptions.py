#!/usr/bin/python3
"""A batch that is ended at any moment leaves whole outputs or none, and the next run completes it.

usage: interruptions.py PROGRAM SAMPLES [MOMENTS]      (MOMENTS: so many by each signal, 3 by default)
"""
import hashlib
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
MOMENTS = int(sys.argv[3]) if len(sys.argv) > 3 else 3
# Only signals between the first output and the last count as MOMENTS, so more are needed.
MOST_TRIES = 10
PAGES = [f"{number}.md" for number in range(4)]
RECORD = ".cmos-captions.sums"
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


def finished(folder, whole):
    return [name for name in OUTPUTS if (folder / name).exists() and (folder / name).read_bytes() == whole[name]]


def wait_for_outputs(program, folder, whole, count):
    """Until the program has written so many, or has ended; the seconds that took."""
    began = time.monotonic()
    while program.poll() is None and len(finished(folder, whole)) < count:
        time.sleep(0.002)
    return time.monotonic() - began


def check_outputs(folder, whole, old):
    """Every output is the new one, or what was there before."""
    for path in folder.iterdir():
        if path.name in PAGES or path.name in ("episode.mp3", RECORD):
            continue
        if RECORD in path.name and path.name.endswith(".tmp"):
            path.unlink()
            continue
        if path.name in whole and path.read_bytes() in (whole[path.name], old):
            continue
        # Between two calls of the system a whole output may still have its temporary name.
        if path.name.endswith(".tmp") and path.read_bytes() in whole.values():
            path.unlink()
            continue
        sys.exit(f"{path.name} was left behind")


def interrupt(number, whole, length, chance):
    """Ends a batch by the signal and completes it. Whether it was between its first and its last output, and what it said."""
    with tempfile.TemporaryDirectory() as place:
        folder = archive(place)
        (folder / "0.vtt").write_bytes(b"old")
        (folder / RECORD).write_text(f"{hashlib.sha256(b'old').hexdigest()}  0.vtt\n")  # By the program, it says.
        program = start(folder)
        count = chance.randint(0, len(OUTPUTS) // 2)
        spent = wait_for_outputs(program, folder, whole, count)
        time.sleep(chance.uniform(0, (length if count == 0 else spent) / 2))
        program.send_signal(number)
        _, findings = program.communicate()
        if program.returncode not in (0, -number):
            sys.exit(f"it ended with {program.returncode} and said: {findings}")
        was_interrupted = program.returncode == -number
        was_at_work = was_interrupted and 0 < len(finished(folder, whole)) < len(OUTPUTS)
        check_outputs(folder, whole, b"old")
        if start(folder).wait() != 0:
            sys.exit("the next run failed")
        if len(finished(folder, whole)) != len(OUTPUTS):
            sys.exit("the next run did not complete the batch")
        return was_at_work, findings if was_interrupted else ""


def main():
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as reference:
        folder = archive(reference)
        began = time.monotonic()
        if start(folder).wait() != 0:
            sys.exit("the reference run failed")
        length = time.monotonic() - began
        whole = {name: (folder / name).read_bytes() for name in OUTPUTS}

    for number in (signal.SIGKILL, signal.SIGINT):
        hits = said = tries = 0
        while hits < MOMENTS and tries < MOST_TRIES * MOMENTS:
            was_at_work, findings = interrupt(number, whole, length, chance)
            hits += was_at_work
            said += bool(findings)
            tries += 1
            if findings and not (findings.startswith("interrupted: ") and " of 4 pages done" in findings):
                sys.exit(f"an interrupted batch said: {findings}")
        if hits < MOMENTS:
            sys.exit(f"{number.name} met the program at work only {hits} times in {tries}")
        if number == signal.SIGINT and said == 0:
            sys.exit("no interruption was told of")


main()
