"""The console entry `desksales`: whatever goes wrong becomes a sentence and an exit status."""

import errno
import os
import sys


OF_THE_PLACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF, errno.ENOENT)
"""What is wrong when printing fails, or the folder is gone in which the command was begun."""
NO_PLACE = "What the command prints, or the folder in which it was begun, cannot be written to or read"


def main() -> None:
    """The console entry."""
    sys.stdout.reconfigure(errors="replace")  # a terminal without the letters shows question marks
    try:
        code = status(sys.argv[1:])
    except KeyboardInterrupt:  # so early that no command had begun
        code = 130
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries once more at its end
        if not isinstance(error, BrokenPipeError):
            print(f"{NO_PLACE} ({error.strerror}); choose another place.", file=sys.stderr)
            code = code or 2
    sys.stderr.flush()
    if code == 130:
        os._exit(code)  # threads may be deep in machine code: leave without waiting for them
    sys.exit(code)


def status(arguments: list[str]) -> int:
    """Run the command that the arguments ask for; returns the exit status."""
    from typer.exceptions import TyperException

    from experiments.cli.app import app
    from experiments.cli.errors import BAD_INPUT, DEFECT, INTERRUPTED, InputError, report_defect, say, show_cause, usage

    try:
        code = app(arguments or ["--help"], prog_name="desksales", standalone_mode=False) or 0
    except InputError as error:
        show_cause(error)
        say(str(error))
        return BAD_INPUT
    except TyperException as error:
        say(usage(error))
        return BAD_INPUT
    except MemoryError:
        say("The memory does not suffice for this; choose fewer days, fewer accounts or fewer workers.")
        return BAD_INPUT
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
            name = os.path.basename(str(error.filename))
            say(f"{name[:40]!r}… has {len(name)} letters, which is too long for a name; give a shorter one.")
            return BAD_INPUT
        if isinstance(error, OSError) and not error.filename and error.errno in OF_THE_PLACE:
            say(f"{NO_PLACE} ({error.strerror or error}); choose another place.")
            return BAD_INPUT
        if _is_scenario_error(error):
            say(str(error))
            return BAD_INPUT
        report_defect(error)
        return DEFECT
    if code == INTERRUPTED:
        say("Interrupted.")
    return code


def _is_scenario_error(error: Exception) -> bool:
    """Whether the model refused its input; asked without importing the model, which takes a while."""
    module = sys.modules.get("model.scenario")
    return module is not None and isinstance(error, module.ScenarioError)


if __name__ == "__main__":
    main()
