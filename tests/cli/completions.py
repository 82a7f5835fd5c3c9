#!/usr/bin/python3
"""What bash, zsh and fish offer behind what a user has typed.

usage: completions.py PROGRAM MANUAL SHELL      MANUAL: the folder of what was generated; exit code 77: there is no SHELL
"""
import os
import pathlib
import pty
import re
import select
import shlex
import shutil
import subprocess
import sys
import tempfile

import pyte

PROGRAM, MANUAL, SHELL = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3]
FILES = ["episode.md", "episode.mp3"]
# What is typed, what must be offered, and what must not.
CASES = [
    ("ch", {"check", "chapters"}, {"make", "--style"}),
    ("epi", set(FILES), {"make"}),
    ("check epi", set(FILES), {"check"}),
    ("--sty", {"--style"}, {"--speed"}),
    ("episode.md --speaker", {"--speaker-labels"}, {"--speed"}),
    ("check --r", {"--rules"}, {"--style"}),
    ("make --style ", {"netflix", "bbc", "podcast"}, {"episode.md"}),
    ("check --disable mp3-s", {"mp3-size", "mp3-size-missing"}, {"time-float"}),
    ("upload --model si", {"site/"}, {"episode.md"}),
    ("logout e", set(), set(FILES)),
]
LISTS = [("make -f chapters-", {"chapters-json", "chapters-vtt", "chapters-txt"}, {"vtt"})]


def run(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


def by_bash(folder, typed):
    words = ["cmos-captions", *typed.split(" ")]
    line = " ".join(words)
    script = f"""
        . /usr/share/bash-completion/bash_completion
        . {MANUAL}/cmos-captions.bash
        COMP_WORDS=({" ".join(map(shlex.quote, words))}) COMP_CWORD={len(words) - 1}
        COMP_LINE={shlex.quote(line)} COMP_POINT={len(line)}
        compopt() {{ :; }}
        _cmos_captions
        printf '%s\\n' "${{COMPREPLY[@]}}" """
    offered = set(run("bash", "--norc", "-c", script, cwd=folder).split())
    return {word + "/" if (folder / word).is_dir() else word for word in offered}


def by_fish(folder, typed):
    script = f"source {MANUAL}/cmos-captions.fish; complete -C {shlex.quote('cmos-captions ' + typed)}"
    home = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "site")}
    return {line.split("\t")[0] for line in run("fish", "--no-config", "-c", script, cwd=folder, env=home).splitlines()}


def read_until(master, mark, stream):
    seen = b""
    while mark not in seen and select.select([master], [], [], 30)[0]:
        data = os.read(master, 65536)
        seen += data
        stream.feed(data)
    if mark not in seen:
        sys.exit(f"zsh did not answer: {seen!r}")


def by_zsh(folder, typed):
    """What stands on the screen once the matches have been listed."""
    screen = pyte.Screen(200, 60)
    stream = pyte.ByteStream(screen)
    child, master = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execvpe("zsh", ["zsh", "-f", "-i"], {**os.environ, "PS1": "READY>", "TERM": "xterm", "LC_ALL": "C.UTF-8"})
    import fcntl, struct, termios
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 200, 0, 0))
    set_up = (f"fpath=({MANUAL} $fpath); autoload -Uz compinit; compinit -D -u; LISTMAX=0; PS1='GO''>'; "
              "bindkey '^X' list-choices; listed() { zle -R; echo 'LIS''TED' }; zle -N listed; bindkey '^Y' listed; clear\n")
    read_until(master, b"READY>", stream)
    os.write(master, set_up.encode())
    read_until(master, b"GO>", stream)
    os.write(master, f"cmos-captions {typed}\x18\x19".encode())
    read_until(master, b"LISTED", stream)
    os.close(master)
    os.waitpid(child, 0)
    typed_line = f"cmos-captions {typed}".strip()
    text = "\n".join(line for line in screen.display if typed_line not in line)
    return set(re.findall(r"[^\s]+", text))


def main():
    if not shutil.which(SHELL) or SHELL == "bash" and not os.path.exists("/usr/share/bash-completion/bash_completion"):
        print(f"SKIPPED: there is no {SHELL} with completions")
        sys.exit(77)
    ask = {"bash": by_bash, "fish": by_fish, "zsh": by_zsh}[SHELL]
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        for name in FILES:
            (folder / name).touch()
        (folder / "site").mkdir()
        (folder / "cmos-captions").symlink_to(PROGRAM)
        os.environ["PATH"] = f"{folder}:{os.environ['PATH']}"
        for typed, wanted, unwanted in CASES + LISTS:
            offered = ask(folder, typed)
            if not wanted <= offered or unwanted & offered:
                sys.exit(f"{SHELL} offers {sorted(offered)} behind {typed!r}, not just {sorted(wanted)}")


main()
