"""Reading the model's own source: docstrings by place, without importing (or compiling) anything."""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MODEL = Path(__file__).parent.parent
ROOT = MODEL.parent


@dataclass(frozen=True)
class Definition:
    """A module, class or function with its docstring.

    Attributes: `file` (path below the model's folder, without suffix), `name` (empty for the module itself),
    `kind` (module, class or function), `doc`.
    """

    file: str
    name: str
    kind: str
    doc: str

    @property
    def sentence(self) -> str:
        """The first sentence or line of the docstring."""
        return first_sentence(self.doc)


@cache
def parse(file: Path) -> ast.Module:
    """Syntax tree of a file."""
    return ast.parse(file.read_text(encoding="utf-8"))


def docstring(file: Path) -> str:
    """Docstring of a module."""
    return inspect.cleandoc(ast.get_docstring(parse(file)) or "")


def definitions(folder: Path, base: Path = MODEL) -> Iterator[Definition]:
    """Everything in a folder (or one file) that has a docstring, file by file in alphabetical order."""
    kinds = {ast.ClassDef: "class", ast.FunctionDef: "function", ast.Module: "module"}
    for file in [folder] if folder.is_file() else sorted(folder.rglob("*.py")):
        place = file.relative_to(base).with_suffix("").as_posix()
        for node in ast.walk(parse(file)):
            if type(node) in kinds and ast.get_docstring(node):
                name = "" if isinstance(node, ast.Module) else node.name
                yield Definition(place, name, kinds[type(node)], inspect.cleandoc(ast.get_docstring(node)))


def first_sentence(doc: str) -> str:
    """Everything up to the first blank line."""
    return " ".join(doc.split("\n\n")[0].split())
