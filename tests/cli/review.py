#!/usr/bin/python3
"""review.py PROGRAM SAMPLES: `review` opens a browser, and `review --serve` gives the page, its sound and nothing else to
that browser, and to nobody else; each refusal by a real request."""

import http.client
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

PROGRAM, SAMPLES = sys.argv[1], pathlib.Path(sys.argv[2])
wrong = []
CORRECTIONS = b"""corrections:
- words: "Captions."
  before: "what shall we talk about?"
  after: "For a podcast? But"
  cue: true
  start: 0:17.400
  end: 0:18.500
"""


def check(holds, text):
    if not holds:
        wrong.append(text)
        print("WRONG: " + text)


def prepare(folder):
    """The sample, and a browser that only writes down what it is to open."""
    for name in ("episode.md", "episode.mp3"):
        shutil.copy(SAMPLES / name, folder)
    (folder / "bin").mkdir()
    browser = folder / "bin" / "xdg-open"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{folder}/opened"\n')
    browser.chmod(0o755)
    return dict(os.environ, DISPLAY=":none", PATH=f"{folder}/bin:{os.environ['PATH']}")


def opened(folder):
    """What the browser was to open; nobody waits for a browser, so that it may come a moment later."""
    file = folder / "opened"
    for _ in range(600):
        if file.exists() and file.read_text():
            return file.read_text()
        time.sleep(0.05)
    return ""


def raw(port, request):
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    return answer


