"""The files that decide what a claim's table says, beside the model: its module, the machinery, and what it imports."""

import ast
from collections.abc import Iterator
from pathlib import Path

from experiments.claims.catalogue import FOLDER

ROOT = FOLDER.parents[1]

MACHINERY = ("claim", "budgets", "conduct", "draws", "judge", "trial", "findings")
"""Modules of this folder that decide what any table says."""


def sources_of(stem: str) -> list[Path]:
    """The claim's module, the machinery, and the modules of `experiments` that only some claims import, by name; those
    that the imported ones import, too."""
    module, common = FOLDER / f"{stem}.py", [FOLDER / f"{name}.py" for name in MACHINERY]
    found: set[Path] = set()
    waiting = [module]
    while waiting:
        new = set(_imported(waiting.pop())) - found - {module, *common}
        found |= new
        waiting += new
    return [module, *common, *sorted(found)]


def _imported(file: Path) -> Iterator[Path]:
    """Modules of `experiments` that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            named = (ROOT.joinpath(*alias.name.split(".")).with_suffix(".py") for alias in node.names)
            yield from (path for path in named if path.is_file() and path.is_relative_to(ROOT / "experiments"))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "experiments":
            place = ROOT.joinpath(*node.module.split("."))
            parts = [place / f"{alias.name}.py" for alias in node.names]
            yield from (path for path in (place.with_suffix(".py"), *parts) if path.is_file())
