"""Pages made from the certificates: the gallery figures/README.md, the README's table, and an index for browsers."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from experiments.claims.catalogue import spoken, stems
from experiments.claims.certificate import FIGURES, read, write
from experiments.marked import has_part, with_part

ROOT = Path(__file__).parents[2]
NOTES = "field_notes"
SOURCES = {
    "000": "DeskSales at M-Tel (source 000)", "001": "Call centres and their customer databases (source 001)",
    "002": "Star Customer at Global Telecom (source 002)", "003": "A tale of two call centres (source 003)",
    "004": "Home-based support (source 004)", "classics": "Classics of organisation theory",
}  # fmt: skip
"""Parts of the gallery, in order."""

FIRST = {
    14: "The true cost of the $2.50 contact, at draws of what no source gives",
    35: "Claimed against caused orders",
    36: "The compliance network as it emerges, on four days",
    8: "Who waits, the desk's customers or those who come directly",
}
VARIANCES = {
    "screening": "cost_per_contact_true", "sobol": "cost_per_contact_true",
    "sobol_desk_involvement": "desk_involvement", "sobol_wait_minutes_mean": "wait_minutes_mean",
    "sobol_reporting_gap": "reporting_gap",
}  # fmt: skip
"""Folders of figures with an analysis of variance, and the measure that it is of."""
OF_VARIANCE = (
    "Which parameters the measures depend on: screening by elementary effects (Morris), and shares of the variance "
    "(Sobol'). Ranges are in [experiments/screening.toml](../experiments/screening.toml) and "
    "[experiments/sobol.toml](../experiments/sobol.toml)."
)


READING = (
    "In the tables of predictions, *found* is the difference between arms that a prediction is about, taken so that it "
    "lies where *predicted* says if the prediction is true; shares have no unit, × is a factor. Factors are compared "
    "by their logarithms, so that a tenth more is × 1.11 and a twentieth × 1.05. Under *commit* in the certificates, + "
    "means that files beside it had changed; their hashes stand there too."
)


def certificates(folder: Path = FIGURES) -> list[dict[str, Any]]:
    """Certificates of all claims that have one, in order of number."""
    found = [read(folder / f"{stem}.json") for stem in stems().values()]
    return [certificate for certificate in found if certificate is not None]


def write_gallery(folder: Path = FIGURES, root: Path = ROOT) -> list[Path]:
    """Write the index, the gallery, and the table of the README if it has the markers; returns what was written."""
    made = certificates(folder)
    index = folder / "index.json"
    write(index, json.dumps([entry(one) for one in made], indent=1, ensure_ascii=False) + "\n")
    gallery = folder.parent / "README.md"
    write(gallery, page(made, read(folder / f"{NOTES}.json")))
    written, readme = [index, gallery], root / "README.md"
    if readme.is_file() and has_part(readme.read_text(encoding="utf-8"), "claims"):
        write(readme, with_part(readme.read_text(encoding="utf-8"), "claims", readme_part(made)))
        written.append(readme)
    return written


def entry(certificate: dict[str, Any]) -> dict[str, Any]:
    """What the browser's gallery and handouts need of a claim.

    `figure` is relative to the folder of the index, `hold` has the claim's number of days, and `measures` are those its
    predictions are about, without quantities of the claim's own.
    """
    from experiments.horizon import days_name
    from model.measures import MEASURES
    from model.scenario import load_scenario

    inputs = certificate["inputs"]
    days = {days_name(load_scenario(inputs["scenario"])): inputs["days"]} if inputs["days"] else {}
    about = dict.fromkeys(prediction["quantity"] for prediction in certificate["predictions"])
    return {
        "id": certificate["id"], "title": certificate["title"], "sentence": certificate["sentence"],
        "rows": certificate["rows"], "verdict": certificate["verdict"],
        "robustness": certificate["robustness"]["share"], "figure": f"{certificate['stem']}.svg",
        "scenario": inputs["scenario"], "hold": inputs["hold"] | days, "changes": inputs["arms"],
        "measures": [name for name in about if name in MEASURES], "caption": certificate["caption"],
    }  # fmt: skip


def readme_part(made: Sequence[dict[str, Any]]) -> str:
    """What the README says of the claims: how many there are, how they fared, and the table."""
    return "\n\n".join([
        "## Claims of the literature as experiments",
        f"{counted(made)} {budgeted(made)} Each is one module with its rows, what would falsify it, and predictions "
        f"with the smallest difference that would matter, written before the run. {revised(made)}",
        "A prediction *holds* if its whole 99 % interval lies beyond that difference, *fails* if all of it lies short "
        "of it (also if the effect is real, but too small to matter), and is open otherwise; a claim holds if all its "
        "predictions do, and fails if one fails. The share of draws is that of other values of what no source gives, "
        "at which all predictions hold; rows and other references are explained in "
        "[model/README.md](model/README.md#evidence-rows). [figures/README.md](figures/README.md) shows the figure of "
        "every claim with its numbers, [experiments/README.md](experiments/README.md) says how far to trust what. "
        "`make figures` makes those that are missing or out of date, `desksales verify` makes all again and holds them "
        "against their certificates.",
        table(made),
    ])  # fmt: skip


def counted(made: Sequence[dict[str, Any]]) -> str:
    """How many claims were tried, and how they fared."""
    count = {name: sum(one["verdict"] == name for one in made) for name in ("holds", "fails", "unresolved")}
    each = [prediction["verdict"] for one in made for prediction in one["predictions"]]
    left = [number for number in stems() if number not in {one["id"] for one in made}]
    waiting = f" Claims {spoken(left)} wait for their first run." if left else ""
    return (
        f"{len(made)} claims were tried: {count['holds']} hold, {count['fails']} fail, {count['unresolved']} are not "
        f"resolved; of their {len(each)} predictions, {each.count('holds')} hold, {each.count('fails')} fail and "
        f"{each.count('unresolved')} are open.{waiting}"
    )


def budgeted(made: Sequence[dict[str, Any]]) -> str:
    """Of which budget the verdicts are, and what another would change."""
    budgets = sorted({one["inputs"]["budget"] for one in made})
    more = " Most that are open would take more runs than it allows (`make paper`)." if budgets == ["short"] else ""
    return f"The budget was {' and '.join(budgets)}.{more}"


def table(made: Sequence[dict[str, Any]]) -> str:
    """Claim, evidence rows, experiment, figure and verdict, one line a claim; links are from the repository's root."""
    head = ["| claim | rows | experiment | figure | verdict | share of draws |", "|---|---|---|---|---|--:|"]
    return "\n".join([*head, *(_line(certificate) for certificate in made)])


