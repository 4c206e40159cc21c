"""A sweep on a real Slurm: one controller and one node on this machine, begun and ended by this package.

On a cluster that has Slurm nothing of this is needed: `desksales sweep SWEEP.toml --cluster slurm`. Here the same
command is tried where there is none, with Debian's packages, as root:

    apt-get install --no-install-recommends slurm-wlm munge
    .venv/bin/python -m experiments.slurm

It does `sweep.toml` on this machine alone, then on two jobs of Slurm one of which is cancelled on the way, and compares
the exports byte by byte. What it last printed is in transcript.txt.
"""
