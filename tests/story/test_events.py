"""Every line of the log has its sentence."""

import pytest

from model.story.narrator import Narrator
from model.story.phrases import MERGED, NO_ISSUE, OF_CALLS, PHRASES
from model.story.timeline import moments, timeline
from model.world.codes import LOG_EVENTS
from tests.story.runs import cases, lively_run, logged

BUNDLES = ("first", "second", "third", "fourth", "fifth", "sixth")


def test_every_event_has_a_phrase_or_is_told_with_another_or_belongs_to_no_issue():
    merged = {event for followers in MERGED.values() for event in followers}
    told = set(PHRASES) | merged | set(NO_ISSUE) | set(OF_CALLS)
    assert [LOG_EVENTS[code] for code in range(len(LOG_EVENTS)) if code not in told] == []


@pytest.mark.parametrize("bundle", BUNDLES)
def test_no_event_that_belongs_to_no_issue_stands_in_the_log_of_one(bundle):
    log = lively_run(bundle).log
    assert not set(log["event"][log["issue"] >= 0].tolist()) & set(NO_ISSUE)


@pytest.mark.parametrize("bundle", BUNDLES)
def test_every_line_about_an_issue_is_told_exactly_once_and_times_never_run_back(bundle):
    for case in cases(lively_run(bundle))[::7]:
        told = moments(Narrator(case))
        rows = [row for moment in told for row in moment.rows]
        left = {step.row for step in case.departures()}
        assert sorted(rows) == sorted({*case.rows.tolist(), *left})
        times = [moment.time for moment in told]
        assert times == sorted(times)
        assert all(moment.time <= moment.end for moment in told)


def test_sentences_are_whole_and_the_same_each_time():
    result = logged(1)
    for case in cases(result)[::25]:
        once, again = timeline(result, case.issue), timeline(result, case.issue)
        assert once == again
        for moment in once:
            assert moment.sentence[0].isupper() and moment.sentence.endswith(".")
            assert not any(slip in moment.sentence for slip in ("  ", ",,", "..", " ,", "None", " -1"))


def test_an_evidence_row_is_cited_once_in_a_story():
    result = logged(2)
    for case in cases(result)[::25]:
        text = " ".join(moment.sentence for moment in timeline(result, case.issue))
        cited = [part[:7] for part in text.split("[")[1:]]
        assert len(cited) == len(set(cited))
