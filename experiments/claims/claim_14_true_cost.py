"""C14: a contact that costs $2.50 in the official ledger costs more once the displaced work is charged to it."""

from experiments.claims.claim import Claim, Prediction, Quantity, difference, measured


def ratio(run):
    """Field contacts beside desk contacts at true cost."""
    return 250.0 / run["cost_per_contact_true"]


CLAIM = Claim(
    title="The true cost of the $2.50 contact",
    sentence=(
        "Once the minutes that the desk costs service reps are charged to it, a desk contact costs well over $2.50 "
        "and the field's hundredfold cost shrinks; the more deals the threshold leaves to the desk, the more revenue "
        "it reports."
    ),
    rows=("C14", "000-01", "000-03", "000-04"),
    source="000",
    falsifier=(
        "The true cost of a desk contact lies within a tenth of the official one, the field's still costs more than "
        "ninety times as much, or the threshold does not move revenue."
    ),
    scenario="mtel",
    arms={
        "$1,000": {"field.deal_threshold": 1000.0},
        "$5,000": {"field.deal_threshold": 5000.0},
        "$20,000": {"field.deal_threshold": 20000.0},
    },
    quantities=(
        measured("cost_per_contact_true", "true cost of a desk contact"),
        measured("share_revenue_desk", "revenue reported by the desk"),
        Quantity("ratio", "field contact / desk contact", "ratio", ("cost_per_contact_true",), ratio),
    ),
    drawing="true_cost",
    draw_share=4.0,
    predictions=(
        Prediction("cost_per_contact_true", "a contact truly costs more than $2.75",
                   {"$5,000": 1.0}, ">", 0.25, reference=2.5),
        Prediction("ratio", "the field costs less than 90 times as much a contact",
                   {"$5,000": 1.0}, "<", 10.0, reference=100.0),
        difference("share_revenue_desk", "$20,000", "$1,000", 0.02, "a higher threshold moves revenue to the desk"),
    ),
    finding=(
        "The threshold moves customers' own enquiries only, which are a twentieth of what the desk reports "
        "beside its offers and the orders that it claims; so from $1,000 to $20,000 it moves two or three points of "
        "all revenue, little more than the smallest difference that would matter."
    ),
)  # fmt: skip
