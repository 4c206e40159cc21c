"""Which files a Python file imports, found by reading it and without running anything."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path


def reached(file: Path, root: Path, keep: Callable[[Path], bool]) -> set[Path]:
    """Files below a root folder that a file imports, and those that these import, as far as they are to be kept."""
    found: set[Path] = set()
    waiting = [file]
    while waiting:
        new = {path for path in imported(waiting.pop(), root) if keep(path)} - found - {file}
        found |= new
        waiting += new
    return found


def imported(file: Path, root: Path) -> Iterator[Path]:
    """Files below a root folder that a file imports by a name from there, wherever in it; none if it is no Python."""
    try:
        tree = ast.parse(file.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _files(root, alias.name)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield from _files(root, node.module)
            for alias in node.names:
                yield from _files(root, f"{node.module}.{alias.name}")


def _files(root: Path, name: str) -> Iterator[Path]:
    """The file of a module, and the one that stands for a package."""
    place = root.joinpath(*name.split("."))
    yield from (path for path in (place.with_suffix(".py"), place / "__init__.py") if path.is_file())
