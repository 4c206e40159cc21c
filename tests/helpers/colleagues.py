"""A small centre whose people ask each other, at home and in one place, with an outsourcer."""

from model.scenario import Scenario
from tests.helpers.centres import centre

COLLEAGUES = """
[streams.support]
calls_per_day = 480.0
handle_minutes = 6.0
p_resolved = 0.9
patience = 3.0

[groups.office]
people = 4
serves = ["support"]
site = "centre"
identity = 0.7

[groups.home]
people = 4
serves = ["support"]
site = "home"
identity = 0.5

[groups.outsourcer]
people = 4
serves = ["support"]
site = "outsourcer"
identity = 0.1
volume_pay = 0.5

[helping]
topics = 40
knowledge_initial = 0.6
topics_change_per_year = 6.0

[norms]
beneficence = 0.4
reciprocity = 0.6

[peer_channels.chat]
weight = 3.0
richness = 0.6
p_in_time = 0.9

[peer_channels.mail]
weight = 1.0
richness = 0.5
p_in_time = 0.0
needs_presence = false

[peer_channels.list]
weight = 1.0
richness = 0.4
reach = 6
pull = 0.3
p_in_time = 0.3
needs_presence = false

[peer_channels.screen]
weight = 1.0
richness = 0.9
p_in_time = 0.95
help_minutes = 4.0
"""
"""Twelve people in three places take 480 calls of six minutes a day, half of their time, and know 60 % of topics."""


def colleagues(**changes) -> Scenario:
    """The small centre with some values replaced; names are written with a double underscore for the dot."""
    return centre(COLLEAGUES, **({"run__days": 40} | changes))
