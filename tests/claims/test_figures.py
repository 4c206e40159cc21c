"""Drawing a claim: from its table and certificate alone, the same bytes each time."""

import json

import numpy as np
import pytest

from experiments.claims.judge import judge
from experiments.claims.record import certificate_of, tables_of
from experiments.claims.trial import DOES_NOT, Robustness, Trial, try_claim
from experiments.claims.verify import verify
from figures.claim import draw
from tests.claims.small import TINY, small_claim
from tests.claims.test_trial import Alone

STEM = "claim_99_small"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("claims")
    trial = try_claim(small_claim(), STEM, TINY, Alone(), folder / "stores")
    tables = tables_of(trial, STEM)
    for name, text in tables.items():
        (folder / name).write_text(text)
    inputs = {"module": f"experiments/claims/{STEM}.py", "scenario": "mtel", "budget": "short", "hold": {}}
    inputs["arms"] = {arm: dict(changes) for arm, changes in small_claim().arms.items()}
    certificate = certificate_of(trial, STEM, inputs, tables)
    (folder / f"{STEM}.json").write_text(json.dumps(certificate))
    draw(folder / STEM)
    return folder, certificate


def test_the_same_table_gives_the_same_bytes(drawn):
    folder, _ = drawn
    before = {kind: (folder / f"{STEM}.{kind}").read_bytes() for kind in ("png", "svg")}
    for kind in before:
        (folder / f"{STEM}.{kind}").unlink()
    draw(folder / STEM)
    assert before == {kind: (folder / f"{STEM}.{kind}").read_bytes() for kind in before}


def test_axes_have_units_and_every_prediction_its_words_verdict_and_share_of_draws(drawn):
    folder, certificate = drawn
    picture = " ".join((folder / f"{STEM}.svg").read_text(encoding="utf-8").split())
    assert "mean wait" in picture and "(minutes)" in picture and "(share)" in picture
    assert "fewer reps let requests wait longer" in picture and "of draws" in picture
    assert f"seeds 1 to {certificate['seeds'][1]}" in picture


def test_the_caption_has_the_numbers_of_the_table(drawn):
    _, certificate = drawn
    assert f"in {certificate['seeds'][1]} runs of every arm" in certificate["caption"]
    assert f"at {certificate['robustness']['share']:.0%}" in certificate["caption"]
    assert "minutes" in certificate["predictions"][0]["said"]


def test_a_table_that_somebody_edited_is_found_out(drawn, monkeypatch):
    folder, certificate = drawn
    monkeypatch.setattr("experiments.claims.verify.claim_of", lambda stem: small_claim())
    monkeypatch.setattr("experiments.claims.verify.inputs", lambda *given: certificate["inputs"])
    assert all(check.good for check in verify(STEM, None, folder))
    text = (folder / f"{STEM}.csv").read_text()
    try:
        (folder / f"{STEM}.csv").write_text(text.replace("level", "LEVEL", 1))
        bad = [check.what for check in verify(STEM, None, folder) if not check.good]
        assert "table as certified" in bad
        place = "level,2 reps,wait_minutes_mean,,,,"
        (folder / f"{STEM}.csv").write_text(text.replace(place, f"{place}9", 1))
        bad = {check.what: check.wrong for check in verify(STEM, None, folder) if not check.good}
        assert "cannot be drawn" in bad["picture drawn again"], "a mean outside its own interval"
    finally:
        (folder / f"{STEM}.csv").write_text(text)


@pytest.mark.parametrize(
    ("name", "said"), [("lock", "the lock file of packages"), ("model_version", "the version of the model")]
)
def test_a_certificate_from_another_lock_file_or_model_is_told_in_words(drawn, monkeypatch, name, said):
    folder, certificate = drawn
    monkeypatch.setattr("experiments.claims.verify.claim_of", lambda stem: small_claim())
    monkeypatch.setattr("experiments.claims.verify.inputs", lambda *given: certificate["inputs"] | {name: "another"})
    bad = [check for check in verify(STEM, None, folder) if not check.good]
    assert [(check.what, check.wrong) for check in bad] == [("inputs", f"not as certified: {said}")]


def test_arms_are_named_once_and_words_of_predictions_stand_above_what_they_speak_of(drawn):
    folder, certificate = drawn
    picture = (folder / f"{STEM}.svg").read_text(encoding="utf-8")
    for arm in certificate["inputs"]["arms"]:
        assert picture.count(f">{arm}<") == 1


def test_runs_that_ran_away_do_not_stretch_an_axis_and_a_mean_that_is_of_few_is_hollow(tmp_path):
    claim, n = small_claim(), 4
    steady, lost = np.full(n, 10.0) + np.arange(n), np.array([11.0, 900.0, 900.0, 900.0])
    away = np.array([0.0, 1.0, 1.0, 1.0])
    runs = {
        arm: {"wait_minutes_mean": values, "rep_occupancy": values / 1000.0, "runaway": gone}
        for arm, values, gone in (("2 reps", lost, away), ("5 reps", steady, np.zeros(n)))
    }
    robust = Robustness("nowhere", (), (DOES_NOT,), ((float("nan"),),))
    trial = Trial(claim, TINY, n, n, runs, judge(claim, runs), robust, {})
    tables = tables_of(trial, STEM)
    (tmp_path / f"{STEM}.csv").write_text(tables[f"{STEM}.csv"])
    certificate = certificate_of(trial, STEM, {"module": "m", "scenario": "mtel", "arms": dict(claim.arms)}, tables)
    (tmp_path / f"{STEM}.json").write_text(json.dumps(certificate))
    draw(tmp_path / STEM)
    picture = (tmp_path / f"{STEM}.svg").read_text(encoding="utf-8")
    assert ">900<" not in picture and ">800<" not in picture
    assert "hollow: more ran away than are in the mean" in " ".join(picture.split())


def test_runs_made_again_give_the_table_that_was_certified(drawn, monkeypatch):
    folder, certificate = drawn
    monkeypatch.setattr("experiments.claims.verify.claim_of", lambda stem: small_claim())
    monkeypatch.setattr("experiments.claims.verify.budget_of", lambda name: TINY)
    monkeypatch.setattr("experiments.claims.verify.inputs", lambda *given: certificate["inputs"])
    told = {check.what: check.good for check in verify(STEM, Alone(), folder)}
    assert told["table made again"] and all(told.values())


def test_a_current_certificate_is_kept_with_its_time_and_commit(drawn, monkeypatch, tmp_path):
    _, certificate = drawn
    from experiments.claims.certificate import keep, read

    file = tmp_path / "c.json"
    keep(file, certificate)
    keep(file, certificate | {"made": "later", "commit": "other"})
    assert read(file)["made"] == certificate["made"]
    keep(file, certificate | {"made": "later", "table_hash": "another"})
    assert read(file)["made"] == "later"
