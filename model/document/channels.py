"""Table of the five channels and their five properties."""

from model.document.markdown import code, number, table
from model.parameters import CHANNELS, THEMES
from model.parameters.channels import FIELDS
from model.world.codes import CHANNELS as WORDS


def channels() -> str:
    """What each channel lets people see, reach and refuse, by default."""
    records = {group: THEMES[group].records(group) for group in CHANNELS}
    rows = [
        (code(group), words, *(number(r.default) for r in records[group]), records[group][0].source)
        for group, words in zip(CHANNELS, WORDS, strict=True)
    ]
    properties = table(
        ("property", "symbol", "unit", "meaning"),
        ((code(name), symbol, unit, meaning) for name, (unit, _, _, meaning, symbol) in FIELDS.items()),
    )
    return f"{table(('group', 'channel', *FIELDS, 'source'), rows)}\n\n{properties}"
