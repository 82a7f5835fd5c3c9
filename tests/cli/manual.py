#!/usr/bin/python3
"""The man pages and the completions have every subcommand and option that --help has, of each subcommand its own; the
man pages give no warning.

usage: manual.py PROGRAM MANUAL      MANUAL: the folder of what was generated
"""
import pathlib
import re
import shutil
import subprocess
import sys

PROGRAM, MANUAL = sys.argv[1], pathlib.Path(sys.argv[2])
SHELLS = {"bash": "cmos-captions.bash", "zsh": "_cmos-captions", "fish": "cmos-captions.fish"}


def said(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


def subcommands():
    return re.findall(r"(?m)^  (\w+)(?: |$)", said(PROGRAM, "--help"))


def options(*command):
    """Sets of names: {"-f", "--format"}."""
    found = []
    for line in said(PROGRAM, *command, "--help").splitlines():
        if match := re.match(r"  (-[-\w]+(?:, -[-\w]+)*)(?: |$)", line):
            found.append(frozenset(match.group(1).split(", ")))
    return found


def page(section):
    text = said("man", "-l", MANUAL / f"cmos-captions.{section}",
                env={"PATH": "/usr/bin:/bin", "MANWIDTH": "500", "LC_ALL": "C.UTF-8", "MAN_KEEP_FORMATTING": ""})
    return re.sub(".\b", "", text)


def part(text, name):
    """Of the man page, what stands below a subcommand's heading."""
    match = re.search(rf"(?ms)^   {name}\n(.*?)(?=^(?:   )?\S)", text)
    return match.group(1) if match else sys.exit(f"cmos-captions(1) has no part {name}")


def of_subcommand(shell, text, name, all_names):
    """What the completion offers there."""
    if shell == "bash":
        return set(re.search(rf'(?m)^ +{name}\) _cmos_captions_words "(.*)" ;;$', text).group(1).split())
    if shell == "zsh":
        body = re.search(rf"(?ms)^    {name}\)\n(.*?)^      ;;$", text).group(1)
        return set(re.findall(r"(?m)^ +'\([-\w ]+\)(-[-\w]+)\[", body))
    others = " ".join(other for other in all_names if other != "make")
    condition = re.escape(f"not __fish_seen_subcommand_from {others}" if name == "make"
                          else f"__fish_seen_subcommand_from {name}")
    found = set()
    for line in re.findall(rf"(?m)^complete -c cmos-captions -n '{condition}'((?: -[sl] \S+)*)", text):
        found |= {("-" if kind == "s" else "--") + each for kind, each in re.findall(r"-([sl]) (\S+)", line)}
    return found


def expect(is_so, what):
    if not is_so:
        sys.exit(what)


def check_options(manual, completions):
    names = subcommands()
    expect(names, "--help names no subcommand")
    for own in options():
        expect(all(re.search(rf"(?m)^       (.*, )?{name}(?=[, \n])", manual) for name in own), f"{set(own)} is not in the page")
        for shell, text in completions.items():
            expect(all(name.lstrip("-") in text for name in own), f"{shell} does not have {set(own)}")
    for name in names:
        has = options(name)
        expect(has, f"{name} --help has no option")
        below = part(manual, name)
        for option in has:
            expect("--help" in option or all(re.search(rf"(?m)^       (.*, )?{each}(?=[, \n])", below) for each in option),
                   f"cmos-captions(1) does not have {set(option)} of {name}")
        for shell, text in completions.items():
            offered = of_subcommand(shell, text, name, names)
            expect(offered == set().union(*has), f"{shell} offers {offered} for {name}, --help has {has}")


def check_rules_and_keys(formats):
    rules = re.findall(r"(?m)^- `([-\w]+)`", said(PROGRAM, "check", "--rules"))
    expect(rules, "there are no rules")
    for rule in rules:
        expect(re.search(rf"(?m)^ +• {rule} \(", formats), f"cmos-captions(5) does not have {rule}")


def check_warnings():
    for section in (1, 5):
        source = MANUAL / f"cmos-captions.{section}"
        result = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", source], capture_output=True,
                                text=True, check=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"})
        expect(not result.stderr, result.stderr)
        if shutil.which("mandoc"):
            result = subprocess.run(["mandoc", "-Tlint", "-Wwarning", source], capture_output=True, text=True, check=False)
            expect(not result.stdout, result.stdout)


def main():
    completions = {shell: (MANUAL / file).read_text() for shell, file in SHELLS.items()}
    check_options(page(1), completions)
    check_rules_and_keys(page(5))
    check_warnings()


main()
