#!/usr/bin/python3
"""The Slurm job makes what a local run makes, though a node is killed in the middle; a second run does nothing.

Runs munged, slurmctld and two slurmd of its own, on the loopback interface.
usage: slurm.py PROGRAM SAMPLES      (as root)
"""
import contextlib
import os
import pathlib
import signal
import subprocess
import sys
import time

from archive import PAGES, Archive, free_port

TASKS = 8


def write_configuration(root, names):
    nodes = "\n".join(f"NodeName={name} NodeHostname=localhost NodeAddr=127.0.0.1 Port={free_port()} CPUs=1"
                      for name in names)
    (root / "slurm.conf").write_text(f"""\
ClusterName=test
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort={free_port()}
AuthType=auth/munge
AuthInfo=socket={root}/munge.socket
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation={root}/state
SlurmdSpoolDir={root}/spool.%n
SlurmctldPidFile={root}/slurmctld.pid
SlurmdPidFile={root}/slurmd.%n.pid
SlurmctldLogFile={root}/slurmctld.log
SlurmdLogFile={root}/slurmd.%n.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdTimeout=5
{nodes}
PartitionName=all Nodes=ALL Default=YES State=UP
""")


@contextlib.contextmanager
def cluster(root, names=("n1", "n2"), pinned=False):
    """Yields the processes by name. Pinned nodes have a core of their own each."""
    keys = root / "munge"
    keys.mkdir(mode=0o700)
    (root / "state").mkdir()
    (keys / "key").write_bytes(os.urandom(1024))
    (keys / "key").chmod(0o400)
    write_configuration(root, names)
    os.environ["SLURM_CONF"] = str(root / "slurm.conf")
    commands = {
        "munged": ["munged", "--force", "--foreground", f"--key-file={keys}/key", f"--socket={root}/munge.socket",
                   f"--pid-file={root}/munged.pid", f"--log-file={keys}/log", f"--seed-file={keys}/seed"],
        "slurmctld": ["slurmctld", "-D"],
    }
    for core, name in enumerate(names):
        commands[name] = [*(["taskset", "-c", str(core)] if pinned else []), "slurmd", "-D", "-N", name]
    running = {}
    try:
        with open(root / "daemons.log", "wb") as log:
            for name, command in commands.items():
                running[name] = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
                time.sleep(1)
        wait_until(lambda: slurm("sinfo", "-h", "-o", "%T %D").strip() == f"idle {len(names)}",
                   "the nodes to be idle")
        yield running
    finally:
        for process in reversed(running.values()):
            process.terminate()
            process.wait()


def slurm(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def wait_until(condition, what, seconds=300):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"waited in vain for {what}: {slurm('squeue')} {slurm('sinfo')}")
        time.sleep(0.2)


def submit(samples, folder, pages, tasks):
    slurm("sbatch", f"--array=1-{tasks}", f"--chdir={folder}", samples / "cluster/captions.slurm", pages)


def processes_of(node):
    """What runs on the node for its tasks: the tasks' own processes behind the steps that started them."""
    found = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if f"SLURMD_NODENAME={node}\0".encode() not in (process / "environ").read_bytes():
                continue
            found.append(int(process.name))
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            if pathlib.Path(f"/proc/{parent}/comm").read_text().startswith("slurmstepd"):
                found.insert(0, parent)
    return found


def kill_node(daemon, node):
    """The node and all that runs on it is gone at once, in the middle of a page."""
    wait_until(lambda: processes_of(node), "a task on the node")
    daemon.kill()
    for process in processes_of(node):
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    daemon.wait()


def main():
    archive = Archive(sys.argv[1], sys.argv[2])
    os.environ["CAPTIONS"] = archive.program
    with cluster(archive.root) as daemons:
        submit(archive.samples, archive.root, archive.list, TASKS)
        wait_until(lambda: len(list(archive.folder.glob("*.vtt"))) >= PAGES // 4, "the first outputs")
        kill_node(daemons["n2"], "n2")
        wait_until(lambda: not slurm("squeue", "-h").strip(), "the jobs to end")
        if "Restarts=1" not in slurm("scontrol", "show", "job"):
            sys.exit("no task of the killed node went to the other one")
        archive.check("the job")

        before = {path: path.stat().st_mtime_ns for path in archive.folder.iterdir()}
        submit(archive.samples, archive.root, archive.list, TASKS)
        wait_until(lambda: not slurm("squeue", "-h").strip(), "the second run to end")
        if before != {path: path.stat().st_mtime_ns for path in archive.folder.iterdir()}:
            sys.exit("the second run did something")


if __name__ == "__main__":
    main()
