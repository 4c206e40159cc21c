"""What `desksales run` leaves in its folder, and that nothing changes there which need not."""

import csv
import json
import os

import pytest

from experiments.cli.errors import InputError
from experiments.cli.main import status
from experiments.cli.output import staged
from tests.cli.command import SMALL

TABLES = ["days.csv", "reviews.csv", "runs.csv", "scenario.json", "summary.csv"]
FIGURE = ["first_year.png", "first_year.svg"]


def rows(file) -> list[dict[str, str]]:
    with open(file, newline="") as stream:
        return list(csv.DictReader(stream))


def run(folder, *more: str) -> int:
    return status(["run", "mtel", *SMALL, "--replications", "2", "--out", str(folder), *more])


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    folder = tmp_path_factory.mktemp("results") / "mtel"
    assert run(folder) == 0
    return folder


def test_tables_and_figure_are_all_there_is(results):
    assert sorted(file.name for file in results.iterdir()) == sorted(TABLES + FIGURE)


def test_a_run_has_a_line_and_a_measure_a_column(results):
    runs = rows(results / "runs.csv")
    assert [run["seed"] for run in runs] == ["1", "2"]
    measures = {row["name"] for row in rows(results / "summary.csv")}
    assert measures == set(runs[0]) - {"seed", "n_events", "n_contacts"}


def test_the_summary_gives_the_mean_of_the_runs_and_the_published_figure(results):
    runs = [float(run["share_service_calls"]) for run in rows(results / "runs.csv")]
    row = next(row for row in rows(results / "summary.csv") if row["name"] == "share_service_calls")
    assert float(row["mean"]) == pytest.approx(sum(runs) / 2)
    assert (row["value"], row["tolerance"], row["row"], row["theme"]) == ("0.5", "0.03", "000-16", "calls")


def test_every_replication_has_every_day_with_the_minutes_of_its_reps(results):
    days = rows(results / "days.csv")
    found = [(row["replication"], row["day"]) for row in days]
    assert found == [(k, str(day)) for k in "12" for day in range(1, 26)]
    reps, minutes_a_day = 36, 480.0  # 6 units of 6; what a rep has in hand overnight is booked when it ends
    booked = sum(float(row[name]) for row in days for name in row if name.startswith("minutes_"))
    assert booked == pytest.approx(2 * 25 * reps * minutes_a_day, rel=0.05)


def test_every_review_has_a_line_a_team(results):
    reviews = rows(results / "reviews.csv")
    found = [(row["replication"], row["team"]) for row in reviews]
    assert found == [(k, str(team)) for k in "12" for team in range(8)]
    assert {row["day"] for row in reviews} == {"20"}


def test_the_scenario_can_be_read_back(results):
    told = json.loads((results / "scenario.json").read_text())
    assert told["scenario"] == "mtel" and told["changes"] == {"people.accounts": 20, "run.days": 25}
    assert told["values"]["people.accounts"] == 20 and told["values"]["learning.choose_rep"] == "softmax"


def test_running_again_touches_no_file(results):
    for file in results.iterdir():
        os.utime(file, (1_000_000_000, 1_000_000_000))
    assert run(results) == 0
    assert {file.stat().st_mtime for file in results.iterdir()} == {1_000_000_000.0}


def test_json_and_files_go_together(tmp_path, capsys):
    assert run(tmp_path / "both", "--json") == 0
    assert json.loads(capsys.readouterr().out)["replications"] == 2
    assert (tmp_path / "both" / "runs.csv").exists()


def test_an_old_figure_does_not_stay_beside_the_tables_of_a_run_too_short_for_one(tmp_path):
    (tmp_path / "first_year.png").write_text("of another run")
    assert run(tmp_path, "--days", "10") == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == TABLES


def test_files_may_be_read_by_whom_the_user_lets_read(results):
    mask = os.umask(0)
    os.umask(mask)
    assert {oct(file.stat().st_mode & 0o777) for file in results.iterdir()} == {oct(0o666 & ~mask)}


def test_what_fails_half_way_leaves_the_folder_as_it_was(tmp_path):
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(KeyboardInterrupt), staged("--out", tmp_path) as stage:
        (stage / "a.txt").write_text("new")
        raise KeyboardInterrupt
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.txt", "old")]


def test_what_fails_half_way_leaves_no_new_folder(tmp_path):
    with pytest.raises(ValueError), staged("--out", tmp_path / "new" / "folder"):
        raise ValueError
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_in_a_sentence(tmp_path):
    with pytest.raises(InputError, match="No space left on device"), staged("--out", tmp_path):
        raise OSError(28, "No space left on device")
    assert list(tmp_path.iterdir()) == []
