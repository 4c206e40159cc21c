"""The certificate of a figure: from what its table was made, and the hash of the table."""

import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from experiments.claims.budgets import Budget
from experiments.claims.claim import Claim
from experiments.claims.draws import CALIBRATED, POSTERIOR, RANGES
from experiments.claims.sources import sources_of

FIGURES = Path(__file__).parents[2] / "figures" / "claims"
MADE = ("made", "commit")
"""Entries that differ between two makings of the same table."""


def inputs(claim: Claim, stem: str, budget: Budget) -> dict[str, Any]:
    """Everything that decides the table of a claim, as plain data; equal inputs give equal tables."""
    from experiments.sweep.provenance import lock_hash
    from experiments.sweep.run_spec import fingerprint
    from model.compiled import model_version

    scenarios = claim.scenarios()
    drawn_from = [POSTERIOR] if claim.scenario == CALIBRATED else []
    return {
        "module": f"experiments/claims/{stem}.py",
        "sources": _hash(*sources_of(stem), RANGES, *drawn_from),
        "scenario": claim.scenario, "hold": dict(claim.hold), "days": claim.days,
        "arms": {arm: dict(changes) for arm, changes in claim.arms.items()},
        "parameters": {arm: fingerprint(scenario.values()) for arm, scenario in scenarios.items()},
        "budget": budget.name, "model_version": model_version(), "lock": lock_hash(),
        "versions": {package: version(package) for package in ("desksales", "numpy", "numba", "scipy")},
    }  # fmt: skip


def table_hash(*tables: str) -> str:
    """Hash of the text of a claim's tables."""
    return hashlib.sha256("\0".join(tables).encode()).hexdigest()


def is_current(file: Path, asked: Mapping[str, Any]) -> bool:
    """Whether a certificate was made from just these inputs, and its tables are as it says."""
    certificate = read(file)
    if certificate is None or certificate.get("inputs") != json.loads(json.dumps(asked)):
        return False
    return tables_on_disk(file, certificate) == certificate["table_hash"]


def tables_on_disk(file: Path, certificate: Mapping[str, Any]) -> str | None:
    """Hash of the tables beside a certificate; None if one is missing."""
    places = [file.with_name(name) for name in certificate["tables"]]
    if not all(place.is_file() for place in places):
        return None
    return table_hash(*(place.read_text(encoding="utf-8") for place in places))


def read(file: Path) -> dict[str, Any] | None:
    """A certificate; None if there is none that can be read."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def keep(file: Path, certificate: Mapping[str, Any]) -> None:
    """Write a certificate, unless the one that is there differs only in when and at which commit it was made."""
    there = read(file) or {}
    new = json.loads(json.dumps(certificate))
    if {key: value for key, value in there.items() if key not in MADE} == {
        key: value for key, value in new.items() if key not in MADE
    }:
        return
    write(file, json.dumps(new, indent=1, ensure_ascii=False) + "\n")


def write(file: Path, text: str) -> None:
    """Write a file whole or not at all, and leave it alone if it says the same."""
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(file.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(file)


def _hash(*files: Path) -> str:
    """Hash of what stands in some files; one that does not exist counts as empty."""
    digest = hashlib.sha256()
    for file in files:
        content = file.read_bytes() if file.is_file() else b""
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()
