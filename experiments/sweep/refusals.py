"""What pydantic finds wrong in a sweep file, in sentences of ours."""

from collections.abc import Iterable
from typing import Any

from model.scenario import ScenarioError, nearest

WORDS = {
    "a valid integer": "a whole number", "a valid number": "a number", "a valid string": "text",
    "a valid boolean": "true or false", "a valid list": "a list", "a valid dictionary": "a table",
    "greater than or equal to": "at least", "less than or equal to": "at most", "greater than": "above",
    "less than": "below",
}  # fmt: skip
"""Pydantic's words for what is allowed, and ours."""


def sentence(part: str, error: dict[str, Any], fields: Iterable[str]) -> str:
    """One sentence that names the value and what is allowed.

    Parameters
    ----------
    part : table of the file in which it was found; empty for the file itself.
    error : the first of pydantic's errors.
    fields : names that the table may have.
    """
    raised = error.get("ctx", {}).get("error")
    if isinstance(raised, ScenarioError):  # a sentence already
        return str(raised)
    place = [str(step) for step in error["loc"] if not str(step).startswith(("function-", "literal", "int", "list"))]
    name, given, kind = ".".join([*([part] if part else []), *place]), error.get("input"), error["type"]
    if kind == "extra_forbidden":
        known = [field for field in fields if field != "folder"]
        where = f"[{part}]" if part else "A sweep file"
        return f"{where} has no {place[-1]!r}{nearest(place[-1], known)}; it may say {', '.join(known)}."
    if kind == "missing":
        return f"{name} is missing; {_meaning(place[-1])}."
    allowed = error["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    for pydantics, ours in WORDS.items():
        allowed = allowed.replace(pydantics, ours)
    return f"{name} is {given!r}; it must be {allowed}."


def _meaning(name: str) -> str:
    return {
        "scenario": "a sweep file begins with the scenario that it is about, as in scenario = \"mtel\"",
        "n": "the design needs a number of points, as in n = 64",
        "trajectories": "the design needs a number of trajectories, as in trajectories = 20",
        "file": "the design needs the path of a CSV file with one column a parameter, as in file = \"points.csv\"",
    }.get(name, "give it a value")  # fmt: skip
