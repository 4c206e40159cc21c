"""The page figures/calibration.md: what was fitted, what was learnt, what was not. All numbers are the tables'."""

from collections.abc import Mapping, Sequence
from typing import Any

from experiments.calibration.plan import Plan
from experiments.calibration.point import ERRORS, error, same
from experiments.calibration.posterior import CLEAR, SOME, TOGETHER

Rows = Sequence[Mapping[str, Any]]


def page(plan: Plan, facts: Mapping[str, Any], tables: Mapping[str, Rows]) -> str:
    """The page as text.

    Parameters
    ----------
    facts : see `conduct.about`. `tables` : see `report.tables`.
    """
    parts = [
        _opening(facts, tables["calibration"]),
        _patterns(facts, tables["calibration_patterns"]),
        _parameters(tables["calibration"]),
        _together(facts),
        _left_out(plan, tables["calibration_screening"]),
        _point(facts, plan),
        _how(plan, facts),
    ]
    return "\n\n".join(_unbroken(block) for part in parts for block in part.split("\n\n")) + "\n"


def _unbroken(block: str) -> str:
    """A paragraph on one line; tables, lists, headings and pictures as they are."""
    return block if block[0] in "|-#!" else " ".join(block.split())


def _opening(facts: Mapping[str, Any], rows: Rows) -> str:
    kinds = {kind: [f"`{row['parameter']}`" for row in rows if row["identified"] == kind]
             for kind in ("yes", "weakly", "no")}  # fmt: skip
    return f"""# Calibration of {facts['scenario']}

This page is written by `desksales calibrate` (`make calibrate`) from the tables beside it; do not edit it.
[experiments/README.md](../experiments/README.md) says what the method can and cannot do.

{len(rows)} parameters that no source gives were fitted to what was published of {facts['scenario']}, with
{facts['years_in_all']:,} simulated years in all. Of these parameters
{_count(kinds['yes'], 'is', 'are')} identified{_listed(kinds['yes'])},
{_count(kinds['weakly'], 'is', 'are')} weakly so{_listed(kinds['weakly'])}, and {_count(kinds['no'], 'is', 'are')} not
identified{_listed(kinds['no'])}: the published figures say next to nothing about them one by one.

![Posterior of every parameter beside its prior](calibration_marginals.png)"""


def _patterns(facts: Mapping[str, Any], rows: Rows) -> str:
    table = _table(
        ("figure", "row", "role", "published", "median", "90 % of years", "meet it", "in the pilot"),
        [(f"`{r['measure']}`", r["row"], r["role"], r["published"], _n(r["q50"]), f"{_n(r['q05'])} … {_n(r['q95'])}",
          _p(r["met"]), _p(r["met_before"])) for r in rows],
        "lllrrrrr",
    )  # fmt: skip
    shares = [point["years_met"] for point in facts["points"][1:]]
    held = [r for r in rows if r["role"] == "held out"]
    least = min(held, key=lambda r: r["met"])
    return f"""## What was fitted, and what was held out

A year is accepted if it did not run away and meets every fitted figure within the published tolerance. Each
particle of the posterior was run again under other seeds; the table says what these years give, and how many of them
meet each figure, beside the years of the pilot, where nothing was fitted. All fitted figures at once are met by
{_p(facts['met_all_fitted'])} of the years of the posterior and by {_p(facts['pilot']['met_all_fitted'])} of the
pilot's. A particle is let in by one year, some of them by luck: of single particles near the middle between
{_p(min(shares))} and {_p(max(shares))} of the years meet all (see below).

{table}

Figures held out played no part in the fit. The one met least often is `{least['measure']}`, in
{_p(least['met'])} of the years ({_p(least['met_before'])} in the pilot). Where the share in the pilot is
nearly as high, the figure comes from the mechanism at almost any values, and meeting it says little for these. A
year to which a figure does not apply, such as one without a service turn, does not meet it.

![Years of the posterior against every published figure](calibration_patterns.png)"""


