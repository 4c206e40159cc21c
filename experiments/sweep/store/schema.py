"""What a store holds, as SQL. A change of this file raises VERSION; stores of another version are refused."""

APPLICATION = 0x44534B53
"""`DSKS`: marks an SQLite file as a store of DeskSales (bytes 68 to 71 of the file)."""

VERSION = 1

SCHEMA = """
-- What the sweep is, each as JSON: sweep, base (complete parameters), scenario, model_version, definition, plan_digest.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Tables that the sweep keeps of every run beside the measures, each with its period.
CREATE TABLE kept (tab TEXT PRIMARY KEY, period TEXT NOT NULL) WITHOUT ROWID;

-- An alternative at a point of the design. `factors` are the varied values, `changes` all that differs from the base
-- in the words of the scenario, `overrides` the complete parameters that differ from those of the base.
CREATE TABLE cells (
    cell INTEGER PRIMARY KEY,
    alternative TEXT NOT NULL,
    point INTEGER NOT NULL,
    factors TEXT NOT NULL,
    changes TEXT NOT NULL,
    overrides TEXT NOT NULL
);

-- The runs of the present design. Two cells with equal parameters share a run.
CREATE TABLE plan (
    replication INTEGER NOT NULL,
    cell INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    run TEXT NOT NULL,
    PRIMARY KEY (replication, cell)
) WITHOUT ROWID;
CREATE INDEX plan_run ON plan (run);

-- What came of a run, whether or not the present design still asks for it. `digest` covers what decides tables.
CREATE TABLE runs (
    run TEXT PRIMARY KEY,
    model_version TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    seconds REAL NOT NULL,
    n_events INTEGER NOT NULL,
    n_contacts INTEGER NOT NULL,
    measures TEXT NOT NULL,
    digest TEXT NOT NULL
) WITHOUT ROWID;

-- Rows of other tables of a run, packed (see `outcome.Block`).
CREATE TABLE blocks (
    run TEXT NOT NULL,
    tab TEXT NOT NULL,
    period TEXT NOT NULL,
    n_rows INTEGER NOT NULL,
    content BLOB NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (run, tab, period)
);

-- How many workers died during a run that has no outcome yet.
CREATE TABLE deaths (run TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;

-- Who worked on the store and when: provenance. `ended` stays null if the program was killed.
CREATE TABLE sessions (
    session INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    ended TEXT,
    workers INTEGER NOT NULL,
    n_runs INTEGER NOT NULL DEFAULT 0,
    about TEXT NOT NULL
);
"""
