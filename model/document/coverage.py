"""Table of coverage: every evidence row of the M-Tel source, and where it stands in the code or why it does not."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from model.document.markdown import codes, table
from model.document.places import Places, cited_anywhere, places

ROWS = Path(__file__).parent / "rows.toml"
"""What the sources say, row by row, in one line; `reason` where a row has no place; `limit` where the place is thin."""


@cache
def rows() -> dict[str, dict[str, str]]:
    """The curated lines by row id."""
    return _content()["row"]


def coverage() -> str:
    """One line a row: what the source says, where it is in the code, which tests cite it, what is left out."""
    found = places()
    lines = [_line(row, about, found.get(row, Places())) for row, about in rows().items()]
    return table(("row", "what the source says", "parameters", "rules, state and engine", "measures", "tests", "limits"), lines)


def without_place(about: dict[str, dict[str, str]], found: dict[str, Places]) -> list[str]:
    """Rows that have neither a place in the code nor a reason for having none."""
    return [row for row, text in about.items() if "reason" not in text and not found.get(row, Places()).is_modelled]


def unknown(cited: dict[str, list[str]] | None = None) -> list[str]:
    """Ids cited somewhere that no source has, with the files that cite them."""
    last = _content()["last"]
    cited = cited_anywhere() if cited is None else cited
    return [
        f"{row} in {', '.join(files)}"
        for row, files in cited.items()
        if not 1 <= int(row[4:]) <= last.get(row[:3], 0)
    ]


def _line(row: str, about: dict[str, str], found: Places) -> tuple[str, ...]:
    limits = " ".join(about[key] for key in ("reason", "limit") if key in about)
    where = codes([*found.rules, *found.state, *found.engine])
    return (row, about["says"], codes(found.parameters), where, codes(found.measures), codes(found.tests), limits)


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads(ROWS.read_text(encoding="utf-8"))
