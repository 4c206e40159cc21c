"""The store of a sweep: one SQLite file, written by one process, one transaction a run.

`schema` says what is in it, `open_store` opens it for reading and `open_for_writing` for writing; both look
first whether the file is a store and whole.
"""

from experiments.sweep.store.opening import open_for_writing, open_store
from experiments.sweep.store.reading import PlannedRun, Store
from experiments.sweep.store.writing import WritableStore

__all__ = ["PlannedRun", "Store", "WritableStore", "open_for_writing", "open_store"]
