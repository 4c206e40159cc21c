"""Small pieces of Markdown."""

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; a bar inside a cell is escaped and a line break becomes a blank."""
    lines = [_line(head), "|" + "---|" * len(head)]
    return "\n".join(lines + [_line(row) for row in rows])


def code(text: object) -> str:
    """A name as it stands in the code."""
    return f"`{text}`"


def codes(names: Iterable[object]) -> str:
    """Several names, separated by commas."""
    return ", ".join(code(name) for name in names)


def number(value: object) -> str:
    """A value as a reader would write it: no trailing zeros, true and false in lower case."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list):
        return "[" + ", ".join(number(item) for item in value) + "]"
    return str(value)


def _line(cells: Sequence[object]) -> str:
    return "| " + " | ".join(" ".join(str(cell).split()).replace("|", "\\|") for cell in cells) + " |"
