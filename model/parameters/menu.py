"""The way to the right person: the caller's number, the menu, and the transfer of who came to the wrong place."""

from model.parameters.record import Theme, parameter


class Menu(Theme):
    """Number look-up and voice menu."""

    p_unidentified: float = parameter(
        0.0, "probability", "Chance that the look-up of the caller's number fails", "002-07", "assumed", 0.0, 1.0
    )
    menu_coverage: float = parameter(
        1.0, "share", "Share of concerns for which the menu has a fitting option", "002-09", "assumed", 0.0, 1.0
    )
    p_mispress: float = parameter(
        0.0, "probability", "Chance of pressing a wrong key although an option fits", "002-09", "assumed", 0.0, 1.0
    )
    p_leaves_menu: float = parameter(
        0.0, "probability", "Chance that a caller whom no option fits hangs up in the menu", "002-09", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    transfer_minutes: float = parameter(
        1.0, "minutes", "Time until a caller with another concern is passed on", "002-08", "assumed", 0.0, 60.0
    )
