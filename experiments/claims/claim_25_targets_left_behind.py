"""C25: targets of the organisation before pay people by the traffic of their segment."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="Targets left behind",
    sentence=(
        "After a reorganisation pay differs between segments at equal skill; the longer targets wait to be "
        "recalibrated the wider the gap, and pay by what people sell is fairer than pay by the number they handle."
    ),
    rows=("C25", "002-28", "002-29", "002-30", "002-31", "002-32"),
    source="002",
    falsifier=(
        "The pay gap is as wide when targets are recalibrated at once as when they are inherited, or is no wider "
        "when pay goes by customers handled."
    ),
    scenario="star_customer",
    days=120,
    arms={
        "after 20 days": {"indicators.target": "recalibrated", "indicators.recalibration_days": 20},
        "after 60 days": {"indicators.target": "recalibrated", "indicators.recalibration_days": 60},
        "never": {"indicators.target": "inherited"},
        "never, paid by sales": {
            "indicators.target": "inherited", "indicators.weight_products": 0.85, "indicators.weight_handled": 0.0,
        },
    },
    quantities=(
        measured("pay_gap_between_segments", "pay gap at equal skill"),
        measured("pay_variance_from_traffic", "pay that goes with traffic"),
    ),
    predictions=(
        difference("pay_gap_between_segments", "never", "after 20 days", 0.1, "recalibration closes the gap"),
        difference("pay_gap_between_segments", "after 60 days", "after 20 days", 0.03,
                   "a longer lag leaves more of it"),
        difference("pay_gap_between_segments", "never", "never, paid by sales", 0.05,
                   "pay by customers handled makes it wider than pay by sales"),
    ),
    finding=(
        "Pay by sales depends on traffic much less, as the right panel shows, but more on whom one serves: Stars buy "
        "more than other customers do, and a target that was set for all customers makes a premium of it. Two kinds "
        "of fairness part here, that between good and bad days and that between segments."
    ),
)  # fmt: skip
