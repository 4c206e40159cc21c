"""The claims themselves: possible, complete, and resting on rows that exist."""

import re
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from experiments.claims.catalogue import chosen, claim_of, spoken, stems
from experiments.claims.claim import ClaimError
from experiments.claims.gallery import SOURCES
from model.measures import MEASURES

ROWS = tomllib.loads((Path(__file__).parents[2] / "model/document/rows.toml").read_text(encoding="utf-8"))
QUESTIONS = {f"C{number}" for number in range(1, 31)}
CLAIMS = {stem: claim_of(stem) for stem in stems().values()}


@pytest.mark.parametrize("stem", CLAIMS)
def test_every_row_that_a_claim_names_exists(stem):
    for row in CLAIMS[stem].rows:
        source = re.fullmatch(r"(00\d)-(\d\d)", row)
        if source:
            assert int(source.group(2)) <= ROWS["last"][source.group(1)], row
        else:
            assert row in QUESTIONS or row.startswith(("B1: ", "B2: ", "B3: ", "E: ")), row
    assert CLAIMS[stem].source in SOURCES


@pytest.mark.parametrize("stem", CLAIMS)
def test_arms_can_be_run_and_no_two_are_the_same_organisation(stem):
    values = {arm: scenario.values() for arm, scenario in CLAIMS[stem].scenarios().items()}
    for one, other in combinations(values, 2):
        assert values[one] != values[other], f"{one} and {other}"


@pytest.mark.parametrize("stem", [stem for stem, claim in CLAIMS.items() if claim.observe is None])
def test_every_quantity_rests_on_measures(stem):
    assert set(CLAIMS[stem].measures) <= set(MEASURES)


@pytest.mark.parametrize("stem", [stem for stem, claim in CLAIMS.items() if claim.axis])
def test_arms_along_an_axis_are_numbers_in_order(stem):
    numbers = [float(arm) for arm in CLAIMS[stem].arms]
    assert numbers == sorted(numbers)


def test_four_fifths_of_the_research_questions_are_claims_and_every_part_of_the_gallery_has_one():
    asked = {row for claim in CLAIMS.values() for row in claim.rows} & QUESTIONS
    assert len(asked) >= 24
    assert {claim.source for claim in CLAIMS.values()} == set(SOURCES)


def test_claims_are_chosen_by_number_list_and_range():
    assert chosen("4") == [stems()[4]]
    assert chosen("4,1-2") == [stems()[4], stems()[1], stems()[2]]
    assert chosen("all") == list(stems().values())


@pytest.mark.parametrize("text", ["", "seven", "99", "-3"])
def test_a_number_that_no_claim_has_is_refused_with_those_that_there_are(text):
    with pytest.raises(ClaimError, match="claim"):
        chosen(text)


def test_numbers_are_told_as_stretches():
    assert spoken([1, 2, 3, 7, 9, 10]) == "1 to 3, 7, 9 to 10"
