"""All that the docking reads of the engine's tables: the needs of the customers, and the facts of a run."""

import numpy as np

from model.world.books import ties_in_books
from model.world.codes import IGNORED, ISSUE_KINDS, LOST, MINUTES
from model.world.demand import draw_issues
from model.world.joined import issues_in_full

NEED = ("arises", "key", "account", "kind", "unit", "work", "talk", "patience", "order", "n_updates")


def needs_of(setting, seed):
    """What the customers will need, drawn before the run: one dictionary an issue."""
    issues = draw_issues(setting, seed)
    columns = {name: issues[name].tolist() for name in NEED}
    columns["kind"] = [(*ISSUE_KINDS[:4], "opportunity", "enquiry")[k] for k in columns["kind"]]
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def facts_of_engine(world):
    """Totals of a run of the engine by name, and the issues' times as arrays."""
    issues, days, people, channels = issues_in_full(world), world.days, world.salespeople, world.channels
    ties, _ = ties_in_books(world)
    known = ties[ties["known"] == 1]
    reviews = world.reviews[world.reviews["day"] > 0]
    minutes = world.ledger["minutes"].reshape(-1, len(MINUTES))
    groups = {"desk": minutes[: len(people)], "reps": minutes[len(people) :]}
    facts = {f"{g}: {kind}": rows[:, k].sum() for g, rows in groups.items() for k, kind in enumerate(MINUTES)}
    facts |= {name: issues[name] for name in ("sent", "logged", "started")}
    facts |= {name: days[name].sum() for name in ("service_calls", "update_calls", "other_calls", "involved")}
    facts |= {name: days[name].sum() for name in ("chases", "completed")} | {"completed at": issues["completed"]}
    facts |= {f"ties {name}": known[name].sum() for name in ("known", "number", "friend", "n", "value")}
    facts |= {name: reviews[name].sum() for name in ("quota", "originated", "claimed", "serves")}
    return facts | {
        "asked": (channels["n_asked"] + channels["n_asked_own"]).sum(),
        "obliged": (channels["n_obliged"] + channels["n_obliged_own"]).sum(),
        "refused": world.reps["n_refused"].sum(),
        "done by": np.where(issues["completed"] >= 0.0, issues["rep"], -1),
        "named": world.reps["n_named"].sum(),
        "same name": issues["same"].sum(),
        "begun": world.units["n_started"].sum(),
        "jumped": world.units["n_jumped"].sum(),
        "excess": world.reps["excess"].sum(),
        "habits": world.accounts["habit"].sum(),
        "lost or ignored": np.isin(issues["state"], (LOST, IGNORED)).sum(),
        "claimed since the start": people["claimed_all"].sum(),
        "originated since the start": people["origin_all"].sum(),
        "quotas at the end": people["quota"].sum(),
        "kept back": reviews["held"].sum(),
    }
