"""C15: supervisors whose careers rest on the record look less closely at it."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="Careers that rest on the record",
    sentence=(
        "The more supervisors have at stake in what their people report, and the freer they are to choose, the less "
        "they audit, and the wider the gap between what is reported and what was sold."
    ),
    rows=("C15", "000-05", "000-06", "000-07", "000-15", "B1: da Cunha 2013"),
    source="000",
    falsifier="Supervisors with a stake audit as much as those without, or the reporting gap does not widen.",
    scenario="mtel",
    hold={"managers.audit_probability": 0.4},
    arms={
        "no stake": {"managers.career_stake": 0.0},
        "some": {"managers.career_stake": 3.0},
        "high": {"managers.career_stake": 10.0},
        "no freedom": {"managers.audit": "constant"},
    },
    quantities=(
        measured("audit_probability_final", "chance that a claim is audited"),
        measured("reporting_gap", "reported, not originated"),
    ),
    predictions=(
        difference("audit_probability_final", "no stake", "high", 0.05, "a stake softens the audit"),
        difference("reporting_gap", "high", "no stake", 0.02, "a stake widens the reporting gap"),
        difference("audit_probability_final", "no freedom", "high", 0.05,
                   "those who may not choose audit more than those with a high stake"),
    ),
)  # fmt: skip
