"""What can go wrong at the command line, and how it is said: one sentence, and an exit status."""

import os
import sys

DEFECT, BAD_INPUT, INTERRUPTED = 1, 2, 130
"""Exit statuses beside 0: a defect of the program, something the user can put right, Ctrl-C."""


class InputError(Exception):
    """Something given on the command line cannot be; the message is one sentence for the user."""


def say(sentence: str) -> None:
    """Tell the user something on standard error."""
    print(sentence, file=sys.stderr, flush=True)


def usage(error: Exception) -> str:
    """The sentence for a command line that cannot be understood, with the nearest remedy."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "desksales"
    what = error.format_message()
    joined = what + " " if what.endswith("?") else what.rstrip(".") + "; "
    return f"{joined}`{command} --help` shows what can be given."


def show_cause(error: InputError) -> None:
    """With DESKSALES_DEBUG=1, the exception from which a sentence was made, if it was made from one."""
    if error.__cause__ is not None and _debugging():
        import traceback

        traceback.print_exception(error.__cause__)


def _debugging() -> bool:
    return os.environ.get("DESKSALES_DEBUG", "0") not in ("", "0")


def report_defect(error: Exception) -> None:
    """An unforeseen exception: one line that asks to report it, or all there is with DESKSALES_DEBUG=1."""
    if _debugging():
        import traceback

        traceback.print_exception(error)
        return
    what = " ".join(f"{type(error).__name__}: {error}".split())
    say(
        f"desksales failed unexpectedly ({what}). This is a defect: please report it with the command "
        "you gave and what it prints when DESKSALES_DEBUG=1 is set."
    )
