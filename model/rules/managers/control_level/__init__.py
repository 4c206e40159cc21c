"""How managers loosen and tighten control of a team at the weekly meeting (001-08).

Contract: `(level, output, reference, parameters) -> new level, 0 to 1`; `output` is the team's points per hour of the
last week, `reference` what it used to be. Alternatives: `constant`, `react`. Draws: none.
"""

from model.rules.slot import dispatcher

control_level = dispatcher(__name__)
