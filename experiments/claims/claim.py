"""What a claim is: a sentence, what would falsify it, and an experiment of arms, quantities and predictions."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from model.scenario import Scenario

Observe = Callable[[Scenario, int], Mapping[str, float]]
"""From a scenario and a seed to what is observed of a run that no measure tells."""


class ClaimError(Exception):
    """A claim that cannot be: a sentence for whoever writes one."""


@dataclass(frozen=True)
class Quantity:
    """What is looked at in every run.

    Attributes
    ----------
    name : short name, used by predictions and tables; that of a measure if it is one.
    label : what stands on an axis, without the unit.
    unit : its unit; empty for a measure, which has its own.
    needs : measures that it is reckoned from; the one of its name if empty.
    of : from those measures to the value (nan where it does not apply); None for the measure itself.
    """

    name: str
    label: str
    unit: str = ""
    needs: tuple[str, ...] = ()
    of: Callable[[Mapping[str, float]], float] | None = None

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that a run must have for it."""
        return self.needs or (self.name,)

    def value(self, run: Mapping[str, float]) -> float:
        """Its value in a run, nan where it does not apply."""
        return float(run[self.name] if self.of is None else self.of(run))


@dataclass(frozen=True)
class Prediction:
    """A weighted sum over arms, run by run under one seed, and where it is predicted to lie.

    Attributes
    ----------
    quantity : name of the quantity.
    words : the prediction in words, as after "that …".
    weights : from arms to weights: `{"b": 1, "a": −1}` is the difference, `{"a": 1, "b": −2, "c": 1}` the bend.
    sense : `>`: above `margin`; `<`: below −`margin`; `≈`: between −`margin` and `margin`.
    margin : the smallest difference that would matter, above 0, in the unit of the quantity (of its logarithm if
        `log`).
    log : compare logarithms, so that 0.1 is a tenth more.
    reference : what is subtracted from the sum, for a prediction on a level.
    """

    quantity: str
    words: str
    weights: Mapping[str, float]
    sense: Literal[">", "<", "≈"]
    margin: float
    log: bool = False
    reference: float = 0.0


@dataclass(frozen=True)
class Claim:
    """A claim and the experiment on it.

    Attributes
    ----------
    title : a few words, for headings.
    sentence : what is claimed.
    rows : rows of the evidence that claim it, and the question of its section C (`C1`).
    source : where the setting is from, `000` to `004`, or `classics`.
    falsifier : what would show it to be false, written before the run.
    scenario : name of the scenario.
    arms : from a name to what it changes, in order; all arms run under the same seeds.
    quantities : what is looked at; the first of them, as many as `panels` says, are drawn.
    predictions : what is predicted; the claim holds if all of them do.
    hold : changes made in every arm.
    days : horizon; the scenario's own if None.
    panels : number of quantities drawn.
    axis : label of a numeric axis if the arms' names are numbers; empty for named arms.
    fixed : parameters that are not drawn for robustness, beside those that the arms change.
    drawn : parameters that this claim alone has drawn, with the ends of their ranges.
    observe : what is observed of a run instead of measures; the names are those of the quantities.
    run_seconds : round core-seconds of a run; that of the scenario (see `budgets`) if 0.
    drawing : script in `figures` that draws it; `claim` is the general one.
    extra : for a drawing of its own: tables by name, from a function of (scenario with `hold`, seed).
    draw_share : how many times the usual share of the budget its draws may have, for a figure that is about them.
    revised : what of the design was changed after a first run, and why; margins and signs are not changed to fit.
    finding : what the measures show of why it came out so, written after the run.
    """

    title: str
    sentence: str
    rows: tuple[str, ...]
    source: str
    falsifier: str
    scenario: str
    arms: Mapping[str, Mapping[str, Any]]
    quantities: tuple[Quantity, ...]
    predictions: tuple[Prediction, ...]
    hold: Mapping[str, Any] = field(default_factory=dict)
    days: int | None = None
    panels: int = 2
    axis: str = ""
    fixed: tuple[str, ...] = ()
    drawn: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    observe: Observe | None = None
    run_seconds: float = 0.0
    drawing: str = "claim"
    extra: Mapping[str, Callable[[Mapping[str, Scenario], int], list[dict[str, Any]]]] = field(default_factory=dict)
    draw_share: float = 1.0
    revised: str = ""
    finding: str = ""

    def __post_init__(self) -> None:
        known = {quantity.name for quantity in self.quantities}
        if not self.predictions or not self.falsifier:
            raise ClaimError(f"The claim {self.title!r} predicts nothing, or does not say what would falsify it.")
        for prediction in self.predictions:
            if prediction.quantity not in known:
                raise ClaimError(f"{self.title!r} predicts {prediction.quantity!r}, which is none of its quantities.")
            strange = set(prediction.weights) - set(self.arms)
            if strange:
                raise ClaimError(f"{self.title!r} compares {', '.join(sorted(strange))}, which is none of its arms.")
            if not prediction.margin > 0.0 or not math.isfinite(prediction.margin):
                raise ClaimError(f"{self.title!r} has a margin of {prediction.margin}; it must be above 0.")

    @property
    def measures(self) -> list[str]:
        """All measures that its quantities need, each once."""
        return list(dict.fromkeys(name for quantity in self.quantities for name in quantity.measures))

    def quantity(self, name: str) -> Quantity:
        """The quantity of a name."""
        return next(quantity for quantity in self.quantities if quantity.name == name)

    def scenarios(self) -> dict[str, Scenario]:
        """From every arm to its scenario."""
        from experiments.horizon import days_name
        from model.scenario import load_scenario

        base = load_scenario(self.scenario, dict(self.hold))
        if self.days is not None:
            base = base.changed({days_name(base): self.days})
        return {name: base.changed(dict(changes)) for name, changes in self.arms.items()}


def measured(name: str, label: str) -> Quantity:
    """A quantity that is a measure, under a label for readers."""
    return Quantity(name, label)


def difference(quantity: str, more: str, less: str, margin: float, words: str, log: bool = False) -> Prediction:
    """The prediction that one arm has more of a quantity than another, by more than the margin."""
    return Prediction(quantity, words, {more: 1.0, less: -1.0}, ">", margin, log)


def same(quantity: str, a: str, b: str, margin: float, words: str, log: bool = False) -> Prediction:
    """The prediction that two arms differ by less than the margin."""
    return Prediction(quantity, words, {a: 1.0, b: -1.0}, "≈", margin, log)
