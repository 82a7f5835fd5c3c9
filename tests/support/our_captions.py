"""Reads captions in the one form in which the program writes them, and in no other. A cue is
{"start": ms, "end": ms, "lines": [{"speaker", "text"}]}."""

import html
import json
import re

WEBVTT_TIMES = re.compile(r"(\d\d+):(\d\d):(\d\d)\.(\d{3}) --> (\d\d+):(\d\d):(\d\d)\.(\d{3})")
SRT_TIMES = re.compile(WEBVTT_TIMES.pattern.replace(r"\.", ","))


def milliseconds(hours, minutes, seconds, thousandths):
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(thousandths)


def cue(times, lines):
    fields = times.groups()
    return {"start": milliseconds(*fields[:4]), "end": milliseconds(*fields[4:]), "lines": lines}


def voiced_lines(lines):
    """As they are shown; a label stands in front of its voice and names it."""
    speaker, result = "", []
    for line in lines:
        label, name = re.match(r"(?:([^<]*): (?=<v ))?(?:<v ([^>]*)>)?", line).groups()
        assert label is None or label == name, line
        speaker = speaker if name is None else html.unescape(name).strip()
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
