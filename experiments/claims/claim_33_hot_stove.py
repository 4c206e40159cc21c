"""Denrell & March 2001: who disappoints is asked no more, so that what is remembered of people is too low."""

from experiments.claims.bandit import believe, setting
from experiments.claims.claim import Claim, Prediction, Quantity, difference

SLOW, QUICK = {"learning.learning_rate": 0.1}, {"learning.learning_rate": 0.6}
CHANCE, FIRM = {"learning.inverse_temperature": 0.0}, {"learning.inverse_temperature": 40.0}

CLAIM = Claim(
    title="The hot-stove effect",
    sentence=(
        "A rep whose first requests went badly is asked no more and the error is never put right; so firm choosers "
        "remember reps as worse than they are, quick learners more so, while those who ask by chance do not."
    ),
    rows=("B2: Denrell & March 2001", "000-34", "000-39"),
    source="classics",
    falsifier=(
        "Firm choosers do not underrate the reps they tried, quick learners underrate them no more, or those who ask "
        "by chance err as much."
    ),
    scenario="mtel",
    hold=setting(),
    arms={
        "by chance, slow": CHANCE | SLOW, "by chance, quick": CHANCE | QUICK,
        "firm, slow": FIRM | SLOW, "firm, quick": FIRM | QUICK,
    },
    quantities=(
        Quantity("bias", "remembered less true value", "reward, 0 to 1"),
        Quantity("shunned", "runs in which the best rep is shunned", "share"),
        Quantity("under", "tried reps underrated", "share"),
    ),
    observe=believe,
    run_seconds=0.02,
    predictions=(
        Prediction("bias", "firm and quick choosers underrate the reps they tried", {"firm, quick": 1.0}, "<", 0.02),
        Prediction("bias", "asking by chance, slow learners do not err", {"by chance, slow": 1.0}, "≈", 0.02),
        difference("bias", "firm, slow", "firm, quick", 0.01, "quick learners underrate them more than slow ones"),
    ),
)  # fmt: skip
