"""Rules of one's own in a file: run and compared like those that ship, and told apart from a defect when they fail."""

import json
from hashlib import sha256
from pathlib import Path

import numba
import pytest

from experiments.cli.main import status
from experiments.cli.rule_faults import blamed, its_fault
from experiments.cli.rule_files import load
from experiments.compare import compare
from experiments.counterfactual import counterfactual
from experiments.replicate import COMPILING_AROUND, replicate
from model.scenario import ScenarioError, load_scenario
from model.simulation import simulate
from tests.cli.command import refusal
from tests.helpers.organisations import small

RULES = """
def fewest(ties, parameters, u):
    known = [place for place, tie in enumerate(ties) if tie.known]
    return min(known, key=lambda place: ties[place].used, default=-1)

def too_few(ties, u):
    return 0

def stumbles(ties, parameters, u):
    return ties.nothing

def gives_nothing(ties, parameters, u):
    return None

def gives_nan(ties, parameters, u):
    return float("nan")

def far_away(tasks, head, length, parameters, u):
    return 10**9

def leaves(ties, parameters, u):
    print("good-bye")
    raise SystemExit(3)

def overflows(level, idle, parameters):
    return 0

number = 3
"""
CHOOSE = "learning.choose_rep"
SMALL = {"people.teams": 1, "people.salespeople_per_team": 4, "people.units": 2, "people.accounts": 8, "run.days": 30,
         "managers.service_turn": "from_start", "salespeople.choose_practice": "name_tag"}  # fmt: skip
SETTINGS = [word for name, value in SMALL.items() for word in ("--set", f"{name}={value}")]


