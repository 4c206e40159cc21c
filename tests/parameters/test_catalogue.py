"""The catalogue: every parameter is a complete record, and its default keeps its own bounds."""

import re
from collections import Counter
from typing import get_args

import numpy as np
import pytest

from model.parameters import CHANNELS, THEMES, catalogue
from model.parameters.flat import PARAMETERS, flat_records, parameter_row
from model.parameters.record import Grade
from model.scenario import Scenario, load_scenario, scenario_names
from model.vocabularies import VOCABULARIES

RECORDS = list(catalogue().values())
WORDS = [record for vocabulary in VOCABULARIES.values() for record in vocabulary.records("")]


def test_names_are_unique_across_groups_but_for_the_properties_of_channels():
    names = Counter(record.name for record in RECORDS if record.group not in CHANNELS)
    assert [name for name, n in names.items() if n > 1] == []
    assert {group for group in THEMES if group in CHANNELS} == set(CHANNELS)


def test_every_channel_has_the_same_properties_but_for_addressability_where_no_rep_is_named():
    properties = {group: [record.name for record in RECORDS if record.group == group] for group in CHANNELS}
    named = {group for group, names in properties.items() if "addressability" in names}
    assert named == {"tagged_mail", "direct_number", "face_to_face"}
    assert len({tuple(name for name in names if name != "addressability") for names in properties.values()}) == 1


@pytest.mark.parametrize("record", RECORDS + WORDS, ids=lambda record: record.full_name)
def test_a_record_is_complete(record):
    assert re.fullmatch(r"[a-z][a-z0-9_]*", record.name)
    assert record.unit and len(record.meaning) > 10 and record.meaning[0].isupper() and record.source
    assert record.grade in get_args(Grade)
    assert type(record.default) is record.kind and record.kind in (bool, int, float, str, list)
    if record.kind in (int, float):
        assert record.low is not None and record.high is not None
        assert record.low <= record.default <= record.high and record.low < record.high
    if record.kind is str:
        assert record.default in record.choices and len(record.choices) >= 2
    assert not record.meaning.endswith(".")


@pytest.mark.parametrize("name", scenario_names())
def test_a_scenario_of_the_model_keeps_all_bounds(name):
    scenario = load_scenario(name)
    for record in RECORDS:
        value = scenario[record.full_name]
        assert type(value) is record.kind
        if record.kind in (int, float):
            assert record.low <= value <= record.high
    assert scenario.title and len(scenario.description) > 40


def test_the_defaults_alone_are_a_scenario():
    assert Scenario("defaults", {}).values() == {record.full_name: record.default for record in RECORDS}


def test_the_row_of_the_engine_holds_every_value_in_its_own_column():
    values = {record.full_name: record.default for record in RECORDS}
    for record in flat_records():
        if record.kind in (int, float):
            values[record.full_name] = record.high
        elif record.kind is bool:
            values[record.full_name] = not record.default
        else:
            values[record.full_name] = record.choices[-1]
    row = parameter_row(values, 2**63 + 5)
    assert int(row["seed"]) == 2**63 + 5
    for record in flat_records():
        value = values[record.full_name]
        assert row[record.name] == (record.choices.index(value) if record.choices else value), record.full_name
    assert set(PARAMETERS.names) == {"seed"} | {record.name for record in flat_records()}


def test_the_only_parameters_outside_the_row_are_channels_and_lists():
    outside = {record.full_name for record in RECORDS} - {record.full_name for record in flat_records()}
    assert {name.split(".")[0] for name in outside} == {*CHANNELS, "demand"}
    assert [name for name in outside if name.startswith("demand")] == ["demand.load_curve"]
    assert PARAMETERS.itemsize % 8 == 0 and np.dtype(PARAMETERS).isalignedstruct
