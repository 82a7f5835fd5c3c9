#!/usr/bin/python3
"""Damages episode pages at random and has the program check them: it must end by itself, with exit code 0 or 1.

usage: mutated_pages.py PROGRAM COUNT PAGE...     PAGE: what is damaged
The same count and pages give the same damage. A page that takes more than a second of the processor is told and counts
as a failure, as does any other exit code; both are kept in the working folder as failed-N.md.
"""
import functools
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile

BATCH = 20
SECONDS_A_PAGE = 1

# A sanitizer's own exit code would be 1, as that of a page that is wrong.
ENVIRONMENT = os.environ | {"ASAN_OPTIONS": "exitcode=99", "UBSAN_OPTIONS": "halt_on_error=1:exitcode=99"}

HOSTILE = [b"[", b"]", b"](", b"][", b"<q>", b"</q>", b"<a href=", b"</a>", b"<!--", b"-->", b"`", b"\\", b"&#", b"\0",
           b"\xff", b"\xed\xa0\x80", b"\r", b"\n", b"\n\n", b"---\n", b"[transcript]\n", b"[/transcript]\n", b"[0:0",
           b"[99:99] x:", b"[12:34] ", b"{% youtube id=", b"http://", b"http://www.http://", b"*", b"&a", b"*a", b": ",
           b"\t", b"\xe2\x80\x8b", b"![[]()", b"[a b c]\n"]


def mutate(page, rng):
    page = bytearray(page)
    for _ in range(rng.choice([1, 1, 2, 4, 16])):
        at = rng.randrange(len(page) + 1)
        size = rng.choice([1, 1, 3, 20, 300])
        kind = rng.randrange(7)
        if kind == 0:
            del page[at:at + size]
        elif kind == 1:
            page[at:at] = rng.choice(HOSTILE) * rng.choice([1, 1, 1, 5, 300])
        elif kind == 2:
            page[at:at + 1] = bytes([rng.randrange(256)])
        elif kind == 3:
            page[at:at] = page[at:at + size] * rng.choice([1, 2, 20])
        elif kind == 4:
            del page[at:]
        elif kind == 5:
            begin = rng.randrange(len(page) + 1)
            page[at:at] = page[begin:begin + size]
        else:
            lines = page.split(b"\n")
            i, j = rng.randrange(len(lines)), rng.randrange(len(lines))
            lines[i], lines[j] = lines[j], lines[i]
            page = bytearray(b"\n".join(lines))
    return bytes(page)


def limit_seconds(seconds):
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def ends_well(program, pages):
    done = subprocess.run([program, "check", "--no-audio", *pages], stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, env=ENVIRONMENT,
                          preexec_fn=functools.partial(limit_seconds, SECONDS_A_PAGE * len(pages)), check=False)
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return "takes too long"
    return None if done.returncode in (0, 1) else f"exit code {done.returncode}: {done.stderr[-2000:]!r}"


def main():
    program, count = sys.argv[1], int(sys.argv[2])
    seeds = [pathlib.Path(path).read_bytes() for path in sys.argv[3:]]
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        for first in range(0, count, BATCH):
            pages = []
            for number in range(first, min(first + BATCH, count)):
                rng = random.Random(number)
                path = pathlib.Path(folder) / f"{number % BATCH}.md"
                path.write_bytes(mutate(rng.choice(seeds), rng))
                pages.append(path)
            # A hang of one page outlasts the time of all of them; then each is tried alone.
            if ends_well(program, pages) is None:
                continue
            for page in pages:
                if why := ends_well(program, [page]):
                    failures += 1
                    kept = pathlib.Path(f"failed-{first + int(page.stem)}.md")
                    kept.write_bytes(page.read_bytes())
                    print(f"{kept}: {why}")
    print(f"{count} damaged pages, {failures} failures")
    return 1 if failures else 0


sys.exit(main())
