"""One websocket: frames stand alone, a lost page finds its runs again, nobody freezes the others."""

import socket
import time

import pytest

from experiments.seminar import limits
from experiments.seminar.recordings.recording import Recording
from tests.seminar.page import Page, served

SMALL = {"people.accounts": 20, "run.days": 25}


def test_a_frame_is_the_same_whatever_was_asked_before_it(server):
    with server.page() as first, server.page() as second:
        first.open(seed=5, **SMALL)
        second.open(seed=5, **SMALL)
        forward = {frame["day"]: frame for frame in first.frames(0, 25)}
        alone = second.frames(17, 17)[0]
        assert {**alone, "re": 0} == {**forward[17], "re": 0}
        assert first.frames(3, 3)[0]["values"] == forward[3]["values"]
    assert sorted(forward) == list(range(26))


def test_no_day_of_the_full_preset_takes_more_than_ten_kilobytes(page):
    page.open(scenario="mtel_full", **{"managers.service_turn": "from_start", "run.days": 120})
    number = page.send("frames", slot="a", **{"from": 100, "to": 120})
    sizes = []
    while True:
        text = page.socket.recv(60)
        if '"is":"sent"' in text and f'"re":{number}' in text:
            break
        sizes += [len(text.encode())] if '"is":"frame"' in text else []
    assert len(sizes) == 21
    assert 3_000 < max(sizes) <= 10_240


def test_places_on_the_screen_depend_on_headcounts_alone(page):
    usual = page.open(**SMALL)["layout"]
    other = page.open(seed=9, **SMALL, **{"incentives.attribution": "originator"})["layout"]
    larger = page.open(**SMALL, **{"people.reps_per_unit": 7})["layout"]
    assert usual == other != larger
    for layout in (usual, larger):
        places = {(person["x"], person["y"]) for person in layout["people"]}
        assert len(places) == len(layout["people"])
        assert all(0 <= x <= layout["width"] and 0 <= y <= layout["height"] for x, y in places)


def test_what_is_open_stays_open_when_the_connection_is_lost(server):
    with server.page() as page:
        opened = page.open(seed=11, **SMALL)
        page.open(slot="b", seed=12, **SMALL)
        before = page.frames(20, 20)[0]
        token = page.hello["token"]
    assert server.until(lambda state: state.sessions.n_connected == 0, 5.0)
    with server.page(token) as again:
        assert again.hello["resumed"] is True
        assert again.hello["slots"]["a"]["run"] == opened["run"]
        assert again.hello["slots"]["b"]["seed"] == 12
        assert {**again.frames(20, 20)[0], "re": 0} == {**before, "re": 0}


def test_a_page_that_was_away_for_too_long_is_told_so(server, monkeypatch):
    monkeypatch.setattr("experiments.seminar.talk.session.RESUME_SECONDS", 0.0)
    with server.page() as page:
        page.open(**SMALL)
        token = page.hello["token"]
    time.sleep(0.2)
    with server.page(token) as again:
        assert again.hello["resumed"] is False and again.hello["slots"] == {"a": None, "b": None}
        assert "opened anew" in again.hello["sentence"]


def test_a_page_whose_loss_was_not_noticed_yet_finds_its_runs_and_two_pages_never_share_a_session(server):
    with server.page() as first:
        first.open(seed=13, **SMALL)
        with server.page(first.hello["token"]) as second:
            assert second.hello["resumed"] is True and second.hello["slots"]["a"]["seed"] == 13
            assert second.hello["token"] != first.hello["token"]
            second.ask("close", slot="a")
            assert "Nothing is open" in second.refusal("series", slot="a")
            assert first.frames(5, 5)[0]["day"] == 5


def test_a_browser_that_vanishes_without_a_word_stops_its_run_within_ten_seconds(tmp_path, monkeypatch):
    """The connection stays up, but nobody is there who answers a ping; the run would take a minute."""
    record = Recording.record
    monkeypatch.setattr(Recording, "record", lambda self, seconds: (record(self, 0.0), time.sleep(0.1)))
    with served(tmp_path / "rooms.sqlite", threads=1) as server:
        raw = socket.create_connection(("127.0.0.1", server.port))
        raw.sendall(
            b"GET /ws HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n" % server.port
        )
        assert b"101 Switching Protocols" in raw.recv(1000)
        raw.sendall(_masked(b'{"do":"hello","id":1}'))
        raw.sendall(_masked(
            b'{"do":"open","id":2,"slot":"a","scenario":"star_customer","changes":{"run.days":550}}'
        ))  # fmt: skip
        assert server.until(lambda state: state.studio.n_under_way == 1, 10.0)
        began = time.monotonic()
        assert server.until(lambda state: state.studio.n_under_way == 0, 10.0)
        assert time.monotonic() - began < limits.PING_SECONDS + limits.PONG_SECONDS + 1.5
        assert server.state.studio.n_recordings == 0
        raw.close()


def test_a_page_that_leaves_gives_its_run_up_at_once_and_finished_ones_stay_for_others(server):
    with server.page() as page:
        page.open(scenario="star_customer", seed=77, **{"run.days": 550})
        assert server.state.studio.n_under_way >= 1
    assert server.until(lambda state: state.studio.n_under_way == 0, 2.0)
    with server.page() as page:
        page.open(seed=78, **SMALL)
        page.ask("measures", slot="a")
        kept = server.state.studio.n_recordings
    assert server.until(lambda state: state.sessions.n_connected == 0, 2.0)
    assert server.state.studio.n_recordings == kept


