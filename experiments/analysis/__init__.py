"""Planning and analysing sweeps: pure functions from tables of runs to tables of results."""
