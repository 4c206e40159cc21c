"""Two designs of one scenario on the command line: what each changes of its own."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from experiments.cli.errors import InputError
from experiments.cli.own_rules import refuse_files

if TYPE_CHECKING:
    from model.scenario import Scenario

DesignA = Annotated[
    list[str] | None,
    typer.Option("--a", metavar="NAME=VALUE", help="Change a parameter in design A only; may be repeated."),
]
DesignB = Annotated[
    list[str] | None,
    typer.Option("--b", metavar="NAME=VALUE", help="Change a parameter in design B only; may be repeated."),
]

WithA = Annotated[
    list[str] | None,
    typer.Option("--with-a", metavar="BUNDLE", help="Lay a bundle over design A only; may be repeated."),
]
WithB = Annotated[
    list[str] | None,
    typer.Option("--with-b", metavar="BUNDLE", help="Lay a bundle over design B only; may be repeated."),
]


def own_changes(
    base: "Scenario", option: str, settings: list[str] | None, bundles: list[str] | None = None
) -> dict[str, Any]:
    """The changes of one design by full name, its bundles first; of two changes of one parameter the last counts."""
    from model.scenario import parse_value, read_bundle

    own: dict[str, Any] = {}
    for bundle in bundles or []:
        own |= read_bundle(bundle)
    for setting in settings or []:
        name, sign, text = (part.strip() for part in setting.partition("="))
        if not sign or not name:
            raise InputError(
                f"{option} is {setting!r}; write name=value, for example {option} people.accounts=50."
            )
        refuse_files(option, setting)
        own[name] = parse_value(base, name, text)
    return own
