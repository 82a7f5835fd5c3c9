"""The program on a terminal of so many columns."""
import fcntl
import os
import pty
import struct
import subprocess
import termios

import pyte

ENVIRONMENT = {**{name: value for name, value in os.environ.items() if name != "NO_COLOR"}, "TERM": "xterm"}


class Shown:
    def __init__(self, columns):
        self.screen = pyte.Screen(columns, 400)
        self.stream = pyte.ByteStream(self.screen)
        self.bytes = b""
        self.screens = []  # The lines that stood there after each piece of output.
        self.exit_code = None

    def add(self, data):
        self.bytes += data
        self.stream.feed(data)
        self.screens.append(self.lines())

    def lines(self):
        lines = [line.rstrip() for line in self.screen.display]
        while lines and not lines[-1]:
            lines.pop()
        return lines


def run(command, columns, cwd=None, env=None, typed=b""):
    """Waits for the end. The terminal is all of input, output and errors; what is typed ends with Ctrl-D."""
    shown = Shown(columns)
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 400, columns, 0, 0))
    program = subprocess.Popen(command, cwd=cwd, env=env or ENVIRONMENT, stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    if typed:
        os.write(master, typed + b"\x04")
    try:
        while data := os.read(master, 65536):
            shown.add(data)
    except OSError:  # The other end is closed.
        pass
    os.close(master)
    shown.exit_code = program.wait()
    return shown
