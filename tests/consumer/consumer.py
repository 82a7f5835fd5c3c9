#!/usr/bin/python3
"""Builds the program of docs/library.md against the library and compares its files with those of cmos-captions.

    consumer.py --build DIR --compiler CXX --flags=FLAGS WAY

WAY: install, find_package, pkg_config, every_header_alone, shared_subdirectory.
"""
import argparse
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done


class Consumer:
    def __init__(self, arguments, place):
        self.build = arguments.build
        self.prefix = arguments.build / "prefix"
        self.compiler = [arguments.compiler, *shlex.split(arguments.flags)]
        self.flags = arguments.flags
        self.place = place
        self.source = place / "consumer.cpp"
        text = (ROOT / "docs/library.md").read_text()
        self.source.write_text(re.search(r"```cpp\n(.*?)```", text, re.S).group(1))

    def install(self):
        shutil.rmtree(self.prefix, ignore_errors=True)
        run("cmake", "--install", self.build, "--prefix", self.prefix)
        run(self.prefix / "bin/cmos-captions", "--version")

    def find_package(self):
        self.build_project(f"-DCMAKE_PREFIX_PATH={self.prefix}")
        self.compare(self.place / "project/consumer")

    def pkg_config(self):
        found = next(self.prefix.rglob("cmos-captions.pc")).parent
        environment = {**os.environ, "PKG_CONFIG_PATH": str(found)}
        flags = run("pkg-config", "--cflags", "--libs", "cmos-captions", env=environment).stdout.split()
        run(*self.compiler, self.source, *flags, "-o", self.place / "consumer")
        self.compare(self.place / "consumer")

    def every_header_alone(self):
        for header in sorted((self.prefix / "include/cmos").glob("*.h")):
            unit = self.place / "unit.cpp"
            unit.write_text(f"#include <cmos/{header.name}>\n#include <cmos/{header.name}>\n")
            run(*self.compiler, "-std=c++20", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-I", self.prefix / "include",
                unit)

    def shared_subdirectory(self):
        self.build_project(f"-DSUBDIRECTORY={ROOT}", "-DBUILD_SHARED_LIBS=ON", "-DCMAKE_UNITY_BUILD=ON",
                           "-DCMAKE_UNITY_BUILD_BATCH_SIZE=0")
        self.compare(self.place / "project/consumer")
        library = next((self.place / "project").rglob("libcmos-captions.so"))
        headers = "".join(header.read_text() for header in (ROOT / "include/cmos").glob("*.h"))
        declared = set(re.findall(r"\w+", headers))
        shown = re.findall(r"(?m)^\w+ [TBDR] (.*)$", run("nm", "-DC", "--defined-only", library).stdout)
        shown = [symbol for symbol in shown if "::State::" not in symbol]  # What a public class keeps to itself.
        names = {name for symbol in shown for name in re.findall(r"cmos::(?:\w+::)*~?(\w+)", symbol.split("(")[0])}
        if not names or names - declared:
            sys.exit(f"the library shows what its headers do not declare: {sorted(names - declared)} of {len(shown)}")

    def build_project(self, *options):
        folder = self.place / "project"
        run("cmake", "-G", "Ninja", "-S", ROOT / "tests/consumer/project", "-B", folder, f"-DSOURCE={self.source}",
            f"-DCMAKE_CXX_COMPILER={self.compiler[0]}", f"-DCMAKE_CXX_FLAGS={self.flags}", *options)
        run("cmake", "--build", folder)

    def compare(self, program):
        folders = self.place / "ours", self.place / "theirs"
        for folder in folders:
            folder.mkdir()
            for name in ("episode.md", "episode.mp3"):
                shutil.copy(ROOT / "samples" / name, folder)
        ours = run(self.build / "cmos-captions", "-f", "vtt,words,mp3", "episode.md", cwd=folders[0])
        theirs = run(program, "episode.md", cwd=folders[1])
        assert theirs.stderr == ours.stderr, theirs.stderr
        files = [{path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders]
        assert len(files[0]) == 6, sorted(files[0])
        assert files[0] == files[1], sorted(files[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--flags", default="")
    ways = ("install", "find_package", "pkg_config", "every_header_alone", "shared_subdirectory")
    parser.add_argument("way", choices=ways)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        getattr(Consumer(arguments, pathlib.Path(place)), arguments.way)()


main()
