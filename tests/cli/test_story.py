"""`desksales story` hands the run, with its log, to the teller and prints what comes back."""

import sys
from types import SimpleNamespace

from experiments.cli.main import status
from model.scenario import ScenarioError


def teller(monkeypatch, tell) -> None:
    monkeypatch.setitem(sys.modules, "model.story", SimpleNamespace(tell=tell))


def test_the_teller_gets_the_log_of_the_run_and_the_choice(monkeypatch, capsys):
    asked = []

    def tell(result, pick=None, issue=None):
        asked.append((result.scenario.run.days, result.seed, len(result.log) > 0, pick, issue))
        return "Once there was a request."

    teller(monkeypatch, tell)
    assert status(["story", "mtel", "--days", "3", "--seed", "4", "--pick", "tagged"]) == 0
    assert status(["story", "mtel", "--days", "3", "--issue", "12"]) == 0
    assert asked == [(3, 4, True, "tagged", None), (3, 1, True, None, 12)]
    assert capsys.readouterr().out == "Once there was a request.\n" * 2


def test_an_issue_that_cannot_be_told_is_refused_in_the_tellers_words(monkeypatch, capsys):
    def tell(result, pick=None, issue=None):
        raise ScenarioError(f"There is no issue {issue}; the run has 5.")

    teller(monkeypatch, tell)
    assert status(["story", "mtel", "--days", "3", "--issue", "99999"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "There is no issue 99999; the run has 5.\n")
