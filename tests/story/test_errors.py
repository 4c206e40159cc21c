"""What cannot be told is refused in one sentence."""

import pytest

from model import ScenarioError, load_scenario, simulate
from model.story import PICKS, tell, timeline
from model.world import codes
from tests.story.runs import logged, scripted


@pytest.mark.parametrize("issue", [-1, 10**9, 2.5, "seven", True])
def test_an_issue_that_does_not_exist_is_answered_with_the_range(issue):
    last = len(logged(1).world.issues) - 1
    for ask in (lambda: tell(logged(1), issue=issue), lambda: timeline(logged(1), issue)):
        with pytest.raises(ScenarioError, match=f"There is no issue {issue} .* from 0 to {last}"):
            ask()


def test_an_unknown_pick_is_answered_with_those_that_exist():
    with pytest.raises(ScenarioError, match=r"'jumpd' \(did you mean jumped\?\); .*slowest, tagged, refused, jumped"):
        tell(logged(1), "jumpd")


def test_a_pick_and_an_issue_together_are_refused():
    with pytest.raises(ScenarioError, match="give only one"):
        tell(logged(1), "slowest", issue=3)


def test_a_run_without_a_log_cannot_be_told():
    result = scripted([])
    assert len(result.world.log) == 0
    for ask in (lambda: tell(result), lambda: tell(result, issue=0), lambda: timeline(result, 0)):
        with pytest.raises(ScenarioError, match="log=True"):
            ask()


def test_a_kind_that_did_not_occur_is_answered_with_those_that_did():
    done = {"state": codes.DONE, "arises": 10.0, "completed": 20.0}
    with pytest.raises(ScenarioError, match=r"No request in this run .* name tag .*; try slowest, or more days"):
        tell(scripted([(10.0, codes.L_WROTE_UNIT, 0, 0, 0.0)], done), "tagged")


@pytest.mark.parametrize("pick", PICKS)
def test_a_run_without_requests_has_none_to_pick_but_issues_to_tell(pick):
    result = simulate(load_scenario("textbook_queue", {"days": 1}), 1, log=True)
    with pytest.raises(ScenarioError, match="try more days, or an issue by its number"):
        tell(result, pick)
    assert "called the desk with an enquiry" in " ".join(tell(result, issue=0).split())


def test_an_issue_without_a_line_is_answered_with_a_sentence():
    with pytest.raises(ScenarioError, match="Issue 3 left no line in the log"):
        tell(scripted([(10.0, codes.L_WROTE_UNIT, 0, 0, 0.0)]), issue=3)