def test_what_is_kept_when_everybody_has_left_is_bounded(tmp_path, monkeypatch):
    """The oldest recordings that nobody looks at go first; the newest stay."""
    monkeypatch.setattr("experiments.seminar.recordings.studio.KEPT_BYTES", 200_000)
    with served(tmp_path / "rooms.sqlite") as server:
        runs = []
        for seed in range(1, 9):
            with server.page() as page:
                runs.append(page.open(seed=seed, **SMALL)["run"])
                page.ask("measures", slot="a")
        assert server.until(lambda state: state.sessions.n_connected == 0, 5.0)
        kept = server.state.studio._kept
        assert list(kept) == runs[-len(kept) :] and 1 <= len(kept) < 8
        assert sum(job.recording.nbytes for job in kept.values()) <= 200_000


def test_the_size_of_a_recording_is_what_it_takes():
    import gc
    import tracemalloc

    from experiments.seminar.setting import setting_of

    def recorded(seed: int) -> Recording:
        recording = Recording(setting_of("mtel", {}, seed))
        while not recording.done:
            recording.record(10.0)
        return recording

    recorded(1)  # what is made once for all
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    kept = [recorded(seed) for seed in (2, 3, 4)]
    gc.collect()  # what only refers to itself is not kept
    taken = (tracemalloc.get_traced_memory()[0] - before) / len(kept)
    tracemalloc.stop()
    assert kept[0].nbytes == pytest.approx(taken, rel=0.25)


def test_one_heavy_session_does_not_freeze_the_others(tmp_path):
    with served(tmp_path / "rooms.sqlite", threads=1) as server, server.page() as heavy, server.page() as light:
        assert heavy.open(scenario="star_customer", **{"run.days": 550})["is"] == "opened"
        light.open(**SMALL)
        waits = []
        for day in range(1, 26):
            began = time.monotonic()
            light.frames(day, day)
            waits.append(time.monotonic() - began)
        assert server.state.studio.n_under_way == 1
        assert sorted(waits)[-3] < 1.0


def test_questions_that_wait_do_not_hold_up_the_ones_after_them(page):
    page.open(scenario="star_customer", seed=3, **{"run.days": 550})
    waiting = page.send("measures", slot="a")
    began = time.monotonic()
    assert page.ask("ping")["is"] == "pong"
    assert time.monotonic() - began < 2.0
    assert all(heard.get("re") != waiting for heard in page.unasked)


def test_a_slot_opened_anew_ends_the_frames_of_what_was_there(page):
    page.open(scenario="star_customer", seed=4, **{"run.days": 550})
    number = page.send("frames", slot="a", **{"from": 491, "to": 550})
    page.open(**SMALL)
    answers = [heard for heard in page.unasked if heard.get("re") == number]
    while not answers or answers[-1]["is"] == "frame":
        heard = page.hear()
        answers += [heard] if heard.get("re") == number else []
    assert answers[-1]["is"] == "sent"
    assert answers[-1]["to"] < 550


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"slot": "a", "scenario": "mtel", "changes": {"people.teams": 500}}, "a whole number between 1 and 200"),
        ({"slot": "a", "scenario": "mtl"}, "did you mean mtel"),
        ({"slot": "a", "scenario": "../../etc/passwd"}, "There is no scenario"),
        ({"slot": "a", "scenario": "mtel", "changes": {"people.temas": 4}}, "did you mean people.teams"),
        ({"slot": "a", "scenario": "mtel", "changes": {"learning.choose_rep": "__import__('os')"}}, "must be one of"),
        ({"slot": "a", "scenario": "mtel", "changes": {"run.days": 5000}}, "at most 1000 days"),
        ({"slot": "a", "scenario": "mtel", "changes": {"people.reps_per_unit": 200}}, "at most 600 people"),
        ({"slot": "a", "scenario": "mtel", "changes": {"people.accounts": 90_000}}, "issues or calls"),
        ({"slot": "a", "scenario": "mtel", "changes": {"run.days": "soon"}}, "must be a whole number"),
        ({"slot": "a", "scenario": "mtel", "seed": -1}, "seed is -1"),
        ({"slot": "c", "scenario": "mtel"}, "slot is 'c'"),
        ({"slot": "a", "scenario": "mtel", "colour": "red"}, "colour, which is not known"),
        ({"slot": "a"}, "has no scenario"),
    ],
)
def test_what_cannot_be_opened_is_refused_in_a_sentence(page, asked, sentence):
    said = page.refusal("open", **asked)
    assert sentence in said
    assert said.endswith(".") and "\n" not in said and "Traceback" not in said
    assert page.ask("ping")["is"] == "pong"


def test_text_is_taken_as_after_set_and_changes_that_change_nothing_are_dropped(page):
    opened = page.open(**{"people.teams": "4", "run.days": 25.0, "people.desk_open": "true", "people.units": 6})
    assert opened["changes"] == {"people.teams": 4, "run.days": 25}


def test_nothing_is_answered_before_hello(server):
    with server.page(greet=False) as page:
        assert isinstance(page, Page)
        assert page.refusal("open", slot="a", scenario="mtel") == "The first message must be hello."


def _masked(payload: bytes) -> bytes:
    """A text frame of a websocket client; the mask is zero, which leaves the payload as it is."""
    length = bytes([0x80 | len(payload)]) if len(payload) < 126 else b"\xfe" + len(payload).to_bytes(2, "big")
    return b"\x81" + length + b"\0\0\0\0" + payload
