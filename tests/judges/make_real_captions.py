"""make_real_captions.py PROGRAM PAGE FOLDER [OPTION...]: lets the program write PAGE in every format that
holds the transcript into FOLDER, and beside that expected.json for the judges: the cues of each file, read by a reader of its own
that knows nothing but the one form that the program writes. What is in them is compared with the page, read
by other means too: every word once, in order, and under its speaker's name."""

import html
import json
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from page_words import plain_words, words_by_speaker

FORMATS = "vtt,srt,karaoke,transcript-vtt,transcript-json,text,html,words"
WEBVTT_TIMES = re.compile(r"(\d\d+):(\d\d):(\d\d)\.(\d{3}) --> (\d\d+):(\d\d):(\d\d)\.(\d{3})")
SRT_TIMES = re.compile(WEBVTT_TIMES.pattern.replace(r"\.", ","))


def milliseconds(hours, minutes, seconds, thousandths):
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(thousandths)


def cue(times, lines):
    fields = times.groups()
    return {"start": milliseconds(*fields[:4]), "end": milliseconds(*fields[4:]), "lines": lines}


def voiced_lines(lines):
    speaker, result = "", []
    for line in lines:
        voice = re.match(r"<v ([^>]*)>", line)
        speaker = html.unescape(voice[1]).strip() if voice else speaker
        result.append({"speaker": speaker, "text": html.unescape(re.sub(r"<[^>]*>", "", line))})
    return result


def read_webvtt(text):
    header, *blocks = text.removesuffix("\n").split("\n\n")
    assert header == "WEBVTT", header
    for block in blocks:
        times, *lines = block.split("\n")
        yield cue(WEBVTT_TIMES.fullmatch(times), voiced_lines(lines))


def read_srt(text):
    assert text.endswith("\n\n")
    for number, block in enumerate(text.removesuffix("\n\n").split("\n\n"), 1):
        index, times, *lines = block.split("\n")
        assert index == str(number), block
        yield cue(SRT_TIMES.fullmatch(times), [{"speaker": "", "text": line} for line in lines])


def read_transcript_json(text):
    for segment in json.loads(text)["segments"]:
        times = [round(segment[key] * 1000) for key in ("startTime", "endTime")]
        line = {"speaker": segment["speaker"], "text": segment["body"]}
        yield {"start": times[0], "end": times[1], "lines": [line]}


READERS = {".vtt": read_webvtt, ".srt": read_srt, ".transcript.json": read_transcript_json}


def spoken_words(cues):
    """(name, word) of cues with voices; a "-" in front of both lines is a dialogue's."""
    for one in cues:
        texts = [line["text"] for line in one["lines"]]
        is_dialogue = len({line["speaker"] for line in one["lines"]}) > 1
        for line, text in zip(one["lines"], texts):
            for word in plain_words(text[1:] if is_dialogue else text):
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
