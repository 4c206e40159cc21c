"""Tables of entities and state variables, from the docstrings that are the tables' schema."""

from model.document.markdown import code, table
from model.document.source import first_sentence
from model.world import codes as names
from model.world.world import SINGLE, TABLES

CODES = {
    "kind (Issues)": names.ISSUE_KINDS,
    "state (Issues)": names.ISSUE_STATES,
    "channel": names.CHANNELS,
    "kind of work (Ledger, DayLedger)": names.MINUTES,
    "event (Log)": names.LOG_EVENTS,
}


def entities() -> str:
    """One line a table: what a row stands for and how many state variables it has."""
    rows = [
        (code(name), code(kind.__name__), first_sentence(kind.__doc__).split(".")[0], len(kind.schema))
        for name, kind in _tables()
    ]
    return table(("table", "schema", "what a row is", "state variables"), rows)


def state() -> str:
    """Every state variable: column, type, unit, meaning."""
    parts = []
    for name, kind in _tables():
        rows = [(code(column), dtype, unit, meaning) for column, dtype, unit, meaning in kind.schema]
        parts.append(
            f"**{name}** ({kind.__name__}): {first_sentence(kind.__doc__)}\n\n"
            + table(("column", "type", "unit", "meaning"), rows)
        )
    return "\n\n".join(parts)


def codebook() -> str:
    """The numbers that stand for words in columns of codes."""
    rows = [(what, ", ".join(f"{n} {word}" for n, word in enumerate(words))) for what, words in CODES.items()]
    return table(("column", "number and word"), rows)


def _tables() -> list[tuple[str, type]]:
    first = [name for name in SINGLE if TABLES[name].__dict__.get("schema")]
    return [(name, TABLES[name]) for name in [*first, *(name for name in TABLES if name not in SINGLE)]]
