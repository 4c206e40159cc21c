"""The benchmark in words: Markdown tables, and the rows of the csv files."""

from datetime import date
from statistics import median

from experiments.bench.contest import Score
from experiments.bench.growth import Point, rise
from experiments.bench.memory import FAR, NEAR
from experiments.bench.parts import Parts
from experiments.bench.textbook import Queue

GROWTH_TARGET = 1.5
YEAR_TARGET, CENTRE_TARGET = 1.0, 60.0
"""Seconds of one core for a year of the full M-Tel."""

THIS_ENGINE = 0
"""Place of this engine among the scores."""


def markdown(header: list[str], rows: list[list[str]]) -> str:
    """A Markdown table; the first column is text, the others are numbers."""
    rule = ["---", *["---:"] * (len(header) - 1)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [header, rule, *rows]) + "\n"


def reached(ok: bool) -> str:
    """A verdict in a word."""
    return "reached" if ok else "missed"


def contest_rows(scores: list[Score], queue: Queue) -> list[dict[str, object]]:
    """One row a contestant; no time stands in the row of one whose mean wait disagrees with Erlang C."""
    engine = scores[THIS_ENGINE]
    rows: list[dict[str, object]] = []
    for score in scores:
        name, target = score.contestant.name, score.contestant.target
        row = {"contestant": name, "mean_wait": score.wait, "error": score.error, "erlang_c": queue.mean_wait}
        if score.agrees(queue) and engine.agrees(queue):
            times = score.typical / engine.typical
            least, most = score.times(engine)
            row |= {
                "nanoseconds": score.typical, "low": min(score.nanoseconds), "high": max(score.nanoseconds),
                "first": median(score.first), "customers_per_second": 1e9 / score.typical, "times": times,
                "least_times": least, "most_times": most, "target": target,
                "reached": None if target is None else times >= target,
            }  # fmt: skip
        rows.append(row)
    return rows


def contest_table(scores: list[Score], queue: Queue) -> str:
    """The contest: nanoseconds a customer, and how many times this engine's time that is."""
    header = [
        "", "mean wait, min", "ns per customer", "spread", "first run", "customers per s", "times this engine",
        "in single rounds", "target", "",
    ]  # fmt: skip
    rows = []
    for score, row in zip(scores, contest_rows(scores, queue), strict=True):
        wait = f"{row['mean_wait']:.2f} ± {row['error']:.2f}"
        if "nanoseconds" not in row:
            verdict = "disagrees with Erlang C: its time does not count"
            rows.append([row["contestant"], wait, *["–"] * 7, verdict])
            continue
        target = row["target"]
        rows.append([
            row["contestant"], wait, f"{row['nanoseconds']:,.0f}", f"{row['low']:,.0f}–{row['high']:,.0f}",
            f"{row['first']:,.0f}", f"{row['customers_per_second']:,.0f}", f"{row['times']:.3g}",
            "" if score is scores[THIS_ENGINE] else f"{row['least_times']:.3g}–{row['most_times']:.3g}",
            "" if target is None else f"≥ {target:.3g}", "" if target is None else reached(row["reached"]),
        ])  # fmt: skip
    return markdown(header, rows)


def readme_part(day: date, machine: str, queue: Queue, scores: list[Score], points: list[Point], rounds: int) -> str:
    """What README shows: who takes how long for the same queue, and what an event takes in larger organisations."""
    rows = []
    for row in contest_rows(scores, queue):
        target = row.get("target")
        rows.append([
            row["contestant"], f"{row['nanoseconds']:,.0f}", f"{row['low']:,.0f}–{row['high']:,.0f}",
            f"{row['times']:.3g}", "" if target is None else f"≥ {target:.3g}: {reached(row['reached'])}",
        ] if "nanoseconds" in row else [row["contestant"], *["–"] * 3, "disagrees with Erlang C"])  # fmt: skip
    sizes = [
        ["M-Tel", *(point.size if point.size == "small" else f"{point.size} × full" for point in points)],
        ["people", *(f"{point.people:,}" for point in points)],
        ["ns an event", *(f"{point.event_nanoseconds:.0f}" for point in points)],
        ["kB a person at the peak", *(f"{point.person_bytes / 1e3:.0f}" for point in points)],
    ]
    return "\n".join([
        f"`make bench`, {day.isoformat()}, {machine}: an M/M/{queue.servers} queue at {100 * queue.load:.0f} % load, "
        f"medians of {rounds} rounds.\n",
        markdown(["", "ns a customer", "spread", "times this engine", "target"], rows),
        f"In the largest organisation an event takes {rise(points):.2f} times as long as in the smallest (target: less "
        f"than {GROWTH_TARGET}, {reached(rise(points) < GROWTH_TARGET)}).\n",
        markdown(sizes[0], sizes[1:]).rstrip(),
    ])  # fmt: skip