class Visitor:
    def __init__(self, address):
        self.host, _, path = address.removeprefix("http://").partition("/")
        self.port = int(self.host.rpartition(":")[2])
        self.root = "/" + path

    def ask(self, path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.putrequest(method, path, skip_host=True)
        headers = {"Host": self.host, **headers}
        if body is not None:
            headers["Content-Length"] = str(len(body))
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers


def reads(visitor, folder):
    status, page, _ = visitor.ask(visitor.root)
    check(status == 200 and b'name="cmos-save"' in page and b'<source src="sound">' in page, "the page is served")
    sound = (folder / "episode.mp3").read_bytes()
    status, content, headers = visitor.ask(visitor.root + "sound")
    check(status == 200 and content == sound and headers["Accept-Ranges"] == "bytes", "the sound is served")
    for asked, begin, end in (("0-1", 0, 2), ("1000-", 1000, len(sound)), ("-500", len(sound) - 500, len(sound)), ("70000-200000", 70000, 200001)):
        status, content, headers = visitor.ask(visitor.root + "sound", Range=f"bytes={asked}")
        check(status == 206 and content == sound[begin:end] and headers["Content-Range"] == f"bytes {begin}-{end - 1}/{len(sound)}",
              f"bytes {asked} are served: {status}")
    check(visitor.ask(visitor.root + "sound", "HEAD")[0] == 200, "its size can be asked for")
    status, content, headers = visitor.ask(visitor.root + "sound", Range=f"bytes={len(sound)}-")
    check(status == 416 and headers["Content-Range"] == f"bytes */{len(sound)}" and not content, f"bytes behind its end are not: {status}")


def refuses(visitor, folder):
    root, own = visitor.root, f"http://{visitor.host}"
    token = root.strip("/")
    for path in ("/", "/sound", "/corrections", "/0" + token[1:] + "/" if token[0] != "0" else "/1" + token[1:] + "/", root[:-2] + "/"):
        check(visitor.ask(path)[0] == 403, f"without the token {path} is refused")
    for host in ("evil.example", f"localhost:{visitor.port}", "127.0.0.1", f"evil.example:{visitor.port}", ""):
        check(visitor.ask(root, Host=host)[0] in (400, 403), f"the host {host} is refused")
    for origin in ("https://evil.example", "null", f"http://127.0.0.1:{visitor.port + 1}", f"https://{visitor.host}"):
        check(visitor.ask(root, Origin=origin)[0] == 403, f"reading from {origin} is refused")
        check(visitor.ask(root + "corrections", "POST", CORRECTIONS, Origin=origin)[0] == 403, f"saving from {origin} is refused")
    check(visitor.ask(root + "corrections", "POST", CORRECTIONS)[0] == 403, "saving without an origin is refused")
    check(visitor.ask("/corrections", "POST", CORRECTIONS, Origin=own)[0] == 403, "saving without the token is refused")
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        check(visitor.ask(root + "corrections", method, b"", Origin=own)[0] >= 400, f"{method} is refused")
    for path in ("../episode.md", "..%2fepisode.md", "%2e%2e/episode.md", "episode.md", "./episode.md", "/etc/passwd", "sound/../episode.md",
                 "sound%00.md", "..\\episode.md", "....//episode.md", "sound/"):
        answer = raw(visitor.port, f"GET {root}{path} HTTP/1.1\r\nHost: {visitor.host}\r\nConnection: close\r\n\r\n".encode())
        check(b" 200 " not in answer.partition(b"\r\n")[0] and b"root:" not in answer and b"[transcript]" not in answer, f"{path} is refused: {answer[:60]}")
    answer = raw(visitor.port, f"GET http://{visitor.host}{root} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".encode())
    check(b" 200 " not in answer.partition(b"\r\n")[0], "a whole address with another host is refused")
    answer = raw(visitor.port, f"GET {root} HTTP/1.1\r\nHost: {visitor.host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n".encode())
    check(b" 200 " not in answer.partition(b"\r\n")[0], "two hosts are refused")
    check(not (folder / "episode.corrections.yaml").exists(), "nothing that was refused is saved")
    with socket.socket() as other:
        check(other.connect_ex(("127.0.0.2", visitor.port)) != 0, "it listens at no other address")


def saves(visitor, folder):
    file, own = folder / "episode.corrections.yaml", f"http://{visitor.host}"
    status, told, _ = visitor.ask(visitor.root + "corrections", "POST", b"corrections:\n- words: x\n  start: soon\n", Origin=own)
    check(status == 422 and b":3:10: error: a time is wanted here" in told and not file.exists(), f"what cannot be read is not saved: {told}")
    check(visitor.ask(visitor.root + "corrections", "POST", b"#" * 1_048_577, Origin=own)[0] == 413 and not file.exists(), "what is too large is not saved")
    status, told, _ = visitor.ask(visitor.root + "corrections", "POST", CORRECTIONS, Origin=own)
    check(status == 200 and file.read_bytes() == CORRECTIONS, f"corrections are saved: {status} {told}")
    check("00:00:17.400 --> 00:00:18.500" in (folder / "episode.vtt").read_text(), "and the captions are made again")
    check(b'"words":"Captions."' in visitor.ask(visitor.root)[1], "and the page")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        environment = prepare(folder)
        page = folder / "episode.md"
        done = subprocess.run([PROGRAM, "review", page], env=environment, capture_output=True, text=True)
        review = folder / "episode.review.html"
        check(done.returncode == 0 and review.exists() and opened(folder) == str(review) and done.stdout == f"{review}\n",
              f"the page is written and opened: {done}")
        (folder / "opened").unlink()
        check(not (folder / "episode.vtt").exists(), "and nothing else is")
        program = subprocess.Popen([PROGRAM, "review", "--serve", page], env=environment, stdout=subprocess.PIPE, text=True)
        try:
            address = program.stdout.readline().strip()
            check(address.startswith("http://127.0.0.1:"), f"the address is told: {address}")
            visitor = Visitor(address)
            reads(visitor, folder)
            check(opened(folder) == address, "the address is opened")
            refuses(visitor, folder)
            saves(visitor, folder)
        finally:
            program.send_signal(signal.SIGINT)
            code = program.wait(60)
        check(code == -signal.SIGINT, f"an interruption ends it: {code}")
        (folder / "libmicrohttpd.so.12").write_text("")
        without = subprocess.run([PROGRAM, "review", "--serve", page], env=dict(environment, LD_LIBRARY_PATH=str(folder)), capture_output=True, text=True)
        check(without.returncode == 1 and "error: libmicrohttpd cannot be loaded: " in without.stderr and "[libmicrohttpd-missing]" in without.stderr,
              f"without the library that serves there is an error: {without}")
        gone = subprocess.run([PROGRAM, "review", "--serve", folder / "none.md"], env=environment, capture_output=True, text=True)
        check(gone.returncode == 1 and "[not-found]" in gone.stderr, f"a page that is not there is an error: {gone}")
    return 1 if wrong else 0


sys.exit(main())
