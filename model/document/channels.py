"""Table of the five channels and their properties."""

from model.document.markdown import code, number, table
from model.parameters import CHANNELS, THEMES
from model.parameters.channels import FIELDS
from model.world.codes import CHANNELS as WORDS


def channels() -> str:
    """What each channel lets people see, reach and refuse, by default."""
    records = {group: {r.name: r for r in THEMES[group].records(group)} for group in CHANNELS}
    rows = []
    for group, words in zip(CHANNELS, WORDS, strict=True):
        mine = records[group]
        values = (number(mine[name].default) if name in mine else "–" for name in FIELDS)
        rows.append((code(group), words, *values, next(iter(mine.values())).source))
    properties = table(
        ("property", "symbol", "unit", "meaning"),
        ((code(name), symbol, unit, meaning) for name, (unit, _, _, meaning, symbol) in FIELDS.items()),
    )
    return f"{table(('group', 'channel', *FIELDS, 'source'), rows)}\n\n{properties}"
