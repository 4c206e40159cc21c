"""C4: a completion notice that names the rep is what the desk learns from."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="A name on the completion notice",
    sentence=(
        "Salespeople find the reps who oblige because the completion notice names who finished the request; with "
        "anonymous notices requests do not concentrate on helpful reps, and the desk is served no faster."
    ),
    rows=("C4", "000-38", "000-42"),
    source="000",
    falsifier=(
        "With anonymous notices as many named requests go to the rep with the highest disposition, or contact books "
        "are as full, or desk requests wait no longer."
    ),
    scenario="mtel",
    arms={
        "anonymous": {"channels.completion_notice_names_rep": False},
        "named": {"channels.completion_notice_names_rep": True},
    },
    quantities=(
        measured("contact_book_size", "reps in a contact book"),
        measured("share_to_best_rep", "named requests to the best rep"),
        measured("wait_hours_desk_p50", "median wait of desk requests"),
    ),
    panels=3,
    predictions=(
        difference("contact_book_size", "named", "anonymous", 1.0, "names on notices fill the contact books"),
        difference(
            "share_to_best_rep", "named", "anonymous", 0.05,
            "names on notices send more of the named requests to the most obliging rep",
        ),
        difference(
            "wait_hours_desk_p50", "anonymous", "named", 0.1,
            "without names desk requests wait at least a tenth longer", log=True,
        ),
    ),
    finding=(
        "With names more requests are obliged and fewer refused, but the desk gains no time: what names a rep "
        "waits for that rep, on a personal list or the telephone, and what names nobody is logged later. With "
        "anonymous notices hardly any request names anybody, so that the share sent to the best rep is often "
        "undefined."
    ),
)  # fmt: skip
