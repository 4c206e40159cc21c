"""C12: a request in the customer's voice is obliged, and those who queue in person pay for it."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="In the customer's voice",
    sentence=(
        "Reps oblige requests put in the customer's voice and refuse those in the salesperson's own; what the desk "
        "gains by borrowing the voice, customers who come directly lose in waits."
    ),
    rows=("C12", "000-22", "000-23", "000-41"),
    source="000",
    falsifier=(
        "Requests in the customer's voice are not obliged more often nor refused less often, or customers who come "
        "directly wait no longer when the desk borrows their voice."
    ),
    scenario="mtel",
    arms={
        "0": {"salespeople.p_customer_voice": 0.0},
        "0.5": {"salespeople.p_customer_voice": 0.5},
        "1": {"salespeople.p_customer_voice": 1.0},
    },
    axis="share in the customer's voice",
    quantities=(
        measured("obliged_share", "requests obliged at once"),
        measured("refusal_share", "requests refused or ignored"),
        measured("wait_hours_direct_p90", "long waits of direct customers"),
    ),
    panels=3,
    predictions=(
        difference("obliged_share", "1", "0", 0.05, "the customer's voice gets more requests obliged"),
        difference("refusal_share", "0", "1", 0.05, "the own voice gets more refused"),
        difference("wait_hours_direct_p90", "1", "0", 0.05,
                   "direct customers' long waits grow by a twentieth", log=True),
    ),
    finding=(
        "Requests in the own voice are refused, sent again and read again. Borrowing the customer's voice saves "
        "reps that work, which shortens the waits of everybody, those of direct customers too, if by little."
    ),
)  # fmt: skip
