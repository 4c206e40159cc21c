"""Sweeps: a design of many runs, kept run by run in a store that outlives whatever kills the program.

`file` says what is asked for, `designs` turns it into points, `plan` into runs, `run` has them done by an
`executor` and committed to the `store`, and `export` writes what is in the store as tidy tables.
"""
