"""Table of measures."""

from model.document.markdown import code, table
from model.measures import MEASURES


def measures() -> str:
    """Every measure with unit, definition and row, theme by theme."""
    themes = dict.fromkeys(m.theme for m in MEASURES.values())
    parts = []
    for theme in themes:
        rows = [(code(m.name), m.unit, m.definition, m.row) for m in MEASURES.values() if m.theme == theme]
        parts.append(f"**{theme}**\n\n" + table(("name", "unit", "definition", "row"), rows))
    return "\n\n".join(parts)
