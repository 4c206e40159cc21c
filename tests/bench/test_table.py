"""What the benchmark's tables say, from numbers made up for the purpose."""

from datetime import date

import pytest

from experiments.bench import contest
from experiments.bench.contest import Score, compete
from experiments.bench.growth import Point
from experiments.bench.memory import nanoseconds_to_reach
from experiments.bench.parts import Parts
from experiments.bench.table import (
    centre_sentence, contest_rows, contest_table, first_runs_sentence, growth_sentence, growth_table,
    memory_sentence, readme_part, year_sentence,
)  # fmt: skip
from experiments.bench.textbook import Contestant, Outcome, Queue
from experiments.marked import has_part, with_part

QUEUE = Queue(servers=1, arrivals=0.05, services=0.1)
"""M/M/1 at half load: the mean wait is ρ / (μ − λ) = 0.5 / 0.05 = 10 minutes."""

AGREEING, DISAGREEING = [9.0, 10.0, 11.5], [12.0, 12.1, 12.2]


def score(name, nanoseconds, waits=AGREEING, target=None) -> Score:
    return Score(Contestant(name, target, prepare=list), nanoseconds, waits, [2 * time for time in nanoseconds])


def test_a_time_stands_beside_this_engines_with_its_median_spread_and_target():
    scores = [score("this engine", [200, 100, 300]), score("slow", [9e3, 8e3, 2e4], target=60.0)]
    table = contest_table(scores, QUEUE)
    assert table.splitlines()[2:] == [
        "| this engine | 10.17 ± 0.73 | 200 | 100–300 | 400 | 5,000,000 | 1 |  |  |  |",
        "| slow | 10.17 ± 0.73 | 9,000 | 8,000–20,000 | 18,000 | 111,111 | 45 | 45–80 | ≥ 60 | missed |",
    ]


def test_the_ratios_of_first_runs_are_told_beside_those_of_all():
    engine, slow = score("this engine", [200, 100, 300]), score("slow", [9e3, 8e3, 2e4])
    engine.first, slow.first = [300, 400, 500], [9e3, 8e3, 2e4]
    assert "they would be: slow 22.5." in first_runs_sentence([engine, slow])


def test_a_target_is_reached_at_its_own_value():
    rows = contest_rows([score("this engine", [100]), score("quick", [50], target=0.5)], QUEUE)
    assert [row["reached"] for row in rows] == [None, True]


def test_no_time_counts_of_one_whose_wait_disagrees_with_theory():
    scores = [score("this engine", [100]), score("wrong", [50], DISAGREEING)]
    assert ["nanoseconds" in row for row in contest_rows(scores, QUEUE)] == [True, False]
    assert "disagrees with Erlang C" in contest_table(scores, QUEUE)


def test_no_ratio_counts_while_this_engine_disagrees_with_theory():
    rows = contest_rows([score("this engine", [100], DISAGREEING), score("right", [50])], QUEUE)
    assert not any("times" in row for row in rows)


def test_the_readme_shows_who_takes_how_long_and_what_size_costs():
    scores = [score("this engine", [200, 100, 300]), score("slow", [9e3, 8e3, 2e4], target=60.0)]
    scores.append(score("wrong", [50], DISAGREEING))
    points = [Point("small", 60, 1000, 80.0, 160.0, 19e3, 7e3), Point("30", 7200, 10**6, 120.0, 200.0, 26e3, 8e3)]
    part = readme_part(date(2026, 1, 2), "a machine", QUEUE, scores, points, 5)
    assert part.startswith("`make bench`, 2026-01-02, a machine: an M/M/1 queue at 50 % load, medians of 5 rounds.")
    assert "| slow | 9,000 | 8,000–20,000 | 45 | ≥ 60: missed |" in part
    assert "| wrong | – | – | – | disagrees with Erlang C |" in part
    assert "takes 1.50 times as long as in the smallest (target: less than 1.5, missed)" in part
    assert "| M-Tel | small | 30 × full |" in part and "| ns an event | 80 | 120 |" in part


def test_a_part_of_a_page_is_replaced_and_the_rest_stays():
    page = "above\n<!-- bench -->\nold\n<!-- end of bench -->\nbelow\n"
    assert with_part(page, "bench", "new") == page.replace("old", "new")
    assert has_part(page, "bench") and not has_part(page, "claims")
    assert with_part(page, "claims", "new") == page


def competitor(name: str, calls: list) -> Contestant:
    """Somebody who notes what is asked, and finds a wait that the seed tells."""

    def run(queue: Queue, customers: int, seed: int) -> Outcome:
        calls.append((name, customers, seed))
        return Outcome(customers, 10.0 + seed)

    return Contestant(name, None, lambda: run)


def test_everybody_has_a_turn_in_every_round_with_the_rounds_seed():
    calls = []
    entrants = [competitor("a", calls), competitor("b", calls)]
    first, second = compete(entrants, QUEUE, customers=50, rounds=2, least=0.0)
    assert calls[2:] == [("a", 50, 1), ("b", 50, 1), ("a", 50, 2), ("b", 50, 2)]
    assert first.waits == second.waits == [11.0, 12.0]


def test_short_runs_are_repeated_until_the_turn_is_long_enough_and_the_first_is_judged(monkeypatch):
    clock = iter([0.0, 0.03, 0.03, 0.05, 0.05, 0.07])  # runs of .03, .02 and .02 seconds
    monkeypatch.setattr(contest, "process_time", lambda: next(clock))
    calls = []
    (found,) = compete([competitor("a", calls)], QUEUE, customers=50, rounds=1, least=0.06)
    assert calls[1:] == [("a", 50, 1), ("a", 50, 1001), ("a", 50, 2001)]
    assert found.waits == [11.0]
    assert found.nanoseconds == [pytest.approx(0.07e9 / 150)] and found.first == [pytest.approx(0.03e9 / 50)]


def test_a_year_is_told_in_events_per_second_and_runs_per_core_hour():
    year = Parts(0.1, 0.1, 0.2, 0.1, whole=0.5, n_events=1_000_000, n_issues=1)
    text = year_sentence(year, score("SimPy", [1e4]))
    for part in ("0.50 s", "reached", "2,000,000 events per second", "7,200 runs per core-hour",
                 "SimPy serves 100,000 customers per second"):  # fmt: skip
        assert part in text


@pytest.mark.parametrize(("seconds", "verdict"), [(50.0, "reached"), (61.0, "missed")])
def test_a_year_of_a_large_centre_is_told_in_seconds_beside_its_target(seconds, verdict):
    text = centre_sentence(Parts(0.1, 0.1, seconds, 0.1, whole=seconds, n_events=6_100_000, n_issues=0))
    assert f"takes {seconds:.0f} s" in text and f"under 60 s, {verdict}" in text


def test_growth_is_told_from_the_smallest_size_to_the_largest():
    points = [Point("small", 60, 10, 100.0, 200.0, 5e4, 1e4), Point("30", 7200, 10, 160.0, 300.0, 6e4, 2e4)]
    assert "rises 1.60 times (target: less than 1.5, missed)" in growth_sentence(points, days=20)
    assert growth_table(points).splitlines()[-1] == "| 30 × full | 7,200 | 10 | 160 | 300 | 60 | 20 |"


def test_how_far_away_memory_is_stands_in_a_sentence():
    assert nanoseconds_to_reach(0.01) > 0.0
    assert memory_sentence(7.0, 140.0).endswith("0.5 MB and 140 ns in one of 64 MB, 20 times as long.\n")
