"""A class that records side by side leaves no more behind than its recordings."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

from experiments.bench_seminar import clients, servers

PAGES = 10
MEGABYTES = 5.0
"""A recording of a year takes two thirds of one; the organisation that it is made of takes some thirteen."""


async def year(server: servers.Server) -> float:
    """Megabytes a page that recorded a year keeps, when all have theirs at the same time."""
    before = server.megabytes()
    visits = await asyncio.gather(*(clients.visit(server, seed) for seed in range(2, PAGES + 2)))
    await asyncio.gather(*(page.ask("measures", slot="a") for page, _ in visits))
    end = time.monotonic() + 10.0
    while (each := (server.megabytes() - before) / PAGES) > MEGABYTES and time.monotonic() < end:
        await asyncio.sleep(0.2)
    for page, _ in visits:
        await page.leave()
    return each


def test_organisations_that_were_recorded_side_by_side_are_given_back():
    with servers.seminar() as server, ThreadPoolExecutor(1) as pool:  # a browser's tests leave a running loop here
        health = server.health
        end = time.monotonic() + 60.0
        while health()["recording"] and time.monotonic() < end:
            time.sleep(0.1)
        assert pool.submit(asyncio.run, year(server)).result() < MEGABYTES
