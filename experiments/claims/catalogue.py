"""Which claims there are: every module `claim_NN_words.py` of this folder has one, called `CLAIM`."""

import re
from functools import cache
from importlib import import_module
from pathlib import Path

from experiments.claims.claim import Claim, ClaimError

FOLDER = Path(__file__).parent
NAME = re.compile(r"claim_(\d\d)_\w+")


@cache
def stems() -> dict[int, str]:
    """From the number of every claim to the stem of its files, in order."""
    found = sorted(file.stem for file in FOLDER.glob("claim_[0-9]*.py"))
    numbers = {int(NAME.fullmatch(stem).group(1)): stem for stem in found}
    if len(numbers) < len(found):
        raise ClaimError(f"Two claims have one number; the modules are {', '.join(found)}.")
    return numbers


def claim_of(stem: str) -> Claim:
    """The claim of a module."""
    return import_module(f"experiments.claims.{stem}").CLAIM


def chosen(numbers: str) -> list[str]:
    """Stems of the claims that a text names: `all`, `7`, `7,12`, or those that there are in `3-9`.

    Raises
    ------
    ClaimError : for a text that names no claim, in one sentence.
    """
    known = stems()
    if numbers.strip() == "all":
        return list(known.values())
    wanted: list[int] = []
    for part in numbers.split(","):
        ends = re.fullmatch(r"\s*(\d+)(?:\s*-\s*(\d+))?\s*", part)
        if ends is None:
            raise ClaimError(f"The claim is {numbers!r}; it must be a number, a list such as 3,7-9, or all.")
        first, last = int(ends.group(1)), int(ends.group(2) or ends.group(1))
        wanted += [first] if first == last else [number for number in known if first <= number <= last]
    missing = [number for number in wanted if number not in known]
    if missing or not wanted:
        raise ClaimError(f"There is no claim {missing[0] if missing else numbers}; there are {spoken(known)}.")
    return [known[number] for number in dict.fromkeys(wanted)]


def spoken(numbers: object) -> str:
    """Numbers in words: `1 to 30, 33`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{low} to {high}" if high > low else str(low) for low, high in runs)
