"""C4: a completion notice that names the rep is what the desk learns from."""

from experiments.claims.claim import Claim, Quantity, difference, measured


def best_by_name(run):
    """Requests that named the most obliging rep, of all that the desk forwarded; 0 where none named anybody."""
    to_best = run["share_to_best_rep"]
    named = run["share_tagged_mail"] + run["share_phoned_rep"]
    return named * to_best if to_best == to_best else 0.0


CLAIM = Claim(
    title="A name on the completion notice",
    sentence=(
        "Salespeople find the reps who oblige because the completion notice names who finished the request; with "
        "anonymous notices requests do not concentrate on helpful reps, and the desk is served no faster."
    ),
    rows=("C4", "000-38", "000-42"),
    source="000",
    falsifier=(
        "With anonymous notices as many requests name the rep with the highest disposition, or contact books are as "
        "full, or desk requests wait no longer."
    ),
    scenario="mtel",
    arms={
        "anonymous": {"channels.completion_notice_names_rep": False},
        "named": {"channels.completion_notice_names_rep": True},
    },
    quantities=(
        measured("contact_book_size", "reps in a contact book"),
        Quantity(
            "best_by_name", "requests to the best rep by name", "share",
            ("share_to_best_rep", "share_tagged_mail", "share_phoned_rep"), best_by_name,
        ),
        measured("wait_hours_desk_p50", "median wait of desk requests"),
    ),
    panels=3,
    predictions=(
        difference("contact_book_size", "named", "anonymous", 1.0, "names on notices fill the contact books"),
        difference(
            "best_by_name", "named", "anonymous", 0.05,
            "names on notices send more requests to the most obliging rep by name",
        ),
        difference(
            "wait_hours_desk_p50", "anonymous", "named", 0.1,
            "without names desk requests wait at least a tenth longer", log=True,
        ),
    ),
    revised=(
        "The second prediction was first on the share of the best rep among named requests, which is undefined where "
        "no request names anybody; it is now on all requests."
    ),
    finding=(
        "With names more requests are obliged and fewer refused, but the desk gains no time: what names a rep waits "
        "for that rep, on a personal list or the telephone, while what names nobody is done by whoever is free."
    ),
)  # fmt: skip
