"""Which files a Python file imports, found by reading it and without running anything."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from warnings import catch_warnings, simplefilter


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
    """Files below a root folder that a file imports from there, wherever in it; none if it is no Python."""
    try:
        with catch_warnings():
            simplefilter("ignore", SyntaxWarning)  # whoever runs the file is warned
            tree = ast.parse(file.read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _files(root, alias.name)
        elif isinstance(node, ast.ImportFrom):
            folder = file.parents[node.level - 1] if node.level else root
            names = [f"{node.module}.{alias.name}" if node.module else alias.name for alias in node.names]
            for name in names:
                yield from (path for path in _files(folder, name) if path.is_relative_to(root))


def _files(folder: Path, name: str) -> Iterator[Path]:
    """The file of a module, and those of the packages in which it stands."""
    place = folder
    for part in name.split("."):
        module, place = place / f"{part}.py", place / part
        package = place / "__init__.py"
        yield from [path for path in (package, module) if path.is_file()][:1]