def _line(certificate: dict[str, Any]) -> str:
    stem, title = certificate["stem"], f"{certificate['id']}. {certificate['title']}"
    cells = (
        title, ", ".join(certificate["rows"]), f"[{stem}.py](experiments/claims/{stem}.py)",
        f"[figure](figures/claims/{stem}.png)", verdict(certificate), share(certificate),
    )  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def verdict(certificate: dict[str, Any]) -> str:
    """The verdict; where not all predictions hold, with how many do."""
    verdicts = [prediction["verdict"] for prediction in certificate["predictions"]]
    held = verdicts.count("holds")
    return certificate["verdict"] + (f" ({held} of {len(verdicts)} predictions hold)" if held < len(verdicts) else "")


def share(certificate: dict[str, Any]) -> str:
    """In which share of the draws a claim holds."""
    held = certificate["robustness"]["share"]
    return "–" if held is None else f"{held:.0%}"


def page(made: Sequence[dict[str, Any]], notes: dict[str, Any] | None = None, figures: Path = FIGURES.parent) -> str:
    """The gallery: for each claim its sentence, the picture, the verdict with its numbers, and the share of draws.

    `notes` is the certificate of the field notes, if there are any; `figures` has the folders of `VARIANCES`.
    """
    parts = [_opening(made), "## Five figures to begin with", begin_with(made, notes is not None)]
    for source, title in SOURCES.items():
        mine = [certificate for certificate in made if certificate["source"] == source]
        if mine:
            parts += [f"## {title}", *(_section(certificate) for certificate in mine)]
    if notes is not None:
        parts += ['<a id="field-notes"></a>\n## One issue, as an ethnographer would tell it', _notes(notes)]
    there = [(folder, name) for folder, name in VARIANCES.items() if (figures / folder / "sensitivity.png").is_file()]
    if there:
        parts += ["## What the headline figures of M-Tel rest on", OF_VARIANCE]
        parts += [_variance(folder, name, figures) for folder, name in there]
    return "\n\n".join(parts) + "\n"


def begin_with(made: Sequence[dict[str, Any]], notes: bool) -> str:
    """Where the figures are that no other model of service work has."""
    there = {certificate["id"]: certificate for certificate in made}
    lines = [
        f"- [{words}](#{anchor(there[number])}) (claim {number}: {verdict(there[number])})"
        for number, words in FIRST.items() if number in there
    ]  # fmt: skip
    if notes:
        lines.append("- [The field notes of one issue beside its timeline](#field-notes)")
    return "\n".join(lines)


def _variance(folder: str, name: str, figures: Path) -> str:
    about = json.loads((figures / folder / "sensitivity.json").read_text(encoding="utf-8"))
    kind = "screening" if about["design"] == "morris" else "variance"
    meaning = "" if about["definition"].startswith("The same") else f"{about['definition']} "
    return (
        f"### {kind.capitalize()} of {name} ({about['unit']})\n\n{meaning}{_foremost(figures / folder)}\n\n"
        f"![{kind} of {name}]({folder}/sensitivity.png)\n\n"
        f"[table]({folder}/sensitivity.csv) · [how it was made]({folder}/sensitivity.json) · "
        f"`make {'sensitivity' if folder in ('screening', 'sobol') else 'variance'}`"
    )


