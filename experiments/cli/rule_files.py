"""The files in which scholars' own rules stand: found, read once, and their functions tried against the contract."""

import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from inspect import isfunction, signature
from math import isfinite
from pathlib import Path
from types import ModuleType
from typing import Any

from experiments.cli.errors import InputError
from experiments.cli.rule_faults import its_fault, shown, what
from experiments.imports import reached
from model.compiled import is_compiled, plain
from model.scenario.names import nearest


PROJECT = Path(__file__).parents[2]
FOLDERS: set[Path] = set()
"""Folders of the files that were loaded."""


@dataclass(frozen=True)
class OwnRule:
    """A function in a scholar's file.

    Attributes
    ----------
    function : the function, in plain Python or compiled.
    decision : what it decides (`choose_rep`), which is also the name of the folder of its contract.
    where : FILE.py:FUNCTION as it was given.
    file, sha256 : the file and the hash of what it held.
    beside : of files beside it that it imports, and those they import, the hash by the path from there.
    asked : how often it was asked, if it is plain Python.
    """

    function: Callable
    decision: str
    where: str = field(compare=False)
    file: Path
    sha256: str
    beside: dict[str, str] = field(default_factory=dict, compare=False)
    asked: list[int] = field(default_factory=lambda: [0], compare=False)

    def in_plain_python(self) -> Callable:
        """The function, with what it gives looked at and counted."""
        function = plain(self.function)

        def rule(*values: Any) -> Any:
            self.asked[0] += 1
            given = function(*values)
            try:
                number = isfinite(given)
            except TypeError:
                number = False
            if not number:
                raise InputError(
                    f"{self.where} gave {given!r}; a rule gives a number, and model/rules/*/{self.decision} says which."
                )
            return given

        return rule


def load(option: str, name: str, file: Path, function: str) -> OwnRule:
    """The rule that stands for a parameter in a file."""
    slots = slots_by_parameter()
    if name not in slots:
        raise InputError(
            f"{option} names {name or 'nothing'}, whose value is no rule{nearest(name, slots)}; `desksales parameters` "
            "shows which are."
        )
    resolved = file.expanduser().resolve()
    module, digest, beside = _module(resolved)
    rule, there = getattr(module, function, None), _functions(module)
    if not callable(rule):
        has = f"it has {', '.join(there)}" if there else "it has none"
        raise InputError(f"{file} has no function {function!r}{nearest(function, there)}; {has}.")
    _check_values(name, slots[name], f"{function} in {file}", rule)
    return OwnRule(rule, slots[name].rpartition("/")[2], f"{file}:{function}", resolved, digest, beside)


def slots_by_parameter() -> dict[str, str]:
    """The folder of `model/rules` of every parameter that chooses a rule."""
    from model.parameters import catalogue

    return {record.full_name: record.slot for record in catalogue().values() if record.slot}


@cache
def _module(file: Path) -> tuple[ModuleType, str, dict[str, str]]:
    """A file as a module, with what lies beside it at hand as for a script, the hash of what was read, and the hashes
    of what it imports from there."""
    try:
        source = file.read_bytes()
    except OSError as error:
        others = [other.name for other in file.parent.glob("*.py")]  # none where the folder is not there either
        missing = f"There is no file {shown(file)}{nearest(file.name, others)}"
        reason = f"{shown(file)} cannot be read ({error.strerror})" if file.exists() else missing
        raise InputError(f"{reason}; give the path of the file in which the rule stands.") from None
    module = ModuleType(f"own_rules_{file.stem}")
    module.__file__ = str(file)
    sys.modules[module.__name__] = module
    if str(file.parent) not in sys.path:
        sys.path.append(str(file.parent))
    beside = _beside(file)
    FOLDERS.add(file.parent)
    try:
        with redirect_stdout(sys.stderr):
            exec(compile(source, str(file), "exec"), vars(module))
    except (Exception, SystemExit) as error:
        raise InputError(its_fault(error, {file}) or f"{shown(file)} cannot be loaded: {what(error)}.") from error
    return module, sha256(source).hexdigest(), beside


def _beside(file: Path) -> dict[str, str]:
    """Hashes of the files beside a file that it imports, by their path from there; those of the model are left out."""
    folder, model = file.parent, PROJECT / "model"

    def is_own(path: Path) -> bool:
        return not path.is_relative_to(model) and _is_taken(path, file)

    found = sorted(reached(file, folder, is_own))
    try:
        return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in found}
    except OSError as error:
        raise InputError(f"{shown(Path(error.filename))} cannot be read ({error.strerror}).") from None


def _is_taken(path: Path, file: Path) -> bool:
    """Whether Python takes a file beside another for the module of its name, and not one from elsewhere."""
    name = path.relative_to(file.parent).parts[0].removesuffix(".py")
    try:
        found = find_spec(name)
    except ValueError:  # a module that was made and not found, such as __main__
        return False
    named = [*(found.submodule_search_locations or ()), found.origin or ""] if found else []
    places = [Path(place).resolve() for place in named]
    if any(place.is_relative_to(file.parent) for place in places):
        return True
    for place in places:
        if place.parent in FOLDERS:
            raise InputError(
                f"{shown(file)} and another rule both import {name!r} from beside them, and Python takes "
                f"{shown(place)} for either; give one of the two another name."
            )
    return False


def _functions(module: ModuleType) -> list[str]:
    own = {name: plain(thing) for name, thing in vars(module).items() if isfunction(thing) or is_compiled(thing)}
    return sorted(name for name, function in own.items() if function.__module__ == module.__name__)


def _check_values(name: str, slot: str, which: str, rule: Callable) -> None:
    """Refuse a function that cannot be called with the values that the decision hands over."""
    from importlib import import_module

    from model.parameters.record import alternatives

    one = alternatives(slot)[0]
    shipped = getattr(import_module(f"model.rules.{slot.replace('/', '.')}.{one}"), one)
    values = list(signature(plain(shipped)).parameters)
    try:
        signature(plain(rule)).bind(*values)
    except TypeError:
        raise InputError(
            f"{which} cannot be called with the {len(values)} values that {name} hands over: ({', '.join(values)})."
        ) from None
    except ValueError:  # something that Python cannot look into
        return
