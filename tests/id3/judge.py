"""What mutagen and eyeD3 see in MP3 files: one JSON object, {file: {judge: {...}}}."""

import json
import logging
import sys

import eyed3.id3
import mutagen.id3


def by_mutagen(path):
    try:
        tag = mutagen.id3.ID3(path, translate=False)
    except mutagen.id3.ID3NoHeaderError:
        return {"version": "", "chapters": [], "contents": [], "ordered": False, "links": [], "images": []}
    chapters = sorted(tag.getall("CHAP"), key=lambda c: c.element_id)
    contents = tag.getall("CTOC")
    return {
        "version": "%d.%d" % tag.version[:2],
        "chapters": ["%d %d %s" % (c.start_time, c.end_time, c.sub_frames["TIT2"].text[0]) for c in chapters],
        "ids": [c.element_id for c in chapters],
        "contents": [i for t in contents for i in t.child_element_ids],
        "ordered": len(contents) == 1 and contents[0].flags == mutagen.id3.CTOCFlags.TOP_LEVEL | mutagen.id3.CTOCFlags.ORDERED,
        "links": [f.url for c in chapters for f in c.sub_frames.getall("WXXX")],
        "images": ["%s %d" % (f.mime, len(f.data)) for c in chapters for f in c.sub_frames.getall("APIC")],
    }


def by_eyed3(path):
    tag = eyed3.id3.Tag()
    tag.parse(path)
    chapters = sorted(tag.chapters, key=lambda c: c.element_id)
    return {
        "chapters": ["%d %d %s" % (c.times.start, c.times.end, c.title) for c in chapters],
        "contents": [i.decode() for t in tag.table_of_contents for i in t.child_ids],
    }


logging.disable(logging.CRITICAL)
json.dump({path: {"mutagen": by_mutagen(path), "eyed3": by_eyed3(path)} for path in sys.argv[1:]}, sys.stdout)
