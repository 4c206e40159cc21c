"""The sweep file: what it may say, and the sentence with which anything else is refused."""

from pathlib import Path

import pytest

from experiments.sweep.designs import design_names
from experiments.sweep.errors import SweepError
from experiments.sweep.file import Sweep
from model.scenario import ScenarioError

ASKED = {"scenario": "mtel", "vary": {"people.teams": [4, 8]}}


def test_a_file_says_the_same_as_the_typed_object_and_comes_back_from_it(tmp_path):
    file = tmp_path / "sweep.toml"
    file.write_text("""
        scenario = "mtel"
        replications = 7
        days = 60
        luck = "independent"
        [hold]
        people.accounts = 50
        [vary]
        people.teams = [4, 8]
        customers.initial_habit = {low = 0.1, high = 0.5, levels = 3}
        [alternatives.own_sales]
        incentives.attribution = "originator"
        [design]
        kind = "grid"
        [keep]
        days = 5
        agents = "end"
        events = [1, 20]
        [limits]
        seconds = 60.0
    """)
    read = Sweep.read(file)
    assert read.base["people.accounts"] == 50 and read.base["run.days"] == 60
    assert [one.name for one in read.factors] == ["people.teams", "customers.initial_habit"]
    assert read.alternatives == {"own_sales": {"incentives.attribution": "originator"}}
    again = tmp_path / "again.toml"
    again.write_text(read.toml())
    assert Sweep.read(again) == read
    assert Sweep.of(**read.as_data(), folder=tmp_path) == read


def test_the_number_of_replications_is_the_scenarios_own_unless_given():
    assert Sweep.of(**ASKED).n_replications == Sweep.of(**ASKED).base.replications == 20
    assert Sweep.of(**ASKED, replications=3).n_replications == 3


def test_days_are_the_word_of_a_vocabulary():
    queue = Sweep.of(scenario="textbook_queue", vary={"agents": [11, 12]}, days=3)
    assert queue.base["days"] == 3 and queue.base.run.days == 3


def test_a_scenario_is_looked_for_where_the_sweep_file_is(tmp_path):
    (tmp_path / "mine.toml").write_text('[scenario]\nextends = "mtel"\nreplications = 2\n')
    (tmp_path / "sweep.toml").write_text('scenario = "mine.toml"\n[vary]\npeople.teams = [4]\n')
    assert Sweep.read(tmp_path / "sweep.toml").n_replications == 2


def test_the_example_reads_and_plans_what_its_comment_says():
    from experiments.sweep.plan import n_runs

    example = Sweep.read(Path(__file__).parents[2] / "experiments" / "example_grid.toml")
    assert n_runs(example) == 2 * 5 * 90


