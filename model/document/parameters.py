"""Tables of parameters: by theme, and by how well each is known."""

from model.document.markdown import code, codes, number, table
from model.document.source import first_sentence
from model.parameters import CHANNELS, TABLES, THEMES, catalogue
from model.parameters.record import Record
from model.vocabularies import VOCABULARIES

POSTERIOR = "F: posterior"
"""The reference of values that are one particle of a posterior."""

HEAD = ("name", "symbol", "default", "unit", "allowed", "meaning", "source", "grade")


def parameters() -> str:
    """Every parameter, one table a theme; then those of each row of a table, and the words of each vocabulary."""
    parts = [
        _theme(group, first_sentence(theme.__doc__), theme.records(group)) for group, theme in THEMES.items()
    ]
    for table_name, theme in TABLES.items():
        parts.append(_theme(f"{table_name}.NAME", first_sentence(theme.__doc__), theme.records(f"{table_name}.NAME")))
    for name, theme in VOCABULARIES.items():
        parts.append(_theme(f"vocabulary {name}", first_sentence(theme.__doc__), theme.records("")))
    return "\n\n".join(parts)


def grades() -> str:
    """Which parameters were moved in the calibration and which are assumptions, by grade."""
    meaning = {
        "measured": "a figure in the sources",
        "estimated": "taken from another study",
        "calibrated": "moved until the published patterns were met, by hand or in the fit under F",
        "assumed": "no source for the value; to be varied before a result is believed",
        "design": "a choice of the scholar, not a quantity to be known",
    }
    rows = []
    for grade, words in meaning.items():
        records = [r for r in catalogue().values() if r.grade == grade]
        shown = [r for r in records if r.group not in CHANNELS]
        names = codes(r.full_name for r in shown)
        if len(shown) < len(records):
            names += f", and the {len(records) - len(shown)} properties of channels (table Channels)"
        rows.append((grade, words, len(records), names))
    return table(("grade", "means", "number", "parameters"), rows)


def calibrated() -> str:
    """The values that the calibrations arrived at, and by which of them."""
    rows = [
        (code(r.full_name), r.symbol, number(r.default), r.unit, r.meaning,
         "posterior" if POSTERIOR in r.source else "by hand")
        for r in catalogue().values()
        if r.grade == "calibrated"
    ]  # fmt: skip
    return table(("parameter", "symbol", "value", "unit", "meaning", "found"), rows)


def _theme(title: str, sentence: str, records: list[Record]) -> str:
    rows = [
        (code(r.name), r.symbol, number(r.default), r.unit, _allowed(r), r.meaning, r.source, r.grade)
        for r in records
    ]
    return f"**{title}**: {sentence}\n\n{table(HEAD, rows)}"


def _allowed(record: Record) -> str:
    if record.choices or record.kind in (bool, list, str):
        return record.allowed.removeprefix("one of ")
    return f"{record.low:g} to {record.high:g}"
