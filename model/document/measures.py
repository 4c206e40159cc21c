"""Table of measures."""

from model.document.markdown import code, table
from model.measures import MEASURES, OF_CENTRES, OF_UNITS


def measures() -> str:
    """Every measure with unit, definition and row, theme by theme."""
    themes = dict.fromkeys(m.theme for m in MEASURES.values())
    parts = []
    for theme in themes:
        rows = [(code(m.name), m.unit, m.definition, m.row) for m in MEASURES.values() if m.theme == theme]
        parts.append(f"**{theme}**{where(theme)}\n\n" + table(("name", "unit", "definition", "row"), rows))
    return "\n\n".join(parts)


def where(theme: str) -> str:
    """In which organisations the measures of a theme apply at all, as words to put behind its name."""
    return " (in call centres)" if theme in OF_CENTRES else " (with service units)" if theme in OF_UNITS else ""
