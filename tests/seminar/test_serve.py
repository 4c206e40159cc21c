"""`desksales serve`: listens on this machine only unless told otherwise, and says what keeps it from listening."""

import errno
import re
import signal
import socket
import sqlite3
import time
from pathlib import Path
from urllib.request import urlopen

from experiments.seminar.serve import bound_to
from tests.cli.command import refusal, started


def test_serve_says_where_it_listens_and_ends_with_ctrl_c(tmp_path):
    process = started("serve", "--port", "0", folder=tmp_path)
    try:
        lines = []
        while not (lines and "The seminar is at" in lines[-1]):
            lines.append(process.stderr.readline())
            assert lines[-1], lines
        address = re.search(r"http://127\.0\.0\.1:\d+/", lines[-1])[0]
        assert urlopen(f"{address}api/health", timeout=20).status == 200
        port = int(address.split(":")[2][:-1])
        listening = re.findall(rf"([0-9A-F]{{8}}):{port:04X} 00000000:0000 0A", Path("/proc/net/tcp").read_text())
        assert listening == ["0100007F"]  # 127.0.0.1, as Linux writes it
    finally:
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.wait(15) in (0, 130)
    assert time.monotonic() - began < 10.0
    assert "Traceback" not in process.stderr.read()
    assert (tmp_path / "results" / "seminar.sqlite").exists()


def test_a_port_that_is_taken_is_refused_in_a_sentence(capsys, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        said = refusal(capsys, "serve", "--port", port, "--rooms", str(tmp_path / "rooms.sqlite"))
    assert said.startswith(f"127.0.0.1:{port} cannot be listened on") and "--port" in said
    assert list(tmp_path.iterdir()) == []


def test_a_scenario_that_does_not_exist_is_refused_in_a_sentence(capsys):
    assert "did you mean mtel" in refusal(capsys, "serve", "--scenario", "mtl")


def test_a_file_of_another_program_is_not_taken_for_the_rooms(capsys, tmp_path):
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    before = other.read_bytes()
    assert "another program" in refusal(capsys, "serve", "--rooms", str(other))
    assert other.read_bytes() == before
    (tmp_path / "text.sqlite").write_text("not a database, but long enough to be looked at by SQLite itself" * 20)
    assert "cannot be used" in refusal(capsys, "serve", "--rooms", str(tmp_path / "text.sqlite"))


def test_without_the_packages_of_the_seminar_the_command_says_how_to_get_them(capsys, monkeypatch, tmp_path):
    import importlib.util

    known = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "websockets" else known(name))
    for command in (["serve"], ["handout", "mtel", "--out", str(tmp_path / "page.html")]):
        said = refusal(capsys, *command)
        assert "websockets" in said and "pip install 'desksales[seminar]'" in said


def test_nobody_is_let_wait_while_the_engine_is_prepared():
    """A socket that listened before anybody answers would leave a browser waiting half a minute."""
    with bound_to("127.0.0.1", 0) as bound, socket.socket() as visitor:
        assert visitor.connect_ex(bound.getsockname()) == errno.ECONNREFUSED
