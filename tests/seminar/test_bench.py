"""The load bench: a small class goes through the whole lesson, and verdicts follow from what was measured."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from experiments.bench_seminar import clients, table
from experiments.bench_seminar.servers import Server


def test_a_class_of_three_goes_through_the_lesson(server, monkeypatch):
    for name, value in {"CLASS": 3, "PLAYING": 2, "STEPS": 4, "HURRIED": 0.3}.items():
        monkeypatch.setattr(clients, name, value)
    monkeypatch.setattr(clients, "HEAVY", {"scenario": "star_customer", "changes": {"run.days": 60}})
    monkeypatch.setattr(clients, "vanish", lambda server: 6.5)
    told = []
    lesson = clients.class_of(Server(server.port, os.getpid()), told.append)
    with ThreadPoolExecutor(1) as pool:  # a browser's tests leave a running loop in this thread
        load = pool.submit(asyncio.run, lesson).result()
    assert len(load.paint_class) == 2 and len(load.step_class) == len(load.step_beside_heavy) == 3 * 4
    assert len(load.updates_a_second) == 2 and min(load.updates_a_second) > 5.0
    assert max(load.frame_bytes) < 10_240
    assert told[0] == "one page alone" and len(told) == 7
    assert "first picture, one page alone" in table.load_table(load)


@pytest.mark.parametrize(
    ("paint", "updates", "verdicts"), [(1.9, 5.1, ("reached", "reached")), (2.1, 4.9, ("missed", "missed"))]
)
def test_a_verdict_follows_from_what_was_measured(paint, updates, verdicts):
    load = clients.Load(
        paint_alone=paint, paint_class=[3.0], step_alone=[0.01], step_class=[0.02], step_beside_heavy=[0.4],
        updates_a_second=[9.0, updates], frame_bytes=[900], megabytes={"nobody": 200.0, "class": 260.0, "left": 230.0},
        vanished=7.0,
    )  # fmt: skip
    rows = {line.split(" | ")[0].strip("| "): line for line in table.load_table(load).splitlines()}
    assert verdicts[0] in rows["first picture, one page alone, s"]
    assert verdicts[1] in rows["updates a second each, 10 pages playing"]
    assert "missed" in rows["the same beside the heaviest run, p95, ms"]
    assert "| 2 |" in rows["memory a session, MB"] and "| 1 |" in rows["memory a session when all have left, MB"]