def _parameters(rows: Rows) -> str:
    table = _table(
        ("parameter", "grade", "prior", "median", "50 %", "90 %", "contraction", "identified", "default", "it lies in"),
        [(f"`{r['parameter']}`", r["grade"], f"{_n(r['prior_low'])} … {_n(r['prior_high'])}", _n(r["median"]),
          f"{_n(r['low_50'])} … {_n(r['high_50'])}", f"{_n(r['low_90'])} … {_n(r['high_90'])}",
          f"{r['contraction']:.2f}", r["identified"], _n(r["default"]), _where(r)) for r in rows],
        "llrrrrrlrl",
    )  # fmt: skip
    return f"""## What was learnt of each parameter

Contraction is 1 − posterior sd / prior sd. By a rule written before the posterior was seen a parameter is identified
from {CLEAR:g} on and weakly from {SOME:g} on. The last columns are the scenario's own value and the
narrowest interval of the posterior in which it lies; a default that was taken from this posterior (see below) lies
inside by construction. Ranges are those of
[experiments/claims/ranges.toml](../experiments/claims/ranges.toml) and
[experiments/calibration/plan.toml](../experiments/calibration/plan.toml); a posterior as wide as its range says as much
about the range as about the organisation.

{table}"""


def _where(row: Mapping[str, Any]) -> str:
    if row["low_50"] <= row["default"] <= row["high_50"]:
        return "50 %"
    return "90 %" if row["low_90"] <= row["default"] <= row["high_90"] else "neither"


def _together(facts: Mapping[str, Any]) -> str:
    pairs = [f"- `{p['one']}` and `{p['other']}`: {p['correlation']:+.2f}" for p in facts["pairs"]]
    listed = "\n".join(pairs) if pairs else f"- none of {TOGETHER:g} or more"
    combinations = "\n".join(
        f"- contraction {c['contraction']:.2f}: " + ", ".join(f"{w:+.2f} × `{name}`" for name, w in _main(c["weights"]))
        for c in facts["combinations"]
    )
    chance = 2.0 / facts["effective_particles"] ** 0.5
    return f"""## What only hangs together

Pairs with a correlation of at least {TOGETHER:g} in the posterior (with so few effective particles
chance alone gives every twentieth pair {chance:.2f} or more):

{listed}

The best-known combinations, each parameter in standard deviations of its prior (weights below 0.2 left out):

{combinations}

So the published figures fix combinations more than parameters: one may be moved if the others follow.

![Pairs of the parameters of which most was learnt](calibration_pairs.png)"""


