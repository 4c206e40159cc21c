"""What is committed: tables as certified, pages as made from certificates, figures that say what they show."""

import json
from pathlib import Path

import pandas as pd
import pytest

from experiments.claims.catalogue import claim_of, spoken, stems
from experiments.claims.certificate import FIGURES, read, tables_on_disk
from experiments.claims.findings import COLUMNS
from experiments.claims.sources import MACHINERY, sources_of
from experiments.claims.gallery import (
    FIRST, NOTES, VARIANCES, certificates, entry, page, readme_part,
)  # fmt: skip
from model.measures import MEASURES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
STEMS = [stem for stem in stems().values() if read(FIGURES / f"{stem}.json") is not None]
"""Claims that were tried; the pages name those that were not."""


@pytest.mark.parametrize("stem", STEMS)
def test_every_claim_has_its_certificate_its_tables_as_certified_and_its_pictures(stem):
    certificate = read(FIGURES / f"{stem}.json")
    assert certificate is not None
    assert tables_on_disk(FIGURES / f"{stem}.json", certificate) == certificate["table_hash"]
    assert (FIGURES / f"{stem}.png").is_file() and (FIGURES / f"{stem}.svg").is_file()


@pytest.mark.parametrize("stem", STEMS)
def test_a_certificate_speaks_of_the_claim_as_the_module_has_it(stem):
    certificate, claim = read(FIGURES / f"{stem}.json"), claim_of(stem)
    assert certificate["sentence"] == claim.sentence and certificate["falsifier"] == claim.falsifier
    assert certificate["rows"] == list(claim.rows)
    assert [one["words"] for one in certificate["predictions"]] == [one.words for one in claim.predictions]
    assert certificate["inputs"]["arms"] == {arm: dict(changes) for arm, changes in claim.arms.items()}


@pytest.mark.parametrize("stem", STEMS)
def test_the_verdict_follows_from_the_intervals_in_the_table(stem):
    certificate = read(FIGURES / f"{stem}.json")
    rows = pd.read_csv(FIGURES / f"{stem}.csv")
    assert tuple(rows.columns) == COLUMNS
    told = rows[rows["part"] == "prediction"].set_index("prediction")
    for number, prediction in enumerate(certificate["predictions"], 1):
        row, margin = told.loc[number], prediction["margin"]
        held = {
            ">": row["low"] > margin, "<": row["high"] < -margin, "≈": row["low"] > -margin and row["high"] < margin,
        }[prediction["sense"]]  # fmt: skip
        enough = row["n"] >= 2 and row["n"] >= row["set_aside"]
        assert (prediction["verdict"] == "holds") == bool(held and enough)
    if any(prediction["verdict"] == "fails" for prediction in certificate["predictions"]):
        assert certificate["verdict"] == "fails"


@pytest.mark.parametrize("stem", STEMS)
def test_a_figure_names_claim_verdict_units_script_and_commit_and_is_small(stem):
    certificate = read(FIGURES / f"{stem}.json")
    picture = (FIGURES / f"{stem}.svg").read_text(encoding="utf-8")
    plain = " ".join(picture.split())
    assert f"Claim {certificate['id']}. " in plain and certificate["commit"] in plain
    assert certificate["inputs"]["module"] in plain and f"figures/{certificate['drawing']}.py" in plain
    assert len(picture) < 150_000


def test_the_pages_name_the_claims_that_were_not_tried_yet():
    waiting = [number for number, stem in stems().items() if stem not in STEMS]
    text = (FIGURES.parent / "README.md").read_text(encoding="utf-8")
    assert (f"Claims {spoken(waiting)} wait for their first run." in text) == bool(waiting)


def test_the_gallery_and_the_index_are_made_from_the_certificates():
    made = certificates()
    assert (FIGURES.parent / "README.md").read_text(encoding="utf-8") == page(made, read(FIGURES / f"{NOTES}.json"))
    assert json.loads((FIGURES / "index.json").read_text(encoding="utf-8")) == [entry(one) for one in made]


def test_the_index_has_what_a_browser_needs_and_its_pictures_exist():
    for one in json.loads((FIGURES / "index.json").read_text(encoding="utf-8")):
        assert {"id", "sentence", "rows", "verdict", "robustness", "figure", "scenario", "changes"} <= set(one)
        assert (FIGURES / one["figure"]).is_file()


def test_the_table_of_the_readme_is_made_from_the_certificates():
    begin, end = "<!-- claims -->", "<!-- end of claims -->"
    assert begin in README and end in README
    inside = README.split(begin)[1].split(end)[0].strip()
    assert inside == readme_part(certificates())


def test_the_gallery_has_a_line_of_numbers_for_every_prediction_and_says_what_of_a_design_was_changed():
    gallery = (FIGURES.parent / "README.md").read_text(encoding="utf-8")
    for one in certificates():
        for prediction in one["predictions"]:
            assert f"| {prediction['words']} | {prediction['effect']} | {prediction['interval']} |" in gallery
        assert one["revised"] in gallery and one["finding"] in gallery


def test_every_claim_that_does_not_hold_says_why_as_far_as_it_is_known():
    for stem in STEMS:
        if read(FIGURES / f"{stem}.json")["verdict"] != "holds":
            assert claim_of(stem).finding, stem


def test_the_page_begins_with_the_figures_that_are_nowhere_else_and_shows_the_analyses_that_there_are():
    gallery = (FIGURES.parent / "README.md").read_text(encoding="utf-8")
    for number in FIRST:
        assert f"(#claim-{number:02d})" in gallery and f'<a id="claim-{number:02d}"></a>' in gallery
    assert "(#field-notes)" in gallery and '<a id="field-notes"></a>' in gallery
    for folder in VARIANCES:
        there = (FIGURES.parent / folder / "sensitivity.png").is_file()
        assert (f"]({folder}/sensitivity.png)" in gallery) == there


def test_the_index_has_days_and_measures_of_a_claim():
    told = {one["id"]: one for one in json.loads((FIGURES / "index.json").read_text(encoding="utf-8"))}
    assert told[11]["hold"]["run.days"] == 80 and told[11]["measures"][0] == "contact_book_size"
    assert "run.days" not in told[1]["hold"]
    assert all(set(one["measures"]) <= set(MEASURES) for one in told.values())


def test_whatever_a_claim_imports_of_the_experiments_decides_its_certificate(tmp_path):
    named = {path.name for path in sources_of("claim_32_softmax_bandit")}
    assert {"claim_32_softmax_bandit.py", "judge.py", "bandit.py", "choices.py", "stages.py"} <= named
    assert "counterfactual.py" in {path.name for path in sources_of("claim_35_claimed_and_caused")}
    assert len(sources_of("claim_01_attribution")) == 1 + len(MACHINERY)
