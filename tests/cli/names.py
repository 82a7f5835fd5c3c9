#!/usr/bin/env python3
"""Names are data: GNU make reads in the rules of -M exactly the names of the files, or -M refuses.

Usage: names.py PROGRAM SAMPLES"""
import os
import pathlib
import random
import subprocess
import sys
import tempfile

NAMES = """a!=touch${IFS}PWNED;.md|$(shell touch PWNED).md|${x}.md|$$.md|`touch PWNED`.md|a=b.md|=.md|a:=b.md|a+=b.md
a ?= b.md|a;b.md|;.md|a%b.md|%.md|50%.md|a b.md| a.md|a  b.md|a .md|a#b.md|#.md|a:b.md|:.md|a::b.md|a\\b.md|a\\ b.md
a\\#b.md|a\\%b.md|\\.md|a\\:b.md|a*b.md|*.md|a?b.md|[a].md|[special] talk (1).md|a[b.md|a\\*b.md|~.md|~root.md|a~.md
(1).md|talk (2).md|a(b).md|lib(x)|a&b.md|a&|'.md|it's.md|".md|<a>.md|@a.md|+a.md|!.md|define|export|private x.md|include
a,b.md|{a,b}.md|^.md|für Elise – 1 $.md|日本語.md|.a.md|..a.md|a\tb.md|a\nb.md|a\rb.md|a\x01b.md|a\x7f.md|end\\|a.b=$(c) d:#%.md"""
PLAIN = ["|", "a|b.md", "| x.md"]  # With what the list above is split at.

PAGE = """---
title: "Names"
---

* a: Ann

[transcript]

[0:00] a: Names are data.

[/transcript]
"""


def names():
    split = [name.encode().decode("unicode_escape").encode("latin-1").decode() if "\\x" in name or "\\t" in name
             or "\\n" in name or "\\r" in name else name.replace("\\\\", "\\")
             for line in NAMES.splitlines() for name in line.split("|")]
    draw = random.Random(7)
    odd = [bytes(draw.choice(b" #$%&()*+,:;<=>?@[\\]^`{|}~ab\t") for _ in range(draw.randint(1, 8))).decode() + ".md"
           for _ in range(int(os.environ.get("CMOS_NAMES", "60")))]
    return list(dict.fromkeys(split + PLAIN + odd))


def run(folder, *command):
    return subprocess.run(command, cwd=folder, capture_output=True)


def content(folder):
    return {entry.name: entry.read_bytes() for entry in pathlib.Path(folder).iterdir()}


def check(program, name):
    """What is wrong with the rules for a page of this name, and whether they were refused."""
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder, name)
        page.write_text(PAGE)
        before = content(folder)
        made = run(folder, program, "--no-audio", "-f", "vtt,srt", "-M", "rules.mk", "--", name)
        error = made.stderr.decode()
        if made.returncode == 2:
            if content(folder) != before:
                return "refused, but something was written", True
            if error.count("\n") != 1 or "[usage]" not in error:
                return f"not one line: {error!r}", True
            return "", True
        if made.returncode != 0:
            return f"exit {made.returncode}: {error!r}", False
        with open(pathlib.Path(folder, "rules.mk"), "a") as rules:
            rules.write("check-goal:\n")
        after = content(folder)
        judged = run(folder, "make", "-pqr", "-f", "rules.mk", "check-goal")
        if judged.stderr:
            return f"make says {judged.stderr.decode()!r}", False
        if content(folder) != after:
            return f"make changed the folder: {set(content(folder)) ^ set(after)}", False
        stem = os.path.splitext(name)[0]
        for output in (stem + ".vtt", stem + ".srt"):
            if f"\n{output}: {name}\n".encode() not in judged.stdout:
                return f"make does not know that {output!r} is made from {name!r}", False
        return "", False


def check_inputs(program, samples):
    """Odd names of inputs other than the page, which are targets of their own."""
    for name in ("a b=c%.mp3", "$x #1:2.mp3", "[1]*?.mp3"):
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, name).write_bytes(pathlib.Path(samples, "episode.mp3").read_bytes())
            page = pathlib.Path(folder, "p.md")
            page.write_text(PAGE)
            made = run(folder, program, "-q", "--align=silence", "--mp3", name, "-M", "rules.mk", "p.md")
            assert made.returncode == 0, made.stderr
            judged = run(folder, "make", "-pqr", "-f", "rules.mk")
            assert not judged.stderr, judged.stderr
            assert f"\np.vtt: p.md {name}\n".encode() in judged.stdout, name
            assert f"\n{name}:\n".encode() in judged.stdout, name


def main():
    program, samples = sys.argv[1:]
    refused, faults = [], []
    for name in names():
        fault, was_refused = check(program, name)
        if was_refused:
            refused.append(name)
        if fault:
            faults.append(f"{name!r}: {fault}")
    check_inputs(program, samples)
    print(f"{len(names())} names, {len(refused)} refused: {refused}")
    print("\n".join(faults))
    # Refusing all would be easy.
    plain = [name for name in refused if not set(name) & set(";|\\%~") and name.isprintable() and name[-1] not in "&)"]
    if plain:
        print(f"refused without need: {plain}")
    sys.exit(1 if faults or plain else 0)


main()
