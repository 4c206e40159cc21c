"""Scenarios: read, changed and checked at the door, with one clear sentence when something is wrong."""

import pytest

from model.scenario import Scenario, ScenarioError, load_scenario, nearest, parse_value, scenario_names
from model.simulation import check_memory, run_memory, simulate

DAYS = "it is working days simulated (days) and must be a whole number between 1 and 20000."


def refusal(changes: dict) -> str:
    """The sentence with which changes to M-Tel are refused."""
    with pytest.raises(ScenarioError) as error:
        load_scenario("mtel", changes)
    return str(error.value)


def file(tmp_path, text: str, name: str = "mine.toml"):
    """A scenario file."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_change_takes_the_place_of_the_default_and_nothing_else():
    plain, changed = load_scenario("mtel"), load_scenario("mtel", {"incentives.quota_multiple": 3.5})
    assert changed.incentives.quota_multiple == changed["incentives.quota_multiple"] == 3.5
    different = {name for name, value in changed.values().items() if value != plain.values()[name]}
    assert different == {"incentives.quota_multiple"}


def test_changing_gives_a_new_scenario_and_leaves_the_original():
    original = load_scenario("mtel")
    before = original.values()
    changed = original.changed({"run.days": 7}).changed({"people.teams": 3})
    assert (changed.run.days, changed.people.teams) == (7, 3)
    assert original.values() == before and original.run.days == 250
    assert (changed.name, changed.title, changed.published) == (
        original.name,
        original.title,
        original.published,
    )


def test_values_of_a_scenario_cannot_be_assigned():
    with pytest.raises(Exception, match="frozen"):
        load_scenario("mtel").run.days = 3


def test_a_whole_number_is_welcome_where_a_number_is_due():
    assert load_scenario("mtel", {"salespeople.chase_rate": 2}).salespeople.chase_rate == 2.0


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"salespeople.chase_rate": -1.0},
         "salespeople.chase_rate is -1.0; it is chases of a request made through the desk (per open request "
         "and day) and must be a number between 0 and 50."),
        ({"run.days": 0}, f"run.days is 0; {DAYS}"),
        ({"run.days": 2.5},
         f"run.days is 2.5; {DAYS}"),
        ({"run.days": True},
         f"run.days is True; {DAYS}"),
        ({"salespeople.sells": 1},
         "salespeople.sells is 1; it is whether free time goes into selling (switch) and must be true or "
         "false."),
        ({"run.days": "ten"},
         f"run.days is 'ten'; {DAYS}"),
        ({"learning.choose_rep": "softmaxx"},
         "learning.choose_rep is 'softmaxx' (did you mean softmax?); it must be one of greedy, softmax, "
         "uniform, win_stay."),
        ({"calls.talk_law": 3}, "calls.talk_law is 3; it must be one of exponential, lognormal, fixed."),
        ({"zzz.qqq": 1}, "There is no parameter 'zzz.qqq'; `desksales parameters` lists them all."),
        ({"demand.load_curve": []},
         "demand.load_curve is []; it must be a list of numbers of at least 0 that are not all 0."),
        ({"demand.load_curve": [0.0, 0.0]},
         "demand.load_curve is [0.0, 0.0]; it must be a list of numbers of at least 0 that are not all 0."),
        ({"demand.load_curve": [1.0, float("nan")]},
         "demand.load_curve is [1.0, nan]; it must be a list of numbers of at least 0 that are not all 0."),
        ({"demand.share_orders": 0.6, "demand.share_changes": 0.6, "demand.share_complaints": 0.0},
         "demand.share_orders, share_changes and share_complaints add up to 1.2; they must leave a share of "
         "queries, so at most 1."),
        ({"salespeople.conversion_novice": 0.5},
         "salespeople.conversion_novice is 0.5; it must not exceed salespeople.conversion_max, which is "
         "0.15."),
        ({"reps.disposition_mean": 0.1, "reps.disposition_sd": 0.4},
         "reps.disposition_sd is 0.4; with a mean of 0.1 it must be below 0.300."),
        ({"people.units": 0},
         "people.units is 0; with service requests (demand.requests_per_account_day above 0) it must be 1 or "
         "more."),
        ({"people.shift_start": 500.0},
         "people.shift_start is 500; with a shift of 480 minutes (people.shift_minutes) it must be at most 0, so that "
         "the shift ends within the day (run.day_minutes)."),
    ],
    ids=lambda value: None if isinstance(value, str) else ",".join(value),
)  # fmt: skip
def test_what_cannot_be_is_refused_in_one_sentence(changes, sentence):
    assert refusal(changes) == sentence


def test_a_name_without_its_group_is_refused_with_the_full_name_first():
    said = refusal({"chase_rate": 1.0})
    assert said.startswith("There is no parameter 'chase_rate' (did you mean salespeople.chase_rate or ")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), None, [1.0], "1.0"])
def test_a_number_must_be_a_number(value):
    said = refusal({"learning.learning_rate": value})
    assert said.startswith(f"learning.learning_rate is {value!r};") and said.endswith("between 0 and 1.")


def test_an_unknown_scenario_is_refused_with_the_nearest_and_all_names():
    with pytest.raises(ScenarioError) as error:
        load_scenario("m-tel")
    assert str(error.value).startswith("There is no scenario 'm-tel' (did you mean mtel")
    assert all(name in str(error.value) for name in scenario_names())


@pytest.mark.parametrize("which", ["../scenarios/mtel", "nowhere/mtel", ""])
def test_a_name_is_not_a_way_to_other_files(which):
    with pytest.raises(ScenarioError, match="There is no scenario"):
        load_scenario(which)


def test_a_file_of_ones_own_is_read_by_its_path(tmp_path):
    path = file(tmp_path, '[scenario]\ntitle = "Mine"\nreplications = 3\n[run]\ndays = 9\n[people]\nteams = 2\n')
    scenario = load_scenario(path, {"people.teams": 4})
    assert (scenario.name, scenario.title, scenario.replications) == ("mine", "Mine", 3)
    assert (scenario.run.days, scenario.people.teams) == (9, 4)
    assert load_scenario(str(path)).people.teams == 2


def test_a_file_may_extend_a_scenario_and_keeps_what_it_does_not_change(tmp_path):
    path = file(tmp_path, '[scenario]\nextends = "mtel"\ntitle = "Mine"\n[run]\ndays = 9\n'
                '[published.desk_involvement]\nvalue = 0.5\ntolerance = 0.1\nrow = "x"\n')  # fmt: skip
    mine, base = load_scenario(path), load_scenario("mtel")
    assert mine.title == "Mine" and mine.description == base.description and mine.run.days == 9
    assert mine.published["desk_involvement"]["value"] == 0.5
    assert mine.published["share_service_calls"] == base.published["share_service_calls"]


def test_a_file_may_extend_another_vocabulary(tmp_path):
    path = file(tmp_path, 'agents = 3\n[scenario]\nextends = "textbook_queue"\n')
    assert load_scenario(path)["agents"] == load_scenario(path).people.salespeople_per_team == 3


def test_a_file_that_extends_nothing_known_is_refused(tmp_path):
    with pytest.raises(ScenarioError, match=r"no scenario 'mtell' \(did you mean mtel"):
        load_scenario(file(tmp_path, '[scenario]\nextends = "mtell"\n'))


def test_a_file_that_extends_itself_is_refused_in_a_sentence(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(f'[scenario]\nextends = "{path}"\n')
    with pytest.raises(ScenarioError):
        load_scenario(path)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[run]\ndays = 9\npeople = = 3\n", r"mine.toml' is not valid TOML: .*line 3"),
        ("[run]\ndays = 9\n[run]\n", r"mine.toml' is not valid TOML: .*line 3"),
        ("scenario = 3\n", r"\[scenario\] must be a table"),
        ("[run]\ndayz = 3\n", r"no parameter 'run.dayz' \(did you mean run.days"),
        ("[runn]\ndays = 3\n", r"no parameter 'runn.days' \(did you mean run.days"),
        ("days = 3\n", r"no parameter 'days' \(did you mean run.days"),
        ("[run]\ndays = '3'\n", r"run.days is '3'; .* must be a whole number"),
        ("[run.more]\ndays = 3\n", r"no parameter 'run.more'"),
        ("published = 3\n", r"published"),
        ("[scenario]\nvocabulary = 'unheard_of'\n", r"vocabulary"),
        ("[scenario]\nreplications = 'many'\n", r"replications"),
    ],
)
def test_a_file_with_a_mistake_is_refused_with_the_place_of_the_mistake(tmp_path, text, sentence):
    with pytest.raises(ScenarioError, match=sentence):
        load_scenario(file(tmp_path, text))


def test_a_missing_or_unreadable_file_is_refused(tmp_path):
    with pytest.raises(ScenarioError, match=r"There is no scenario file .*check the path"):
        load_scenario(tmp_path / "none.toml")
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(ScenarioError, match="cannot be read"):
        load_scenario(tmp_path / "folder.toml")
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ScenarioError, match=r"cannot be read .*UTF-8"):
        load_scenario(tmp_path / "binary.toml")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("run.days", "12", 12), ("learning.learning_rate", "0.5", 0.5), ("learning.learning_rate", "1", 1.0),
        ("salespeople.sells", "False", False), ("people.co_located", "true", True),
        ("learning.choose_rep", "greedy", "greedy"), ("demand.load_curve", "[1, 2.5]", [1.0, 2.5]),
    ],
)  # fmt: skip
def test_text_from_the_command_line_becomes_a_value_of_the_parameters_type(name, text, value):
    parsed = parse_value(load_scenario("mtel"), name, text)
    assert parsed == value and type(parsed) is type(value)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("run.days", "2.5"),
        ("run.days", "many"),
        ("learning.learning_rate", "x"),
        ("demand.load_curve", "a,b"),
    ],
)
def test_text_that_is_no_number_is_refused(name, text):
    with pytest.raises(ScenarioError, match=rf"{name} is '{text}'; it must be"):
        parse_value(load_scenario("mtel"), name, text)


def test_a_run_that_does_not_fit_into_memory_is_refused_with_the_days_that_do():
    huge = load_scenario("mtel", {"run.days": 20_000, "people.accounts": 5000, "demand.requests_per_account_day": 50.0})
    with pytest.raises(ScenarioError, match=r"20000 days of mtel would need .* GiB .*choose \d+ days or fewer"):
        check_memory(huge)
    check_memory(load_scenario("mtel"))


@pytest.mark.parametrize("name", ["star_customer", "mtel"])
def test_the_memory_of_a_run_that_keeps_its_log_is_enough_for_it(name):
    scenario = load_scenario(name, {"run.days": 20})
    logged = simulate(scenario, 1, log=True).world.log.nbytes
    assert run_memory(scenario, log=True) - run_memory(scenario) > logged


def test_hints_name_at_most_three_and_none_for_what_is_like_nothing():
    assert nearest("chase_rate", ["a.chase_rate", "b.chase_rates", "c.chase_rat", "d.chase_rated"]).count(" or ") <= 2
    assert nearest("zzzz", ["days", "teams"]) == ""


def test_an_attribute_that_is_no_group_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nothing"):
        _ = Scenario("mine", {}).nothing
