"""Build what peer help needs: colleagues, empty contact lists, topics, beliefs, channels between colleagues."""

from typing import TYPE_CHECKING

import numpy as np

from model.parameters import TABLES
from model.world import peers
from model.world.codes import NOBODY
from model.world.posts import posts

if TYPE_CHECKING:
    from model.scenario import Scenario

ACROSS_THE_DESKS = {"weight": 1.0, "richness": 1.0, "reach": 1, "pull": 1.0, "p_in_time": 1.0, "needs_presence": 1,
                    "ask_minutes": 0.5, "help_minutes": 2.0, "own_place": 1}  # fmt: skip
"""The one channel of a centre that names none: a colleague of the same group is asked in person (000-24)."""


def peer_tables(scenario: "Scenario") -> dict[str, np.ndarray]:
    """Tables of peer help by name; those about knowledge are empty without topics, all are without groups."""
    helping, n_people = scenario.helping, len(posts(scenario).group) if scenario.groups else 0
    n_topics = helping.topics * len(scenario.streams) if n_people else 0
    tables = {
        "peers": peers.Peers.rows(n_people),
        "peer_ties": peers.PeerTies.rows(n_people * helping.contacts if n_topics else 0),
        "topics": peers.Topics.rows(n_topics),
        "answers": peers.Answers.rows(n_people * n_topics),
        "peer_channels": _channels(scenario) if n_topics else peers.PeerChannels.rows(0),
        "help_days": peers.HelpDays.rows(scenario.run.days if scenario.streams else 0),
    }
    tables["topics"]["answer"] = 1
    tables["peer_ties"]["peer"] = NOBODY
    tables["help_days"]["known"] = tables["help_days"]["overlap"] = -1.0
    return tables


def _channels(scenario: "Scenario") -> np.ndarray:
    rows = peers.PeerChannels.rows(max(1, len(scenario.peer_channels)))
    names = [record.name for record in TABLES["peer_channels"].records("peer_channels")]
    given = [{n: getattr(about, n) for n in names} for about in scenario.peer_channels.values()]
    for row, values in zip(rows, given or [ACROSS_THE_DESKS], strict=True):
        for name, value in values.items():
            row[name] = value
    return rows
