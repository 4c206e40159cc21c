"""C10: slow learning with firm choice does best while reps stay; quick learning gains where they come and go."""

from itertools import product

from experiments.claims.claim import Claim, Prediction, difference, measured

RATES = {"slow": 0.05, "quick": 0.6}
FIRMNESS = {"loose": 3.0, "firm": 40.0}
TURNOVER = {"stable": 0.0, "volatile": 3.0}

CLAIM = Claim(
    title="Slow and firm",
    sentence=(
        "Salespeople who learn slowly and choose firmly send most to the best reps while the reps stay; where reps "
        "come and go, quick learning loses less, or wins."
    ),
    rows=("C10", "000-37", "B2: Behrens 2007, Cautious Exploitation"),
    source="000",
    falsifier=(
        "With stable reps, slow and firm learners send no more to the best rep than quick and loose ones, or "
        "turnover does not move the balance towards quick learning."
    ),
    scenario="mtel",
    arms={
        f"{rate}, {firm}, {stay}": {
            "learning.learning_rate": RATES[rate], "learning.inverse_temperature": FIRMNESS[firm],
            "people.rep_turnover_per_year": TURNOVER[stay],
        }
        for stay, rate, firm in product(TURNOVER, RATES, FIRMNESS)
    },
    quantities=(
        measured("share_to_best_rep", "named requests to the best rep"),
        measured("obliged_share_tagged_mail", "tagged mail obliged at once"),
    ),
    panels=1,
    predictions=(
        difference("share_to_best_rep", "slow, firm, stable", "quick, loose, stable", 0.03,
                   "with stable reps, slow and firm sends more to the best rep than quick and loose"),
        difference("share_to_best_rep", "slow, firm, stable", "slow, loose, stable", 0.03,
                   "firm choice sends more to the best rep than loose choice"),
        Prediction(
            "share_to_best_rep", "turnover moves the balance from slow to quick learning",
            {"quick, firm, volatile": 1.0, "slow, firm, volatile": -1.0, "quick, firm, stable": -1.0,
             "slow, firm, stable": 1.0}, ">", 0.02,
        ),
    ),
    finding=(
        "Turnover does favour quick learning, and quick learners lose less by it because they have less to lose; but "
        "what it moves lies so near to the smallest difference that would matter that few runs do not tell on which "
        "side. The runs of the full budget would; nothing in the design stands against it."
    ),
)  # fmt: skip
