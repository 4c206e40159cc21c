"""A Slurm of one node in a folder of its own: munge for trust, a controller, a node daemon."""

import os
import platform
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NEEDED = ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "sinfo")
UP_WITHIN = 60.0
"""Seconds that the node has to come up."""

CONFIGURATION = """
ClusterName=desksales
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldPort=16817
SlurmdPort=16818
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
# Nothing that needs control groups or a database, so that it works in a container, too.
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
MpiDefault=none
SwitchType=switch/none
NodeName={host} NodeAddr=127.0.0.1 CPUs={cores} RealMemory={mib} State=UNKNOWN
PartitionName=all Nodes={host} Default=YES MaxTime=01:00:00 State=UP
"""


@contextmanager
def one_node(folder: Path) -> Iterator[None]:
    """A Slurm that this process and those it starts talk to (by SLURM_CONF), ended afterwards.

    Raises
    ------
    RuntimeError : if a program is missing, this is not root, or the node does not come up; in one sentence.
    """
    missing = [name for name in NEEDED if shutil.which(name, path=_path()) is None]
    if missing or os.geteuid() != 0:
        raise RuntimeError(
            f"Slurm cannot be started here ({', '.join(missing) + ' missing' if missing else 'not root'}); as root on "
            "Debian: apt-get install --no-install-recommends slurm-wlm munge."
        )
    for name in ("state", "spool"):
        (folder / name).mkdir()
    mib = (os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20) // 2
    text = CONFIGURATION.format(host=platform.node().split(".")[0], folder=folder, cores=os.cpu_count(), mib=mib)
    (folder / "slurm.conf").write_text(text)
    before = dict(os.environ)
    os.environ |= {"SLURM_CONF": str(folder / "slurm.conf"), "PATH": _path()}
    daemons: list[subprocess.Popen] = []
    try:
        for command in (_munge(folder), ["slurmctld", "-D"], ["slurmd", "-D"]):
            daemons.append(_started(command, folder))
            time.sleep(1.0)
        _wait_for_node(folder)
        yield
    finally:
        for daemon in reversed(daemons):
            daemon.terminate()
            try:
                daemon.wait(20)
            except subprocess.TimeoutExpired:
                daemon.kill()
        os.environ.clear()
        os.environ.update(before)


def _munge(folder: Path) -> list[str]:
    key = folder / "munge.key"
    key.touch(0o600)
    key.write_bytes(os.urandom(1024))
    places = [f"--{name}-file={folder / 'munge'}.{name}" for name in ("key", "pid", "log", "seed")]
    return ["munged", "--foreground", "--force", f"--socket={folder / 'munge.socket'}", *places]


def _started(command: list[str], folder: Path) -> subprocess.Popen:
    with (folder / f"{command[0]}.out").open("w") as out:
        return subprocess.Popen(command, stdout=out, stderr=out)


def _wait_for_node(folder: Path) -> None:
    deadline = time.monotonic() + UP_WITHIN
    while time.monotonic() < deadline:
        state = subprocess.run(["sinfo", "--noheader", "--format=%T"], capture_output=True, text=True).stdout.strip()
        if state == "idle":
            return
        time.sleep(0.5)
    said = "\n".join(file.read_text()[-500:] for file in sorted(folder.glob("*.out")))
    raise RuntimeError(f"The node did not come up within {UP_WITHIN:g} seconds.\n{said}")


def _path() -> str:
    return os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
