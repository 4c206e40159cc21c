"""Table of sources: what is meant by a reference that is no row of source 000."""

import json
import re
import tomllib
from functools import cache
from pathlib import Path

from model.document.markdown import table
from model.measures import MEASURES
from model.parameters import catalogue
from model.vocabularies import VOCABULARIES

SOURCES = Path(__file__).parent / "sources.toml"
"""What each reference says, one line each, by the words that stand in the tables."""

CLAIMS = Path(__file__).parents[2] / "figures" / "claims" / "index.json"
"""The claims that were tried, with the rows that each rests on."""

ROW = re.compile(r"\d{3}-\d{2}")


@cache
def explained() -> dict[str, str]:
    """What each reference says, by the words that stand in the tables."""
    return tomllib.loads(SOURCES.read_text(encoding="utf-8"))["source"]


def references() -> list[str]:
    """References of parameters, measures and claims that are no evidence rows, each once."""
    records = [*catalogue().values(), *(r for theme in VOCABULARIES.values() for r in theme.records(""))]
    texts = [record.source for record in records] + [measure.row for measure in MEASURES.values()]
    texts += [row for claim in json.loads(CLAIMS.read_text(encoding="utf-8")) for row in claim["rows"]]
    parts = (part.strip() for text in texts for part in text.split(";"))
    return sorted({part for part in parts if part and not ROW.match(part)})


def sources() -> str:
    """One line a reference, in the order in which they are explained."""
    cited = references()
    return table(("reference", "what it says"), [line for line in explained().items() if line[0] in cited])
