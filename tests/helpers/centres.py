"""Small centres that run in a few milliseconds."""

from pathlib import Path
from tempfile import TemporaryDirectory

from experiments.dotted import dotted
from model.scenario import Scenario, load_scenario

QUIET = """
[scenario]
title = "A small centre"

[run]
days = 10

[people]
accounts = 200
units = 0
field_salespeople = 0
turnover_per_year = 0.0

[demand]
requests_per_account_day = 0.0
opportunities_per_account_day = 0.0
enquiries_per_account_day = 0.0
bulk_per_account_year = 0.0

[salespeople]
sells = false

[incentives]
pay = "salary_only"

[managers]
dismissal = "never"
service_turn = "never"
"""
"""Everything that a centre has no use for, switched off."""

ONE_STREAM = """
[streams.all]
calls_per_day = 480.0
handle_minutes = 5.0
handle_law = "exponential"
wrap_up_minutes = 0.0
patience = 0.0
p_resolved = 1.0

[groups.all]
people = 6
serves = ["all"]
"""
"""Six people, a call a minute of five minutes each: a textbook queue at 83 % load."""

TWO_STREAMS = """
[segments.star]
share = 0.25

[segments.moderate]
share = 0.75

[streams.star]
segment = "star"
calls_per_day = 200.0
handle_minutes = 5.0
p_resolved = 0.8
p_purchase = 0.3

[streams.moderate]
segment = "moderate"
calls_per_day = 400.0
handle_minutes = 3.0
load_curve = [1.0, 3.0, 2.0, 1.0]
spread_of_days = 0.2
p_resolved = 0.8

[groups.star]
people = 3
serves = ["star"]
contains = ["moderate"]
shift_start = 20.0
shift_minutes = 440.0

[groups.moderate]
people = 3
serves = ["moderate"]
availability = 0.9

[service]
pace_cv = 0.2
backlog_pressure = 0.2
repeat_days = 0.5
"""
"""Two groups in shifts, with overflow from the second to the first, repeats, purchases and hurry."""


def centre(text: str = ONE_STREAM, **changes) -> Scenario:
    """A small centre with some values replaced; names are written with a double underscore for the dot."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "centre.toml"
        file.write_text(QUIET + text, encoding="utf-8")
        return load_scenario(file, dotted(changes))