def _foremost(folder: Path, most: int = 3) -> str:
    """Which parameters an analysis puts first, with its figures."""
    with (folder / "sensitivity.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    index, sign = ("mu_star", "μ*") if "mu_star" in rows[0] else ("total", "total index")
    rows.sort(key=lambda row: -float(row[index] or 0.0))
    told = ", ".join(f"`{row['name']}` ({float(row[index]):.2f})" for row in rows[:most])
    return f"Foremost, by {sign}: {told}."


def _opening(made: Sequence[dict[str, Any]]) -> str:
    return "\n\n".join([
        "# Results: claims of the literature as experiments",
        "This page is written by `desksales figure all` (`make figures`) from the certificates beside the pictures; "
        "do not edit it. [experiments/README.md](../experiments/README.md) says how claims are tried, and how far to "
        "trust what.",
        f"{counted(made)} {budgeted(made)} A claim is a set of predictions, each with the "
        f"smallest difference that would matter, written down before the run. {revised(made)} It holds if the "
        f"interval of every prediction lies wholly beyond that difference, and fails if one lies wholly short of it. "
        f"A claim that fails says something about the model or about the claim; what the measures show of the reason "
        f"stands below its numbers. The share of draws is that of other values of the parameters, where no source "
        f"gives any, at which all predictions of the claim hold in the means of a few runs; a low share beside a "
        f"claim that holds says that it rests on values that somebody chose. {blurred(made)}",
        READING,
        "Beside the claims: [the calibration](calibration.md), [theory](proof.md), [the benchmark](bench.md) with [its "
        "growth](bench_growth.png), and [the seminar under load](bench_seminar.md).",
        "| claim | verdict | share of draws |\n|---|---|--:|\n" + "\n".join(
            f"| [{one['id']}. {one['title']}](#{anchor(one)}) | {verdict(one)} | {share(one)} |" for one in made
        ),
    ])  # fmt: skip


def revised(made: Sequence[dict[str, Any]]) -> str:
    """Which designs were changed after a first run."""
    numbers = [one["id"] for one in made if one["revised"]]
    if not numbers:
        return "No design was changed after a first run."
    return f"{len(numbers)} designs were put right after a first run, and say how ({spoken(numbers)})."


def blurred(made: Sequence[dict[str, Any]]) -> str:
    """How well a share of draws is known: half the width of its 95 % interval where it is one half."""
    numbers = [one["robustness"]["draws"] for one in made if one["robustness"]["names"]]
    few, many = (0.98 / number**0.5 for number in (min(numbers), max(numbers)))
    return (
        f"There were {min(numbers)} to {max(numbers)} draws of a claim, so that a share of one half is known to "
        f"± {few:.0%} at worst and ± {many:.0%} at best."
    )


def _notes(notes: dict[str, Any]) -> str:
    return "\n\n".join([
        f"![Field notes of issue {notes['issue']} beside its timeline](claims/{NOTES}.png)",
        f"Every moment is a line of the event log of a run (seed {notes['seed']}), told by `desksales story "
        f"{notes['scenario']} --seed {notes['seed']} --pick {notes['pick']}`; numbers in brackets are rows of the "
        f"evidence. {notes['tally']}",
        f"[table](claims/{NOTES}.csv) · [certificate](claims/{NOTES}.json) · `desksales figure all`",
    ])  # fmt: skip


def anchor(certificate: dict[str, Any]) -> str:
    """Where the section of a claim begins on the page."""
    return f"claim-{certificate['id']:02d}"


def _section(certificate: dict[str, Any]) -> str:
    stem, seeds = certificate["stem"], certificate["seeds"][1]
    said = [
        f"**{verdict(certificate).capitalize()}**, in {seeds} runs of every arm under common luck.",
        certificate["runs_said"], certificate["robust_said"],
    ]  # fmt: skip
    parts = [
        f'<a id="{anchor(certificate)}"></a>\n### {certificate["id"]}. {certificate["title"]}',
        f"{certificate['sentence']} *({', '.join(certificate['rows'])})*",
        f"Falsified if: {certificate['falsifier'][0].lower()}{certificate['falsifier'][1:]}",
        f"![Claim {certificate['id']}: {certificate['title']}, {certificate['verdict']}](claims/{stem}.png)",
        " ".join(part for part in said if part),
        predictions(certificate),
        certificate["finding"],
        f"*Design, put right after a first run:* {certificate['revised']}" if certificate["revised"] else "",
        f"[experiment](../{certificate['inputs']['module']}) · [table](claims/{stem}.csv) · "
        f"[certificate](claims/{stem}.json) · `desksales figure {certificate['id']}`",
    ]
    return "\n\n".join(part for part in parts if part)


def predictions(certificate: dict[str, Any]) -> str:
    """Every prediction with its numbers, a line each."""
    head = "| predicted was that | found | 99 % interval | predicted | verdict | of draws |\n|---|--:|---|---|---|--:|"
    return "\n".join([head, *(_prediction(one) for one in certificate["predictions"])])


def _prediction(told: dict[str, Any]) -> str:
    held = "–" if told["share_of_draws"] is None else f"{told['share_of_draws']:.0%}"
    cells = (told["words"], told["effect"], told["interval"], told["predicted"], told["verdict"], held)
    return "| " + " | ".join(cells) + " |"
