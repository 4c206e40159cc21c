"""`make bench-seminar`: drive a class against the server, print the table and keep it in figures/."""

import asyncio
import sys
from datetime import date
from pathlib import Path
from time import perf_counter

from experiments.bench.machine import machine
from experiments.bench_seminar import browsers, clients, crowd, servers, table
from experiments.replicate import prepare

FIGURE = Path(__file__).parents[2] / "figures" / "bench_seminar.md"
SAMPLED = (1, 5)
"""Numbers of browser pages side by side."""


def main() -> int:
    """Run everything; some five minutes."""
    start, on = perf_counter(), machine()

    def tell(line: str) -> None:
        print(f"{perf_counter() - start:4.0f} s  {line}", file=sys.stderr, flush=True)

    prepare(lambda done, message: tell(message) if message else None)  # here, so that no server's start waits for it
    with servers.seminar() as server:
        load = asyncio.run(clients.class_of(server, tell))
    samples: dict[str, list[browsers.Sample]] = {}
    class_: crowd.Crowd | None = None
    with browsers.chromiums(crowd.BROWSERS) as chromiums:
        if chromiums:
            with servers.seminar() as server:
                tell(f"{clients.CLASS} browser pages at once in {len(chromiums)} processes")
                class_ = crowd.crowd(chromiums, server, clients.CLASS)
            for name, serve, sample in (
                ("the seminar's page", servers.seminar, browsers.seminar_sample),
                ("Mesa's page (SolaraViz)", servers.mesa_page, browsers.mesa_sample),
            ):
                with serve() as server:
                    samples[name] = []
                    for pages in SAMPLED:
                        tell(f"{pages} browser pages: {name}")
                        samples[name].append(sample(chromiums[0], server, pages))
    text = table.text(date.today(), on, load, samples, class_)
    FIGURE.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
