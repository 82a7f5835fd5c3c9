#!/usr/bin/python3
"""Every spoken word of real pages stands exactly once and in order in the captions.

Reads page and captions by its own means: the page with regular expressions, the captions with python3-webvtt.
usage: every_word_once.py PROGRAM      (pages: $CMOS_CORPUS/pages/*.md)
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import webvtt

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from page_words import plain_words, words_by_speaker

DASH = re.compile(r"^-")


def words_of_captions(path):
    words = []
    for cue in webvtt.read(str(path)):
        lines = cue.text.split("\n")
        is_dialogue = len(lines) > 1 and all(DASH.match(line) for line in lines)
        for line in lines:
            words += plain_words(line[1:] if is_dialogue else line)
    return words


def main():
    corpus = os.environ.get("CMOS_CORPUS")
    if not corpus:
        print("SKIPPED: CMOS_CORPUS is not set")
        return 77
    pages = sorted(pathlib.Path(corpus, "pages").glob("*.md"))
    failed = not pages
    total = 0
    for page in pages:
        with tempfile.TemporaryDirectory() as folder:
            captions = pathlib.Path(folder, "page.vtt")
            subprocess.run([sys.argv[1], "--no-audio", "-q", "--speaker-labels", "none", "-o", captions, page], check=True)
            expected = [word for _, word in words_by_speaker(page.read_text())]
            seen = words_of_captions(captions)
        total += len(seen)
        for index, (want, have) in enumerate(zip(expected, seen)):
            if want != have:
                print(f"{page.name}: word {index}: the page has {expected[index:index + 5]}, the captions {seen[index:index + 5]}")
                failed = True
                break
        else:
            if len(expected) != len(seen):
                print(f"{page.name}: {len(expected)} words on the page, {len(seen)} in the captions")
                failed = True
    print(f"{len(pages)} pages, {total} words")
    return 1 if failed else 0


sys.exit(main())
