"""Bets that a teacher can take as they are: read from `ready.toml`, each about something the sources say."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter

from experiments.seminar.drawn import claims

FILE = Path(__file__).parent / "ready.toml"
Values = dict[str, bool | int | float | str | list[float] | list[str]]


class ReadyBet(BaseModel):
    """A question, two designs and a measure.

    Attributes: `title`, `question`, `measure`, `both` (changes that hold in either design), `a` and `b` (changes of
    each), `with_a` and `with_b` (bundles laid over each), `replications`, `claim` (number of the claim that tries it;
    None if there is none), `says` (what the sources tell, with evidence rows in brackets; shown with the outcome).
    """

    model_config = ConfigDict(extra="forbid", strict=True)

    title: Annotated[str, StringConstraints(max_length=60)]
    question: Annotated[str, StringConstraints(max_length=280)]
    measure: str
    both: Values = {}
    a: Values = {}
    b: Values = {}
    with_a: list[str] = []
    with_b: list[str] = []
    replications: int = 20
    claim: int | None = None
    says: Annotated[str, StringConstraints(max_length=700)]


@cache
def ready_bets() -> dict[str, list[ReadyBet]]:
    """The ready bets of each setting, in the order of the file; the first is what the page opens with."""
    given = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return TypeAdapter(dict[str, list[ReadyBet]]).validate_python(given)


def bets_of(scenario: str) -> list[dict[str, Any]]:
    """The ready bets of a setting, for the page: `says` ends with the claim that was tried and its latest verdict."""
    tried = {claim["id"]: claim for claim in claims()}
    return [
        bet.model_dump() | {"says": " ".join(filter(None, [bet.says, verdict(tried.get(bet.claim))]))}
        for bet in ready_bets().get(scenario, [])
    ]


def verdict(claim: dict[str, Any] | None) -> str:
    """How the claim came out, in a sentence; "" where there is none or it was not drawn yet."""
    if claim is None:
        return ""
    ends = {"holds": "holds", "fails": "fails in part or whole"}.get(claim["verdict"], f"is {claim['verdict']}")
    return f"Claim {claim['id']}, “{claim['title']}”, {ends}; the page Figures shows how."
