"""Do a sweep here and on Slurm, and say whether the exports are the same bytes: `python -m experiments.slurm`."""

import hashlib
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from experiments.slurm.node import one_node
from experiments.sweep.cluster.connecting import SLURM, connected
from experiments.sweep.export import export
from experiments.sweep.file import Sweep
from experiments.sweep.provenance import now
from experiments.sweep.run import Progress, run_sweep
from experiments.sweep.store import open_store

SWEEP = Path(__file__).with_name("sweep.toml")
GONE_WITHIN = 30.0
"""Seconds in which Slurm ends the jobs that are cancelled when the sweep is over."""


def main() -> int:
    """Print the transcript; 0 if all bytes are equal."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends this, its daemons end with it
    sweep = Sweep.read(SWEEP)
    with tempfile.TemporaryDirectory() as folder:
        here, there, slurm = Path(folder) / "here.sqlite", Path(folder) / "slurm.sqlite", Path(folder) / "daemons"
        slurm.mkdir()
        print(f"{now()}, {SWEEP.name}")
        _timed("On this machine, 2 workers", lambda: run_sweep(sweep, here, workers=2))
        try:
            with one_node(slurm):
                print(_told("slurmctld", "-V"), "and", _told("munged", "-V").splitlines()[0], "on one node:")
                print(_told("sinfo", "--noheader", "--format=%P %D node %c cores %m MiB %T"))
                _timed("On 2 jobs of Slurm, one cancelled on the way", lambda: _on_slurm(sweep, there))
                print(f"Left in the queue within {GONE_WITHIN:g} seconds: {_left() or 'nothing'}")
        except RuntimeError as error:
            print(error, file=sys.stderr)
            return 2
        digests = {_digest(store) for store in (here, there)}
    print(f"SHA-256 over all exported tables: {', '.join(sorted(digests))}")
    print("Here and on Slurm: the same bytes." if len(digests) == 1 else "Here and on Slurm: NOT the same bytes.")
    return len(digests) - 1


def _on_slurm(sweep: Sweep, store: Path) -> Progress:
    """The sweep on Slurm's jobs; the first job is cancelled when a fifth of the runs is done."""
    due = [sweep.n_replications * 5]

    def tell(progress: Progress) -> None:
        if due and progress.done >= due[0]:
            due.pop()
            first, *_ = _jobs().split()
            print(f"after {progress.done} runs: jobs {_jobs()}; scancel {first}")
            subprocess.run(["scancel", first], check=True)

    logs = sweep.cluster.model_copy(update={"log_directory": str(store.parent / "logs")})
    sweep = sweep.model_copy(update={"cluster": logs})
    with connected(SLURM, sweep, lambda sentence: print(sentence, file=sys.stderr)) as reached:
        done = run_sweep(sweep, store, reached.n_threads, tell=tell, executors=reached.executor)
        print(f"at the end: jobs {_jobs()}")
        return done


def _timed(what: str, job) -> None:
    begun = time.perf_counter()
    done = job()
    seconds = time.perf_counter() - begun
    print(f"{what}: {done.done} runs, {done.failures} failures, {seconds:.1f} s from the beginning to the end.")


def _jobs() -> str:
    """Numbers of the jobs that Slurm has."""
    return " ".join(_told("squeue", "--noheader", "--format=%A").split())


def _left() -> str:
    """Jobs that are still there after a while."""
    deadline = time.monotonic() + GONE_WITHIN
    while _jobs() and time.monotonic() < deadline:
        time.sleep(0.5)
    return _jobs()


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


def _digest(store: Path) -> str:
    """Hash of all exported tables, in the order of their names."""
    digest = hashlib.sha256()
    with tempfile.TemporaryDirectory() as folder, open_store(store) as opened:
        export(opened, Path(folder) / "tables")
        for file in sorted((Path(folder) / "tables").glob("*.parquet")):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
