"""The field notes of one issue: verified as claims are, and drawn with the time of every moment."""

import shutil

import pytest

from experiments.claims.certificate import FIGURES
from experiments.claims.verify import verify_notes
from experiments.field_notes import STEM
from figures.field_notes import clocks, draw


@pytest.fixture
def copied(tmp_path):
    for kind in ("csv", "json", "png", "svg"):
        shutil.copy(FIGURES / f"{STEM}.{kind}", tmp_path)
    return tmp_path


def bad(folder):
    return [check.what for check in verify_notes(True, folder) if not check.good and check.what != "inputs"]


def test_the_notes_that_are_kept_are_as_certified(copied):
    assert bad(copied) == []


def test_a_sentence_that_somebody_changed_is_found_out_in_table_and_picture(copied):
    table = copied / f"{STEM}.csv"
    text = table.read_text(encoding="utf-8")
    assert " called " in text
    table.write_text(text.replace(" called ", " wrote to ", 1), encoding="utf-8")
    assert bad(copied) == ["table as certified", "picture drawn again"]


def test_notes_without_a_certificate_are_told(copied):
    (copied / f"{STEM}.json").unlink()
    assert bad(copied) == ["certificate"]


def test_moments_of_one_minute_share_a_tick():
    assert clocks([0.0, 1.0, 2.0], [425.0, 425.4, 481.0], 480.0) == ([0.0, 2.0], ["16:05", "9:01"])


def test_the_same_table_gives_the_same_bytes(copied):
    before = {path: path.read_bytes() for path in draw(copied / STEM)}
    for path in before:
        path.unlink()
    assert before == {path: path.read_bytes() for path in draw(copied / STEM)}