def _main(weights: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(((name, w) for name, w in weights.items() if abs(w) >= 0.2), key=lambda pair: -abs(pair[1]))


def _left_out(plan: Plan, rows: Rows) -> str:
    weak = [r for r in rows if not r["calibrated"] and r["strongest"] < plan.pilot.least]
    other = [r for r in rows if not r["calibrated"] and r["strongest"] >= plan.pilot.least]
    names = ", ".join(f"`{r['parameter']}` ({r['strongest']:.2f})" for r in weak)
    given = ", ".join(f"`{r['parameter']}` ({r['strongest']:.2f}, {r['grade']})" for r in other)
    return f"""## What was left at its default, and why

The pilot moved {len(rows)} parameters. A parameter was left alone if its partial rank correlation with every fitted
figure stayed below {plan.pilot.least:g} in absolute value (the largest in brackets): {names or 'none'}. Many of
these do move waits or who is asked, of which the published figures say too little to fit.

Left alone because another study gives their value, although figures depend on them: {given or 'none'}. The posterior is
conditional on these values."""


def _point(facts: Mapping[str, Any], plan: Plan) -> str:
    default, best = facts["again"]
    particles = facts["points"][1:]
    shares = [particle["years_met"] for particle in particles]
    alike, n = sum(particle["alike"] for particle in particles), plan.point.replications
    rows = [
        ("years that meet all fitted figures", *(_p(each["years_met"]) for each in (default, best))),
        ("standard error of this share", *(_p(error(each["years_met"], each["years"])) for each in (default, best))),
        ("years that ran away", *(f"{each['away']} of {each['years']}" for each in (default, best))),
        ("median distance of a year", _n(default["distance"]), _n(best["distance"])),
        ("figures met by the means", f"{default['met']} of {default['of']}", f"{best['met']} of {best['of']}"),
        *((f"mean `{name}`", _n(default["means"][name]), _n(best["means"][name])) for name in default["means"]),
        *((f"`{name}`", _n(default["values"][name]), _n(best["values"][name])) for name in default["values"]),
    ]
    return f"""## The default beside one point of the posterior

{plan.point.candidates} particles nearest to the middle of the posterior and the present default were run under the same
{n} seeds (1 to {n}; `desksales run` takes the first of them). The share of a particle's years that meet every fitted
figure is an estimate of its likelihood and, as priors are uniform, but for a factor of the posterior density there. The
shares lie between {_p(min(shares))} and {_p(max(shares))}. {_cannot(alike, len(shares))} of the highest: two particles
are told apart if the shares differ by more than {ERRORS:g} standard errors of the difference, seed by seed. The point
of the posterior is, among these, the one nearest to the middle; of all particles it is {_place(best['place'])}.
{_compared(default, best)}

The table is of {n} further seeds ({n + 1} to {2 * n}), which had no part in the choice.

{_table(("", "default", "point"), rows, "lrr")}"""


def _cannot(alike: int, of: int) -> str:
    if alike == 1:
        return f"One of the {of}, the best itself, is within reach"
    return f"{alike} of the {of}, the best among them, are within reach"


def _place(place: int) -> str:
    return "the nearest to the middle" if place == 1 else f"number {place} from the middle"


def _compared(default: Mapping[str, Any], best: Mapping[str, Any]) -> str:
    other = [name for name, value in best["values"].items() if not same(default["values"][name], value)]
    if not other:
        return "The default is this point, rounded: to two digits it has the same value of every parameter."
    return f"The default is another point: it has other values, to two digits, of {', '.join(f'`{n}`' for n in other)}."


def _how(plan: Plan, facts: Mapping[str, Any]) -> str:
    rows = [(g["generation"] + 1, f"{g['epsilon']:.3f}", g["particles"], f"{g['years']:,}",
             _p(g["particles"] / g["years"]), f"{g['seconds'] / 60.0:.1f}") for g in facts["generations"]]  # fmt: skip
    years, minutes = facts["years"], {name: s / 60.0 for name, s in facts["seconds"].items()}
    versions = ", ".join(f"{name} {v}" for name, v in facts["versions"].items())
    return f"""## How it was done

Approximate Bayesian computation in generations (ABC-SMC; Toni et al. 2009, J. R. Soc. Interface 6, 187–202) with pyABC,
uniform priors and the distance of a year's worst figure, in tolerances. The first generation is the pilot's nearest
years; every later one is drawn from a normal distribution fitted to the one before, in normal scores of the priors, and
weighted by prior over proposal. ε falls to the {100.0 * plan.sequence.tighten:.0f} % quantile of the last generation's
distances, and to 1 at last, where every figure is met. One year a particle, for what was published is
of one organisation.
Effective number of particles in the posterior: {facts['effective_particles']:.0f} of {facts['particles']:,}.

{_table(("generation", "ε", "particles", "years", "accepted", "minutes"), rows, "rrrrrr")}

Years run: {years['pilot']:,} in the pilot ({facts['pilot']['ran_away']:,} ran away), {years['sequence']:,} in the
generations, {years['check']:,} in the check, {years['point']:,} at points; {facts['years_in_all']:,} in all, in
{facts['seconds_in_all'] / 60.0:.0f} minutes of wall time on two cores that had other work to do (pilot
{minutes['pilot']:.0f}, generations {minutes['sequence']:.0f}, check {minutes['check']:.0f}, points
{minutes['point']:.0f}).{_held(facts['hold'])} Seed {facts['seed']}, model version {facts['model_version']}, {versions}.

Candidates are numbered and each has luck of its own, so neither the number of workers nor an interruption changes the
result on one machine; last bits of linear algebra may differ between machines, and then a later generation does.
Tables: [calibration.csv](calibration.csv), [particles](calibration_posterior.csv),
[figures](calibration_patterns.csv), [pilot](calibration_screening.csv), [everything else](calibration.json)."""


def _held(hold: Mapping[str, Any]) -> str:
    values = ", ".join(f"`{name}` {_n(value)}" for name, value in hold.items())
    return f" In every year other than in the scenario: {values}." if values else ""


def _table(heads: Sequence[str], rows: Sequence[Sequence[Any]], sides: str) -> str:
    rules = ["--:" if side == "r" else "---" for side in sides]
    lines = [heads, rules, *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _n(x: float | None) -> str:
    return "–" if x is None else f"{x:.3g}"


def _p(x: float) -> str:
    """A share in percent; near 0 and near 1 with more digits, where these tell."""
    return f"{100.0 * x:.3g} %" if x < 0.1 or x > 0.95 else f"{100.0 * x:.0f} %"


def _count(names: Sequence[str], one: str, many: str) -> str:
    return f"{len(names) or 'none'} {one if len(names) == 1 else many}"


def _listed(names: Sequence[str]) -> str:
    return f" ({', '.join(names)})" if names else ""
