"""`desksales compare`, `counterfactual` and `decompose`: what is said, what is written, what is refused."""

import json

import pytest

from experiments.cli.compared import about_the_same, of_interest, saved_text
from experiments.cli.main import status
from model.compiled import model_version
from model.measures import MEASURES
from model.scenario import load_scenario
from tests.cli.command import SMALL, refusal

NOTICE = "channels.completion_notice_names_rep"
TWO = ["--a", f"{NOTICE}=true", "--b", f"{NOTICE}=false", *SMALL]


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def printed(capsys, *arguments: str) -> str:
    assert status(list(arguments)) == 0
    return capsys.readouterr().out


REFUSED = {
    "no designs": (["compare", "mtel"], ["Designs A and B are the same", "--a", "--b"]),
    "one design twice": (
        ["compare", "mtel", "--a", f"{NOTICE}=false", "--b", f"{NOTICE}=false"],
        ["are the same"],
    ),
    "a as it is": (["compare", "mtel", "--a", f"{NOTICE}=true"], ["are the same"]),
    "no equals sign": (["compare", "mtel", "--a", NOTICE], [f"--a is '{NOTICE}'", "name=value"]),
    "no name": (["compare", "mtel", "--b", "=1"], ["--b is '=1'", "name=value"]),
    "unknown parameter": (["compare", "mtel", "--b", "people.tems=2"], ["'people.tems'", "people.teams"]),
    "out of bounds": (["compare", "mtel", "--b", "people.teams=0"], ["people.teams is 0", "1 and 200"]),
    "unknown scenario": (["compare", "mtell", "--b", "people.teams=3"], ["'mtell'", "did you mean mtel"]),
    "no workers": (["compare", "mtel", "--workers", "0"], ["--workers is 0"]),
    "seeds beyond": (["compare", "mtel", "--b", "people.teams=3", "--seed", str(2**63 - 1)], ["a lower one"]),
    "no desk": (["counterfactual", "textbook_queue"], ["no desk to take away in textbook_queue"]),
    "closed desk": (
        ["counterfactual", "mtel", "--set", "people.desk_open=false"],
        ["people.desk_open = true"],
    ),
    "no pairs": (["counterfactual", "mtel", "--replications", "0"], ["--replications is 0"]),
    "no requests": (["decompose", "textbook_queue"], ["no service requests in textbook_queue"]),
    "unwritable": (["decompose", "mtel", "--out", "/proc/here"], ["'/proc/here'", "cannot be written"]),
}


@pytest.mark.parametrize("case", REFUSED)
def test_the_refusal_names_the_value_and_what_is_allowed(case, capsys, tmp_path):
    arguments, expected = REFUSED[case]
    sentence = refusal(capsys, *arguments)
    assert [part for part in expected if part not in sentence] == []
    assert list(tmp_path.iterdir()) == []


def test_json_tells_the_difference_of_every_measure_and_all_runs(capsys):
    found = json.loads(
        printed(capsys, "compare", "mtel", *TWO, "--replications", "3", "--seed", "4", "--json")
    )
    assert (found["a"], found["b"]) == ({NOTICE: True}, {NOTICE: False})
    assert found["changes"] == {"people.accounts": 20, "run.days": 25}
    assert found["model_version"] == model_version()
    assert list(found["measures"]) == list(MEASURES)
    entry = found["measures"]["rep_occupancy"]
    runs = [[run["rep_occupancy"] for run in found["runs"][side]] for side in "ab"]
    assert entry["difference"] == pytest.approx(sum(runs[1]) / 3 - sum(runs[0]) / 3)
    assert [run["seed"] for run in found["runs"]["b"]] == [4, 5, 6]


def test_the_number_of_workers_changes_no_byte_of_a_comparison(capsys):
    arguments = ["compare", "mtel", *TWO, "--replications", "4", "--json"]
    assert printed(capsys, *arguments, "--workers", "1") == printed(capsys, *arguments, "--workers", "3")


def test_published_measures_come_first_in_their_order_then_the_main_ones():
    scenario = load_scenario("mtel")
    assert of_interest(scenario, False) == [*scenario.published, *scenario.main_measures]
    everything = of_interest(scenario, True)
    assert everything[: len(scenario.published)] == list(scenario.published)
    assert sorted(everything) == sorted(MEASURES)


def test_a_queue_is_compared_by_the_measures_of_a_queue(capsys):
    out = printed(
        capsys, "compare", "textbook_queue", "--b", "agents=13", "--days", "2", "--replications", "2"
    )
    assert "mean_wait_minutes" in out and "desk_involvement" not in out


def test_the_table_says_what_each_design_is_and_how_many_runs_the_pairing_saved(capsys):
    serving = [*TWO, "--set", "managers.service_turn=from_start", "--replications", "3"]
    out = printed(capsys, "compare", "mtel", *serving)
    assert f"A: {NOTICE} = True" in out and f"B: {NOTICE} = False" in out
    assert "runs saved" in out and "median of" in out
    assert "habit_final" not in out
    assert "habit_final" in printed(capsys, "compare", "mtel", *serving, "--all")


