"""The generated tables leave nothing out."""

import re

import pytest

from model.document.channels import channels
from model.document.coverage import coverage, rows
from model.document.draws import calls, draws, purposes
from model.document.measures import measures
from model.document.parameters import calibrated, grades, parameters
from model.document.rules import rules
from model.document.scenarios import published, scenarios
from model.document.schedule import schedule
from model.document.state import codebook, entities, state
from model.measures import MEASURES
from model.parameters import CHANNELS, catalogue
from model.parameters.record import RULES
from model.scenario import load_scenario, scenario_names
from model.world.codes import ISSUE_KINDS, LOG_EVENTS
from model.world.world import TABLES


def first_cells(text: str) -> list[str]:
    """First cell of every row of the tables in a text, without marks."""
    return [cell.strip("*`") for cell in re.findall(r"^\| (\S+) \|", text, re.M)]


def test_every_parameter_stands_in_the_tables_as_often_as_a_group_has_one_of_its_name():
    listed = first_cells(parameters())
    names = [record.name for record in catalogue().values()]
    assert {name for name in names if listed.count(name) < names.count(name)} == set()


def test_a_parameter_s_line_carries_symbol_default_unit_bounds_source_and_grade():
    line = "| `habit_loss` | η_- | 0.0066 | per request | 0 to 1 |"
    assert line in parameters()
    assert re.search(re.escape(line) + r".*\| 000-13; F: posterior \| calibrated \|", parameters())


def test_the_grades_count_every_parameter_once():
    counts = [int(n) for n in re.findall(r"^\|[^|]*\|[^|]*\| (\d+) \|", grades(), re.M)]
    assert sum(counts) == len(catalogue())


def test_the_calibrated_values_are_those_graded_so():
    graded = [name for name, record in catalogue().items() if record.grade == "calibrated"]
    assert [name for name in first_cells(calibrated()) if "." in name] == graded


def test_every_column_of_every_table_of_the_world_is_described():
    listed = first_cells(state())
    columns = [column for kind in TABLES.values() for column, *_ in getattr(kind, "schema", ())]
    assert {column for column in columns if listed.count(column) < columns.count(column)} == set()
    schemas = {kind.__name__ for kind in TABLES.values() if hasattr(kind, "schema")}
    assert schemas <= set(re.findall(r"`(\w+)`", entities()))


def test_the_codebook_counts_from_zero_in_the_order_of_the_codes():
    assert f"0 {ISSUE_KINDS[0]}, 1 {ISSUE_KINDS[1]}" in codebook()
    assert f"{len(LOG_EVENTS) - 1} {LOG_EVENTS[-1]} |" in codebook()


def test_every_file_in_a_slot_is_a_line_of_the_rules():
    files = [file.stem for file in RULES.glob("*/*/*.py") if file.stem != "__init__"]
    heads = ["alternative"] * rules().count("chosen by")
    assert sorted(first_cells(rules())) == sorted(files + heads)


def test_a_rule_with_a_formula_shows_it():
    line = next(line for line in rules().split("\n") if line.startswith("| **`by_norms`**"))
    assert "exchange = r R / (R + h) · c / (c + C)" in line


def test_every_slot_names_the_parameter_that_chooses():
    for record in catalogue().values():
        if record.slot:
            assert f"**{record.slot}**, chosen by `{record.full_name}`: " in rules()


def test_every_measure_is_a_line_with_its_definition():
    for measure in MEASURES.values():
        assert f"| `{measure.name}` | {measure.unit} | {measure.definition} | {measure.row} |" in measures()


def test_every_channel_shows_its_five_properties():
    defaults = [catalogue()[f"tagged_mail.{name}"].default for name in
                ("acceptance", "addressability", "immediacy", "visibility", "cost_of_refusing")]  # fmt: skip
    assert f"| `tagged_mail` | tagged mail | {' | '.join(f'{v:g}' for v in defaults)} |" in channels()
    assert set(CHANNELS) <= set(first_cells(channels()))


def test_every_scenario_is_a_line():
    assert [name for name in first_cells(scenarios()) if name != "name"] == scenario_names()


def test_a_scenario_shows_what_it_sets_and_not_what_it_leaves():
    line = next(line for line in scenarios().split("\n") if line.startswith("| `textbook_queue`"))
    assert load_scenario("textbook_queue").people.accounts == 1
    assert "`people.accounts` 1," in line
    assert "customers.habit_gain" not in line


def test_a_published_figure_reads_as_a_tolerance_or_as_a_side():
    targets = {"a": {"value": 0.5, "tolerance": 0.03, "row": "000-16"}, "b": {"above": 1.0, "row": "000-20"}}
    assert published(targets) == "`a` 0.5 ± 0.03 (000-16); `b` above 1 (000-20)"


def test_a_published_figure_says_whether_it_was_put_in_calibrated_on_or_emerges():
    target = {"value": 2.5, "tolerance": 0.005, "row": "000-03", "origin": "input"}
    assert published({"a": target}) == "`a` 2.5 ± 0.005 (000-03; input)"


def test_the_schedule_is_numbered_without_a_gap():
    numbers = [int(n) for n in re.findall(r"^(\d+)\. ", schedule(), re.M)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 5


def test_the_purposes_of_luck_have_the_numbers_that_the_model_uses():
    from model import luck

    assert {name: getattr(luck, name) for name in purposes()} == purposes()


def test_every_tuple_of_purposes_in_luck_is_listed_however_many_there_are():
    # One tuple a family, each with numbers of its own: STREAM is the first of the second, OBLIGES the last of the last.
    from model import luck

    constants = {name for name, value in vars(luck).items() if name.isupper() and isinstance(value, int)}
    assert set(purposes()) == constants
    assert len(set(purposes().values())) == len(purposes())


def test_a_draw_is_listed_with_what_it_is_for_without_rows_and_formulas():
    line = next(line for line in draws().split("\n") if "| `RESOLVE` |" in line)
    assert line.endswith("| `engine/centre/answering.resolve` | Whether the call resolves the query |")


def test_no_draw_is_without_a_word_on_what_it_is_for():
    assert [line for line in draws().split("\n") if line.endswith("|  |")] == []


def test_a_draw_is_listed_under_its_own_name_even_if_the_file_renames_it():
    # engine/unit.py imports the purpose LOST as LOST_LUCK, because a state of issues has that name.
    assert ("LOST", "issue.key", "request.n_sends", "engine/unit.read_mail") in set(calls())
    assert "LOST_LUCK" not in draws()


@pytest.mark.parametrize("purpose", ["REQUEST", "OPPORTUNITY", "ENQUIRY"])
def test_arrivals_are_listed_as_draws_of_their_accounts(purpose):
    assert (purpose, "account", "arrival", "world/arrivals.draw, through stream_of") in set(calls())


def test_bulk_projects_are_draws_of_their_accounts_and_their_requests_draws_of_the_project():
    listed = {("BULK", who, count, "world/arrivals.projects_of") for who, count in [("a", "count"), ("project", "j")]}
    assert {found for found in calls() if found[0] == "BULK"} == listed


def test_a_rule_that_begins_a_stream_of_its_own_is_listed_with_whose_numbers_it_draws():
    where = "rules/routing/idle_worker/anyone.anyone"
    whose = "world.idle[first + place].id"
    assert ("ASSIGN", "key", whose, where) in set(calls())


def test_every_purpose_of_luck_is_drawn_somewhere():
    assert set(purposes()) - {found[0] for found in calls()} == set()


def test_the_coverage_has_one_line_a_row():
    assert [cell for cell in first_cells(coverage()) if cell != "row"] == list(rows())
