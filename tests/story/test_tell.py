"""The four picks tell what the log holds, and nothing else."""

import re

import pytest

from model.story.case import Case
from model.story.names import BY_ROLE, name_of_account, name_of_person
from model.story.pick import PICKS, pick_issue
from model.story.tell import tell
from model.story.timeline import timeline
from model.world import codes
from model.world.codes import NOBODY
from model.world.joined import issues_in_full
from tests.story.runs import logged, scripted

BY_REPS = (
    codes.L_LOST, codes.L_PASSED_ON, codes.L_EXPEDITED, codes.L_LOGGED, codes.L_REFUSED, codes.L_IGNORED,
    codes.L_SET_ASIDE, codes.L_CHASE_ANSWERED, codes.L_MOVED_UP, codes.L_STARTED, codes.L_UPDATED, codes.L_COMPLETED,
)  # fmt: skip
TO_REPS = (
    codes.L_FORWARDED, codes.L_REPEATED, codes.L_CHASED, codes.L_PASSED_ON, codes.L_NOTICE, codes.L_LEARNED,
    codes.L_NUMBER, codes.L_TIE,
)  # fmt: skip
"""Lines of the log in which a rep is the actor, and those in which a rep is the other."""


@pytest.fixture(params=[(pick, seed) for pick in PICKS for seed in range(1, 6)], ids=lambda p: f"{p[0]}-{p[1]}")
def told(request):
    """A story without its heading on one line, its issue, and the lines of the log about it."""
    pick, seed = request.param
    result = logged(seed)
    issue = pick_issue(result, pick)
    log = result.log[result.log["issue"] == issue]
    return result, " ".join(tell(result, pick).split("\n\n", 1)[1].split()), issues_in_full(result.world)[issue], log


def reps_in(text: str) -> set[str]:
    """Names of reps that occur in a text."""
    return {name for name in BY_ROLE["rep"] if re.search(rf"\b{name}\b", text)}


def events(log, code):
    """Lines of one kind."""
    return log[log["event"] == code]


def test_the_reps_of_the_story_are_those_of_the_log_and_no_others(told):
    result, text, _, log = told
    posts = [(line["actor"], line["time"]) for line in log if line["event"] in BY_REPS]
    posts += [(line["other"], line["time"]) for line in log if line["event"] in TO_REPS and line["other"] != NOBODY]
    assert reps_in(text) == {name_of_person(result, "rep", post, time) for post, time in posts}


def test_the_firm_and_whoever_completed_the_request_are_named(told):
    result, text, facts, log = told
    line = events(log, codes.L_COMPLETED)[0]
    assert name_of_account(int(facts["account"])) in text
    assert f"{name_of_person(result, 'rep', line['actor'], line['time'])} was done" in text


def test_names_put_into_subject_lines_are_those_of_the_log(told):
    result, text, _, log = told
    tagged = [
        name_of_person(result, "rep", line["other"], line["time"])
        for line in log
        if line["event"] in (codes.L_FORWARDED, codes.L_REPEATED) and line["value"] == codes.TAGGED_MAIL
    ]
    assert re.findall(r"with (\w+)'s name in the subject line", text) == tagged


def test_the_dollars_are_those_of_the_order_and_the_claim(told):
    _, text, facts, log = told
    claims = [f"${line['value']:,.0f}" for line in events(log, codes.L_CLAIMED)]
    assert re.findall(r"as a personal sale: (\$[\d,]*\d)", text) == claims
    assert set(re.findall(r"\$[\d,]*\d", text)) == ({f"${facts['order']:,.0f}"} if facts["order"] > 0.0 else set())


def test_refusals_jumps_notices_and_updates_are_told_as_often_as_they_happened(told):
    _, text, _, log = told
    refused, silent = len(events(log, codes.L_REFUSED)), len(events(log, codes.L_IGNORED))
    assert text.count("turned it down") == refused
    assert len(re.findall(r"(?<!had )let it lie", text)) == silent
    assert text.count("while an older request stood in the bucket") == len(events(log, codes.L_JUMPED))
    assert text.count("the completion notice (OPC)") == len(events(log, codes.L_NOTICE))
    assert ("to say how things stood" in text) == bool(len(events(log, codes.L_UPDATED)))


def test_the_voice_is_that_of_the_last_message(told):
    _, text, facts, log = told
    sent = len(events(log, codes.L_FORWARDED))
    voices = re.findall(r"(?:writing|speaking) in .{2,30}? (own )?voice", text)
    assert voices == ([] if not sent else [""] if facts["voice"] else ["own "])


