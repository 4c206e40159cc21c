"""Table of draws: which luck is found under which key and what for, read from the calls in the source."""

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from model.document.markdown import code, table
from model.document.source import MODEL, first_sentence, parse

FOLDERS = ("world", "engine", "rules")
HEAD = ("number", "purpose", "whose stream", "count", "drawn in", "what for")


def draws() -> str:
    """Every draw of the model: purpose and number, whose stream, which count, in which function, and what for."""
    numbers, reasons = purposes(), _reasons()
    found = sorted(set(calls()), key=lambda call: (numbers[call[0]], *call))
    rows = [
        (numbers[p], code(p), code(who), code(count), code(where), reasons[where.split(",")[0]])
        for p, who, count, where in found
    ]
    return table(HEAD, rows)


def purposes() -> dict[str, int]:
    """Purposes of `model/luck.py` and their numbers: all tuples of names that are set to a range."""
    numbers: dict[str, int] = {}
    for node in parse(MODEL / "luck.py").body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple) and _is_range(node.value):
            first, end = (bound.value for bound in node.value.args)
            numbers |= {name.id: number for name, number in
                        zip(node.targets[0].elts, range(first, end), strict=True)}  # fmt: skip
    if not numbers:
        raise LookupError("model/luck.py no longer lists its purposes as names set to a range.")
    return numbers


@cache
def _reasons() -> dict[str, str]:
    """What each function of the source is for, by its place: the first sentence of its docstring, without rows."""
    return {_place(file, function): _sentence(function) for file, function in _functions()}


def _functions() -> Iterator[tuple[Path, ast.FunctionDef]]:
    for folder in FOLDERS:
        for file in sorted((MODEL / folder).rglob("*.py")):
            for node in ast.walk(parse(file)):
                if isinstance(node, ast.FunctionDef):
                    yield file, node


def _place(file: Path, function: ast.FunctionDef) -> str:
    return f"{file.relative_to(MODEL).with_suffix('').as_posix()}.{function.name}"


def _sentence(function: ast.FunctionDef) -> str:
    """The first sentence of a function's docstring, without evidence rows and formulas, which are told elsewhere."""
    words = first_sentence(inspect.cleandoc(ast.get_docstring(function) or ""))
    words = re.sub(r" \((?=[^()]*\d)[^()]*\)", "", words)
    return re.sub(r":[^:]*[=←].*", "", re.split(r"(?<=\.) ", words)[0]).rstrip(".:")


def calls() -> Iterator[tuple[str, str, str, str]]:
    """(purpose, whose stream, count, place) of every draw in the world's building, the engine and the rules."""
    known = purposes()
    for folder in FOLDERS:
        for file in sorted((MODEL / folder).rglob("*.py")):
            yield from _calls_in(file, known)


def _calls_in(file: Path, known: dict[str, int]) -> Iterator[tuple[str, str, str, str]]:
    tree = parse(file)
    renamed = {
        alias.asname or alias.name: alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == "model.luck"
        for alias in node.names
    }
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        place = _place(file, function)
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            words = [_purpose(argument, renamed) for argument in call.args]
            purpose = next((word for word in words if word in known), None)
            if purpose is None:
                continue
            if getattr(call.func, "id", "") in ("uniform", "uniforms"):
                yield purpose, _words(call.args[2]), _words(call.args[3]), place
            elif getattr(call.func, "id", "") == "stream":
                yield purpose, _words(call.args[2]), _scrambled(function), place
            else:
                yield purpose, "account", "arrival", f"{place}, through {ast.unparse(call.func)}"


def _scrambled(function: ast.FunctionDef) -> str:
    """Whose numbers a function draws from a stream that it begins itself."""
    named = (call for call in ast.walk(function) if isinstance(call, ast.Call))
    return next(_words(call.args[1]) for call in named if getattr(call.func, "id", "") == "scramble")


def _purpose(argument: ast.expr, renamed: dict[str, str]) -> str:
    if isinstance(argument, ast.Attribute) and getattr(argument.value, "id", "") == "luck":
        return argument.attr
    return renamed.get(getattr(argument, "id", ""), "")


def _words(argument: ast.expr) -> str:
    return " ".join(ast.unparse(argument).split())


def _is_range(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and getattr(value.func, "id", "") == "range"
