"""The experiment on norms of helping: its designs, its table, and the figure drawn from the table alone."""

import csv

import pytest

from experiments.norms_of_helping import PERIOD, designs, tabulate
from figures.home_based import DESIGNS, draw
from model.scenario import load_scenario
from tests.helpers.colleagues import colleagues


@pytest.fixture(scope="module")
def rows():
    """The table for the small centre: twenty days, two replications."""
    return tabulate(colleagues(run__days=20), 2)


def test_the_norms_are_crossed_at_identity_as_it_is_and_both_on_at_low_and_high_identity():
    base = load_scenario("home_based")
    found = [(names["identity"], names["beneficence"], names["reciprocity"]) for names, _ in designs(base)]
    crossed = [("as it is", b, r) for b in (0, 1) for r in (0, 1)]
    assert found == [*crossed, ("low", 1, 1), ("high", 1, 1)]
    assert {(b, r) for _, b, r in found} == set(DESIGNS)
    for names, scenario in designs(base):
        assert (scenario.norms.beneficence > 0.0, scenario.norms.reciprocity > 0.0) == (
            names["beneficence"] == 1, names["reciprocity"] == 1,
        )  # fmt: skip
        assert scenario.groups["outsourcer"].identity == base.groups["outsourcer"].identity


def test_the_table_has_a_line_for_each_design_replication_and_period(rows):
    assert len(rows) == 6 * 2 * (20 // PERIOD)
    assert all(0 <= row["answered"] <= row["lacking"] for row in rows)
    assert all(row["answered"] == 0 for row in rows if row["beneficence"] == 0)
    assert sum(row["answered"] for row in rows) > 100


def test_the_figure_is_drawn_from_the_table_alone_and_the_same_each_time(rows, tmp_path):
    with (tmp_path / "home_based.csv").open("w", newline="", encoding="utf-8") as stream:
        table = csv.DictWriter(stream, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    written = draw(tmp_path)
    assert [path.name for path in written] == ["home_based.png", "home_based.svg"]
    first = written[1].read_bytes()
    written[1].unlink()
    assert draw(tmp_path)[1].read_bytes() == first