def test_designs_that_have_not_parted_yet_are_said_not_to(capsys):
    # nobody serves before the service turn, so within 25 days no notice arrives that could name a rep
    assert "No difference varied with luck." in printed(
        capsys, "compare", "mtel", *TWO, "--replications", "2"
    )


def test_runs_saved_are_told_up_to_a_million():
    told = [saved_text({"runs_saved": saved}) for saved in (None, -1, 3360, 999_999, 1_000_000)]
    assert told == ["", "-1", "3,360", "999,999", "> 999,999"]


def test_claims_are_divided_into_appropriated_and_caused(capsys):
    arguments = [
        "counterfactual",
        "mtel",
        *SMALL,
        "--set",
        "managers.service_turn=from_start",
        "--replications",
        "2",
    ]
    found = json.loads(printed(capsys, *arguments, "--json"))
    means = {name: entry["mean"] for name, entry in found["measures"].items()}
    assert means["n_orders_claimed"] > 0
    assert means["n_orders_claimed"] == means["n_orders_appropriated"] + means["n_orders_caused"]
    assert found["window"] == 0.9 and len(found["pairs"]) == 2
    out = printed(capsys, *arguments)
    assert "Orders claimed from service requests" in out and "first 90% of 25 days" in out


def test_worlds_that_ran_away_are_counted_before_any_mean(capsys, monkeypatch):
    from experiments import counterfactual

    settle = counterfactual.settle
    monkeypatch.setattr(
        counterfactual,
        "settle",
        lambda desk, without: settle(desk, without) | {"runaway": float(desk.seed == 2)},
    )
    out = " ".join(printed(capsys, "counterfactual", "mtel", *SMALL, "--replications", "4").split())
    assert "1 of 4 worlds with the desk ran away" in out
    assert out.index("ran away") < out.index("Orders claimed")


LADDER_RUN = ["decompose", "mtel", *SMALL, "--replications", "2"]


def test_the_ladder_is_printed_and_written_with_its_figure(capsys, tmp_path):
    out = printed(capsys, *LADDER_RUN)
    assert "textbook queue" in out and "+ setting aside" in out and "by Erlang C" in out
    written = {file.name for file in (tmp_path / "results" / "mtel").iterdir()}
    assert written == {"decomposition.csv", "decomposition.png", "decomposition.svg"}


def test_the_figure_is_drawn_from_the_table_alone_and_the_same_each_time(capsys, tmp_path):
    from figures.decomposition import draw

    printed(capsys, *LADDER_RUN, "--out", str(tmp_path / "here"))
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / "decomposition.csv").write_bytes(
        (tmp_path / "here" / "decomposition.csv").read_bytes()
    )
    for file in draw(tmp_path / "again"):
        assert file.read_bytes() == (tmp_path / "here" / file.name).read_bytes()


def test_json_of_the_ladder_writes_nothing_unless_told(capsys, tmp_path):
    found = json.loads(printed(capsys, *LADDER_RUN, "--json"))
    assert [step["name"] for step in found["steps"]][:2] == ["textbook queue", "variability"]
    assert len(found["runs"]) == len(found["steps"]) - 1
    assert list(tmp_path.iterdir()) == []


def test_a_rung_that_ran_away_is_named_before_any_mean(capsys, monkeypatch):
    from experiments import replicate

    record = replicate.flat_record
    monkeypatch.setattr(
        replicate, "flat_record", lambda result: record(result) | {"runaway": float(result.seed == 2)}
    )
    out = " ".join(printed(capsys, *LADDER_RUN[:-1], "4").split())
    assert "textbook queue (25%)" in out and "Left out of the means: 1 of 4 seeds." in out
    assert out.index("ran away") < out.index("+ variability")


@pytest.mark.parametrize("columns", [80, 100])
def test_the_tables_fit_the_page(columns, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(columns))
    for command in (["compare", "mtel", *TWO, "--replications", "2"], LADDER_RUN,
                    ["counterfactual", "mtel", *SMALL, "--replications", "2"]):  # fmt: skip
        assert max(len(line) for line in printed(capsys, *command).splitlines()) <= columns


def test_measures_of_the_rows_that_a_change_comes_from_are_shown_beside_the_main_ones(capsys):
    text = printed(capsys, "compare", "mtel", "--b", "salespeople.reads_bonus=true", *SMALL)
    main, _, further = text.partition("Measures of what was changed (000-20, C3):")
    assert "bonus_desk_mean" in further and "bonus_desk_mean" not in main
    assert "cost_per_contact_true" in main and "cost_per_contact_true" not in further
    assert "Measures of what was changed" not in printed(
        capsys, "compare", "mtel", "--b", "salespeople.reads_bonus=true", "--all", *SMALL
    )


def test_a_change_that_comes_from_no_row_has_no_measures_of_its_own():
    assert about_the_same(["run.days", "no.such_parameter"], []) == ([], [])
    rows, names = about_the_same(["salespeople.reads_bonus"], ["chases_per_order"])
    assert rows == ["000-20", "C3"] and "claims_kept_back" in names and "chases_per_order" not in names
