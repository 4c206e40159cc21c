"""Table of draws: which luck is found under which key, read from the calls in the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

from model.document.markdown import code, table
from model.document.source import MODEL, parse

FOLDERS = ("world", "engine", "rules")


def draws() -> str:
    """Every draw of the model: purpose and number, whose stream, which count, in which function."""
    numbers = purposes()
    found = sorted(set(calls()), key=lambda call: (numbers[call[0]], *call))
    rows = [(numbers[p], code(p), code(who), code(count), code(where)) for p, who, count, where in found]
    return table(("number", "purpose", "whose stream", "count", "drawn in"), rows)


def purposes() -> dict[str, int]:
    """Purposes of `model/luck.py` and their numbers: the one tuple of names set to a range from 1."""
    for node in parse(MODEL / "luck.py").body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple) and _is_range(node.value):
            return {name.id: place for place, name in enumerate(node.targets[0].elts, start=1)}
    raise LookupError("model/luck.py no longer lists its purposes as names set to a range.")


def calls() -> Iterator[tuple[str, str, str, str]]:
    """(purpose, whose stream, count, place) of every draw in the world's building, the engine and the rules."""
    for folder in FOLDERS:
        for file in sorted((MODEL / folder).rglob("*.py")):
            yield from _calls_in(file, purposes())


def _calls_in(file: Path, known: dict[str, int]) -> Iterator[tuple[str, str, str, str]]:
    tree = parse(file)
    renamed = {
        alias.asname or alias.name: alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == "model.luck"
        for alias in node.names
    }
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        place = f"{file.relative_to(MODEL).with_suffix('').as_posix()}.{function.name}"
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
