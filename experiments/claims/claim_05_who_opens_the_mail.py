"""C5: how a shared mailbox is read decides what the desk learns of the reps, and tags decide how work concentrates."""

from experiments.claims.claim import Claim, difference, measured, same

EARLY, LATER = {"run.days": 10}, {"run.days": 40}
"""On day 10 half of the reps are still unknown; by day 40 nearly everybody is known, however mail is read."""

CLAIM = Claim(
    title="Who opens the mail",
    sentence=(
        "A mailbox whose requests any rep may do lets the desk discover more reps than a fixed rep for each account. "
        "Honouring the names in messages concentrates requests on fewer reps; opening in turn discovers as much as "
        "chance."
    ),
    rows=("C5", "000-26", "000-36", "000-42"),
    source="000",
    falsifier=(
        "As many reps become known when each account has a rep into whose bucket its requests go, or named requests "
        "are no more concentrated when tags are honoured than when they are not."
    ),
    scenario="mtel",
    hold={"managers.service_turn": "from_start"},
    arms={
        "the account's rep, day 10": EARLY | {"reps.own_buckets": True, "reps.assign_request": "to_account_rep"},
        "who reads it, day 10": EARLY | {"reps.own_buckets": True, "reps.assign_request": "to_reader"},
        "one fixed reader, day 10": EARLY | {"people.idle_choice": "always_first"},
        "in turn, day 10": EARLY | {"people.idle_choice": "longest_idle"},
        "by chance, day 10": EARLY | {"people.idle_choice": "at_random"},
        "tags ignored, day 40": LATER | {"people.idle_choice": "at_random", "tagged_mail.addressability": 0.0},
        "tags honoured, day 40": LATER | {"people.idle_choice": "at_random", "tagged_mail.addressability": 1.0},
    },
    run_seconds=0.03,
    quantities=(
        measured("reps_known", "reps known by name, of 36"),
        measured("request_gini", "concentration of named requests (few by day 10)"),
    ),
    predictions=(
        difference("reps_known", "by chance, day 10", "the account's rep, day 10", 2.0,
                   "requests that anybody may do make more reps known than those of an account's rep"),
        same("reps_known", "in turn, day 10", "by chance, day 10", 2.0,
             "opening in turn discovers as many as chance, to two names"),
        difference("request_gini", "tags honoured, day 40", "tags ignored, day 40", 0.02,
                   "honoured tags concentrate requests"),
    ),
    revised=(
        "Discovery was first looked at after 40 days, when nearly all names were known in every arm; it is now "
        "looked at after ten. Tags are looked at after 40 days as before. The first prediction was on one rep who "
        "reads all mail into a bucket that all work from, when the model had no rep who also does what is in it; that "
        "arm is still shown."
    ),
    finding=(
        "What makes a rep known is the completion notice, and it names who did the request, not who read the mail. So "
        "one fixed reader, or reps who do whatever they read, make about as many known as chance (17.7, 17.3 and 17.7 "
        "of 36). With a rep for every account it is 15.0, and not less, for whoever obliges does requests of other "
        "reps' accounts and becomes known by them: if nobody ever obliged, it would be 11.4 in place of 17.3. By day "
        "40 nearly everybody is known in any case."
    ),
)  # fmt: skip
