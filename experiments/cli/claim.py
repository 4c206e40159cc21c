"""`desksales claim`: put claims of the literature to the test."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from experiments.cli.errors import INTERRUPTED, InputError, say
from experiments.cli.options import Workers

if TYPE_CHECKING:
    from collections.abc import Iterator

Numbers = Annotated[
    str, typer.Argument(metavar="NN", help="Number of the claim; several as in 3,7-9, or all of them: all.")
]
BudgetName = Annotated[
    str, typer.Option("--budget", metavar="short|full", help="How many runs: a look in half an hour, or the paper's.")
]


def claim(numbers: Numbers, budget: BudgetName = "short", workers: Workers = None) -> None:
    """Put claims to the test: run, judge with numbers, and keep table and certificate in figures/claims."""
    for certificate in certificates(numbers, budget, workers):
        show(certificate)


def certificates(numbers: str, budget_name: str, workers: int | None) -> "Iterator[dict[str, Any]]":
    """Certificates of the claims that a text names, each as soon as it is made; what is current is not made again."""
    from experiments.claims.claim import ClaimError
    from experiments.sweep.errors import SweepError

    try:
        yield from _made(numbers, budget_name, workers)
    except (ClaimError, SweepError) as error:
        raise InputError(str(error)) from None
    except KeyboardInterrupt:
        say("Interrupted: runs that were done are kept in results/claims, and the same command goes on from there.")
        raise typer.Exit(INTERRUPTED) from None


def _made(numbers: str, budget_name: str, workers: int | None) -> "Iterator[dict[str, Any]]":
    import signal

    from experiments.claims.budgets import budget_of
    from experiments.claims.catalogue import chosen, claim_of
    from experiments.claims.conduct import crew
    from experiments.claims.pace import Pace
    from experiments.claims.record import recorded
    from experiments.cli.sweep_progress import watched
    from experiments.replicate import cores

    stems, budget = chosen(numbers), budget_of(budget_name)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    pace = Pace({stem: claim_of(stem) for stem in stems}, budget)
    with crew(workers or cores(), watched) as hands:
        for stem in stems:
            with pace.timing(stem):
                certificate = recorded(claim_of(stem), stem, budget, hands)
            if len(stems) > 1:
                say(pace.said(certificate["id"], certificate["verdict"]))
            yield certificate


def show(certificate: dict[str, Any]) -> None:
    """Print a claim and what came of it."""
    import textwrap

    width = 100
    print(f"Claim {certificate['id']}. {certificate['title']} ({', '.join(certificate['rows'])})")
    for text in (certificate["sentence"], f"Falsified if: {certificate['falsifier']}", certificate["caption"]):
        print(textwrap.fill(text, width, initial_indent="  ", subsequent_indent="  "))
    print()
