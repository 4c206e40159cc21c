"""`make bench`: run everything, print the tables and keep them in figures/; progress is on standard error."""

import csv
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from time import perf_counter

from experiments.bench import cold_start, contest, growth, memory, parts, simpy_queue, table
from experiments.bench.engine import scenario_of
from experiments.bench.machine import machine
from experiments.bench.textbook import BUSY
from experiments.marked import with_part

FOLDER = Path(__file__).parent.parent.parent / "figures"


def main() -> int:
    """Run the benchmark; the exit status is 1 if somebody's mean wait disagrees with Erlang C."""
    from figures.bench_growth import draw
    from model.scenario import load_scenario

    start, opening = perf_counter(), machine()

    def tell(line: str) -> None:
        print(f"{perf_counter() - start:4.0f} s  {line}", file=sys.stderr, flush=True)

    tell("the contest")
    scores = contest.compete(contest.contestants(), BUSY, tell=tell)
    tell("a year of the full M-Tel, and where the time goes")
    taken = {
        "the contest's queue": parts.parts_of(scenario_of(BUSY, contest.CUSTOMERS)),
        "a year of M-Tel": parts.parts_of(load_scenario("mtel")),
        "a year of the full M-Tel": parts.parts_of(load_scenario("mtel_full")),
    }
    tell("a year of Bigbook at full size")
    taken["a year of Bigbook"] = parts.parts_of(load_scenario("bigbook", {"routing.scale": 1.0}), rounds=1)
    tell("growth")
    points = growth.grow(tell=tell)
    near, far = (memory.nanoseconds_to_reach(size) for size in (memory.NEAR, memory.FAR))
    tell("cold start")
    seconds = cold_start.cold_start(tell)
    page = [
        table.opening(date.today(), opening, BUSY, contest.CUSTOMERS, contest.ROUNDS, contest.LEAST),
        table.contest_table(scores, BUSY), table.first_runs_sentence(scores),
        table.year_sentence(taken["a year of the full M-Tel"], _peer(scores)) + "\n",
        table.centre_sentence(taken["a year of Bigbook"]) + "\n",
        "## Where the time goes\n", table.parts_table(taken),
        "## Growth\n", table.growth_sentence(points, growth.DAYS), table.growth_table(points),
        table.memory_sentence(near, far),
        "## Cold start\n", table.cold_start_table(seconds),
    ]  # fmt: skip
    text = "\n".join(page)
    (FOLDER / "bench.md").write_text(text, encoding="utf-8")
    _write_rows(FOLDER / "bench.csv", table.contest_rows(scores, BUSY))
    _write_rows(FOLDER / "bench_growth.csv", [asdict(point) for point in points])
    draw(FOLDER)
    readme = FOLDER.parent / "README.md"
    part = table.readme_part(date.today(), opening, BUSY, scores, points, contest.ROUNDS)
    readme.write_text(with_part(readme.read_text(encoding="utf-8"), "bench", part), encoding="utf-8")
    print(text)
    return 0 if all(score.agrees(BUSY) for score in scores) else 1


def _peer(scores: list[contest.Score]) -> contest.Score | None:
    return next((s for s in scores if s.contestant is simpy_queue.CONTESTANT and s.agrees(BUSY)), None)


def _write_rows(path: Path, rows: Iterable[dict[str, object]]) -> None:
    rows = list(rows)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, max(rows, key=len), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    sys.exit(main())
