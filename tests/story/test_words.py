"""Times, durations and money in words."""

import pytest

from model.story.words import clock, counted, day_of, dollars, duration, joined, moment, possessive, share

DAY = 480.0


def test_the_day_begins_at_nine_and_days_count_from_one():
    assert moment(0.0, DAY) == "On day 1 at 9:00"
    # Day 112 begins after 111 days; 102 minutes after 9:00 is 10:42.
    assert moment(111 * DAY + 102.9, DAY) == "On day 112 at 10:42"
    assert day_of(480.0, DAY) == 2
    assert clock(479.99, DAY) == "16:59"


def test_a_day_of_24_hours_runs_past_midnight():
    assert clock(16 * 60.0, 1440.0) == "1:00"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0.4, "less than a minute"),
        (0.6, "one minute"),
        (35.2, "35 minutes"),
        (60.0, "an hour"),
        (61.0, "an hour and one minute"),
        (111.0, "an hour and 51 minutes"),
        (180.0, "three hours"),
        (200.0, "three and a half hours"),
        (460.0, "one working day"),
        (2 * 480.0, "two working days"),
        (2.5 * 480.0, "two and a half working days"),
        (26 * 480.0, "26 working days"),
    ],
)
def test_durations_are_said_as_one_would_say_them(minutes, words):
    assert duration(minutes, DAY) == words


def test_money_numbers_and_names_are_written_out():
    assert [dollars(1240.4), dollars(3.5)] == ["$1,240", "$3.50"]
    assert [counted(1, "contact"), counted(13, "contact")] == ["one contact", "13 contacts"]
    assert [share(0.584), share(1.0)] == [".58", "1.00"]
    assert [possessive("Agnes"), possessive("Halvern Mills"), possessive("Marlow Press")] == [
        "Agnes's",
        "Halvern Mills'",
        "Marlow Press's",
    ]
    assert joined(["a", "b", "c"]) == "a, b and c"
