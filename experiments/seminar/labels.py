"""What parameters and measures are called on the page.

A parameter's record has a meaning, whose beginning is its label where that is short enough. A measure's definition is a
sentence, and several measures share its beginning; so its label is made from the name: the longest phrase of
`labels.toml` that the name begins with, then what follows it as words, then its ending in brackets. Units stand beside
a label and are left out of its words.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from model.parameters.record import Record

FILE = Path(__file__).parent / "labels.toml"
UNITS = ("hours", "minutes", "seconds", "s")
"""Words that the unit says already, where they do not begin a name."""
LONGEST = 92
"""Characters of a parameter's label: four lines beside the network at most."""
ASIDES = re.compile(r" \([^)]*\)")
STOPS = re.compile(r"[:;]|, (?=and |or |by |as |if |for |with |beside |over |once |when |where |while |without )")
"""What is left out of a meaning, and where it may be broken off."""


@cache
def phrases() -> dict[str, dict[str, str]]:
    """The lists of the file: `phrases`, `endings`, `words`."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def label(name: str) -> str:
    """What a measure is called: `wait_hours_desk_p50` is the wait of requests through the desk (median)."""
    known, endings, spelt = (phrases()[part] for part in ("phrases", "endings", "words"))
    parts = name.split("_")
    began = next((n for n in range(len(parts), 0, -1) if "_".join(parts[:n]) in known), 0)
    rest = [part for place, part in enumerate(parts) if place >= began and (part not in UNITS or not place)]
    last = max((end for end in endings if f"_{'_'.join(rest)}".endswith(f"_{end}")), key=len, default="")
    ending = f" ({endings[last]})" if last else ""
    rest = rest[: -len(last.split("_"))] if last else rest
    words = [known["_".join(parts[:began])]] if began else []
    return _begun(" ".join(words + [spelt.get(part, part) for part in rest]) + ending)


def label_of(record: Record) -> str:
    """What a parameter is called: the beginning of its meaning, or its name in words where that has no short one."""
    meaning = STOPS.split(ASIDES.sub("", record.meaning), maxsplit=1)[0].strip()
    fits = 0 < len(meaning) <= LONGEST and not meaning.startswith("The same")
    return _begun(meaning if fits else record.name.replace("_", " "))


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
