#!/usr/bin/python3
"""The README names every subcommand, with the words of --help.

usage: readme.py PROGRAM README
"""
import re
import subprocess
import sys

said = subprocess.run([sys.argv[1], "--help"], check=True, capture_output=True, text=True).stdout
unwrapped = re.sub(r"\n {3,}", " ", said)
by_program = re.findall(r"(?m)^  (\w+) +(\S.*)$", unwrapped)
with open(sys.argv[2], encoding="utf-8") as readme:
    by_readme = re.findall(r"(?m)^\| `(\w+)` \| (.*) \|$", readme.read())
if not by_program or by_program != by_readme:
    sys.exit(f"--help says {by_program}, the README {by_readme}")
