"""What the cluster's tests share: an archive, the outputs that a local run makes of it, free ports."""
import hashlib
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile

PAGES = 16


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Archive:
    def __init__(self, program, samples):
        self.program = os.path.abspath(program)
        self.samples = pathlib.Path(samples).resolve()
        self.place = tempfile.TemporaryDirectory(prefix="captions-cluster-")
        self.root = pathlib.Path(self.place.name)
        self.folder = self.root / "episodes"
        self.fill(self.folder)
        self.list = self.root / "pages.txt"
        self.list.write_text("".join(f"{page}\n" for page in sorted(self.folder.glob("*.md"))))

    def fill(self, folder):
        folder.mkdir()
        text = (self.samples / "episode.md").read_text()
        for number in range(PAGES):
            (folder / f"{number:02}.md").write_text(text.replace(" Hello,", f" Hello number {number},", 1))
        for name in ("episode.mp3", "Makefile"):
            shutil.copy(self.samples / name, folder)

    def outputs(self, folder=None):
        """The digest of every output; exits if there is anything that is none."""
        digests = {}
        for path in sorted((folder or self.folder).iterdir()):
            if path.suffix in (".vtt", ".srt"):
                digests[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
            elif path.suffix not in (".md", ".mp3", ".d") and path.name != "Makefile":
                sys.exit(f"{path.name} was left behind")
        return digests

    def local_outputs(self):
        folder = self.root / "local"
        self.fill(folder)
        subprocess.run(["make", "-j2", "-s", "-C", folder, f"CAPTIONS={self.program}"], check=True,
                       capture_output=True)
        return self.outputs(folder)

    def check(self, what):
        wanted = self.local_outputs()
        if len(wanted) != 2 * PAGES or len(set(wanted.values())) != 2 * PAGES:
            sys.exit("the local run did not make every output")
        if self.outputs() != wanted:
            sys.exit(f"{what} made other outputs than a local run")
