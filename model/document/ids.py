"""Evidence row ids in running text: `000-16`, `000-16, 000-17`, `000-16, 17`, `000-12..14`."""

import re

NUMBER, LAST = r"(\d{2})(?![\d-])", r"(?:\.\.(\d{2})(?!\d))?"
MORE = r"((?:, \d{2}(?![\d-])(?:\.\.\d{2}(?!\d))?)*)"
CITATION = re.compile(r"(?<![\d-])(\d{3})-" + NUMBER + LAST + MORE)
PART = re.compile(r"(\d{2})(?:\.\.(\d{2}))?")


def row_ids(text: str) -> list[str]:
    """Ids of all rows that a text cites, in the order of the text and each once.

    A range `000-12..14` stands for 12, 13 and 14; after an id, `, 17` stands for a row of the same source.
    """
    found: dict[str, None] = {}
    for source, first, last, more in CITATION.findall(text):
        spans = [(first, last), *PART.findall(more)]
        for low, high in spans:
            for number in range(int(low), int(high or low) + 1):
                found[f"{source}-{number:02d}"] = None
    return list(found)
