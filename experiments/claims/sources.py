"""The files that decide what a claim's table says, beside the model: its module, the machinery, and what it imports."""

from pathlib import Path

from experiments.claims.catalogue import FOLDER
from experiments.imports import reached

ROOT = FOLDER.parents[1]

MACHINERY = ("claim", "budgets", "conduct", "draws", "judge", "trial", "findings")
"""Modules of this folder that decide what any table says."""


def sources_of(stem: str) -> list[Path]:
    """The claim's module, the machinery, and the modules of `experiments` that only some claims import, by name; those
    that the imported ones import, too."""
    module, common = FOLDER / f"{stem}.py", [FOLDER / f"{name}.py" for name in MACHINERY]

    def counts(path: Path) -> bool:
        return path.is_relative_to(ROOT / "experiments") and path.name != "__init__.py" and path not in common

    return [module, *common, *sorted(reached(module, ROOT, counts))]
