"""`desksales side-by-side` runs two centres and writes both folders and the figure (003-10)."""

import json

import pytest

from experiments.cli.main import status
from tests.cli.command import program, refusal


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    folder = tmp_path_factory.mktemp("both")
    return folder / "out", program("side-by-side", "--days", "25", "--replications", "2", "--out", "out", folder=folder)


def test_both_centres_stand_in_one_table(both):
    _, done = both
    assert done.returncode == 0, done.stderr
    head = done.stdout.splitlines()[0]
    assert "credit_card" in head and "zappos" in head
    for name in ("sales_now", "sales_later", "satisfaction_mean", "turnover_per_year", "longest_call_minutes"):
        assert name in done.stdout


def test_the_figure_and_the_tables_it_reads_are_written(both):
    folder, _ = both
    for name in ("credit_card", "zappos"):
        for table in ("centre_days", "lengths", "reviews", "runs", "summary"):
            assert (folder / name / f"{table}.csv").stat().st_size > 100
        assert not list((folder / name).glob("first_year.*"))
    assert (folder / "two_call_centres.png").stat().st_size > 10_000
    assert (folder / "two_call_centres.svg").stat().st_size > 10_000


def test_json_is_all_that_is_printed_when_asked(tmp_path, capsys):
    out = str(tmp_path / "out")
    assert status(["side-by-side", "--days", "2", "--replications", "1", "--json", "--out", out]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"credit_card", "zappos"}


@pytest.mark.parametrize(
    ("pair", "words"),
    [(("mtel", "zappos"), "mtel is no call centre"), (("zappos", "zappos"), "Both centres are zappos")],
)  # fmt: skip
def test_what_cannot_stand_side_by_side_is_refused(pair, words, capsys):
    assert words in refusal(capsys, "side-by-side", *pair, "--days", "1")
