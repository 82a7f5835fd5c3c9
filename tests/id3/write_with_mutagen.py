"""Writes two chapters into an MP3 with mutagen: FILE, version of ID3v2 (3 or 4)."""

import sys

from mutagen.id3 import CHAP, CTOC, CTOCFlags, ID3, TIT2, WXXX

path, version = sys.argv[1], int(sys.argv[2])
tag = ID3()
tag.add(TIT2(encoding=1, text="Whole"))
tag.add(CTOC(element_id="toc", flags=CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED, child_element_ids=["one", "two"],
             sub_frames=[]))
tag.add(CHAP(element_id="one", start_time=0, end_time=1000, start_offset=0xFFFFFFFF, end_offset=0xFFFFFFFF,
             sub_frames=[TIT2(encoding=0, text="Eins")]))
tag.add(CHAP(element_id="two", start_time=1000, end_time=3000, start_offset=0xFFFFFFFF, end_offset=0xFFFFFFFF,
             sub_frames=[TIT2(encoding=1, text="שתיים"), WXXX(encoding=0, desc="", url="https://example.org/zwei")]))
tag.save(path, v2_version=version)
