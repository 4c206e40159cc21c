"""Table of coverage: every evidence row, and where it stands in the code or why it does not."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from model.document.markdown import codes, table
from model.document.places import Places, cited_anywhere, places
from model.parameters import THEMES

ROWS = Path(__file__).parent / "rows.toml"
"""What the source says, one line a row; `reason` if a row has no place, `limit` if its place is thin."""


@cache
def rows() -> dict[str, dict[str, str]]:
    """The curated lines by row id."""
    return _content()["row"]


HEAD = ("row", "what the source says", "parameters", "rules, state and engine", "measures", "tests", "limits")


def coverage() -> str:
    """One line a row: what the source says, where it stands in the code, who tests it, what is left out."""
    found = places()
    lines = [_line(row, about, found.get(row, Places())) for row, about in rows().items()]
    return table(HEAD, lines)


def without_place(about: dict[str, dict[str, str]], found: dict[str, Places]) -> list[str]:
    """Rows that have neither a place in the code nor a reason for having none."""
    placed = {row for row, where in found.items() if where.is_modelled}
    return [row for row, text in about.items() if "reason" not in text and row not in placed]


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
    where = [*found.rules, *found.state, *found.engine]
    names = (shortened(found.parameters), where, found.measures, found.tests)
    return (row, about["says"], *(codes(some) for some in names), limits)


def shortened(names: Iterable[str]) -> list[str]:
    """Parameter names in which a whole group stands as `group.*`."""
    names = list(names)
    groups = {name.split(".")[0] for name in names}
    whole = {g for g in groups & set(THEMES) if {r.full_name for r in THEMES[g].records(g)} <= set(names)}
    return list(dict.fromkeys(f"{g}.*" if (g := name.split(".")[0]) in whole else name for name in names))


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads(ROWS.read_text(encoding="utf-8"))
