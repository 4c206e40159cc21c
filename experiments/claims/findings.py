"""What was found, as the table behind a figure and as sentences with numbers."""

import csv
import io
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from experiments.claims.conduct import RUNAWAY
from experiments.claims.judge import ALPHA, FAILS, HOLDS, UNRESOLVED, Judgement
from experiments.claims.trial import AWAY, FAR, Trial

COLUMNS = ("part", "arm", "quantity", "prediction", "seed", "draw", "value", "low", "high", "n", "set_aside", "verdict")
"""Columns of a claim's table; which are filled depends on `part`.

`level`: mean of a quantity in an arm over the runs that did not run away, with its 95 % t interval; `run`: a single
run, with a word if it ran away; `away`: share of an arm's runs that ran away; `prediction`: the sum that was
predicted, with its simultaneous interval; `draw`: the same at a draw of the parameters, and whether the whole claim
holds there.
"""


def table(trial: Trial) -> list[dict[str, Any]]:
    """Rows of the table behind the figure; numbers have six digits, so that they are the same on every machine."""
    rows = [*_levels(trial), *_runs(trial), *_predictions(trial), *_draws(trial)]
    return [{column: _six(row.get(column, "")) for column in COLUMNS} for row in rows]


def as_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows as the text of a CSV file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]) if rows else list(COLUMNS), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _levels(trial: Trial):
    from experiments.summary import interval

    for arm, values in trial.runs.items():
        steady = values[RUNAWAY] != 1.0
        for quantity in trial.claim.quantities:
            known = values[quantity.name][steady if quantity.name != RUNAWAY else slice(None)]
            told = interval([value for value in known if value == value])
            ends = {end: told[end] for end in ("low", "high", "n")}
            yield {"part": "level", "arm": arm, "quantity": quantity.name, "value": told["mean"]} | ends
        yield {"part": "away", "arm": arm, "value": trial.away[arm], "n": len(steady)}


def _runs(trial: Trial):
    for arm, values in trial.runs.items():
        for quantity in trial.claim.quantities:
            for seed, (value, away) in enumerate(zip(values[quantity.name], values[RUNAWAY], strict=True), 1):
                row = {"part": "run", "arm": arm, "quantity": quantity.name, "seed": seed, "value": value}
                yield row | ({"verdict": AWAY} if away == 1.0 else {})


def _predictions(trial: Trial):
    for number, told in enumerate(trial.judgements, 1):
        yield {
            "part": "prediction", "prediction": number, "quantity": told.prediction.quantity, "value": told.mean,
            "low": told.low, "high": told.high, "n": told.n, "set_aside": told.set_aside, "verdict": told.verdict,
        }  # fmt: skip


def _draws(trial: Trial):
    for number, sums in enumerate(trial.robustness.sums, 1):
        for draw, (value, verdict) in enumerate(zip(sums, trial.robustness.verdicts, strict=True), 1):
            yield {"part": "draw", "prediction": number, "draw": draw, "value": value, "verdict": verdict}


def _six(value: Any) -> Any:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    return f"{float(value):.6g}" if isinstance(value, float | np.floating) else value


def numbers_of(told: Judgement, unit: str) -> dict[str, str]:
    """What was found of one prediction, as text: its `effect`, the `interval`, and where it was `predicted` to be.

    A prediction on a level is told as that level, one on logarithms as a factor.
    """
    prediction, form = told.prediction, _factor if told.prediction.log else _signed
    at = prediction.reference
    if at and not prediction.log:
        form = _plain
    turn = form(at + (-prediction.margin if prediction.sense == "<" else prediction.margin))
    none = form(at) if at or prediction.log else "0"
    where = {">": f"above {turn}", "<": f"below {turn}", "≈": f"nearer to {none} than {turn}"}[prediction.sense]
    shown = "" if prediction.log or unit == "share" or unit.startswith("0 ") or not unit else f" {unit}"
    interval = "no interval" if told.low != told.low else f"{form(at + told.low)} … {form(at + told.high)}"
    return {"effect": f"{form(at + told.mean)}{shown}", "interval": interval, "predicted": where}


