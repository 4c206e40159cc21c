"""VDT: coordination, waiting for it and rework are work that no plan shows."""

from experiments.claims.claim import Claim, Prediction, Quantity, difference

KINDS = ("update", "chase", "helpline", "refused")
MINUTES = tuple(f"rep_minutes_{kind}" for kind in KINDS)
LOW, HIGH = {"demand.requests_per_account_day": 1.6}, {"demand.requests_per_account_day": 2.2}


def hidden(run):
    """Rep minutes a request on updates, chases, telephone and refused or lost work."""
    return sum(run[name] for name in MINUTES)


def share(run):
    """The same, as a share of all rep minutes a request."""
    rest = run["rep_minutes_production"] + run["rep_minutes_transcription"]
    return hidden(run) / (hidden(run) + rest)


CLAIM = Claim(
    title="Hidden work, as in the Virtual Design Team",
    sentence=(
        "A desk between customers and units adds coordination and rework that no plan of production shows, and adds "
        "more of it to each request the busier the units are."
    ),
    rows=("B3: VDT", "000-17", "000-28", "C7"),
    source="classics",
    falsifier=(
        "Reps spend no more minutes a request beside production and transcription with the desk than without, or the "
        "desk adds as much at low load as at high."
    ),
    scenario="mtel",
    arms={
        "no desk, low load": {"people.desk_open": False} | LOW,
        "desk, low load": {"people.desk_open": True} | LOW,
        "no desk, high load": {"people.desk_open": False} | HIGH,
        "desk, high load": {"people.desk_open": True} | HIGH,
    },
    quantities=(
        Quantity("hidden", "hidden work", "rep minutes per request", MINUTES, hidden),
        Quantity("share", "hidden work of all rep work", "share",
                 (*MINUTES, "rep_minutes_production", "rep_minutes_transcription"), share),
    ),
    predictions=(
        difference("hidden", "desk, low load", "no desk, low load", 0.5,
                   "the desk adds half a minute a request or more"),
        Prediction("hidden", "it adds more at high load",
                   {"desk, high load": 1.0, "no desk, high load": -1.0, "desk, low load": -1.0,
                    "no desk, low load": 1.0},
                   ">", 0.2),
        difference("share", "desk, high load", "no desk, high load", 0.02, "hidden work takes a larger share"),
    ),
    finding=(
        "The loads were chosen with 45 minutes of work a request, where the units of the high one were busy for .84 of "
        "their time, and the desk added most of a minute more there than at the low load. With the 40 minutes of the "
        "present default they are busy for .75, and what it adds more is about a sixth of a minute: more, but so near "
        "to the smallest difference that would matter that few runs do not tell on which side."
    ),
)  # fmt: skip
