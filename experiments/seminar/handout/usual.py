"""What a handout shows when nothing else is said: what suits the kind of setting, or what a claim compares."""

from typing import Any

from experiments.seminar.handout.asked import Bet, Slider
from experiments.seminar.limits import Refusal
from experiments.seminar.recordings.layout import kind_of
from model.scenario import Scenario

NOTICE = "channels.completion_notice_names_rep"


def usual_sliders(scenario: Scenario) -> list[Slider]:
    """Sliders that show what a kind of setting is about."""
    kind = kind_of(scenario)
    if kind == "queue":
        return [around(scenario, "agents", (-1, 0, 1, 2)), around(scenario, "arrivals_per_hour", (-12.0, -6.0))]
    if kind == "desk":
        return [
            Slider(NOTICE, [True, False]),
            Slider("incentives.attribution", ["handler", "split", "originator"]),
            around(scenario, "people.reps_per_unit", (-1, 1)),
        ]
    if scenario.segmentation.computed:
        return [choices(scenario, "routing.overflow"), around(scenario, "menu.p_mispress", (0.05, 0.1))]
    if scenario.products:
        return [choices(scenario, "offers.use_prompt"), around(scenario, "service.p_repeat", (-0.2, 0.2))]
    return [around(scenario, "service.p_repeat", (-0.2, 0.2)), around(scenario, "service.backlog_pressure", (0.2, 0.4))]


def usual_bet(scenario: Scenario) -> Bet:
    """A bet that suits a kind of setting."""
    kind = kind_of(scenario)
    if kind == "queue":
        question = "One more person answers: what happens to the mean wait?"
        return one_change("agents", scenario["agents"], scenario["agents"] + 1, "mean_wait_minutes", question)
    if kind == "desk":
        question = "Notices no longer say who did the work: what happens to the wait of the desk's requests?"
        return one_change(NOTICE, True, False, "wait_hours_desk_p50", question)
    if scenario.segmentation.computed:
        question = "Calls may overflow to everybody instead of to nobody: what happens to the wait?"
        return one_change("routing.overflow", "nobody", "everybody", "average_speed_of_answer_s", question)
    if scenario.products:
        question = "People push what the screen prompts instead of following it: what becomes of the offers taken?"
        return one_change("offers.use_prompt", "follow", "push", "offer_acceptance_share", question)
    name, own = "service.backlog_pressure", scenario["service.backlog_pressure"]
    return one_change(name, own, own + 0.3, "average_speed_of_answer_s", "People hurry when callers wait: what then?")


def one_change(name: str, a: Any, b: Any, measure: str, question: str) -> Bet:
    """A bet between two values of one parameter."""
    return Bet({name: a}, {name: b}, measure, question)


def around(scenario: Scenario, name: str, steps: tuple[float, ...]) -> Slider:
    """The scenario's own value and values at some steps from it, within bounds, in order."""
    record = next(record for record in scenario.records() if record.full_name == name)
    own = scenario[name]
    near = {own} | {record.kind(own + step) for step in steps if record.low <= own + step <= record.high}
    return Slider(name, sorted(round(value, 10) if record.kind is float else value for value in near))


def choices(scenario: Scenario, name: str) -> Slider:
    """All alternatives of a rule."""
    record = next(record for record in scenario.records() if record.full_name == name)
    return Slider(name, list(record.choices))


def claim_of(number: int, claims: list[dict[str, Any]]) -> dict[str, Any]:
    """The claim of a number among those that are drawn."""
    known = {claim["id"]: claim for claim in claims}
    if number not in known:
        there = f"there is {', '.join(map(str, known))}" if known else "none has been drawn yet"
        raise Refusal(f"There is no claim {number} in figures/claims; {there}.", 404)
    return known[number]


def text_of(claim: dict[str, Any]) -> list[str]:
    """What a claim says, what came of it, and the caption of its figure."""
    verdict = claim["verdict"]
    said = f"The claim {verdict}." if verdict in ("holds", "fails") else f"Verdict: {verdict}."
    return [claim["sentence"], said, *filter(None, [claim.get("caption")])]


def arms_slider(scenario: Scenario, arms: list[dict[str, Any]]) -> Slider | None:
    """The one parameter in which all arms of a claim differ, as a slider; None if it is not one."""
    names = {name for arm in arms for name in arm}
    if len(names) != 1:
        return None
    name = names.pop()
    values = list(dict.fromkeys([*(arm.get(name, scenario[name]) for arm in arms), scenario[name]]))
    return Slider(name, sorted(values) if all(isinstance(value, int | float) for value in values) else values)
