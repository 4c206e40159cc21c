"""What there is to choose from, made from the records: scenarios, parameters with all that is known, measures."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from experiments.seminar.bets.ready import bets_of
from experiments.seminar.labels import label, label_of
from experiments.seminar.limits import MOST_DAYS, Refusal, check_size
from experiments.seminar.recordings.layout import kind_of
from experiments.seminar.texts import finite
from model.document.coverage import rows as evidence_rows
from model.document.ids import row_ids
from model.document.rules import sentence
from model.document.sources import explained
from model.parameters import TABLES, THEMES
from model.parameters.record import Record
from model.scenario import (
    ScenarioError, bundle_names, bundle_title, load_scenario, nearest, read_bundle, scenario_names,
)  # fmt: skip

if TYPE_CHECKING:
    from model.scenario import Scenario

DEFAULT = "mtel"

THEME_OF = {
    "run": "run", "people": "people", "salespeople": "people", "reps": "people", "demand": "customers",
    "customers": "customers", "calls": "customers", "learning": "learning", "incentives": "incentives",
    "costs": "incentives", "field": "incentives", "managers": "managers", "channels": "channels", "mailbox": "channels",
    "tagged_mail": "channels", "helpline": "channels", "direct_number": "channels", "face_to_face": "channels",
    "goodwill": "managers", "norms": "people", "": "customers",
}  # fmt: skip
"""Tabs of the page by group of parameters; groups that only centres use are under `centre`."""

BASIC = {
    "incentives.attribution", "incentives.quota_multiple", "incentives.pay", "incentives.quota",
    "incentives.bonus_rate", "salespeople.reads_bonus", "reps.own_buckets", "managers.service_turn",
    "managers.audit", "managers.audit_probability", "managers.police_bucket",
    "channels.completion_notice_names_rep", "channels.updates_per_request", "channels.p_lost",
    "learning.choose_rep", "learning.inverse_temperature", "learning.share_book", "learning.learning_rate",
    "people.reps_per_unit", "people.salespeople_per_team", "people.teams", "people.co_located", "people.desk_open",
    "reps.respond", "reps.order_of_work", "reps.disposition_mean", "salespeople.choose_practice",
    "salespeople.chase_rate", "customers.whom_to_contact", "customers.initial_habit", "demand.requests_per_account_day",
    "run.days",
}  # fmt: skip
"""What a seminar on a desk begins with; for a centre see `basic_names`."""


@cache
def scenarios() -> dict[str, Any]:
    """The scenarios that come with the model (see PROTOCOL.md, /api/scenarios)."""
    from model.compiled import model_version

    return {
        "version": model_version(), "protocol": 1, "default": DEFAULT,
        "scenarios": [_about(load_scenario(name)) for name in scenario_names()],
        "bundles": [
            {"name": name, "title": bundle_title(name), "values": read_bundle(name), "kinds": ["centre"]}
            for name in bundle_names()
        ],
    }  # fmt: skip


def _about(scenario: "Scenario") -> dict[str, Any]:
    try:
        check_size(scenario)
        sentence = ""
    except Refusal as error:
        sentence = str(error)
    return {
        "name": scenario.name, "title": scenario.title, "description": " ".join(scenario.description.split()),
        "kind": kind_of(scenario), "days": scenario.run.days, "open": not sentence, "sentence": sentence,
    }  # fmt: skip


@cache
def scenario(name: str) -> dict[str, Any]:
    """One scenario with its parameters and published figures (see PROTOCOL.md, /api/scenarios/NAME)."""
    if name not in scenario_names():
        raise Refusal(f"There is no scenario {name[:60]!r}{nearest(name[:60], scenario_names())}.", 404)
    try:
        which = load_scenario(name)
    except ScenarioError as error:
        raise Refusal(str(error)) from None
    groups: dict[str, list[Record]] = {}
    for record in which.records():
        groups.setdefault(record.group, []).append(record)
    first = basic_names(which)
    if which.vocabulary:
        groups = {"": groups[""]}
    return _about(which) | {
        "horizon": MOST_DAYS, "vocabulary": name if which.vocabulary else None, "bets": bets_of(name),
        "groups": [_group(which, group, records, first) for group, records in groups.items()],
        "published": [published(name, figure) for name, figure in which.published.items()],
        "themes": _themes(which),
    }  # fmt: skip


def _themes(scenario: "Scenario") -> list[str]:
    """Themes whose measures may apply to a scenario."""
    from model.measures import MEASURES, applies

    return list(dict.fromkeys(about.theme for name, about in MEASURES.items() if applies(name, scenario)))


def _group(scenario: "Scenario", group: str, records: Iterable[Record], first: set[str]) -> dict[str, Any]:
    table, _, row = group.partition(".")
    theme = TABLES.get(table) or THEMES.get(group) or scenario.vocabulary
    meaning = " ".join((theme.__doc__ or "").split("\n\n")[0].split())
    title = f"{_title(table)}: {_title(row)}" if row else _title(group or "queue")
    return {
        "id": group or "queue", "title": title, "theme": THEME_OF.get(group, "centre"), "meaning": meaning,
        "applies": applies(group, kind_of(scenario)),
        "parameters": [parameter(scenario, record) | {"basic": record.full_name in first} for record in records],
    }  # fmt: skip


STEPS = (0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0, 50.0)
OF_POSTS = {"people", "salespeople", "managers", "customers", "calls", "demand"}
"""Groups whose choices are those of a desk; in a centre they fill posts, and little else."""
DESK_ALONE = (
    "learning", "reps", "channels", "mailbox", "tagged_mail", "helpline", "direct_number", "face_to_face", "field",
)  # fmt: skip
"""Groups of parameters that count for a desk with service units alone."""


def applies(group: str, kind: str) -> bool:
    """Whether a group of parameters counts in a kind of setting; in others it changes nothing."""
    if kind == "desk":
        return THEME_OF.get(group, "centre") != "centre" or group == "routing"  # its scale is that of any customers
    return group not in DESK_ALONE


TYPES = {int: "whole", float: "number", bool: "switch"}


def parameter(scenario: "Scenario", record: Record) -> dict[str, Any]:
    """Everything there is to say about one parameter, with its value in the scenario."""
    grade = scenario.grades.get(record.full_name, record.grade)
    kind = "choice" if record.choices else TYPES.get(record.kind, "name")
    if record.kind is list:
        kind = "names" if record.is_names else "numbers"
    return {
        "name": record.full_name, "label": label_of(record), "meaning": record.meaning, "unit": record.unit,
        "symbol": record.symbol, "source": record.source, "rows": _explained(record.source), "grade": grade,
        "type": kind, "value": scenario[record.full_name], "low": record.low, "high": record.high,
        "step": _step(record, scenario),
        "choices": [{"name": name, "meaning": _meaning(record, name)} for name in record.choices],
    }  # fmt: skip


def basic_names(scenario: "Scenario") -> set[str]:
    """Parameters to show first: for a desk a list; for a centre what a scholar chooses in groups that it makes use of.

    A group is made use of if the scenario departs in it from the records' defaults.
    """
    records = scenario.records()
    if kind_of(scenario) == "desk":
        return BASIC
    used = {record.group for record in records if scenario[record.full_name] != record.default}
    used = {group for group in used | {"run", "routing", ""} if "." not in group} - OF_POSTS - set(DESK_ALONE)
    return {
        record.full_name for record in records
        if record.group in used and record.grade == "design" and record.kind in (int, bool, str)
    }  # fmt: skip


def _meaning(record: Record, choice: str) -> str:
    return sentence(record.slot, choice) if record.slot else ""


def _step(record: Record, scenario: "Scenario") -> float | None:
    """A step that suits a slider around the value; none where bounds are too far apart for one."""
    if record.kind is int:
        return 1
    if record.kind is not float:
        return None
    value = float(scenario[record.full_name])
    reach = min(record.high - record.low, 4.0 * abs(value) if value else 1.0)
    return next((step for step in STEPS if reach / step <= 200.0), None)


def _explained(source: str) -> list[dict[str, str]]:
    """What each evidence row and reference of a parameter says."""
    found = [{"row": row, "text": evidence_rows()[row]["says"]} for row in row_ids(source) if row in evidence_rows()]
    parts = (part.strip() for part in source.split(";"))
    return found + [{"row": part, "text": explained()[part]} for part in parts if part in explained()]


def published(name: str, figure: dict[str, Any]) -> dict[str, Any]:
    """A published figure (see PROTOCOL.md, Published)."""
    from model.measures import MEASURES

    numbers = {key: finite(figure[key]) if key in figure else None for key in ("value", "tolerance", "below", "above")}
    about = {"measure": name, "label": label(name), "unit": MEASURES[name].unit, "row": figure["row"]}
    return about | {"origin": figure.get("origin", "emergent")} | numbers


@cache
def measures() -> dict[str, Any]:
    """Every measure: name, unit, definition, evidence row, theme."""
    from model.measures import MEASURES

    return {
        "measures": [
            {"name": m.name, "label": label(m.name), "unit": m.unit, "definition": m.definition, "row": m.row,
             "theme": m.theme}
            for m in MEASURES.values()
        ]
    }  # fmt: skip


def _title(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]
