"""C28: regimented work brings calls, empowered work solves them, the more so the harder they are."""

from experiments.claims.claim import Claim, Prediction, difference, measured
from model.scenario import read_bundle

SIMPLE, COMPLEX = {"helping.topics": 10}, {"helping.topics": 150}


def bundle(name: str) -> dict:
    """Values of a bundle but the number of topics, which is how hard the work is."""
    return {key: value for key, value in read_bundle(name).items() if key != "helping.topics"}


CLAIM = Claim(
    title="Regimented or empowered",
    sentence=(
        "Regimented work handles more calls an hour and empowered work resolves more of them and keeps its people; "
        "what empowerment gains grows with the complexity of the work."
    ),
    rows=("C28", "001-57", "001-58", "001-59", "001-60", "001-61", "B2: Batt 1999"),
    source="001",
    falsifier=(
        "Empowered people handle as many calls, resolve no more, leave as often, or gain as much where there are few "
        "topics as where there are many."
    ),
    scenario="tcc",
    days=120,
    hold={"control.programme_from": 0},
    arms={
        "regimented, simple": bundle("regimented") | SIMPLE, "empowered, simple": bundle("empowered") | SIMPLE,
        "regimented, complex": bundle("regimented") | COMPLEX, "empowered, complex": bundle("empowered") | COMPLEX,
    },
    quantities=(
        measured("calls_per_hour", "calls"),
        measured("first_contact_resolution", "first calls resolved"),
        measured("turnover_per_year", "turnover"),
    ),
    panels=3,
    predictions=(
        difference("calls_per_hour", "regimented, simple", "empowered, simple", 0.02,
                   "regimented people handle more simple calls an hour", log=True),
        difference("first_contact_resolution", "empowered, complex", "regimented, complex", 0.02,
                   "empowered people resolve more complex first calls"),
        difference("turnover_per_year", "regimented, complex", "empowered, complex", 0.05, "fewer of them leave"),
        Prediction(
            "first_contact_resolution", "empowerment gains more resolution where the work is complex",
            {"empowered, complex": 1.0, "regimented, complex": -1.0, "empowered, simple": -1.0,
             "regimented, simple": 1.0}, ">", 0.01,
        ),
    ),
    finding=(
        "Empowered people resolve about a fifth more at either complexity. With more topics everybody lacks more "
        "knowledge, colleagues too, so that there are fewer answers to be had by asking: what empowerment gains "
        "shrinks with the level that it multiplies."
    ),
)  # fmt: skip
