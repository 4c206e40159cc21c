"""One run: complete parameters, a seed, and what to keep; its id is the hash of everything that decides its results."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from experiments.sweep.outcome import digest_of


@dataclass(frozen=True)
class Kept:
    """What is kept of a run beside its measures; 0, False and None mean nothing.

    Attributes
    ----------
    days : one row every so many days.
    agents : everybody at the end of every so many days, and of the last (`END`: only of the last).
    reviews : one row a review and team.
    events : the event log from the first of these days to the second.
    """

    days: int = 0
    agents: int = 0
    reviews: bool = False
    events: tuple[int, int] | None = None

    def periods(self) -> dict[str, str]:
        """From every kept table to the period under which the store files it."""
        from experiments.tables import AGENTS

        kept = {"days": str(self.days)} if self.days else {}
        kept |= dict.fromkeys(AGENTS, "end" if self.agents == END else str(self.agents)) if self.agents else {}
        kept |= {"reviews": "all"} if self.reviews else {}
        return kept | ({"events": f"{self.events[0]}-{self.events[1]}"} if self.events else {})


END = -1
"""Agents at the end of the run only."""


@dataclass(frozen=True)
class RunSpec:
    """What a worker needs to know to do one run.

    Attributes
    ----------
    run : id of the run, as `run_id` gives it.
    scenario : name of the scenario, for messages.
    parameters : every parameter of the organisation by full name.
    seed : seed of the run.
    kept : what is kept beside the measures.
    """

    run: str
    scenario: str
    parameters: Mapping[str, Any]
    seed: int
    kept: Kept


def fingerprint(parameters: Mapping[str, Any]) -> str:
    """Hash of complete parameters; how they are sorted plays no part."""
    return digest_of(json.dumps(dict(parameters), sort_keys=True, allow_nan=False))


def run_id(parameters: str, seed: int, model_version: str) -> str:
    """Id of a run from the fingerprint of its parameters (the horizon is one of them), seed and model version."""
    return digest_of("run", parameters, str(seed), model_version)
