"""Sweeps on more than one machine: the runs go to a Dask cluster, the store stays where the sweep was started.

Each task of the cluster is one run, which a Dask worker hands to a process of its own (`there`), so that the limits of
a run and the deaths of its process are dealt with there just as they are on one machine. The packages that this needs
are the extra `cluster`; nothing of them is loaded before `--cluster` is given.
"""