def parts_table(parts: dict[str, Parts]) -> str:
    """Where the time of one run goes, in milliseconds of one core."""
    header = [
        "", "demand, ms", "people, ms", "events, ms", "measures, ms", "whole run, ms", "events",
        "ns per event",
    ]  # fmt: skip
    rows = [
        [name, *(f"{1e3 * second:.1f}" for second in (p.demand, p.people, p.events, p.measures, p.whole)),
         f"{p.n_events:,}", f"{1e9 * p.events / p.n_events:.0f}"]
        for name, p in parts.items()
    ]  # fmt: skip
    return markdown(header, rows)


def year_sentence(year: Parts, peer: Score | None) -> str:
    """A year of the full M-Tel on one core, beside SimPy's customers per second."""
    text = (
        f"A year of the full M-Tel takes {year.whole:.2f} s of one core (target: at most "
        f"{YEAR_TARGET:.0f} s, {reached(year.whole <= YEAR_TARGET)}): "
        f"{year.n_events / year.whole:,.0f} events per second, "
        f"{3600.0 / year.whole:,.0f} runs per core-hour"
    )
    if peer is None:
        return text + "."
    served = f"{1e9 / peer.typical:,.0f} customers per second"
    return f"{text}; {peer.contestant.name} serves {served} on the same machine."


def centre_sentence(year: Parts) -> str:
    """A year of a call centre of 1,200 people on one core."""
    return (
        f"A year of Bigbook at full size (1,200 people) takes {year.whole:.0f} s of one core (target: under "
        f"{CENTRE_TARGET:.0f} s, {reached(year.whole < CENTRE_TARGET)}): {year.n_events:,} events, "
        f"{year.n_events / year.whole:,.0f} a second."
    )


def growth_table(points: list[Point]) -> str:
    """Time per event and memory per person by size."""
    header = [
        "size", "people", "events", "ns per event", "whole run, ns per event", "kB per person at the peak",
        "of these neither issues nor requests",
    ]  # fmt: skip
    rows = [
        [point.size if point.size == "small" else f"{point.size} × full", f"{point.people:,}",
         f"{point.events:,}", f"{point.event_nanoseconds:.0f}", f"{point.run_nanoseconds:.0f}",
         f"{point.person_bytes / 1e3:.0f}", f"{point.book_bytes / 1e3:.0f}"]
        for point in points
    ]  # fmt: skip
    return markdown(header, rows)


def growth_sentence(points: list[Point], days: int) -> str:
    """How much slower an event is at the largest size."""
    return (
        f"From {points[0].people:,} to {points[-1].people:,} people the time per event rises "
        f"{rise(points):.2f} times (target: less than {GROWTH_TARGET}, "
        f"{reached(rise(points) < GROWTH_TARGET)}). Runs of {days} days; the load of a rep is the same.\n"
    )


def memory_sentence(near: float, far: float) -> str:
    """What the growth rests on: how much longer than near the processor it takes to reach a row far from it."""
    return (
        f"On this machine it takes {near:.0f} ns to reach a row in a table of {NEAR:g} MB and {far:.0f} ns in one of "
        f"{FAR:g} MB, {far / near:.0f} times as long.\n"
    )


def cold_start_table(seconds: dict[str, float]) -> str:
    """Seconds of each command."""
    return markdown(["command", "s"], [[name, f"{second:.2f}"] for name, second in seconds.items()])


def first_runs_sentence(scores: list[Score]) -> str:
    """The ratios as they would be by the first run of each turn alone."""
    engine, *others = scores
    ratios = (f"{score.contestant.name} {median(score.first) / median(engine.first):.3g}" for score in others)
    return (
        "Ratios are of all runs of a turn; who takes longer than a turn runs once in it. By the first runs alone, "
        f"right after the others have used the processor, they would be: {', '.join(ratios)}.\n"
    )


def opening(day: date, machine: str, queue: Queue, customers: int, rounds: int, least: float) -> str:
    """What was done, when, on what."""
    return (
        f"# Benchmark\n\nWritten by `make bench` on {day.isoformat()}; {machine}.\n\n"
        f"The same M/M/{queue.servers} queue at {100 * queue.load:.0f} % load with {customers:,} customers "
        f"in everybody's hands: processor time, medians of {rounds} rounds in each of which all have a turn. "
        f"In a turn, runs are repeated for at least {least:g} s; the first of them is shown as well. "
        f"Erlang C gives a mean wait of {queue.mean_wait:.2f} minutes; ± is one standard error, and a time "
        "counts only within four of theory. This engine is the general organisation with its behaviour "
        "switched off, and draws its demand within the time.\n"
    )