def sentence_of(told: Judgement, unit: str) -> str:
    """One prediction with its numbers: `… : +0.16 minutes (99 % 0.15 … 0.17; predicted above 0.03), holds`."""
    said, level = numbers_of(told, unit), 100.0 * (1.0 - ALPHA)
    interval = said["interval"] if told.low != told.low else f"{level:.0f} % {said['interval']}"
    return f"{told.prediction.words}: {said['effect']} ({interval}; predicted {said['predicted']}), {told.verdict}"


def _factor(value: float) -> str:
    """A difference of logarithms as a factor."""
    return "× ?" if value != value else f"× {math.exp(value):.3g}"


def _plain(value: float) -> str:
    """Three digits of a level."""
    return _signed(value).removeprefix("+")


def _signed(value: float) -> str:
    """Three digits with the sign of a difference."""
    if value != value:
        return "?"
    size = abs(value)
    form = ",.0f" if size >= 1000.0 else ".3g" if size >= 1.0 else ".3f"
    digits = f"{value:+{form}}"
    if 0.0 < size < 0.0005:
        digits = f"{value:+.{1 - math.floor(math.log10(size)) - 1}f}"
    return digits.replace("-", "−") if value else "0"


def caption(trial: Trial, units: Mapping[str, str]) -> str:
    """The caption of the figure: the verdict with every number that it rests on."""
    claim = trial.claim
    verdict = {HOLDS: "The claim holds", FAILS: "The claim fails"}.get(trial.verdict, "The claim is not resolved")
    parts = "; ".join(sentence_of(told, units[told.prediction.quantity]) for told in trial.judgements)
    text = f"{verdict} in {trial.seeds} runs of every arm. {parts[0].upper()}{parts[1:]}."
    return " ".join(part for part in (text, runs_sentence(trial), robust_sentence(trial), claim.finding) if part)


def runs_sentence(trial: Trial) -> str:
    """What is to be said of the runs: that more were asked for, and that some ran away."""
    said = [asked_sentence(trial)] if trial.asked > trial.seeds else []
    lost = {arm: share for arm, share in trial.away.items() if share}
    if lost:
        shares = ", ".join(f"{share:.0%} with {arm}" for arm, share in lost.items())
        said.append(f"Runs that ran away ({shares}) are set aside with their seed.")
    return " ".join(said)


def asked_sentence(trial: Trial) -> str:
    """How many runs the planner asked for, where the budget gave fewer, and whether that left anything open."""
    most = "more than " if trial.asked >= FAR * trial.budget.most_seeds(trial.claim) else ""
    open_ = any(told.verdict == UNRESOLVED for told in trial.judgements)
    rest = "" if open_ else ", though those that were made told them all"
    return f"The planner asked for {most}{trial.asked:,} runs to tell every prediction from where it turns{rest}."


def robust_sentence(trial: Trial) -> str:
    """In which share of the parameter space the claim holds."""
    robustness = trial.robustness
    if not robustness.names:
        return "There is nothing to draw: the experiment has no parameter that a source leaves open."
    n = len(robustness.verdicts)
    away = f", and ran away at {robustness.share_away:.0%}" if AWAY in robustness.verdicts else ""
    each = ", ".join(
        f"{robustness.share_of(place, prediction):.0%}" for place, prediction in enumerate(trial.claim.predictions)
    )
    one_by_one = f" (its predictions one by one: {each})" if len(trial.claim.predictions) > 1 else ""
    return (
        f"At {n} draws of {len(robustness.names)} parameters from {robustness.source} it held at "
        f"{robustness.share:.0%}{one_by_one}{away}, each draw judged by the means of {trial.budget.draw_seeds} runs."
    )


