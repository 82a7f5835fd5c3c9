#!/usr/bin/python3
"""Makes every file, memory, thread and network call of a run fail, one at a time: each run ends with an exit code of the
table and a clear line, every file is as before or as new, and nothing is left over.

usage: failing_calls.py PROGRAM SHIM SAMPLES [RUNS]     RUNS: at most so many of each scenario, spread evenly; else all
"""
import errno
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.request

PROGRAM, SHIM, SAMPLES = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
RUNS = int(sys.argv[4]) if len(sys.argv) > 4 else None
RECORD = ".cmos-captions.sums"
SOUND = 100_000  # Bytes of the sample's MP3: a few seconds.

MEMORY = {"malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc"}
MOVES = {"read", "pread", "write", "send", "recv"}
WRITES = {"write", "writev", "fsync", "close", "linkat", "rename", "mkdir"}

CODES = {0, 1, 3, 10, 11, 12, 13, 14}
HANGS = -9
# The loader, and libraries that come with FFmpeg and libcurl (GLib, libgcrypt, libnuma, pixman, libgomp, zvbi), end,
# break or stop the program from within themselves, all while libraries are loaded: not ours to mend, but what is left
# behind must be right all the same.
BY_A_LIBRARY = "ended by a library"
LINKED = {PROGRAM.name} | {pathlib.Path(word).name
                           for word in subprocess.check_output(["ldd", PROGRAM], text=True).split()}
CALLED = ("libav", "libsw", "libcurl", "libmicrohttpd")


def is_foreign(library):
    name = pathlib.Path(library).name
    return name.startswith("ld-linux") or name and name not in LINKED and not name.startswith(CALLED)


PAGE = """---
title: "A short one"
mp3:
  file: /media/episode.mp3
  size: 1
  time: 25.01
chapters:
  - {{time: "0:00", title: "One"}}
  - {{time: "0:03", title: "Two"}}
---

* tom: Tom Webb, host

[transcript]

[0:00] tom: {}

[/transcript]

{{% youtube id="Cap7ionS4mp" %}}
"""


class Scenario:
    """A folder, what is run in it, and what the folder holds before and after it."""

    def __init__(self, name, arguments, pages=1, before=()):
        self.name = name
        self.arguments = arguments
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.scratch = pathlib.Path(tempfile.mkdtemp())
        sound = (SAMPLES / "episode.mp3").read_bytes()[:SOUND]
        (self.folder / "episode.mp3").write_bytes(sound)
        self.pages = [f"page{i}.md" for i in range(pages)]
        for i, page in enumerate(self.pages):
            (self.folder / page).write_text(PAGE.format("Welcome to this short page. " * (i + 2)))
        for command in before:
            self.run(command, {}, {0, 1})
        self.old = self.contents()
        self.run(arguments, {}, {0, 1})
        self.new = self.contents()

    def close(self):
        pass

    def run(self, arguments, environment, codes=None):
        command = [PROGRAM, *arguments, *self.pages]
        try:
            done = subprocess.run(command, cwd=self.folder, capture_output=True, timeout=20, stdin=subprocess.DEVNULL,
                                  check=False, env=os.environ | environment)
        except subprocess.TimeoutExpired:
            done = subprocess.CompletedProcess(command, HANGS, b"", b"it hangs")
        if codes and done.returncode not in codes:
            sys.exit(f"{self.name}: {done}")
        return done

    def contents(self):
        return {path.name: path.read_bytes() for path in self.folder.iterdir() if path.is_file()}

    def restore(self):
        for path in self.folder.iterdir():
            if path.is_file() and path.name not in self.old:
                path.unlink()
        for name, content in self.old.items():
            path = self.folder / name
            if not path.exists() or path.read_bytes() != content:
                path.write_bytes(content)

    def counts(self):
        with tempfile.NamedTemporaryFile() as counted:
            self.restore()
            self.whole = self.run(self.arguments, {"LD_PRELOAD": str(SHIM), "FAIL_COUNTS": counted.name})
            return {name: int(count) for name, count in (line.split() for line in open(counted.name))}

    def check(self, call, at, error, short):
        """What is wrong after that call failed; an empty text if nothing is."""
        self.restore()
        caller = self.scratch / "caller"
        caller.unlink(missing_ok=True)
        environment = {"LD_PRELOAD": str(SHIM), "FAIL_CALL": call, "FAIL_AT": str(at), "FAIL_ERROR": str(error),
                       "FAIL_CALLER": str(caller)}
        if short:
            environment["FAIL_SHORT"] = "1"
        done = self.run(self.arguments, environment)
        now = self.contents()
        stray = set(now) - set(self.old) - set(self.new) - {RECORD}
        if stray:
            return f"left over: {sorted(stray)}"
        text = done.stderr.decode(errors="replace")
        by = caller.read_text() if caller.exists() else ""
        # What cannot be loaded is as if it were missing: a page is fixed as far as it tells itself what is wrong.
        is_known = "[ffmpeg-missing]" in text
        for name, content in now.items():
            if name != RECORD and not is_known and content not in (self.old.get(name), self.new.get(name)):
                return f"{name} is neither old nor new"
        lost = set(self.old) - set(now)
        if lost:
            return f"gone: {sorted(lost)}"
        if is_foreign(by) and ": error: " not in text and done.returncode != 0:
            return BY_A_LIBRARY
        if done.returncode not in CODES:
            # A configuration that cannot be read is wrong use.
            if done.returncode != 2 or ".cmos-captions.yaml: error: " not in text:
                return f"exit {done.returncode}, {by}: {text[-200:]!r}"
        if done.returncode == self.whole.returncode:
            if self.whole.returncode == 0 and any(now.get(name) != content for name, content in self.new.items()
                                                  if name != RECORD):
                return "exit 0, but not all is new"
        elif ": error: " not in text:
            return f"exit {done.returncode} without a clear line, {by}: {text[-200:]!r}"
        return ""