REFUSED = {
    "unknown scenario": ({"scenario": "mtell"}, "mtel or mtel_full"),
    "no scenario": ({"scenario": None}, "scenario is None"),
    "unknown word": ({"replication": 3}, "replications?"),
    "unknown parameter": ({"vary": {"people.teems": [1]}}, "people.teams"),
    "unknown held parameter": ({"hold": {"people.accountz": 3}}, "people.accounts"),
    "value out of bounds": ({"vary": {"people.teams": [0]}}, "between 1 and 200"),
    "end of a range out of bounds": ({"vary": {"people.teams": {"low": 1, "high": 900, "levels": 2}}}, "900"),
    "level twice": ({"vary": {"people.teams": [4, 4]}}, "4 twice"),
    "no level": ({"vary": {"people.teams": []}}, "empty"),
    "a bare value": ({"vary": {"people.teams": 4}}, "belongs into [hold]"),
    "low above high": ({"vary": {"people.teams": {"low": 9, "high": 2}}}, "low must be below high"),
    "range of names": ({"vary": {"incentives.pay": {"low": 1, "high": 2}}}, "list its values"),
    "log from 0": ({"vary": {"customers.initial_habit": {"low": 0.0, "high": 1.0, "scale": "log"}}}, "above 0"),
    "grid of a range without levels": ({"vary": {"people.teams": {"low": 1, "high": 9}}}, "add levels = 5"),
    "held and varied": ({"hold": {"people.teams": 4}}, "in vary and in hold"),
    "days and varied": ({"days": 9, "vary": {"run.days": [5, 6]}}, "in vary and in days"),
    "days and held": ({"days": 9, "hold": {"run.days": 5}}, "in hold and in days"),
    "far too many levels": ({"vary": {"customers.initial_habit": {"low": 0.0, "high": 1.0, "levels": 10**8}}}, "10000"),
    "alternative and varied": ({"alternatives": {"a": {"people.teams": 4}}}, "in alternatives.a and in vary"),
    "nothing varied": ({"vary": {}}, "Nothing is varied"),
    "nothing to sample": (
        {"vary": {}, "alternatives": {"a": {}}, "design": {"kind": "sobol_sequence", "n": 4}}, "has no factors",
    ),
    "unknown design": ({"design": {"kind": "sobol"}}, ", ".join(design_names())),
    "no number of points": ({"design": {"kind": "sobol_sequence"}}, "n = 64"),
    "no power of two": ({"design": {"kind": "saltelli", "n": 12}}, "a power of two"),
    "odd levels": ({"design": {"kind": "morris", "trajectories": 3, "levels": 5}}, "an even number"),
    "a design's word": ({"design": {"kind": "grid", "n": 3}}, "[design] has no 'n'"),
    "unknown measure": ({"keep": {"measures": ["rep_ocupancy"]}}, "rep_occupancy"),
    "unknown kept table": ({"keep": {"day": 3}}, "days?"),
    "impossible window": ({"keep": {"events": [9, 3]}}, "[1, 20]"),
    "no replications": ({"replications": 0}, "at least 1"),
    "half a replication": ({"replications": 2.5}, "a whole number"),
    "negative seed": ({"seed": -1}, "at least 0"),
    "a seed too high": ({"seed": 2**63 - 1}, "choose a lower one"),
    "unknown luck": ({"luck": "bad"}, "'common' or 'independent'"),
    "no time": ({"limits": {"seconds": 0.0}}, "above 0"),
    "no table": ({"keep": 3}, "written [keep]"),
}  # fmt: skip


@pytest.mark.parametrize("given, remedy", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_in_one_sentence_with_the_remedy(given, remedy):
    with pytest.raises(ScenarioError) as refused:
        Sweep.of(**ASKED | given)
    said = str(refused.value)
    assert remedy in said
    assert "\n" not in said and said.endswith(".")


def test_a_file_that_is_not_toml_or_not_there_is_refused(tmp_path):
    with pytest.raises(SweepError, match="cannot be read"):
        Sweep.read(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_text("scenario = ")
    with pytest.raises(SweepError, match="not valid TOML"):
        Sweep.read(tmp_path / "bad.toml")


def test_a_parameter_that_is_called_like_a_part_of_a_range_is_no_range():
    centre = {"scenario": "star_customer", "vary": {"routing": {"scale": [0.01, 0.02]}, "run": {"days": [2, 3]}}}
    assert [one.name for one in Sweep.of(**centre).factors] == ["routing.scale", "run.days"]
    held = {"scenario": "star_customer", "hold": {"routing": {"scale": 0.01}}, "vary": {"run.days": [2, 3]}}
    assert Sweep.of(**held).base["routing.scale"] == 0.01


def test_a_value_that_stands_there_twice_in_two_writings_is_refused():
    with pytest.raises(SweepError, match="twice"):
        Sweep.of(scenario="mtel", vary={"customers.initial_habit": [1, 1.0, 0.5]})


def test_a_range_of_a_scenario_without_groups_is_a_range():
    asked = {"low": 11, "high": 14}
    design = {"kind": "sobol_sequence", "n": 4}
    (one,) = Sweep.of(scenario="textbook_queue", vary={"agents": asked}, design=design).factors
    assert (one.name, one.low, one.high) == ("agents", 11, 14)
