"""`desksales verify`: hold the figures of claims against their certificates."""

from typing import Annotated

import typer

from experiments.cli.errors import INTERRUPTED, InputError, say
from experiments.cli.options import Workers

NOT_AS_CERTIFIED = 1

Claim = Annotated[str, typer.Option("--claim", metavar="NN", help="Only this claim, or these: 7 or 3,7-9.")]
Quick = Annotated[bool, typer.Option("--quick", help="Do not make the runs again: check files and pictures only.")]


def verify(claim: Claim = "all", quick: Quick = False, workers: Workers = None) -> None:
    """Make the tables and pictures of claims again and compare them with what their certificates say."""
    from contextlib import nullcontext

    from experiments.claims.catalogue import chosen
    from experiments.claims.claim import ClaimError
    from experiments.claims.conduct import crew
    from experiments.claims.verify import verify as checks
    from experiments.claims.verify import verify_notes
    from experiments.field_notes import STEM as NOTES
    from experiments.cli.sweep_progress import watched
    from experiments.replicate import cores

    try:
        stems = chosen(claim)
    except ClaimError as error:
        raise InputError(str(error).replace("The claim is", "--claim is")) from None
    bad = 0
    try:
        with nullcontext() if quick else crew(workers or cores(), watched) as hands:
            things = [*stems, *([NOTES] if claim == "all" else [])]
            for number, stem in enumerate(things, 1):
                for check in verify_notes(quick) if stem == NOTES else checks(stem, hands):
                    bad += not check.good
                    print(f"{stem}: {check.what}: {'as certified' if check.good else check.wrong}", flush=True)
                if not quick and len(things) > 1:
                    say(f"[{number} of {len(things)}] {stem} looked at")
    except ClaimError as error:
        raise InputError(str(error)) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    if bad:
        say(f"{bad} of the checks failed; `desksales figure NN` makes a figure and its certificate anew.")
        raise typer.Exit(NOT_AS_CERTIFIED)