class Upload(Scenario):
    """Its next run, to which nothing happens, ends with one track and exit code 0."""

    def __init__(self):
        server = pathlib.Path(__file__).with_name("youtube.mjs")
        self.server = subprocess.Popen(["node", server], stdout=subprocess.PIPE, text=True)
        self.urls = json.loads(self.server.stdout.readline())
        super().__init__("upload", ["upload", "-q", "--yes", "--align=silence", "--api-url", self.urls["api"]])
        self.close = self.server.kill

    def run(self, arguments, environment, codes=None):
        home = self.folder / ".home"
        token = home / "cmos-captions" / "token.json"
        if not token.exists():
            token.parent.mkdir(parents=True)
            token.write_text(json.dumps({"client": {"client_id": "a", "client_secret": "b",
                                                    "auth_uri": "http://127.0.0.1:9/a", "token_uri": "http://127.0.0.1:9/t"},
                                         "access_token": "t", "refresh_token": "r", "expires": 4102444800}))
            token.chmod(0o600)
        places = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_STATE_HOME": str(home / "state")}
        return super().run(arguments, environment | places, codes)

    def tracks(self, path="tracks"):
        with urllib.request.urlopen(f"{self.urls['control']}/{path}") as answer:
            return int(answer.read())

    def restore(self):
        self.tracks("new")
        shutil.rmtree(self.folder / ".home" / "state", ignore_errors=True)
        super().restore()

    def check(self, call, at, error, short):
        fault = super().check(call, at, error, short)
        if fault not in ("", BY_A_LIBRARY):
            return fault
        again = self.run(self.arguments, {})
        if again.returncode != 0:
            return f"the next run: exit {again.returncode}: {again.stderr.decode()[-200:]!r}"
        return fault if self.tracks() == 1 else f"{self.tracks()} tracks after the next run"


def scenarios():
    silence, other = "--align=silence", ["--width", "30", "--chapters", "turns"]
    every = ["make", "-q", silence, "-f", "all", "-M", "rules.mk"]
    return [
        Scenario("make -f all", every, before=[every + other]),
        Scenario("make, by the model", ["make", "-q"], before=[["make", "-q", "--width", "30"]]),
        Scenario("make -f mp3 --in-place", ["make", "-q", "-f", "mp3", "--in-place"]),
        Scenario("make -f mp3", ["make", "-q", "-f", "mp3"], before=[["make", "-q", "-f", "mp3", "--chapters", "none"]]),
        Scenario("make -j2", ["make", "-q", silence, "-j2", "-f", "vtt,srt"], pages=2),
        Scenario("fix", ["fix", silence]),
    ] + ([Upload()] if RUNS is None or RUNS >= 50 else [])


def plan(counts):
    """Each call that may fail, with how it fails."""
    runs = []
    for call, count in counts.items():
        for at in range(1, count + 1):
            code = errno.ENOMEM if call in MEMORY else errno.ENOSPC if call in WRITES and at % 2 else errno.EIO
            runs.append((call, at, code, False))
            if call in MOVES:
                runs.append((call, at, code, True))
            if call in MOVES | {"open", "fsync", "close", "flock"}:
                runs.append((call, at, errno.EINTR, False))
    return runs if RUNS is None else runs[:: max(1, len(runs) // RUNS)]


def main():
    faults = 0
    print(f"{'scenario':<24}{'calls':>8}{'runs':>8}{'libraries':>11}{'faults':>8}")
    for scenario in scenarios():
        counts = scenario.counts()
        runs = plan(counts)
        found, foreign = [], 0
        for call, at, error, short in runs:
            fault = scenario.check(call, at, error, short)
            foreign += fault == BY_A_LIBRARY
            if fault not in ("", BY_A_LIBRARY):
                how = "short" if short else errno.errorcode[error]
                found.append(f"  {call} {at} of {counts[call]} ({how}): {fault}")
        print(f"{scenario.name:<24}{sum(counts.values()):>8}{len(runs):>8}{foreign:>11}{len(found):>8}", flush=True)
        print("\n".join(found[:40]), end="\n" if found else "", flush=True)
        faults += len(found)
        shutil.rmtree(scenario.folder)
        shutil.rmtree(scenario.scratch)
        scenario.close()
    sys.exit(1 if faults else 0)


main()
