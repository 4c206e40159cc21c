"""Keep what came of a claim: its tables, and a certificate that says everything a figure or a page shows of it."""

from pathlib import Path
from typing import Any

from experiments.claims.budgets import Budget
from experiments.claims.certificate import FIGURES, inputs, is_current, keep, read, table_hash, write
from experiments.claims.claim import Claim
from experiments.claims.conduct import STORES, Crew
from experiments.claims.findings import as_csv, caption, numbers_of, robust_sentence, runs_sentence, sentence_of, table
from experiments.claims.trial import Trial, try_claim


def recorded(claim: Claim, stem: str, budget: Budget, hands: Crew, folder: Path = FIGURES) -> dict[str, Any]:
    """The certificate of a claim; it is tried only if no current one is there.

    Returns
    -------
    The certificate, as it stands in `folder`.
    """
    file, asked = folder / f"{stem}.json", inputs(claim, stem, budget)
    if not is_current(file, asked):
        trial = try_claim(claim, stem, budget, hands, STORES / budget.name)
        tables = tables_of(trial, stem)
        for name, text in tables.items():
            write(folder / name, text)
        keep(file, certificate_of(trial, stem, asked, tables))
    return read(file)


def tables_of(trial: Trial, stem: str) -> dict[str, str]:
    """From the names of a claim's tables to their text."""
    extra = {f"{stem}_{name}.csv": as_csv(rows) for name, rows in trial.extra.items()}
    return {f"{stem}.csv": as_csv(table(trial))} | extra


def certificate_of(trial: Trial, stem: str, asked: dict[str, Any], tables: dict[str, str]) -> dict[str, Any]:
    """Everything that is said of a claim's figure, as plain data."""
    from experiments.sweep.provenance import now

    claim, robustness = trial.claim, trial.robustness
    units = units_of(claim)
    return {
        "id": int(stem.split("_")[1]), "stem": stem, "title": claim.title, "sentence": claim.sentence,
        "rows": list(claim.rows), "source": claim.source, "falsifier": claim.falsifier, "finding": claim.finding,
        "revised": claim.revised,
        "verdict": trial.verdict, "seeds": [1, trial.seeds], "runs_asked": trial.asked,
        "away": {arm: _six(part) for arm, part in trial.away.items()},
        "predictions": [
            {
                "words": told.prediction.words, "quantity": told.prediction.quantity, "sense": told.prediction.sense,
                "margin": told.prediction.margin, "log": told.prediction.log, "weights": dict(told.prediction.weights),
                "verdict": told.verdict, "said": sentence_of(told, units[told.prediction.quantity]),
                **numbers_of(told, units[told.prediction.quantity]),
                "share_of_draws": _six(robustness.share_of(place, told.prediction)) if robustness.names else None,
            }
            for place, told in enumerate(trial.judgements)
        ],
        "robustness": {
            "share": _six(robustness.share) if robustness.names else None, "away": _six(robustness.share_away),
            "draws": len(robustness.verdicts), "seeds": trial.budget.draw_seeds, "source": robustness.source,
            "names": list(robustness.names),
        },
        "panels": [
            {"quantity": quantity.name, "label": quantity.label, "unit": units[quantity.name]}
            for quantity in claim.quantities[: claim.panels]
        ],
        "axis": claim.axis, "drawing": claim.drawing, "caption": caption(trial, units),
        "runs_said": runs_sentence(trial), "robust_said": robust_sentence(trial),
        "tables": list(tables), "table_hash": table_hash(*tables.values()), "inputs": asked,
        "made": now(), "commit": told_commit(),
    }  # fmt: skip


def units_of(claim: Claim) -> dict[str, str]:
    """From the name of every quantity to its unit."""
    from model.measures import MEASURES

    return {q.name: q.unit or (MEASURES[q.name].unit if q.name in MEASURES else "") for q in claim.quantities}


def told_commit() -> str:
    """The commit of the code in a word, with a plus if code differed from it (figures and pages are what is made)."""
    from experiments.sweep.provenance import commit

    known = commit(besides=("figures/*.md", "figures/claims", "README.md"))
    return "unknown" if known["commit"] is None else known["commit"][:10] + ("+" if known["dirty"] else "")


def _six(value: float) -> float:
    return float(f"{value:.6g}")
