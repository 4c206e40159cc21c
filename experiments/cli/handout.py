"""`desksales handout`: one file for students, without a server."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from experiments.cli.compared import of_interest
from experiments.cli.designs import DesignA, DesignB, own_changes
from experiments.cli.errors import InputError
from experiments.cli.options import Changes, Seed, With, chosen, named_path, whole

if TYPE_CHECKING:
    from experiments.seminar.handout.asked import Handout, Slider
    from model.scenario import Scenario

Of = Annotated[str, typer.Argument(metavar="SCENARIO|CLAIM", help="Name of a scenario, or number of a claim.")]
Out = Annotated[Path, typer.Option("--out", parser=named_path("--out"), metavar="F.html", help="File to write.")]
Sliders = Annotated[
    list[str] | None,
    typer.Option("--slider", metavar="NAME=V1,V2,…", help="A parameter that readers move; two or three of them."),
]
Measure = Annotated[str | None, typer.Option("--measure", metavar="NAME", help="Measure that is bet on.")]
Question = Annotated[str | None, typer.Option("--question", metavar="TEXT", help="What is asked before the reveal.")]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Heading.")]
Number = Annotated[
    int,
    typer.Option("--replications", parser=whole("--replications", 2, 100), metavar="N", help="Runs of each design."),
]


def handout(
    of: Of,
    out: Out = Path("handout.html"),
    slider: Sliders = None,
    a: DesignA = None,
    b: DesignB = None,
    measure: Measure = None,
    question: Question = None,
    title: Title = None,
    replications: Number = 5,
    seed: Seed = 1,
    changes: Changes = None,
    bundles: With = None,
) -> None:
    """Write one self-contained page: sliders over real runs, the network, a story, and a bet before the reveal."""
    from experiments.cli.output import check_file, staged
    from experiments.cli.serve import check_installed

    check_installed()
    check_file("--out", out, (".html",))
    from experiments.seminar.limits import Refusal

    try:
        asked = _asked(of, slider, a, b, measure, question, title, replications, seed, changes, bundles)
        line = _command(of, out, slider, a, b, measure, question, title, replications, seed, changes, bundles)
        text = _page(asked, line)
    except Refusal as error:
        raise InputError(str(error)) from None
    with staged("--out", out.parent, out) as stage:
        (stage / out.name).write_text(text, encoding="utf-8")
    print(f"Wrote {out}: {len(text.encode()) / 1e6:.2f} MB, {len(asked.cells)} designs of {replications} runs each.")


def _asked(of, slider, a, b, measure, question, title, replications, seed, changes, bundles) -> "Handout":
    """What is asked for; what is not given is what suits the scenario or the claim."""
    from experiments.seminar.app import claims
    from experiments.seminar.handout import usual
    from experiments.seminar.handout.asked import Bet, Handout

    claim = usual.claim_of(int(of), claims()["claims"]) if of.isdecimal() else {}
    scenario, own = chosen(claim.get("scenario", of), changes, bundles=bundles)
    held, arms = claim.get("hold", {}), list(claim.get("changes", {}).values())
    base = scenario.changed(held | own)  # what is said on the command line decides
    sliders = [_slider(base, given) for given in slider or []]
    if not sliders:
        first = usual.arms_slider(base, arms)
        others = [one for one in usual.usual_sliders(base) if first is None or one.name != first.name]
        sliders = [*([first] if first else []), *others][:3]
    bet = usual.usual_bet(base)
    told = claim.get("measures", [])
    if len(arms) > 1:
        bet = Bet(arms[0], arms[-1], told[0] if told else bet.measure, "Design B instead of A: what happens?")
    if a or b:
        only_a, only_b = own_changes(base, "--a", a), own_changes(base, "--b", b)
        bet = Bet(only_a, only_b, bet.measure, "Design B instead of A: what happens?")
    bet = Bet(bet.a, bet.b, measure or bet.measure, question or bet.question)
    text = usual.text_of(claim) if claim else [" ".join(base.description.split())]
    heading = title or claim.get("title") or base.title
    shown = [*told, *of_interest(base, everything=False)]
    return Handout(base, held | own, heading, text, sliders, bet, shown, replications, seed)


def _slider(base: "Scenario", given: str) -> "Slider":
    from experiments.seminar.handout.asked import Slider
    from model.scenario import parse_value

    name, sign, text = (part.strip() for part in given.partition("="))
    values = [parse_value(base, name, part.strip()) for part in text.split(",") if part.strip()]
    if not sign or not values:
        raise InputError(f"--slider is {given!r}; write NAME=V1,V2,…, for example --slider people.reps_per_unit=5,6,7.")
    return Slider(name, list(dict.fromkeys([*values, base[name]])))


def _page(asked: "Handout", command: str) -> str:
    from experiments.cli.console import progress_bar
    from experiments.seminar.handout.build import page, total_runs

    with progress_bar(total_runs(asked)) as tell:
        return page(asked, command, tell)


def _command(of, out, slider, a, b, measure, question, title, replications, seed, changes, bundles) -> str:
    """The line that makes the same handout again."""
    import shlex

    parts: list[Any] = ["desksales", "handout", of, "--out", out.name, "--seed", seed, "--replications", replications]
    given_by = (("--with", bundles), ("--set", changes), ("--slider", slider), ("--a", a), ("--b", b))
    for option, given in given_by:
        parts += [part for one in given or [] for part in (option, one)]
    for option, text in (("--measure", measure), ("--question", question), ("--title", title)):
        parts += [option, text] if text else []
    return shlex.join(map(str, parts))
