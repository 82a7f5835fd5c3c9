#!/usr/bin/python3
"""The ssh job makes what a local run makes, though a machine is killed in the middle; a second run does nothing.

Runs two sshd of its own, on the loopback interface.
usage: ssh.py PROGRAM SAMPLES      (as root)
"""
import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

from archive import PAGES, Archive, free_port

SSHD = "/usr/sbin/sshd"


class Machines:
    """Two machines, n1 and n2, that ssh reaches by these names."""

    def __init__(self, root):
        pathlib.Path("/run/sshd").mkdir(exist_ok=True)  # Where sshd separates its privileges.
        for key in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", root / key], check=True)
        shutil.copy(root / "user.pub", root / "authorized")
        self.root = root
        self.daemons = {}
        config = ""
        for name in ("n1", "n2"):
            port = free_port()
            self.daemons[name] = subprocess.Popen(
                [SSHD, "-D", "-e", "-f", "/dev/null", "-h", root / "host", "-p", str(port),
                 "-o", "ListenAddress=127.0.0.1", "-o", f"AuthorizedKeysFile={root}/authorized", "-o", "PidFile=none",
                 "-o", "StrictModes=no", "-o", "PermitRootLogin=yes", "-o", f"SetEnv=MACHINE={name}"],
                stderr=open(root / f"{name}.log", "wb"))
            config += f"Host {name}\n  HostName 127.0.0.1\n  Port {port}\n"
        config += (f"Host *\n  IdentityFile {root}/user\n  UserKnownHostsFile {root}/known\n"
                   "  StrictHostKeyChecking no\n  LogLevel ERROR\n")
        (root / "ssh_config").write_text(config)
        (root / "hosts.txt").write_text("1/n1\n1/n2\n")
        os.environ["PARALLEL_SSH"] = f"ssh -F {root}/ssh_config"

    def processes_of(self, name):
        """The pages' processes on the machine, and the daemon's own that serve them."""
        found = set()
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if f"MACHINE={name}\0".encode() in (process / "environ").read_bytes():
                    found.add(int(process.name))
        return found

    def kill(self, name):
        while not self.processes_of(name):
            time.sleep(0.01)
        children = subprocess.run(["pgrep", "-P", str(self.daemons[name].pid)], capture_output=True, text=True,
                                  check=False).stdout.split()
        for process in [self.daemons[name].pid, *map(int, children), *self.processes_of(name)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.daemons[name].wait()

    def stop(self):
        for daemon in self.daemons.values():
            daemon.terminate()
            daemon.wait()


def start(archive):
    return subprocess.Popen(
        [archive.samples / "cluster/captions-over-ssh", archive.root / "hosts.txt", archive.list],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    archive = Archive(sys.argv[1], sys.argv[2])
    os.environ["CAPTIONS"] = archive.program
    machines = Machines(archive.root)
    try:
        job = start(archive)
        while len(list(archive.folder.glob("*.vtt"))) < PAGES // 4 and job.poll() is None:
            time.sleep(0.1)
        machines.kill("n2")
        if job.wait(timeout=300) != 0:
            sys.exit(f"the job ended with {job.returncode}")
        archive.check("the job")

        before = {path: path.stat().st_mtime_ns for path in archive.folder.iterdir()}
        if start(archive).wait(timeout=300) != 0:
            sys.exit("the second run failed")
        if before != {path: path.stat().st_mtime_ns for path in archive.folder.iterdir()}:
            sys.exit("the second run did something")
    finally:
        machines.stop()


main()
