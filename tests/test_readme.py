"""The README's own session: its code runs as printed and gives the numbers it states."""

import re
from pathlib import Path

import pytest

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", README, re.S)


def test_the_first_session_gives_the_numbers_it_states():
    names: dict = {}
    exec(BLOCKS[0], names)
    stated = [float(number) for number in re.findall(r"# (\d\.\d+):", BLOCKS[0])]
    result, honest = names["result"].measures, names["simulate"](names["honest"], seed=1).measures
    given = [result["share_service_calls"], result["attainment_after_turn"], honest["attainment_after_turn"]]
    assert given == pytest.approx(stated, abs=0.006)


def test_a_rule_of_ones_own_takes_under_fifteen_lines_and_gives_the_numbers_it_states(capsys):
    exec(BLOCKS[1], {})
    stated = [float(number) for number in re.search(r"# ([\d.]+) and ([\d.]+)", BLOCKS[1]).groups()]
    assert [float(number) for number in capsys.readouterr().out.split()] == pytest.approx(stated, abs=0.006)
    assert len([line for line in BLOCKS[1].splitlines() if line.strip()]) < 15


def test_the_mesa_session_runs_as_printed():
    names: dict = {}
    exec(BLOCKS[2], names)
    assert names["model"].day == 60


def test_every_command_that_the_readme_names_exists():
    from experiments.cli.app import app

    known = {command.callback.__name__ for command in app.registered_commands}
    assert set(re.findall(r"desksales ([a-z]+) ", README)) <= known
