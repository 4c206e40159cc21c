"""C1: who may report an order decides how much service work the desk does."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="Who may claim an order",
    sentence=(
        "Where whoever handles a service request may report the order in it, the desk takes on more service work and "
        "earns larger bonuses than where orders are credited to whoever originated them; an independent audit takes "
        "part of that away."
    ),
    rows=("C1", "000-14", "000-16", "000-20"),
    source="000",
    falsifier=(
        "Bonuses or the share of service calls do not rise when handlers may claim, or an audit that strikes half of "
        "the claims leaves what is reported beyond own sales as it was."
    ),
    scenario="mtel",
    arms={
        "originator": {"incentives.attribution": "originator"},
        "audited": {"incentives.attribution": "audited"},
        "split": {"incentives.attribution": "split"},
        "handler": {"incentives.attribution": "handler"},
    },
    quantities=(
        measured("share_service_calls", "service requests among calls"),
        measured("bonus_desk_mean", "bonus of a desk post"),
        measured("reporting_gap", "reported, not originated"),
    ),
    panels=3,
    predictions=(
        difference(
            "share_service_calls", "handler", "originator", 0.03,
            "claims by the handler raise the share of service calls over credit to the originator",
        ),
        difference(
            "bonus_desk_mean", "handler", "originator", 0.05,
            "claims by the handler raise the desk's bonuses by more than 5 %", log=True,
        ),
        difference(
            "reporting_gap", "handler", "audited", 0.03,
            "an independent audit lowers the share of reported value that the desk did not originate",
        ),
    ),
    finding=(
        "Supervisors turn to service whenever reported sales lag behind the quota, whoever is credited, and no "
        "rule of the model lets a salesperson's work follow credit or pay, so calls are the same in all arms: in "
        "the model credit decides what the record shows, not what work is done. It also decides who stays: where "
        "only originators are credited, people are dismissed, and .57 of the posts change hands in a year, with "
        "credit to the handler .29 (ten runs)."
    ),
)  # fmt: skip
