"""Every evidence row of M-Tel has its place in the code, or a reason for having none."""

import pytest

from model.document import coverage
from model.document.places import Places, cited_anywhere, places


@pytest.mark.parametrize(
    ("source", "first", "last"), [("000", 1, 46), ("001", 1, 62), ("002", 1, 36), ("003", 1, 11), ("004", 1, 19)]
)
def test_the_curated_lines_of_a_source_are_all_of_its_rows_in_order(source, first, last):
    curated = [row for row in coverage.rows() if row.startswith(source)]
    assert curated == [f"{source}-{number:02d}" for number in range(first, last + 1)]


@pytest.mark.parametrize("row", [f"003-{number:02d}" for number in range(1, 12)])
def test_every_row_on_two_call_centres_has_a_parameter_a_measure_and_a_test(row):
    where = places()[row]
    assert where.parameters and where.measures and where.tests


def test_every_row_has_a_place_or_a_reason():
    assert coverage.without_place(coverage.rows(), places()) == []


def test_no_row_gives_a_reason_for_missing_while_the_code_has_a_place_for_it():
    placed = {row for row, where in places().items() if where.is_modelled}
    both = [row for row, about in coverage.rows().items() if "reason" in about and row in placed]
    assert both == [], f"turn the reason of {both} into a limit, or drop it, in model/document/rows.toml"


def test_no_id_is_cited_that_no_source_has():
    assert coverage.unknown() == []


@pytest.mark.parametrize("row", ["000-47", "000-00", "002-37", "005-01"])
def test_an_id_beyond_the_last_row_of_its_source_is_unknown(row):
    cited = {row: ["model/somewhere.py"], "000-46": ["model/elsewhere.py"]}
    assert coverage.unknown(cited) == [f"{row} in model/somewhere.py"]


def test_a_row_cited_by_a_test_only_has_no_place():
    about = {"000-01": {"says": "something"}, "000-02": {"says": "something", "reason": "background"}}
    assert coverage.without_place(about, {"000-01": Places(tests={"test_it.py": None})}) == ["000-01"]
    assert coverage.without_place(about, {"000-01": Places(measures={"cost": None})}) == []


def test_the_habit_of_customers_is_found_in_every_kind_of_place():
    habit = places()["000-13"]
    assert "customers.habit_gain" in habit.parameters
    assert "customers/whom_to_contact/by_habit" in habit.rules
    assert "engine/customers.gain_habit" in habit.engine
    assert "habit_final" in habit.measures
    assert "Accounts.habit" in places()["000-12"].state


def test_the_heading_of_a_module_is_no_place():
    # The engine's file on reviews cites 000-05..20 in its heading; only functions that cite a row count.
    assert "000-18" in cited_anywhere()
    assert not places()["000-18"].engine


def test_sentences_of_the_field_notes_that_quote_a_row_do_not_test_it():
    assert "story/test_transcripts.py" in {file.removeprefix("tests/") for file in cited_anywhere()["000-14"]}
    assert not any("story/test_transcripts.py" in where.tests for where in places().values())


def test_a_group_stands_for_its_parameters_only_when_all_of_them_are_there():
    costs = ["costs.contact_desk", "costs.contact_field", "costs.rep_minute"]
    assert coverage.shortened([*costs, "demand.share_orders"]) == ["costs.*", "demand.share_orders"]
    assert coverage.shortened(costs[:2]) == costs[:2]
