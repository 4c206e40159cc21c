"""Place your bet: everybody bets first, then both designs run under the same luck and the difference appears."""

import json
import sqlite3
from contextlib import closing

import pytest

from experiments.cli.main import status
from experiments.compare import compare
from experiments.seminar.bets.room import scale_of
from experiments.seminar.bets.store import RoomStore
from model import load_scenario
from tests.seminar.page import served

NOTICE = "channels.completion_notice_names_rep"
BET = {
    "scenario": "mtel", "changes": {"run.days": 60, "managers.service_turn": "from_start"}, "a": {NOTICE: True},
    "b": {NOTICE: False}, "measure": "rep_occupancy", "replications": 3, "seed": 4,
}  # fmt: skip
LARGE = {"scenario": "star_customer", "changes": {}, "a": {}, "b": {"routing.overflow": "nobody"}, "replications": 100}


def revealed(page, made):
    """The room when both designs have run, and every picture of it until then."""
    assert page.ask("room.see", room=made["room"], teacher=made["teacher"])["is"] == "room"
    assert page.ask("room.run", room=made["room"], teacher=made["teacher"])["state"] == "running"
    seen = [heard for heard in page.unasked if heard["is"] == "room"]
    while not seen or seen[-1]["state"] == "running":
        heard = page.hear()
        seen += [heard] if heard["is"] == "room" else []
    return seen[-1], seen


def test_two_students_bet_and_the_teacher_reveals(server):
    with server.page() as teacher, server.page() as ana, server.page() as ben:
        made = teacher.ask("room.make", question="Who is asked?  ", **BET)
        assert made["role"] == "teacher" and made["question"] == "Who is asked?"
        code = made["room"]
        before = ana.ask("room.see", room=code.lower(), teacher=None)
        assert before["role"] == "student" and before["state"] == "betting" and before["bets"] is None
        assert "teacher" not in before and before["base"] == made["base"]
        assert ana.ask("room.bet", room=code, player="ana_12345", guess=0.1)["mine"] == 0.1
        ben.ask("room.bet", room=code, player="ben_12345", guess=-0.1)
        second = ana.ask("room.bet", room=code, player="ana_12345", guess=0.15)
        assert (second["n_bets"], second["bets"]) == (2, None)
        end, seen = revealed(teacher, made)
        assert end["state"] == "revealed" and end["bets"] == [-0.1, 0.15]
        assert [one["done"] for one in seen] == sorted(one["done"] for one in seen)
        assert ana.refusal("room.bet", room=code, player="ana_12345", guess=0.1).startswith("Betting in room")
        pushed = [heard for heard in ana.unasked if heard["is"] == "room"]
        while not pushed or pushed[-1]["state"] != "revealed":
            pushed.append(ana.hear())
        assert pushed[-1]["bets"] == [-0.1, 0.15] and pushed[-1]["role"] == "student"


def test_the_difference_is_that_of_desksales_compare(page, capsys):
    made = page.ask("room.make", **BET)
    end, _ = revealed(page, made)
    base = load_scenario("mtel", BET["changes"])
    known = compare(base.changed(BET["a"]), base.changed(BET["b"]), 3, 4).measures["rep_occupancy"]
    shared = ("a", "b", "difference", "low", "high", "sd", "n", "runs_saved")
    assert {name: end["result"][name] for name in shared} == {name: known[name] for name in shared}
    assert end["base"] == pytest.approx(end["pairs"][0][0], rel=1e-5)
    assert status([*end["command"].split()[1:], "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [run["rep_occupancy"] for run in printed["runs"]["a"]] == [pair[0] for pair in end["pairs"]]


def test_guesses_are_judged_by_interval_and_sign(page):
    made = page.ask("room.make", **BET)
    low, high = made["scale"]["low"], made["scale"]["high"]
    for player, guess in (("player_1", low), ("player_2", high), ("player_3", 0.0)):
        page.ask("room.bet", room=made["room"], player=player, guess=guess)
    end, _ = revealed(page, made)
    result = end["result"]
    assert low < 0.0 < high and result["difference"] != 0.0
    assert result["right_side"] == 1  # one of the two ends; nothing at all has no sign
    assert result["inside"] == sum(result["low"] <= guess <= result["high"] for guess in (low, high, 0.0))


def test_a_measure_that_applies_to_no_pair_is_said_to(page):
    """Without names in notices nobody learns whom to name, so that no rep is asked more than another."""
    made = page.ask("room.make", **{**BET, "measure": "request_gini"})
    end, _ = revealed(page, made)
    assert end["result"]["difference"] is None and end["result"]["inside"] is None
    sentence = "Inequality of requests over reps applies to no pair of runs, so there is no difference to tell."
    assert end["sentence"] == sentence


def test_only_the_teacher_reveals(page):
    made = page.ask("room.make", **BET)
    assert "secret is another one" in page.refusal("room.run", room=made["room"], teacher="guessed")
    assert "secret is another one" in page.refusal("room.see", room=made["room"], teacher="guessed")
    assert page.ask("room.see", room=made["room"], teacher=None)["state"] == "betting"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"b": {NOTICE: True}}, "Designs A and B are the same"),
        ({"measure": "rep_ocupancy"}, "did you mean rep_occupancy"),
        ({"measure": "points_per_hour_before"}, "does not apply to design A"),
        ({"replications": 1000}, "replications is 1000"),
        (LARGE, "choose 30 replications"),  # 1.31 million calls a year, two designs: 80 million allow 30.5 times
        ({"a": {"people.teams": 0}}, "people.teams is 0"),
        ({"scenario": "nowhere"}, "There is no scenario"),
    ],
)
def test_a_room_that_cannot_be_is_refused_in_a_sentence(page, changed, sentence):
    assert sentence in page.refusal("room.make", **{**BET, **changed})


