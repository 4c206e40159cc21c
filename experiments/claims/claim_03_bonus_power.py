"""C3: steeper pay makes the desk chase, concentrate and claim more."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="Steeper bonuses",
    sentence=(
        "Where people read their bonus, a higher rate and a steeper accelerator beyond the quota make salespeople "
        "chase more, send more to few reps, and report more that they did not originate; and a threshold makes them "
        "time both: more chases at the end of a review period, and fewer reports that just miss it."
    ),
    rows=("C3", "000-20", "B2: Larkin 2014"),
    source="000",
    falsifier=(
        "Chases, concentration of requests and the reporting gap are the same under weak and strong bonuses, or the "
        "end of a period and the reports that just miss the threshold are the same with and without one."
    ),
    scenario="mtel",
    arms={
        "no bonus": {"incentives.pay": "salary_only"},
        "weak": {"incentives.bonus_rate": 0.02, "incentives.bonus_accelerator": 1.0},
        "strong": {"incentives.bonus_rate": 0.15, "incentives.bonus_accelerator": 4.0},
        "threshold": {"incentives.bonus_rate": 0.15, "incentives.bonus_accelerator": 1.0},
        "commission": {"incentives.pay": "commission", "incentives.bonus_rate": 0.15},
    },
    hold={"salespeople.reads_bonus": True},
    drawn={"salespeople.stake_response": (0.01, 0.1)},
    quantities=(
        measured("chases_per_issue", "chases per issue"),
        measured("chases_at_period_end", "chases at the end of a period, beside its other days"),
        measured("bonus_just_missed", "reports less than a tenth of quota below the threshold"),
        measured("bonus_just_met", "reports less than a tenth above"),
        measured("reporting_gap", "reported, not originated"),
        measured("request_gini", "concentration of named requests"),
        measured("claims_kept_back", "claims kept for the next period"),
        measured("rep_minutes_chase", "reps' minutes on chases"),
        measured("hours_order_p50", "half of all orders are done within"),
    ),
    panels=4,
    predictions=(
        difference("chases_per_issue", "strong", "weak", 0.05, "strong bonuses bring more chases"),
        difference("request_gini", "strong", "weak", 0.02, "strong bonuses concentrate requests on fewer reps"),
        difference("reporting_gap", "strong", "weak", 0.02, "strong bonuses widen the reporting gap"),
        difference(
            "chases_at_period_end", "threshold", "commission", 0.05,
            "a threshold brings more chases at the end of a period than a commission of the same rate",
        ),
        difference(
            "bonus_just_missed", "commission", "threshold", 0.02,
            "fewer reports just miss a threshold that pays than one that does not",
        ),
    ),
    revised=(
        "First tried when no rule of the model read a bonus, and all arms were alike. In every arm people now read it, "
        "and how strongly they respond is drawn. The first three predictions are as they were; the last two, on a "
        "threshold, were added after a look at six years, and after a first trial on an arm of their own, for the "
        "strong bonus differs from a commission in its accelerator, too."
    ),
    finding=(
        "Bonuses move how hard orders are followed up and when claims are reported; neither who is asked nor what "
        "share is claimed. That a larger stake brings more chases is the rule itself, and its size what we assumed: "
        "under the strong bonus 1.1 for an order, .4 under the weak one and .3 under none, and hardly more for all "
        "else; reps spend 2.2, 1.3 and 1.2 minutes on them for each request done. Orders take an hour less on average, "
        "but half are done within 1.6 hours in any case, before a chase falls due. That hardly anybody just misses a "
        "bonus is the rule of keeping claims back, at any rate above nothing; no more reports than without a bonus "
        "just meet it, for nobody in the model gives up pay now for more later, as people do in Larkin's firm. Without "
        "a bonus chases at the end of a period are 1.04 times those of other days, with a threshold 1.10."
    ),
)  # fmt: skip
