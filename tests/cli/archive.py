#!/usr/bin/python3
"""The sample Makefile converts a folder of episodes, and does again only what must be done again.

usage: archive.py PROGRAM SAMPLES
"""
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

PAGES = ("one.md", "two #2.md", "three: it's $x (3) [new].md")
PROGRAM, SAMPLES = sys.argv[1], pathlib.Path(sys.argv[2])


class Archive:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        for name in PAGES:
            shutil.copy(SAMPLES / "episode.md", self.folder / name)
        shutil.copy(SAMPLES / "episode.mp3", self.folder)
        shutil.copy(SAMPLES / "Makefile", self.folder)
        (self.folder / "README.md").write_text("No episode.\n")

    def __truediv__(self, name):
        return self.folder / name

    def make(self, *arguments):
        """Returns the exit code and the pages that were made."""
        run = subprocess.run(
            ["make", "-C", self.folder, f"CAPTIONS={PROGRAM}", *arguments],
            capture_output=True, text=True, check=False, env=os.environ | {"LC_ALL": "C"})
        made = {shlex.split(line)[-1] for line in run.stdout.splitlines() if " -M " in line}
        return run.returncode, made

    def age(self):
        """Everything was done a while ago."""
        for path in self.folder.iterdir():
            status = path.stat()
            os.utime(path, (status.st_atime - 10, status.st_mtime - 10))


def expect(what, seen, wanted):
    if seen != wanted:
        sys.exit(f"{what}: {seen}, not {wanted}")


def main():
    one, two, three = PAGES
    all_pages = set(PAGES)
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(folder)
        expect("the first run", archive.make("-j2", "-k"), (0, all_pages))
        outputs = sorted(path.name for path in archive.folder.iterdir()
                         if path.suffix in (".vtt", ".srt"))
        expect("outputs", outputs,
               sorted(page[:-2] + kind for page in all_pages for kind in ("vtt", "srt")))
        expect("the second run", archive.make(), (0, set()))

        archive.age()
        before = (archive / "one.vtt").read_bytes()
        page = archive / one
        page.write_bytes(page.read_bytes().replace(b"\n\n", b"\n\n\n"))
        expect("an edit that changes no output", archive.make(), (0, {one}))
        expect("its output", (archive / "one.vtt").read_bytes() == before, True)
        expect("after that edit", archive.make(), (0, set()))

        (archive / "two #2.srt").unlink()
        expect("a lost output", archive.make(), (0, {two}))

        archive.age()
        (archive / "episode.mp3").touch()
        expect("a new MP3", archive.make("-j2"), (0, all_pages))

        archive.age()
        captions = archive / three.replace(".md", ".vtt")
        before = captions.read_bytes()
        (archive / three).write_text("[transcript]\nno turn\n[/transcript]\n")
        (archive / "episode.mp3").touch()
        expect("a failed page", archive.make("-k", "-j2"), (2, all_pages))
        expect("its old output", captions.read_bytes() == before, True)
        expect("its next run", archive.make("-k"), (2, {three}))
        archive.make("clean")
        expect("after make clean", {path.suffix for path in archive.folder.iterdir()} & {".vtt", ".srt", ".d"}, set())
        (archive / "a;touch PWNED;.md").write_text("[transcript]\n")
        expect("a name that make cannot have", archive.make()[0], 2)
        expect("what it runs", (archive / "PWNED").exists(), False)


main()