def test_a_tagged_story_is_one_of_a_tag_that_was_honoured():
    for seed in range(1, 6):
        result = logged(seed)
        facts = issues_in_full(result.world)[pick_issue(result, "tagged")]
        assert facts["named"] == facts["rep"] == facts["holder"] != NOBODY
        assert facts["channel"] == codes.TAGGED_MAIL


def test_the_slowest_story_is_that_of_the_request_that_took_longest():
    result = logged(1)
    times = {
        i: row["completed"] - row["arises"]
        for i, row in enumerate(issues_in_full(result.world))
        if row["kind"] < codes.REQUESTS_END and row["state"] == codes.DONE
    }
    assert pick_issue(result, "slowest") == max(times, key=times.__getitem__)


def test_a_jumped_story_prefers_a_request_that_a_chase_moved_up():
    for seed in range(1, 6):
        result = logged(seed)
        jumped = issues_in_full(result.world)["jumped"] == 1
        moved = {int(i) for i in result.log["issue"][result.log["event"] == codes.L_MOVED_UP] if jumped[i]}
        assert not moved or pick_issue(result, "jumped") in moved


def test_a_refused_story_is_one_of_a_request_that_was_turned_down_and_done():
    for seed in range(1, 6):
        result = logged(seed)
        facts = issues_in_full(result.world)[pick_issue(result, "refused")]
        assert facts["n_refused"] > 0 and facts["state"] == codes.DONE


def test_an_issue_is_told_by_number_as_by_pick():
    result = logged(1)
    assert tell(result, issue=pick_issue(result, "slowest")) == tell(result, "slowest")
    assert tell(result) == tell(result, "tagged")


def test_each_paragraph_opens_with_its_day_and_lines_are_short():
    for pick in PICKS:
        heading, *days, tally = tell(logged(2), pick).split("\n\n")
        numbers = [int(re.match(r"On day (\d+) at \d+:\d\d ", day).group(1)) for day in days]
        assert numbers == sorted(set(numbers))
        assert heading.startswith("Field notes on issue ") and tally.startswith("Tally. ")
        assert max(len(line) for line in tell(logged(2), pick).splitlines()) <= 92


def test_the_closing_lines_say_what_was_spent_and_what_did_not_happen():
    lines = [
        (10.0, codes.L_WROTE_UNIT, 0, 0, 0.0), (14.0, codes.L_LOST, 0, NOBODY, 0.0),
        (2410.0, codes.L_CHASED, 0, NOBODY, float(codes.HELPLINE)),
        (2416.0, codes.L_CHASE_ANSWERED, 0, NOBODY, float(codes.LOST)), (2416.0, codes.L_LOGGED, 0, NOBODY, 0.0),
        (2430.0, codes.L_STARTED, 0, NOBODY, 14.0), (2450.0, codes.L_COMPLETED, 0, NOBODY, 20.0),
    ]  # fmt: skip
    facts = {"state": codes.DONE, "arises": 10.0, "completed": 2450.0, "desk": 0}
    text = tell(scripted(lines, facts), issue=0)
    first, last, tally = (" ".join(part.split()) for part in text.split("\n\n")[1:])
    # 2410 minutes lie in day 6 (5 days of 480 are 2400), ten minutes after nine; days 2 to 5 are silent.
    assert first.endswith("Then four days passed without a line about it in the log.")
    assert last.startswith("On day 6 at 9:10 ")
    assert " Six minutes later " in last and " 14 minutes later " in last
    # A mail costs 4 minutes and an enquiry 6; 2440 minutes are 5.1 days.
    assert tally == (
        "Tally. Nobody at the desk claimed the order of $640. Reps spent, as far as the log shows, 20 minutes on "
        "production, six on the helpline and four on refused or lost work. From need to completion it took two "
        "contacts and five working days."
    )


def test_a_matter_that_is_still_open_is_left_open():
    lines = [(10.0, codes.L_WROTE_UNIT, 0, 0, 0.0), (14.0, codes.L_LOGGED, 0, NOBODY, 0.0)]
    text = tell(scripted(lines, {"state": codes.IN_BUCKET}), issue=0)
    assert "When the log ends, on day 30, after one contact, it is in the bucket." in " ".join(text.split())


def test_a_timeline_tells_who_acted_on_which_channel():
    result = logged(1)
    issue = pick_issue(result, "tagged")
    sent = next(moment for moment in timeline(result, issue) if moment.what == "forwarded")
    line = result.log[sent.rows[0]]
    assert sent.channel == "tagged mail" and sent.time == line["time"]
    assert sent.who == name_of_person(result, "salesperson", line["actor"], line["time"])
    assert Case(result, issue).steps[0].row == timeline(result, issue)[0].rows[0]
