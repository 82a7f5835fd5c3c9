"""make_real_captions.py PROGRAM PAGE FOLDER [OPTION...]: lets the program write PAGE in every format that
holds the transcript into FOLDER, and beside that expected.json for the judges: the cues of each file, read
by a reader that knows only the one form that the program writes. What is in them is compared with the page,
read by other means too: every word once, in order, and under its speaker's name."""

import json
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from our_captions import read_srt, read_transcript_json, read_webvtt
from page_words import plain_words, words_by_speaker

FORMATS = "vtt,srt,karaoke,transcript-vtt,transcript-json,text,html,words"
READERS = {".vtt": read_webvtt, ".srt": read_srt, ".transcript.json": read_transcript_json}


def said(line, below, is_dialogue):
    """Without the label or, in front of both lines of a dialogue, the "-"."""
    label = line["speaker"] + ": "
    if below and line["text"] == below["speaker"] + ":":
        return ""
    if line["text"].startswith(label):
        return line["text"].removeprefix(label)
    return line["text"][1:] if is_dialogue else line["text"]


def spoken_words(cues):
    """(name, word) of cues with voices."""
    for one in cues:
        lines = one["lines"]
        is_dialogue = len({line["speaker"] for line in lines if line["speaker"]}) > 1
        for line, below in zip(lines, [*lines[1:], None]):
            for word in plain_words(said(line, below, is_dialogue)):
                yield line["speaker"], word


def spelled(words):
    """(name, character): a line may end inside a word of a script without spaces."""
    return [(name, character) for name, word in words for character in word]


def main():
    program, page, folder, *options = sys.argv[1:]
    page, folder = pathlib.Path(page), pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    subprocess.run([program, "-q", "-f", FORMATS, "-d", folder, *options, page], check=True)
    expected, failed = {}, False
    wanted = spelled(words_by_speaker(page.read_text(encoding="utf-8")))
    for path in sorted(folder.iterdir()):
        reader = next((READERS[end] for end in READERS if path.name.endswith(end)), None)
        if not reader:
            continue
        cues = list(reader(path.read_text(encoding="utf-8")))
        expected[path.name] = cues
        if path.suffix == ".srt":
            continue  # Its labels cannot be told from text.
        found = spelled(spoken_words(cues))
        if not cues or found != wanted:
            failed = True
            place = next((i for i, pair in enumerate(zip(found, wanted)) if pair[0] != pair[1]), 0)
            ours, theirs = (
                (some[place][0], "".join(character for _, character in some[place : place + 40]))
                for some in (found, wanted)
            )
            print(f"{path.name}: {ours} where the page has {theirs}")
        print(f"{path.name}: {len(cues)} cues")
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    return 1 if failed else 0


sys.exit(main())
