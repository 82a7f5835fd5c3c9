#!/usr/bin/python3
"""cmake/Commit.cmake names the commit of a clone, changed or not, writes its file only for another one, and takes no
other repository's commit for that of a tarball.

usage: commit.py PROJECT
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(sys.argv[1])


def git(folder, *arguments):
    return subprocess.run(["git", "-C", folder, "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments],
                          check=True, capture_output=True, text=True).stdout.strip()


def named(source, output):
    subprocess.run(["cmake", f"-DSOURCE={source}", f"-DOUTPUT={output}", "-P", source / "cmake/Commit.cmake"], check=True)
    return re.search(r'return "(.*)";', output.read_text()).group(1)


def put_sources(folder):
    (folder / "cmake").mkdir(parents=True)
    for name in ("Commit.cmake", "commit.cpp.in"):
        shutil.copy(PROJECT / "cmake" / name, folder / "cmake")


def expect(got, wanted, what):
    if got != wanted:
        sys.exit(f"{what}: {got!r} instead of {wanted!r}")


def main():
    with tempfile.TemporaryDirectory() as place:
        clone, output = pathlib.Path(place) / "clone", pathlib.Path(place) / "commit.cpp"
        put_sources(clone)
        git(clone, "init", "-q")
        git(clone, "add", ".")
        git(clone, "commit", "-q", "-m", "One")
        git(clone, "tag", "-a", "-m", "1", "v1")
        head = git(clone, "rev-parse", "HEAD")[:12]
        expect(named(clone, output), head, "a clone")
        written = output.stat().st_mtime_ns
        expect(named(clone, output), head, "the clone again")
        expect(output.stat().st_mtime_ns, written, "the file's time")
        (clone / "cmake/Commit.cmake").open("a").write("# Changed.\n")
        expect(named(clone, output), head + "-dirty", "a changed clone")
        tarball = clone / "tarball"
        put_sources(tarball)
        expect(named(tarball, output), "unknown", "a tarball within a clone")


main()
