"""Reads the transcript of an episode page by other means than the program: with regular expressions."""

import html
import re

# The page's quotation marks and <q> become others in captions; words are compared without them.
QUOTES = str.maketrans("", "", '"“”‘’\'')


def plain_words(text):
    return text.translate(QUOTES).split()


def transcript_of(page):
    body = page.replace("\r\n", "\n").split("[transcript]\n", 1)[1].split("[/transcript]")[0]
    return re.sub(r"<!--.*?-->", "", body, flags=re.S)


def words_of_speech(text):
    text = re.sub(r"\[([^\]]*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)", r"\1", text)
    text = re.sub(r"\*(\w[^*]*)\*", r"\1", text)
    text = re.sub(r"</?(?:q|a|l|A)\b[^>]*>", "", text)
    return plain_words(html.unescape(text))


def words_by_speaker(page):
    """(name, word) for every word of the transcript, in order."""
    body = transcript_of(page)
    declaration = re.compile(r"^[ \t]*\[(\w+) \w+ ([^\]:]+)\][ \t]*$", re.M)
    names = {name_id: name.strip() for name_id, name in declaration.findall(body)}
    body = declaration.sub("", body)
    parts = re.split(r"^[ \t]*\[[\d:]+\][ \t]+(\w+):", body, flags=re.M)
    return [
        (names.get(name_id, name_id), word)
        for name_id, speech in zip(parts[1::2], parts[2::2])
        for word in words_of_speech(speech)
    ]
