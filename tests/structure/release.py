#!/usr/bin/python3
"""script/release makes one commit and one tag of a release, and refuses what is none.

usage: release.py PROJECT
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(sys.argv[1])
CHANGES = "# Changelog\n\n## Unreleased (soon)\n\n- One thing.\n"


def call(folder, *command, code=0):
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if result.returncode != code:
        sys.exit(f"{command}: {result.returncode}, {result.stdout}{result.stderr}")
    return result.stdout + result.stderr


def expect(is_so, what):
    if not is_so:
        sys.exit(what)


def main():
    with tempfile.TemporaryDirectory() as place:
        clone = pathlib.Path(place)
        (clone / "script").mkdir()
        shutil.copy(PROJECT / "script/release", clone / "script")
        shutil.copy(PROJECT / "CMakeLists.txt", clone)
        log, cmake = clone / "CHANGELOG.md", clone / "CMakeLists.txt"
        log.write_text(CHANGES)
        call(clone, "git", "init", "-q")
        call(clone, "git", "config", "user.name", "Test")
        call(clone, "git", "config", "user.email", "test@example.org")
        release = ("script/release",)

        expect("commit or drop" in call(clone, *release, "9.1.0", code=1), "what was not committed was released")
        call(clone, "git", "add", ".")
        call(clone, "git", "commit", "-q", "-m", "One")
        call(clone, *release, code=2)
        expect("no version" in call(clone, *release, "9.1", code=1), "9.1 is a version")
        call(clone, *release, "9.1.0")
        expect(re.search(r"(?m)^project\(cmos-captions VERSION 9\.1\.0 ", cmake.read_text()), "the version is not in CMakeLists.txt")
        date = re.search(r"(?m)^set\(CMOS_VERSION_DATE (\d{4}-\d\d-\d\d)\)", cmake.read_text()).group(1)
        expect(log.read_text() == f"# Changelog\n\n## Unreleased\n\n## 9.1.0 ({date})\n\n- One thing.\n", log.read_text())
        expect(call(clone, "git", "status", "--porcelain") == "", "something was not committed")
        expect("- One thing." in call(clone, "git", "tag", "-n9", "--list", "v9.1.0"), "the tag does not say what is new")
        expect(call(clone, "git", "rev-parse", "v9.1.0^{}") == call(clone, "git", "rev-parse", "HEAD"), "the tag is elsewhere")

        expect("nothing below" in call(clone, *release, "9.1.1", code=1), "nothing was released")
        log.write_text(log.read_text().replace("## Unreleased\n", "## Unreleased\n\n- Another.\n"))
        call(clone, "git", "commit", "-q", "-a", "-m", "Two")
        for earlier in ("9.1.0", "9.0.9", "8.10.0"):
            expect("does not come after" in call(clone, *release, earlier, code=1), f"{earlier} came after 9.1.0")
        call(clone, *release, "9.10.0")
        expect("- One thing." not in call(clone, "git", "tag", "-n9", "--list", "v9.10.0"), "the tag tells of older things")


main()
