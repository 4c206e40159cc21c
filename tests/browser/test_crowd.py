"""The load bench's class of real browsers: every page gets its picture and plays; one that gets none is counted."""

import os
from urllib.parse import urlsplit

import pytest

from experiments.bench_seminar import crowd, table
from experiments.bench_seminar.servers import Server


@pytest.fixture
def server(seminar):
    return Server(urlsplit(seminar).port, os.getpid())


def test_pages_side_by_side_get_their_picture_and_play(browser, server, monkeypatch):
    monkeypatch.setattr(crowd, "WATCHED", 2.0)
    seen = crowd.crowd([browser], server, 2)
    assert len(seen.paints) == len(seen.updates) == 2 and seen.missing == 0
    assert all(0.0 < seconds < 60.0 for seconds in seen.paints)
    assert all(0.0 < updates <= 7.0 for updates in seen.updates)  # six days a second are the usual speed
    assert "| pages of 2 with a picture | 2 | at least 2 | reached |" in table.crowd_table(seen)


def test_a_page_without_a_picture_is_counted_as_missing(browser, server, monkeypatch):
    monkeypatch.setattr(crowd, "WATCHED", 0.1)
    monkeypatch.setattr(crowd, "WAIT_FOR_PICTURE", "")
    seen = crowd.crowd([browser], server, 1, most_seconds=0.5)
    assert (seen.paints, seen.missing, seen.updates) == ([], 1, [])
    assert "| pages of 1 with a picture | 0 | at least 1 | missed |" in table.crowd_table(seen)
