"""Posen & Levinthal 2012: one salesperson with reps who stay is a softmax bandit, best neither too loose nor firm."""

from experiments.claims.bandit import play, setting
from experiments.claims.claim import Claim, Prediction, Quantity, difference

CLAIM = Claim(
    title="The softmax bandit of Posen & Levinthal",
    sentence=(
        "One salesperson with reps who stay, and nobody in the way, is a softmax bandit, choice by choice; gains are "
        "highest at a middling firmness of choice, for the loose choose by chance and the firm stay with an early "
        "favourite."
    ),
    rows=("B3: bandit models", "B2: Posen & Levinthal 2012", "000-39"),
    source="classics",
    falsifier=(
        "A choice differs from the equations of the bandit, choice by chance gains as much, or the firmest choice "
        "gains no less than a middling one."
    ),
    scenario="mtel",
    hold=setting(),
    arms={f"{beta:g}": {"learning.inverse_temperature": beta} for beta in (0.0, 5.0, 20.0, 100.0)},
    axis="firmness of choice β (per unit of reward)",
    quantities=(
        Quantity("regret", "reward lost beside the best rep", "reward, 0 to 1"),
        Quantity("settled", "late requests to one rep", "share"),
        Quantity("reward", "mean reward", "reward, 0 to 1"),
        Quantity("differ", "choices that differ from the bandit's", "share"),
    ),
    observe=play,
    run_seconds=0.02,
    predictions=(
        Prediction("differ", "no choice differs from that of the bandit's equations", {"20": 1.0}, "≈", 1e-6),
        difference("reward", "20", "0", 0.01, "learning gains over choice by chance"),
        difference("regret", "100", "20", 0.005, "the firmest choice loses more than a middling one"),
    ),
)  # fmt: skip
