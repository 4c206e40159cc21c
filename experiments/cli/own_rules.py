"""Rules of one's own on the command line: `--set learning.choose_rep=FILE.py:FUNCTION`, where a rule's name goes."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from experiments.cli.errors import InputError, say

if TYPE_CHECKING:
    from experiments.cli.rule_files import OwnRule

IN_A_FILE = re.compile(r"(?P<file>.+\.py):(?P<function>[^:]+)")
LIKE_A_FILE = re.compile(r".*(\.py\b|:).*", re.IGNORECASE)
FORM = "a rule in a file is FILE.py:FUNCTION, for example learning.choose_rep=spread.py:spread_the_load"


@dataclass(frozen=True)
class OwnRules:
    """Own rules of a design, by the parameter in whose place each stands."""

    rules: "dict[str, OwnRule]" = field(default_factory=dict)

    def __or__(self, other: "OwnRules") -> "OwnRules":
        """Both, the other's where both have one."""
        return OwnRules(self.rules | other.rules)

    def without(self, names: Collection[str]) -> "OwnRules":
        """Those of other parameters."""
        return OwnRules({name: rule for name, rule in self.rules.items() if name not in names})

    @property
    def plain(self) -> list[str]:
        """Parameters whose rules are plain Python."""
        from model.compiled import is_compiled

        return [name for name, rule in self.rules.items() if not is_compiled(rule.function)]

    def functions(self) -> dict[str, Callable]:
        """By decision, for `simulate`: compiled ones if all are, for one in plain Python makes the engine plain."""
        if self.plain:
            return {rule.decision: rule.in_plain_python() for rule in self.rules.values()}
        return {rule.decision: rule.function for rule in self.rules.values()}

    @property
    def named(self) -> dict[str, str]:
        """Where each stands."""
        return {name: rule.where for name, rule in self.rules.items()}

    @property
    def files(self) -> set[Path]:
        """The files in which they stand."""
        return {rule.file for rule in self.rules.values()}

    def record(self) -> dict[str, dict[str, Any]]:
        """What a result says of them."""
        return {
            name: {"function": rule.where, "sha256": rule.sha256, "beside": rule.beside}
            for name, rule in self.rules.items()
        }


NO_RULES = OwnRules()


def apart(option: str, settings: list[str] | None) -> tuple[list[str], OwnRules]:
    """Settings of parameters, and the rules among them that stand in files; of two for one name the last counts."""
    plain: list[tuple[str, str]] = []
    rules: dict[str, OwnRule] = {}
    for setting in settings or []:
        name, _, text = (part.strip() for part in setting.partition("="))
        found = IN_A_FILE.fullmatch(text)
        twice = name in rules or (found is not None and name in [other for other, _ in plain])
        rules.pop(name, None)
        if found is None:
            if LIKE_A_FILE.fullmatch(text):
                _refuse_a_slip(option, name, setting)
            plain.append((name, setting))
        else:
            from experiments.cli.rule_files import load  # and with it Numba, which takes a while

            plain = [(other, kept) for other, kept in plain if other != name]
            rules[name] = load(option, name, Path(found["file"]), found["function"])
        if twice:
            say(f"{name} is given twice; the last value, {text}, counts.")
    return [setting for _, setting in plain], OwnRules(rules)


def refuse_files(option: str, setting: str) -> None:
    """Refuse a rule in a file where none is taken."""
    name, _, text = (part.strip() for part in setting.partition("="))
    if IN_A_FILE.fullmatch(text):
        raise InputError(
            f"{option} gives {name} a rule in a file; `desksales run`, `compare` and `counterfactual` take such."
        )


def warn_of_plain(*designs: OwnRules) -> None:
    """Say which rules are plain Python, for the whole engine then is, and runs come one after another."""
    slow = sorted({name for own in designs for name in own.plain})
    if slow:
        say(
            f"Plain Python ({' and '.join(slow)}): some fifty times slower, one run after another; @numba.njit above "
            "a function of loops and numbers makes it quick."
        )


def tell_of_unasked(*designs: OwnRules) -> None:
    """Say which rules in plain Python nobody asked."""
    for name, where in sorted({(name, own.rules[name].where) for own in designs for name in own.plain
                               if own.rules[name].asked == [0]}):  # fmt: skip
        say(f"{where} was never asked: no run came to the decision of {name}.")


def _refuse_a_slip(option: str, name: str, setting: str) -> None:
    from experiments.cli.rule_files import slots_by_parameter

    if name in slots_by_parameter():
        raise InputError(f"{option} is {setting!r}; {FORM}.")
