"""C16: people who meet become tied, and need no borrowed voice."""

from experiments.claims.claim import Claim, Prediction, difference, measured

CLAIM = Claim(
    title="Under one roof",
    sentence=(
        "Where desk and units share a site, salespeople found personal ties to reps and are obliged even when they "
        "ask in their own voice; apart, hardly any tie is founded."
    ),
    rows=("C16", "000-24", "004-07", "B2: Battiston 2021, Roghanizad & Bohns 2017"),
    source="000",
    falsifier=(
        "As few ties are founded under one roof as apart, or more than one a salesperson apart, or requests in the own "
        "voice are obliged no more often."
    ),
    scenario="mtel",
    hold={"salespeople.p_customer_voice": 0.5},
    arms={
        "apart": {"people.co_located": False},
        "one roof": {"people.co_located": True},
    },
    quantities=(
        measured("personal_ties", "personal ties of a salesperson"),
        measured("obliged_share_own_voice", "obliged in the own voice"),
        measured("refusal_share", "requests refused or ignored"),
    ),
    panels=3,
    predictions=(
        difference("personal_ties", "one roof", "apart", 2.0, "one roof founds ties"),
        Prediction("personal_ties", "apart, less than one tie a salesperson is founded", {"apart": 1.0}, "<", 0.5,
                   reference=1.5),
        difference("obliged_share_own_voice", "one roof", "apart", 0.05, "the own voice is obliged more often"),
    ),
    revised=(
        "The prediction that fewer than one tie is founded apart was first written with a margin of a thousandth of a "
        "tie; it is now half a tie short of one and a half, which turns at the same place."
    ),
    finding=(
        "Apart, talks on the telephone found one or two ties a salesperson in a year: few beside thirty under one "
        "roof, but more than the one that was predicted."
    ),
)  # fmt: skip
