"""C13: hires from service units start with ties, and novices catch up."""

from experiments.claims.claim import Claim, Prediction, difference, measured

NOVICES, EX_SERVICE = {"people.share_ex_service": 0.0}, {"people.share_ex_service": 1.0}
EARLY = {"run.days": 60}

CLAIM = Claim(
    title="Hires from service units",
    sentence=(
        "Salespeople hired from service units know reps who oblige them; they get more compliance at first, and the "
        "gap to novices narrows as these learn."
    ),
    rows=("C13", "000-08"),
    source="000",
    falsifier=(
        "Hires from service units are not obliged more often in the first 60 days, or the gap to novices is as wide "
        "over the year."
    ),
    scenario="mtel",
    hold={"managers.service_turn": "from_start", "learning.residual_contacts": 4},
    arms={
        "novices, 60 days": NOVICES | EARLY,
        "ex-service, 60 days": EX_SERVICE | EARLY,
        "novices, a year": NOVICES,
        "ex-service, a year": EX_SERVICE,
    },
    quantities=(
        measured("obliged_share", "requests obliged at once"),
        measured("contact_book_size", "reps in a contact book"),
        measured("attainment_all", "reported sales / quota"),
    ),
    panels=3,
    predictions=(
        difference("obliged_share", "ex-service, 60 days", "novices, 60 days", 0.02,
                   "hires from service units are obliged more often at first"),
        Prediction(
            "obliged_share", "the gap to novices is smaller over the year",
            {"ex-service, 60 days": 1.0, "novices, 60 days": -1.0, "ex-service, a year": -1.0, "novices, a year": 1.0},
            ">", 0.01,
        ),
    ),
    finding=(
        "Hires from service units sell more from the first day, for they know the products, but the reps they "
        "know are of one unit out of six, and in the first four weeks eight or nine requests in ten go as plain mail, "
        "in the first twelve nearly half, where no tie counts."
    ),
)  # fmt: skip
