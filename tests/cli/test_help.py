"""Help is quick and complete."""

import resource
import subprocess
import sys

from typer.testing import CliRunner

from experiments.cli.app import app
from experiments.cli.main import status
from tests.cli.command import environment, program

COMMANDS = (
    "run", "compare", "counterfactual", "decompose", "plan", "sensitivity", "curve", "heatmap", "calibrate",
    "scenarios", "parameters", "measures", "graph", "log", "story", "serve", "handout",
)  # fmt: skip


def test_help_answers_within_half_a_second(tmp_path):
    """Measured as processor time, which is what it takes on a machine that does nothing else meanwhile."""

    def seconds() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    times = []
    for _ in range(5):
        before = seconds()
        assert program("--help", folder=tmp_path).returncode == 0
        times.append(seconds() - before)
    assert min(times) < 0.5


def test_commands_are_listed_without_importing_anything_heavy(tmp_path):
    question = (
        "import sys; import experiments.cli.app; "
        "heavy = ('numpy', 'numba', 'scipy', 'pandas', 'matplotlib', 'networkx', 'pyarrow', 'mesa', "
        "'model.scenario', 'model.simulation'); print([name for name in heavy if name in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", question], cwd=tmp_path, env=environment(), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert answer.stdout.strip() == "[]"


def test_help_lists_every_command():
    shown = CliRunner().invoke(app, ["--help"])
    assert shown.exit_code == 0
    assert [name for name in COMMANDS if name not in shown.stdout] == []


def test_without_a_command_the_help_is_shown(capsys):
    assert status([]) == 0
    assert "Usage: desksales" in capsys.readouterr().out
