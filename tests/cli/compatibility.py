#!/usr/bin/python3
"""What docs/compatibility.md promises, held against the files that older versions wrote, a folder for each.

usage: compatibility.py PROGRAM FOLDER             judges the program by FOLDER/*
       compatibility.py PROGRAM FOLDER --record    writes what is missing in the folders of FOLDER
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM, VERSIONS = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
RECORD = "--record" in sys.argv
TEXTS = ["vtt", "srt", "text", "words", "karaoke", "html", "transcript-vtt", "transcript-json", "chapters-json", "chapters-vtt",
         "chapters-txt", "ffmetadata"]
TRACK = {"video": "Cap7ionS4mp", "language": "en", "name": "", "caption_id": "1", "last_updated": "2026-11-28T00:00:00Z",
         "sha256": "0" * 64}


def fail(text):
    sys.exit(text)


def run(folder, *arguments, code=0):
    environment = {**os.environ, "XDG_STATE_HOME": str(folder / "state"), "HOME": str(folder)}
    result = subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, check=False, env=environment)
    if result.returncode != code:
        fail(f"{' '.join(arguments)}: exit code {result.returncode}\n{result.stderr}")
    return result.stdout


def make_outputs(folder):
    run(folder, "--no-audio", "-f", ",".join(TEXTS), "episode.md")
    run(folder, "-f", "mp3", "episode.md")


def exit_codes():
    manual = pathlib.Path(PROGRAM).parent / "manual/cmos-captions.1"
    part = re.search(r"(?s)\.SH EXIT STATUS\n(.*?)\.SH", manual.read_text()).group(1)
    return re.findall(r"\.TP\n\\fB(\d+)\\fP\n", part)


def names():
    """Of options, formats, rules and exit codes, a line each."""
    here = pathlib.Path("/")
    lines = []
    for command in re.findall(r"(?m)^  (\w+)(?: |$)", run(here, "--help")):
        shown = run(here, command, "--help")
        lines += [f"option {command} {name}" for group in re.findall(r"(?m)^  (-[-\w]+(?:, -[-\w]+)*)", shown)
                  for name in group.split(", ")]
        if command == "make":
            lines += [f"format {name}" for name in
                      re.search(r"separated by commas: ([-\w, ]+)\.", " ".join(shown.split())).group(1).split(", ")]
    lines += [f"rule {name}" for name in re.findall(r"(?m)^- `([-\w]+)`", run(here, "check", "--rules"))]
    return lines + [f"exit code {code}" for code in exit_codes()]


def shape(value, path=""):
    """The paths to all values of a JSON document, with their kinds."""
    kind = "number" if isinstance(value, (int, float)) and not isinstance(value, bool) else type(value).__name__
    found = {f"{path}: {kind}"}
    for key, below in value.items() if isinstance(value, dict) else ():
        found |= shape(below, f"{path}.{key}")
    for below in value if isinstance(value, list) else ():
        found |= shape(below, path + "[]")
    return found


def check_names(old):
    now = set(names())
    lost = [line for line in (old / "names.txt").read_text().splitlines() if line not in now]
    if lost:
        fail("not there any more:\n" + "\n".join(lost))


def check_outputs(old, folder):
    """An older version's outputs are the program's own; what is edited is not."""
    vtt = folder / "episode.vtt"
    page = (folder / "episode.md").read_text()
    (folder / "episode.md").write_text(page.replace("Bye.", "Good bye."))
    run(folder, "--no-audio", "-f", "vtt", "episode.md")
    if "Good bye." not in vtt.read_text():
        fail("an output of an older version was not replaced")
    shutil.copy(old / "pages/episode.vtt", vtt)
    vtt.write_text(vtt.read_text() + "\nNOTE edited\n")
    run(folder, "--no-audio", "-f", "vtt", "episode.md", code=1)
    (folder / "episode.md").write_text(page)


def check_formats(old, folder):
    for file in (old / "pages").glob("*.json"):
        lost = shape(json.loads(file.read_text())) - shape(json.loads((folder / "new" / file.name).read_text()))
        if lost:
            fail(f"{file.name} has no more {sorted(lost)}")
    for name in ("episode.txt", "episode.ffmetadata", "episode.chapters.txt"):
        if (old / "pages" / name).read_bytes() != (folder / "new" / name).read_bytes():
            fail(f"{name} is another one")


def check_readers(old, folder):
    run(folder, "stats", "episode.vtt", "episode.srt")
    if json.loads(run(folder, "chapters", "--json", "episode.chapters.mp3")) != json.loads((old / "chapters.json").read_text()):
        fail("the chapters of an older MP3 are others")
    for transcript in ("episode.vtt", "episode.srt", "episode.transcript.json", "episode.transcript.vtt", "episode.txt"):
        run(folder, "import", "--no-audio", transcript)
    state = folder / "state/cmos-captions"
    state.mkdir(parents=True)
    for name in (old / "state").iterdir():
        shutil.copy(name, state)
    plan = run(folder, "upload", "--offline", "--force", "episode.md")
    if "never uploaded from here" in plan:
        fail(f"the record of uploads was not read: {plan}")


def check_configuration(old, folder):
    shutil.copy(old / "pages/.cmos-captions.yaml", folder)
    run(folder, "--no-audio", "--force", "episode.md")


def record(old):
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        for name in ("episode.md", "episode.mp3"):
            shutil.copy(old / "pages" / name, folder)
        make_outputs(folder)
        (old / "chapters.json").write_text(run(folder, "chapters", "--json", "episode.chapters.mp3"))
        for file in folder.iterdir():
            if file.is_file() and not (old / "pages" / file.name).exists():
                shutil.copy(file, old / "pages")
    (old / "names.txt").write_text("\n".join(names()) + "\n")
    (old / "state").mkdir(exist_ok=True)
    (old / "state/uploads.json").write_text(json.dumps(
        {"intents": [], "quota": {"day": "2026-11-28", "units": 450}, "tracks": [TRACK]}, indent=2) + "\n")


def judge(old):
    check_names(old)
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place) / "pages"
        shutil.copytree(old / "pages", folder)
        (folder / ".cmos-captions.yaml").unlink()
        (folder / "new").mkdir()
        run(folder, "--no-audio", "-f", ",".join(TEXTS), "-d", "new", "episode.md")
        check_formats(old, folder)
        check_readers(old, folder)
        check_outputs(old, folder)
        check_configuration(old, folder)


def main():
    versions = sorted(path for path in VERSIONS.iterdir() if path.is_dir())
    if not versions:
        fail("there is no older version")
    for old in versions:
        if RECORD and not (old / "names.txt").exists():
            record(old)
        judge(old)


main()
