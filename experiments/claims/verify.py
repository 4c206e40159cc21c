"""Hold figures against their certificates: the same inputs, run again from nothing, must give the same tables."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from experiments.claims.budgets import budget_of
from experiments.claims.catalogue import claim_of
from experiments.claims.certificate import FIGURES, inputs, read, table_hash, tables_on_disk
from experiments.claims.conduct import Crew
from experiments.claims.record import tables_of
from experiments.claims.trial import try_claim


WORDS = {
    "sources": "the code or the ranges of the claim", "model_version": "the version of the model",
    "lock": "the lock file of packages", "versions": "the packages that are installed",
    "parameters": "the values of parameters",
}  # fmt: skip
"""What a certificate says of its inputs, in words."""


@dataclass(frozen=True)
class Check:
    """One thing that was looked at: `what` it was, whether it is `good`, and what is wrong if not."""

    what: str
    good: bool
    wrong: str = ""


def verify(stem: str, hands: Crew | None, folder: Path = FIGURES) -> Iterator[Check]:
    """Check a claim's files; with `hands` its runs are also made again, in stores that are thrown away.

    Yields
    ------
    One check after the other: certificate, inputs (code, parameters, model, lock file), tables as certified, tables
    made again, pictures drawn again.
    """
    certificate = read(folder / f"{stem}.json")
    yield Check("certificate", certificate is not None, f"there is none that can be read: {folder / f'{stem}.json'}")
    if certificate is None:
        return
    budget, claim = budget_of(certificate["inputs"]["budget"]), claim_of(stem)
    yield _same_inputs(certificate["inputs"], inputs(claim, stem, budget))
    kept = tables_on_disk(folder / f"{stem}.json", certificate)
    yield Check("table as certified", kept == certificate["table_hash"], "the table is not the one that was certified")
    if hands is not None:
        with tempfile.TemporaryDirectory(prefix="desksales-verify-") as stores:
            again = tables_of(try_claim(claim, stem, budget, hands, Path(stores)), stem)
        made = table_hash(*again.values())
        yield Check("table made again", made == certificate["table_hash"], "the runs give another table now")
    yield _same_pictures(folder / stem, certificate)


def verify_notes(quick: bool = False, folder: Path = FIGURES) -> Iterator[Check]:
    """Check the field notes: certificate, table as certified, the run told again unless `quick`, picture again."""
    from experiments.claims.findings import as_csv
    from experiments.field_notes import STEM, told
    from model.compiled import model_version

    certificate = read(folder / f"{STEM}.json")
    yield Check("certificate", certificate is not None, f"there is none that can be read: {folder / f'{STEM}.json'}")
    if certificate is None:
        return
    same = certificate["model_version"] == model_version()
    yield Check("inputs", same, f"not as certified: {WORDS['model_version']}")
    kept = tables_on_disk(folder / f"{STEM}.json", certificate)
    yield Check("table as certified", kept == certificate["table_hash"], "the table is not the one that was certified")
    if not quick:
        made = table_hash(as_csv(told()[0]))
        yield Check("table made again", made == certificate["table_hash"], "the run gives another table now")
    yield _same_pictures(folder / STEM, certificate | {"drawing": STEM})


def _same_inputs(certified: dict, now: dict) -> Check:
    """Whether code, parameters, model and packages are those of the certificate."""
    import json

    now = json.loads(json.dumps(now))
    changed = [WORDS.get(name, name) for name in now if now[name] != certified.get(name)]
    return Check("inputs", not changed, f"not as certified: {', '.join(changed)}")


def _same_pictures(stem: Path, certificate: dict) -> Check:
    """Whether the pictures drawn again from table and certificate are the same bytes."""
    import shutil
    from importlib import import_module

    drawing = import_module(f"figures.{certificate['drawing']}")
    with tempfile.TemporaryDirectory(prefix="desksales-verify-") as place:
        for name in (stem.with_suffix(".json").name, *certificate["tables"]):
            if (stem.parent / name).is_file():
                shutil.copy(stem.parent / name, place)
        try:
            drawn = drawing.draw(Path(place) / stem.name)
        except (OSError, ValueError, LookupError) as error:
            reason = getattr(error, "strerror", None) or error
            return Check("picture drawn again", False, f"it cannot be drawn ({reason})")
        other = [
            path.name for path in drawn
            if not (stem.parent / path.name).is_file() or (stem.parent / path.name).read_bytes() != path.read_bytes()
        ]  # fmt: skip
    return Check("picture drawn again", not other, f"other bytes: {', '.join(other)}")
