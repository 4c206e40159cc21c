"""Splice the generated tables into `model/README.md`, or say which of them are stale."""

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path

from model.document.channels import channels
from model.document.coverage import coverage
from model.document.draws import draws
from model.document.measures import measures
from model.document.parameters import calibrated, grades, parameters
from model.document.rules import rules
from model.document.scenarios import scenarios
from model.document.schedule import schedule
from model.document.source import MODEL
from model.document.sources import sources
from model.document.state import codebook, entities, state

PAGE = MODEL / "README.md"

BLOCKS: dict[str, Callable[[], str]] = {
    "schedule": schedule, "entities": entities, "state": state, "codebook": codebook, "draws": draws,
    "parameters": parameters, "calibrated": calibrated, "grades": grades, "channels": channels,
    "rules": rules, "measures": measures, "scenarios": scenarios, "sources": sources,
    "coverage": coverage,
}  # fmt: skip
"""Generated blocks by the name in their marker."""

BLOCK = re.compile(r"(<!-- generated: (\S+) -->\n)(.*?)(<!-- end -->)", re.S)


class PageError(ValueError):
    """The page's markers are not as they should be; the message is one sentence."""


def written(page: str) -> str:
    """The page with every block made anew; text outside the blocks stays as it is."""
    _check_markers(page)
    return BLOCK.sub(lambda found: f"{found[1]}\n{BLOCKS[found[2]]()}\n\n{found[4]}", page)


def stale(page: str) -> list[str]:
    """Names of the blocks that differ from what the code says now."""
    _check_markers(page)
    return [name for _, name, text, _ in BLOCK.findall(page) if text != f"\n{BLOCKS[name]()}\n\n"]


def main(arguments: list[str] | None = None, page: Path = PAGE) -> int:
    """Rewrite the page, or check it. Returns the exit status: 1 if a block is stale or a marker wrong."""
    parser = argparse.ArgumentParser("python -m model.document", description="Tables of the model's README.")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 naming what is stale")
    check = parser.parse_args(arguments).check
    old = page.read_text(encoding="utf-8")
    try:
        if check:
            names = stale(old)
            if names:
                message = f"{page.name} is stale in: {', '.join(names)}. Run python -m model.document."
                print(message, file=sys.stderr)
            return 1 if names else 0
        new = written(old)
    except PageError as error:
        print(error, file=sys.stderr)
        return 1
    if new != old:
        page.write_text(new, encoding="utf-8")
    return 0


def _check_markers(page: str) -> None:
    opened = re.findall(r"^<!-- generated: (.*?) -->$", page, re.M)
    whole = [name for _, name, _, _ in BLOCK.findall(page)]
    for name in opened:
        if name not in BLOCKS:
            raise PageError(f"The page has a block {name!r}; the blocks are {', '.join(BLOCKS)}.")
    for name in BLOCKS:
        if opened.count(name) != 1:
            raise PageError(f"The page has {opened.count(name)} blocks {name!r}; it must have one.")
    if whole != opened:
        broken = next(name for name in opened if name not in whole)
        raise PageError(f"The block before {broken!r}, or {broken!r} itself, lacks its <!-- end --> marker.")