@pytest.fixture(autouse=True)
def file_of_rules(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("mine.py").write_text(RULES)
    Path("typo.py").write_text("def rule(\n")
    Path("fails.py").write_text("\nimport no_such_thing\n")
    Path("leaves.py").write_text("raise SystemExit(0)\n")
    return Path("mine.py")


def fewest(ties, parameters, u):
    """The same rule here."""
    known = [place for place, tie in enumerate(ties) if tie.known]
    return min(known, key=lambda place: ties[place].used, default=-1)


def printed(capsys, *arguments: str) -> dict:
    assert status(list(arguments)) == 0
    return json.loads(capsys.readouterr().out)


def test_a_rule_in_a_file_stands_where_the_name_of_a_rule_stands(capsys, file_of_rules):
    asked = ["--set", f"{CHOOSE}=mine.py:fewest", "--replications", "2", "--json"]
    found = printed(capsys, "run", "mtel", *SETTINGS, *asked)
    assert found["own_rules"] == {
        CHOOSE: {"function": "mine.py:fewest", "sha256": sha256(file_of_rules.read_bytes()).hexdigest(), "beside": {}}
    }
    assert found["changes"] == SMALL
    expected = replicate(load_scenario("mtel", SMALL), 2, rules={"choose_rep": fewest})
    assert found["runs"] == expected.runs != replicate(load_scenario("mtel", SMALL), 2).runs


def test_a_run_without_own_rules_says_that_there_are_none(capsys):
    assert printed(capsys, "run", "mtel", *SETTINGS, "--replications", "1", "--json")["own_rules"] == {}


def test_a_rule_in_a_file_is_compared_under_common_luck(capsys):
    asked = ["--b", f"{CHOOSE}=mine.py:fewest", "--replications", "2", "--json"]
    found = printed(capsys, "compare", "mtel", *SETTINGS, *asked)
    scenario = load_scenario("mtel", SMALL)
    expected = compare(scenario, scenario, 2, rules_b={"choose_rep": fewest})
    assert found["runs"] == {"a": expected.a.runs, "b": expected.b.runs}
    assert found["own_rules"]["a"] == {} and set(found["own_rules"]["b"]) == {CHOOSE}
    assert found["measures"]["request_gini"]["difference"] < 0.0


def test_a_rule_in_a_file_holds_with_and_without_the_desk(capsys):
    asked = ["--set", f"{CHOOSE}=mine.py:fewest", "--replications", "2"]
    found = printed(capsys, "counterfactual", "mtel", *SETTINGS, *asked, "--json")
    pairs, _ = counterfactual(load_scenario("mtel", SMALL), 2, rules={"choose_rep": fewest})
    assert found["pairs"] == pairs != counterfactual(load_scenario("mtel", SMALL), 2)[0]
    assert set(found["own_rules"]) == {CHOOSE}
    assert status(["counterfactual", "mtel", *SETTINGS, *asked]) == 0
    assert f"{CHOOSE} = mine.py:fewest" in " ".join(capsys.readouterr().out.split())


def test_that_the_engine_is_compiled_around_rules_is_said_once():
    @numba.njit
    def last(ties, parameters, u):
        return len(ties) - 1

    said, rules = [], {"choose_rep": last}
    for _ in range(2):
        replicate(small(run__days=2), 1, progress=lambda done, message: said.append(message), rules=rules)
    assert said.count(COMPILING_AROUND) == 1


def test_what_is_compared_is_shown_with_its_file_and_that_it_is_slow_is_said(capsys):
    asked = ["--b", f"{CHOOSE}=mine.py:fewest", "--replications", "1"]
    assert status(["compare", "mtel", *SETTINGS, *asked]) == 0
    shown = capsys.readouterr()
    assert f"B: {CHOOSE} = mine.py:fewest" in shown.out
    assert f"Plain Python ({CHOOSE}): some fifty times slower" in shown.err


REFUSED = {
    "no file": ("choose_rep=none.py:rule", ["no file none.py"]),
    "no function": ("choose_rep=mine.py:fewet", ["mine.py has no function 'fewet'", "mean fewest?", "stumbles"]),
    "not a function": ("choose_rep=mine.py:number", ["no function 'number'"]),
    "other values": ("choose_rep=mine.py:too_few", ["mine.py cannot be called", "3 values", "(ties, parameters, u)"]),
    "another name": ("choose_rep=mini.py:fewest", ["no file mini.py (did you mean mine.py?)"]),
    "no function named": ("choose_rep=mine.py", ["a rule in a file is FILE.py:FUNCTION"]),
    "leaves while it loads": ("choose_rep=leaves.py:rule", ["leaves.py, line 1: SystemExit: 0"]),
    "syntax": ("choose_rep=typo.py:rule", ["typo.py, line 1: "]),
    "does not load": ("choose_rep=fails.py:rule", ["fails.py, line 2: ModuleNotFoundError"]),
}
AT_WORK = {
    "stumbles": (f"{CHOOSE}=mine.py:stumbles", ["mine.py, line 10: AttributeError"]),
    "gives nothing": (f"{CHOOSE}=mine.py:gives_nothing", ["mine.py:gives_nothing gave None", "/choose_rep says which"]),
    "gives no number": (f"{CHOOSE}=mine.py:gives_nan", ["mine.py:gives_nan gave nan"]),
    "gives no row": ("reps.pick_request=mine.py:far_away", ["what a rule in mine.py gave (", "DESKSALES_DEBUG=1"]),
    "leaves": (f"{CHOOSE}=mine.py:leaves", ["mine.py, line 23: SystemExit: 3"]),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_wrong_with_a_rule_is_said_of_the_rule(case, capsys):
    setting, expected = REFUSED[case]
    sentence = refusal(capsys, "run", "mtel", *SETTINGS, "--set", f"learning.{setting}", "--replications", "1")
    assert [part for part in expected if part not in sentence] == []
    assert not Path("results").exists()


@pytest.mark.parametrize("case", AT_WORK)
def test_what_goes_wrong_at_work_is_said_of_the_rule_with_its_line(case, capsys):
    setting, expected = AT_WORK[case]
    assert status(["run", "mtel", *SETTINGS, "--set", setting, "--replications", "1"]) == 2
    said = capsys.readouterr()
    assert [part for part in expected if part not in said.err.splitlines()[-1]] == []
    assert said.out == "" and "Traceback" not in said.err and not Path("results").exists()


def test_a_parameter_that_is_no_rule_takes_none(capsys):
    sentence = refusal(capsys, "run", "mtel", "--set", "learning.chose_rep=mine.py:fewest")
    assert "whose value is no rule (did you mean learning.choose_rep" in sentence


def test_what_takes_no_rule_in_a_file_names_the_commands_that_do(capsys):
    sentence = refusal(capsys, "decompose", "mtel", "--set", f"{CHOOSE}=mine.py:fewest")
    assert "`desksales run`, `compare` and `counterfactual` take such" in sentence


def test_the_same_rule_on_both_sides_is_no_comparison(capsys):
    both = ["--set", f"{CHOOSE}=mine.py:fewest"]
    assert "are the same" in refusal(capsys, "compare", "mtel", *both)


def test_of_two_rules_for_one_decision_the_last_counts(capsys):
    run = ["run", "mtel", *SETTINGS, "--replications", "1", "--json"]
    file, name = f"{CHOOSE}=mine.py:fewest", f"{CHOOSE}=uniform"
    for first, last, own in ((file, name, {}), (name, file, {CHOOSE})):
        assert status([*run, "--set", first, "--set", last]) == 0
        said = capsys.readouterr()
        assert f"{CHOOSE} is given twice" in said.err
        assert set(json.loads(said.out)["own_rules"]) == set(own)


def test_a_design_may_take_back_the_rule_of_both(capsys):
    asked = ["--set", f"{CHOOSE}=mine.py:fewest", "--b", f"{CHOOSE}=uniform", "--replications", "1", "--json"]
    found = printed(capsys, "compare", "mtel", *SETTINGS, *asked)
    assert (set(found["own_rules"]["a"]), found["own_rules"]["b"]) == ({CHOOSE}, {})
    shipped = load_scenario("mtel", SMALL | {CHOOSE: "uniform"})
    assert found["runs"]["b"] == replicate(shipped, 1).runs != found["runs"]["a"]


def test_the_same_file_by_another_path_is_the_same_design(capsys):
    designs = ["--a", f"{CHOOSE}=mine.py:fewest", "--b", f"{CHOOSE}=./mine.py:fewest"]
    assert "are the same" in refusal(capsys, "compare", "mtel", *designs)


def test_a_compiled_rule_beside_one_in_plain_python_runs_in_plain_python(capsys, file_of_rules):
    compiled = "import numba\nalways = numba.njit(lambda rep, request, channel, friend, restraint, parameters, u: 0)\n"
    file_of_rules.with_name("mixed.py").write_text(compiled)
    rules = ["--set", f"{CHOOSE}=mine.py:fewest", "--set", "reps.respond=mixed.py:always"]
    found = printed(capsys, "run", "mtel", *SETTINGS, *rules, "--replications", "1", "--json")
    assert set(found["own_rules"]) == {CHOOSE, "reps.respond"}


def test_what_was_read_is_what_runs_and_what_the_hash_is_of(file_of_rules):
    for place in (0, 1):
        file_of_rules.with_name(f"at_{place}.py").write_text(f"def at(ties, parameters, u):\n    return {place}\n")
        rule = load("--set", CHOOSE, Path(f"at_{place}.py"), "at")
        assert rule.function(None, None, None) == place
        assert rule.sha256 == sha256(Path(f"at_{place}.py").read_bytes()).hexdigest()
    assert not list(Path().glob("__pycache__"))


def test_files_beside_it_that_a_rule_leans_on_are_named_with_their_hashes(file_of_rules):
    """And those on which these lean, wherever in a file they are imported; packages and other files are not."""
    lean = "import math\nimport numpy\nimport near.parts\nfrom model.world import codes\n\n"
    files = {
        "near/__init__.py": "", "near/side.py": "import leaning\n",
        "leaning.py": lean + "def rule(ties, parameters, u):\n    from near import far\n    return far.ZERO\n",
        "near/parts.py": "from deep import ZERO\nfrom . import side\nfrom .far import ZERO\n",
        "near/far.py": "ZERO = 0\n", "deep.py": "ZERO = 0\n",
        "math.py": "raise SystemExit\n", "apart.py": "",
    }  # fmt: skip
    for name, text in files.items():
        path = file_of_rules.with_name("leans") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    rule = load("--set", CHOOSE, Path("leans/leaning.py"), "rule")
    assert rule.function([], None, 0.5) == 0
    named = {"deep.py", "near/__init__.py", "near/far.py", "near/parts.py", "near/side.py"}
    assert rule.beside == {name: sha256(files[name].encode()).hexdigest() for name in named}


def test_two_rules_that_mean_different_files_by_one_name_are_refused(capsys, file_of_rules):
    for number, folder in enumerate(("first", "second")):
        place = file_of_rules.with_name(folder)
        place.mkdir()
        place.joinpath("same.py").write_text(f"PLACE = {number}\n")
        place.joinpath(f"rule_{folder}.py").write_text(
            "from same import PLACE\n\ndef rule(ties, parameters, u):\n    return PLACE\n"
        )
    designs = ["--a", f"{CHOOSE}=first/rule_first.py:rule", "--b", f"{CHOOSE}=second/rule_second.py:rule"]
    sentence = refusal(capsys, "compare", "mtel", *SETTINGS, *designs)
    assert "both import 'same'" in sentence and "first/same.py" in sentence


def test_a_path_is_shown_as_it_is(capsys, file_of_rules):
    file_of_rules.rename("mine[b].py")
    assert status(["run", "mtel", *SETTINGS, "--set", f"{CHOOSE}=mine[b].py:fewest", "--replications", "1"]) == 0
    assert f"{CHOOSE} = mine[b].py:fewest." in " ".join(capsys.readouterr().out.split())
    written = json.loads(Path("results/mtel/scenario.json").read_text())
    assert written["values"][CHOOSE] == "mine[b].py:fewest"


def test_a_rule_that_is_never_asked_is_named(capsys):
    asked = ["--set", "routing.overflow=mine.py:overflows", "--replications", "1"]
    assert status(["run", "mtel", *SETTINGS, *asked]) == 0
    said = capsys.readouterr().err
    assert "mine.py:overflows was never asked: no run came to the decision of routing.overflow." in said


def test_a_defect_elsewhere_is_not_told_as_the_rules():
    def elsewhere():
        with blamed({Path("mine.py").resolve()}, plain=True):
            raise ZeroDivisionError("a measure")

    with pytest.raises(ZeroDivisionError):
        elsewhere()


def test_where_numba_cannot_compile_is_told_with_its_reason():
    error = numba.core.errors.TypingError(
        "Failed in nopython mode pipeline (step: nopython frontend)\nUnknown attribute 'nothing' of type Row(ties)\n\n"
        'File "mine.py", line 10:\n'
    )
    sentence = its_fault(error, {Path("mine.py").resolve()})
    assert sentence.startswith("mine.py, line 10: Numba cannot compile this (Unknown attribute 'nothing' of type Row")
    assert its_fault(error, {Path("other.py").resolve()}) == ""


def test_replications_with_own_rules_are_the_runs_that_simulate_makes():
    rules = {"choose_rep": fewest}
    done = replicate(small(run__days=5), 2, 7, rules=rules)
    for run in done.runs:
        assert run["n_events"] == simulate(small(run__days=5), run["seed"], rules=rules).n_events


def test_an_unknown_decision_is_refused_before_anything_runs():
    with pytest.raises(ScenarioError, match="no decision 'chose_rep'"):
        replicate(small(), 1, rules={"chose_rep": fewest})