@pytest.mark.parametrize("guess", [1e300, -5.0, "0.5", None, True])
def test_a_guess_beyond_the_scale_is_refused(page, guess):
    made = page.ask("room.make", **BET)
    assert page.refusal("room.bet", room=made["room"], player="player_1", guess=guess).endswith(".")
    assert page.ask("room.see", room=made["room"])["n_bets"] == 0


def test_a_room_outlives_the_server_with_nothing_of_a_player_but_the_guess(tmp_path):
    path = tmp_path / "rooms.sqlite"
    with served(path) as server, server.page() as page:
        made = page.ask("room.make", **BET)
        page.ask("room.bet", room=made["room"], player="ana_12345", guess=0.25)
    with served(path) as server, server.page() as page:
        again = page.ask("room.see", room=made["room"], teacher=made["teacher"])
        assert (again["role"], again["bets"], again["scale"]) == ("teacher", [0.25], made["scale"])
        end, _ = revealed(page, made)
    with served(path) as server, server.page() as page:
        assert page.ask("room.see", room=made["room"])["result"] == end["result"]
        table = server.get(f"/data/room.csv?room={made['room']}")[2]
    assert table.splitlines()[:2] == ["kind,guess_or_a,b", "guess,0.25,"]
    kept = sqlite3.connect(path)
    assert [row[1] for row in kept.execute("PRAGMA table_info(bets)")] == ["code", "player", "guess"]
    assert made["teacher"] not in "".join(str(row) for row in kept.execute("SELECT * FROM rooms"))
    kept.close()


def test_a_bet_that_cannot_be_kept_is_not_counted(server, page, monkeypatch):
    made = page.ask("room.make", **BET)
    page.ask("room.bet", room=made["room"], player="player_1", guess=0.05)

    def full(*bet):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(server.state.rooms._store, "bet", full)
    for player in ("player_1", "player_2"):
        assert "disk is full" in page.refusal("room.bet", room=made["room"], player=player, guess=0.1)
    assert page.ask("room.see", room=made["room"], teacher=made["teacher"])["bets"] == [0.05]


def test_bets_cannot_be_had_before_the_reveal(server):
    with server.page() as page:
        made = page.ask("room.make", **BET)
    code, _, text = server.get(f"/data/room.csv?room={made['room']}")
    assert code == 409 and "not revealed yet" in text


@pytest.mark.parametrize(
    ("unit", "base", "low", "high", "step"),
    [
        ("share", 0.25, -0.25, 0.75, 0.01),  # a share stays between 0 and 1
        ("correlation", 0.5, -1.5, 0.5, 0.01),  # a correlation between -1 and 1
        ("working hours", 1.68, -1.7, 3.4, 0.1),  # a wait is not below 0, and at most three times as long
        ("points", 4.4, -8.8, 8.8, 0.1),  # points may be lost
        ("day", 0.0, 0.0, 1.0, 0.01),
    ],
)
def test_guesses_reach_as_far_as_a_measure_can_go(unit, base, low, high, step):
    assert scale_of(unit, base) == {"low": low, "high": high, "step": step}


def test_after_the_server_stopped_while_both_designs_ran_no_bet_is_taken_any_more(tmp_path):
    path = tmp_path / "rooms.sqlite"
    with served(path) as server, server.page() as page:
        made = page.ask("room.make", **BET)
        page.ask("room.see", room=made["room"], teacher=made["teacher"])
        page.ask("room.run", room=made["room"], teacher=made["teacher"])
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT outcome FROM rooms").fetchone()[0] is not None  # it is closed for good
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE rooms SET outcome = '{}' WHERE code = ?", (made["room"],))  # had it stopped before
    with served(path) as server, server.page() as page:
        seen = page.ask("room.see", room=made["room"], teacher=made["teacher"])
        assert seen["state"] == "failed" and "stopped before all was revealed" in seen["sentence"]
        assert page.refusal("room.bet", room=made["room"], player="ana_12345", guess=0.1).startswith("Betting in room")
        end, _ = revealed(page, made)
        assert end["state"] == "revealed"


def test_rooms_whose_time_is_over_make_room_for_others(tmp_path):
    store = RoomStore(tmp_path / "rooms.sqlite")
    assert store.add("OLD1", "", {}) and store.add("NEW1", "", {})
    store._connection.execute("UPDATE rooms SET made = made - 40 * 86400 WHERE code = 'OLD1'")
    assert store.codes() == {"NEW1"}
    store.close()
