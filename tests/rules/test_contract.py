"""The shared contract: what every alternative of every slot must be. A new file is picked up by itself."""

import ast
import inspect
import re
import textwrap
from importlib import import_module
from pathlib import Path

import pytest

from model.compiled import is_compiled, plain, relink
from model.parameters import catalogue
from model.parameters.flat import PARAMETERS, parameter_row
from model.parameters.record import RULES, alternatives
from model.rules.slot import slots
from model.scenario import load_scenario
from tests.centre import star
from tests.helpers import crm
from tests.helpers.beyond import BUNDLES as CENTRE_BUNDLES
from tests.helpers.beyond import everything
from tests.helpers.organisations import BUNDLES, LIVELY, SMALL

SLOTS = slots()
ALTERNATIVES = [(slot, name) for slot in SLOTS.values() for name in alternatives(slot)]
IDS = [f"{slot}/{name}" for slot, name in ALTERNATIVES]


def package(slot: str):
    """The module of a slot."""
    return import_module("model.rules." + slot.replace("/", "."))


def rule_of(slot: str, name: str):
    """The rule that a file of a slot defines."""
    return getattr(import_module(f"{package(slot).__name__}.{name}"), name)


def promised_arguments(slot: str) -> list[str]:
    """Argument names in the slot's contract: the first parenthesis after `Contract:`."""
    return re.search(r"Contract:\s*`\(([^)]*)\)\s*->", package(slot).__doc__)[1].replace("\n", " ").split(", ")


def test_every_folder_of_alternatives_is_a_slot():
    folders = {file.parent.relative_to(RULES).as_posix() for file in RULES.glob("*/*/*.py")}
    assert folders == set(SLOTS.values())
    assert len(SLOTS) == len(set(SLOTS)) >= 14


@pytest.mark.parametrize(("slot", "name"), ALTERNATIVES, ids=IDS)
def test_a_file_defines_one_compiled_function_of_its_own_name_that_states_its_rule(slot, name):
    rule = rule_of(slot, name)
    assert is_compiled(rule)
    assert plain(rule).__name__ == name
    assert plain(rule).__module__.endswith(f".{name}")
    first = inspect.getdoc(plain(rule)).split("\n")[0]
    assert re.fullmatch(r"[A-Z0-9]\S*( \S+){2,}[.)]", first), f"not a sentence: {first!r}"
    module = import_module(f"{package(slot).__name__}.{name}").__doc__
    assert module.split(".")[0].split("(")[0].strip() in " ".join(first.split())


@pytest.mark.parametrize(("slot", "name"), ALTERNATIVES, ids=IDS)
def test_a_rule_takes_the_arguments_that_its_slot_promises(slot, name):
    assert list(inspect.signature(plain(rule_of(slot, name))).parameters) == promised_arguments(slot)


@pytest.mark.parametrize(("slot", "name"), ALTERNATIVES, ids=IDS)
def test_every_parameter_a_rule_reads_is_in_the_catalogue(slot, name):
    tree = ast.parse(textwrap.dedent(inspect.getsource(plain(rule_of(slot, name)))))
    read = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "parameters"
    }
    assert read <= set(PARAMETERS.names)


@pytest.mark.parametrize("slot", SLOTS.values())
def test_exactly_one_parameter_offers_the_alternatives_of_a_slot(slot):
    records = [record for record in catalogue().values() if record.slot == slot]
    assert len(records) == 1
    assert records[0].choices == alternatives(slot)
    assert records[0].default in records[0].choices


@pytest.mark.parametrize("slot", SLOTS.values())
def test_the_number_of_an_alternative_is_its_place_in_the_alphabet(slot):
    files = sorted(path.stem for path in Path(RULES / slot).glob("*.py") if path.stem != "__init__")
    marked = {rule_of(slot, name): (lambda *arguments, said=name: said) for name in files}
    dispatch = relink(getattr(package(slot), Path(slot).name), marked)
    record = next(record for record in catalogue().values() if record.slot == slot)
    values = load_scenario("mtel").values()
    for place, name in enumerate(files):
        assert parameter_row(values | {record.full_name: name}, 1)[record.name] == place
        assert dispatch(place, *promised_arguments(slot)) == name


def test_the_bundles_of_the_other_tests_use_every_alternative_of_every_slot():
    rules = [record for record in catalogue().values() if record.slot]
    used = {(record.slot, record.default) for record in rules}
    for bundle in ({}, *BUNDLES.values()):
        given = load_scenario("mtel", SMALL | LIVELY | bundle)
        used |= {(record.slot, given[record.full_name]) for record in rules}
    for policy in star.BUNDLES:
        given = star.lively(policy)
        used |= {(record.slot, given[record.full_name]) for record in rules}
    for bundle in crm.BUNDLES:
        used |= {(record.slot, crm.lively(bundle)[record.full_name]) for record in rules}
    for bundle in CENTRE_BUNDLES:
        used |= {(record.slot, everything(bundle)[record.full_name]) for record in rules}
    assert set(ALTERNATIVES) - used == set()
