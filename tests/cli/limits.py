#!/usr/bin/python3
"""Each limit of docs/limits.md that a page can reach: what is as large as allowed is taken, what is one larger is told
at its place; where that is an error, nothing is written.

usage: limits.py PROGRAM LIMITS      LIMITS: docs/limits.md
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
LIMITS = pathlib.Path(sys.argv[2]).read_text()
HEAD = '---\ntitle: "T"\nmp3: {file: a.mp3}\n---\n[transcript]\n[a host1 Ada Moor]\n\n'
END = "\n[/transcript]\n"


def limit(rule):
    """The number in the row of the rule."""
    row = re.search(rf"(?m)^\| [^|]+ \| ([\d,]+)[^|]*\| `{rule}`", LIMITS)
    return int(row.group(1).replace(",", "")) if row else sys.exit(f"docs/limits.md has no row with a number and {rule}")


def clock(second):
    return f"{second // 3600}:{second // 60 % 60:02}:{second % 60:02}"


def turns(count):
    return HEAD + "\n\n".join(f"[{clock(i // 2)}] a: Yes." for i in range(count)) + END


def words(count, in_turn=1000):
    return HEAD + "\n\n".join(f"[{clock(i // 20)}] a: " + " ".join(["yes"] * min(in_turn, count - i))
                              for i in range(0, count, in_turn)) + END


def long_word(count):
    return HEAD + "[0:00] a: Well.\n\n" + "x" * count + "\n\nYes." + END


def large_page(count):
    page = HEAD + "[0:00] a: Yes." + END
    return page + "\n" * (count - len(page))


CASES = [("too-large", large_page, "error"), ("too-many-turns", turns, "error"), ("too-many-words", words, "error"),
         ("word-too-long", long_word, "warning")]


def make(folder, text):
    (folder / "page.md").write_text(text)
    return subprocess.run([PROGRAM, "--no-audio", "-f", "text", "-o", "out.txt", "page.md"], cwd=folder, capture_output=True,
                          text=True, check=False)


def expect(is_so, rule, result):
    if not is_so:
        sys.exit(f"{rule}: exit code {result.returncode}\n{result.stderr[-2000:]}")


def main():
    for rule, text, severity in CASES:
        most = limit(rule)
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            allowed = make(folder, text(most))
            expect(allowed.returncode == 0 and f"[{rule}]" not in allowed.stderr, rule, allowed)
            (folder / "out.txt").unlink()
            told = make(folder, text(most + 1))
            is_error = severity == "error"
            expect(told.returncode == is_error and (folder / "out.txt").exists() != is_error, rule, told)
            expect(re.search(rf"(?m)^page\.md(:\d+:\d+)?: {severity}: .*\[{rule}\]$", told.stderr), rule, told)


main()
