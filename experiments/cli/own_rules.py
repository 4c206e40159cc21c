"""Rules of one's own on the command line: `--set learning.choose_rep=FILE.py:FUNCTION`, where a rule's name goes."""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from experiments.cli.errors import InputError, say
from experiments.cli.rule_faults import its_fault, what

IN_A_FILE = re.compile(r"(?P<file>.+\.py):(?P<function>[^:]*)")


@dataclass(frozen=True)
class OwnRules:
    """Rules that the files of a scholar hold.

    Attributes
    ----------
    functions : the functions, by the decision that each takes (`choose_rep`).
    named : where each stands, FILE.py:FUNCTION, by the parameter that it takes the place of.
    sources : SHA-256 of each file, by the same parameters.
    """

    functions: dict[str, Callable] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)

    def __or__(self, other: "OwnRules") -> "OwnRules":
        """Both, the other's where both take a decision."""
        return OwnRules(self.functions | other.functions, self.named | other.named, self.sources | other.sources)

    @property
    def files(self) -> set[Path]:
        """The files in which they stand."""
        return {Path(where.rpartition(":")[0]).resolve() for where in self.named.values()}

    def record(self) -> dict[str, dict[str, str]]:
        """What a result says of them."""
        return {name: {"function": where, "sha256": self.sources[name]} for name, where in self.named.items()}


NO_RULES = OwnRules()


def apart(option: str, settings: list[str] | None) -> tuple[list[str], OwnRules]:
    """Settings of parameters, and the rules among them that stand in files; of two for one decision the last counts."""
    plain, own = [], OwnRules()
    for setting in settings or []:
        name, _, text = (part.strip() for part in setting.partition("="))
        found = IN_A_FILE.fullmatch(text)
        if found is None:
            plain.append(setting)
        else:
            own = own | _load(option, name, Path(found["file"]), found["function"])
    return plain, own


def warn_of_plain(*rules: OwnRules) -> None:
    """Say which rules are plain Python, for the whole engine then is."""
    from model.compiled import is_compiled

    slow = {name for own in rules for name, function in zip(own.named, own.functions.values(), strict=True)
            if not is_compiled(function)}  # fmt: skip
    if slow:
        names = " and ".join(sorted(slow))
        say(f"Plain Python ({names}): some fifty times slower; @numba.njit above the function makes it quick.")


def _load(option: str, name: str, file: Path, function: str) -> OwnRules:
    from hashlib import sha256

    from model.parameters import catalogue
    from model.scenario.names import nearest

    choices = {record.full_name: record.slot for record in catalogue().values() if record.slot}
    if name not in choices:
        raise InputError(
            f"{option} names {name}, whose value is no rule{nearest(name, choices)}; `desksales parameters` shows "
            "which are."
        )
    module = _module(file)
    rule, there = getattr(module, function, None), _functions(module)
    if not callable(rule):
        has = f"it has {', '.join(there)}" if there else "it has none"
        raise InputError(f"{file} has no function {function!r}{nearest(function, there)}; {has}.")
    _check_values(name, choices[name], f"{function} in {file}", rule)
    decision = choices[name].rpartition("/")[2]
    source = sha256(file.read_bytes()).hexdigest()
    return OwnRules({decision: rule}, {name: f"{file}:{function}"}, {name: source})


def _module(file: Path) -> Any:
    """The file as a module, with what lies beside it at hand, as for a script."""
    from importlib.util import module_from_spec, spec_from_file_location

    if not file.is_file():
        raise InputError(f"There is no file {file}; give the path of the file in which the rule stands.")
    resolved = file.resolve()
    spec = spec_from_file_location(f"own_rules_{resolved.stem}", resolved)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    if str(resolved.parent) not in sys.path:
        sys.path.append(str(resolved.parent))
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise InputError(its_fault(error, {resolved}) or f"{file} cannot be loaded: {what(error)}.") from error
    return module


def _functions(module: Any) -> list[str]:
    from model.compiled import plain

    return sorted(name for name, thing in vars(module).items()
                  if callable(thing) and getattr(plain(thing), "__module__", "") == module.__name__)  # fmt: skip


def _check_values(name: str, slot: str, which: str, rule: Callable) -> None:
    """Refuse a function that does not take the values that the decision hands over."""
    from importlib import import_module
    from inspect import signature

    from model.compiled import plain
    from model.parameters.record import alternatives

    one = alternatives(slot)[0]
    shipped = getattr(import_module(f"model.rules.{slot.replace('/', '.')}.{one}"), one)
    values = list(signature(plain(shipped)).parameters)
    try:
        signature(plain(rule)).bind(*values)
    except TypeError:
        taken = len(signature(plain(rule)).parameters)
        raise InputError(
            f"{which} takes {taken} value{'s' * (taken != 1)}, and {name} hands over {len(values)}: "
            f"({', '.join(values)})."
        ) from None
