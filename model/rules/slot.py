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
    rules = [getattr(import_module(f"{package}.{name}"), name) for name in alternatives(slot)]
    choose = _last(rules[-1])
    for code in range(len(rules) - 2, -1, -1):
        choose = _either(code, rules[code], choose)
    return choose


def slots() -> dict[str, str]:
    """Every decision that has a slot: from its name (`choose_rep`) to its folder (`salespeople/choose_rep`)."""
    return {Path(folder).name: folder for folder in _folders()}


def always(rule: Callable) -> Callable:
    """A dispatcher that calls a scholar's own rule, whatever the scenario names."""
    if is_compiled(rule):
        return _last(rule)
    return lambda code, *arguments: rule(*arguments)


def _folders() -> list[str]:
    return sorted(
        file.parent.relative_to(RULES).as_posix() for file in RULES.glob("*/*/__init__.py")
    )


def _last(rule: Callable) -> Callable:
    @compiled
    def choose(code, *arguments):
        return rule(*arguments)

    return choose


def _either(number: int, rule: Callable, rest: Callable) -> Callable:
    @compiled
    def choose(code, *arguments):
        if code == number:
            return rule(*arguments)
        return rest(code, *arguments)

    return choose
