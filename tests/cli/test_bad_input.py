"""Bad input is refused in one sentence, naming the value and what is allowed; nothing is written."""

import pytest

from tests.cli.command import program, refusal


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path, monkeypatch):
    """Every refusal here must leave the working folder as it was."""
    monkeypatch.chdir(tmp_path)
    given = set()
    yield given
    assert {file.name for file in tmp_path.iterdir()} == given


def scenario_file(given: set, text: str) -> str:
    with open("mine.toml", "w") as file:
        file.write(text)
    given.add("mine.toml")
    return "mine.toml"


REFUSED = {
    "unknown scenario": (["run", "mtell"], ["'mtell'", "did you mean mtel", "textbook_queue"]),
    "a name of a book": (["run", "a" * 300], ["'aaaaa", "too long for a name"]),
    "missing file": (["run", "none.toml"], ["'none.toml'"]),
    "unknown parameter": (["run", "mtel", "--set", "people.acounts=3"], ["'people.acounts'", "accounts"]),
    "no equals sign": (["run", "mtel", "--set", "people.accounts"], ["'people.accounts'", "name=value"]),
    "no name": (["run", "mtel", "--set", "=3"], ["'=3'", "name=value"]),
    "wrong type": (["run", "mtel", "--set", "people.accounts=many"], ["'many'", "between 1 and 5000000"]),
    "out of bounds": (["run", "mtel", "--set", "people.accounts=0"], ["people.accounts is 0", "1 and 5000000"]),
    "not a number": (["run", "mtel", "--set", "customers.initial_habit=nan"], ["nan", "between 0 and 1"]),
    "bad list": (["run", "mtel", "--set", "demand.load_curve=1,x"], ["'1,x'", "list of numbers"]),
    "unknown rule": (["run", "mtel", "--set", "incentives.pay=comission"], ["'comission'", "commission, "]),
    "too many workers": (["run", "mtel", "--workers", "100000000"], ["100000000", "1024 or less"]),
    "no workers": (["run", "mtel", "--workers", "0"], ["--workers is 0", "1 or more"]),
    "no replications": (["run", "mtel", "--replications", "0"], ["--replications is 0", "1 or more"]),
    "replications in words": (["run", "mtel", "--replications", "ten"], ["'ten'", "whole number"]),
    "replications in parts": (["run", "mtel", "--replications", "1.5"], ["'1.5'", "whole number"]),
    "too many replications": (["run", "mtel", "--replications", "2000000"], ["2000000", "1000000 or less"]),
    "negative seed": (["run", "mtel", "--seed", "-1"], ["--seed is -1", "0 or more"]),
    "seed too large": (["run", "mtel", "--seed", str(2**63)], [str(2**63), f"{2**63 - 1} or less"]),
    "seeds beyond the last": (["run", "mtel", "--seed", str(2**63 - 1)], ["20 replications", "a lower one"]),
    "no days": (["run", "mtel", "--days", "0"], ["--days is 0", "1 or more"]),
    "too many days": (["run", "mtel", "--days", "30000"], ["run.days is 30000", "1 and 20000"]),
    "days of a queue": (["run", "textbook_queue", "--days", "30000"], ["days is 30000", "1 and 20000"]),
    "unknown measure": (["measures", "mean_wait_minuts"], ["'mean_wait_minuts'", "mean_wait_minutes"]),
    "parameters of nothing": (["parameters", "mtell"], ["'mtell'", "mtel"]),
    "day beyond the run": (["graph", "mtel", "--day", "251", "--out", "g.graphml"], ["is 251", "0 to 250"]),
    "negative day": (["graph", "mtel", "--day", "-1", "--out", "g.graphml"], ["is -1", "0 or more"]),
    "not GraphML": (["graph", "mtel", "--day", "1", "--out", "g.png"], ["'g.png'", "end with .graphml"]),
    "graph nowhere": (["graph", "mtel", "--day", "1", "--out", "no/g.graphml"], ["'no'", "make it"]),
    "not a log": (["log", "mtel", "--out", "log.txt"], ["'log.txt'", ".parquet or .csv"]),
    "log nowhere": (["log", "mtel", "--out", "no/log.csv"], ["no folder 'no'", "make it"]),
    "log unwritable": (["log", "mtel", "--out", "/proc/log.csv"], ["'/proc/log.csv'", "cannot be written"]),
    "results unwritable": (["run", "mtel", "--out", "/proc/here"], ["'/proc/here'", "cannot be written"]),
    "results nameless": (["run", "mtel", "--out", ""], ["--out is empty"]),
    "story of a call centre": (["story", "zappos", "--days", "2"], ["zappos is a call centre", "desksales serve"]),
    "results with a long name": (["run", "mtel", "--out", "a" * 300], ["File name too long", "another place"]),
    "a value that would not count": (["run", "mtel", "--days", "2", "--set", "run.days=0"], ["run.days is 0"]),
    "handout of a small number": (["handout", "²"], ["'²'"]),
    "unknown pick": (["story", "mtel", "--pick", "slow"], ["'slow'", "slowest, tagged, refused, jumped"]),
    "two picks": (["story", "mtel", "--pick", "slowest", "--issue", "3"], ["slowest", "3", "only one"]),
    "negative issue": (["story", "mtel", "--issue", "-3"], ["--issue is -3", "0 or more"]),
    "no scenario": (["run"], ["SCENARIO", "desksales run --help"]),
    "unknown option": (["run", "mtel", "--replicatons", "3"], ["--replicatons", "--replications"]),
    "unknown command": (["rnu"], ["'rnu'", "'run'"]),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_the_refusal_names_the_value_and_what_is_allowed(case, capsys):
    arguments, expected = REFUSED[case]
    sentence = refusal(capsys, *arguments)
    assert [part for part in expected if part not in sentence] == []


def test_broken_toml_is_refused_with_its_line(in_an_empty_folder, capsys):
    file = scenario_file(in_an_empty_folder, "[people]\naccounts = 20\nteams = = 3\n")
    assert "line 3" in refusal(capsys, "run", file)


def test_a_published_figure_of_an_unknown_measure_is_refused(in_an_empty_folder, capsys):
    file = scenario_file(in_an_empty_folder, '[published.p_waits]\nvalue = 0.1\nrow = "000-01"\n')
    sentence = refusal(capsys, "run", file)
    assert "'p_waits'" in sentence and "p_wait" in sentence


@pytest.mark.parametrize(
    "figure",
    ['value = "half"\nrow = "000-01"', 'row = "000-01"', "value = 0.5", 'above = true\nrow = "000-01"'],
)
def test_a_published_figure_without_number_or_row_is_refused(figure, in_an_empty_folder, capsys):
    file = scenario_file(in_an_empty_folder, f"[published.p_wait]\n{figure}\n")
    assert "p_wait of mine must give a row" in refusal(capsys, "run", file)


def test_a_scenario_that_asks_for_no_replications_is_refused(in_an_empty_folder, capsys):
    file = scenario_file(in_an_empty_folder, "[scenario]\nreplications = 0\n")
    assert "replications is 0" in refusal(capsys, "run", file)


def test_a_file_in_place_of_the_folder_of_results_is_refused(in_an_empty_folder, capsys):
    file = scenario_file(in_an_empty_folder, "")
    assert "is a file" in refusal(capsys, "run", "mtel", "--out", file)
    assert "cannot be written" in refusal(capsys, "run", "mtel", "--out", f"{file}/below")


def test_a_folder_in_place_of_a_log_is_refused(in_an_empty_folder, capsys, tmp_path):
    (tmp_path / "log.csv").mkdir()
    in_an_empty_folder.add("log.csv")
    assert "is a folder" in refusal(capsys, "log", "mtel", "--out", "log.csv")


def test_days_beyond_what_memory_allows_are_refused_with_a_number_that_fits(capsys, monkeypatch):
    gibibyte = 2.0**30
    monkeypatch.setattr("model.simulation._free_memory", lambda: gibibyte)
    sentence = refusal(capsys, "run", "mtel", "--days", "20000", "--set", "people.accounts=5000")
    assert "20000 days of mtel" in sentence and "1.0 GiB are free" in sentence and "days or fewer" in sentence


def test_the_program_itself_refuses_with_status_2_and_without_a_traceback(tmp_path):
    done = program("run", "mtel", "--workers", "0", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "--workers is 0; it must be a whole number, 1 or more.\n"
