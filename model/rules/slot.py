"""How the engine calls whichever alternative of a decision the scenario names."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from model.compiled import compiled, is_compiled
from model.parameters.record import RULES, alternatives


def dispatcher(package: str) -> Callable:
    """A compiled function `(code, *arguments)` that calls alternative number `code` of a slot.

    The alternatives are the files of the slot's folder in alphabetical order; each defines a function of its own
    file's name.
    """
    slot = package.removeprefix("model.rules.").replace(".", "/")
    names = alternatives(slot)
    rules = [getattr(import_module(f"{package}.{name}"), name) for name in names]
    lines = ["def choose(code, *arguments):"]
    lines += [f"    if code == {code}:\n        return {name}(*arguments)" for code, name in enumerate(names[:-1])]
    lines += [f"    return {names[-1]}(*arguments)"]
    namespace = dict(zip(names, rules, strict=True))
    exec("\n".join(lines), namespace)  # one function with a branch each compiles faster than a chain of functions
    return compiled(namespace["choose"])


def slots() -> dict[str, str]:
    """Every decision that has a slot: from its name (`choose_rep`) to its folder (`salespeople/choose_rep`)."""
    return {Path(folder).name: folder for folder in _folders()}


def always(rule: Callable) -> Callable:
    """A dispatcher that calls a scholar's own rule, whatever the scenario names."""

    def choose(code, *arguments):
        return rule(*arguments)

    return compiled(choose) if is_compiled(rule) else choose


def _folders() -> list[str]:
    return sorted(file.parent.relative_to(RULES).as_posix() for file in RULES.glob("*/*/__init__.py"))
