#!/usr/bin/python3
"""Fails if the sources report an error or a finding whose rule is not in the table of lib/base/rules.h.

A RuleName is looked up by the compiler; this finds the rules of Error{...} and Diagnostic{...}, which are plain texts.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXT = r'"(?:\\.|[^"\\])*"'
REPORT = re.compile(rf'(?:Error\{{|Severity::\w+,)(?:{TEXT}|[^;"])*?"([a-z0-9]+(?:-[a-z0-9]+)+)"\s*\}}')
# By file: docs/publishing.md has the rules of uploading.
ELSEWHERE = re.compile(r"lib/publish/|tools/cmos-captions/(upload|sign_in)_")
# By name: what a lexicon says to sound_aligner.cpp, which reports pronunciation-unknown-phone.
INTERNAL = {"unknown-phone"}

table = set(re.findall(r'^\s*\{\w+,\s*"([a-z0-9-]+)"', (ROOT / "lib/base/rules.h").read_text(), re.M))
reported, faults = 0, []
for path in sorted(path for folder in ("lib", "tools") for path in (ROOT / folder).rglob("*.cpp")):
    name = str(path.relative_to(ROOT))
    if ELSEWHERE.match(name):
        continue
    for rule in REPORT.findall(re.sub(r"^\s*//.*", "", path.read_text(), flags=re.M)):
        reported += 1
        if rule not in table | INTERNAL:
            faults.append(f"{name}: the rule {rule} is not in lib/base/rules.h")
print(f"{reported} reports, {len(table)} rules")
print("\n".join(faults), file=sys.stderr)
sys.exit(1 if faults or not reported else 0)
