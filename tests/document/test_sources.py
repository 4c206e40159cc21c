"""Every reference of the tables means something to a reader who has the page alone."""

import re

from model.document.sources import explained, references, sources
from model.document.write import PAGE

LETTERS = {name.split(":")[0].rstrip("0123456789") for name in references() if re.match(r"(A|B2|C\d+|D|E|F)\b", name)}


def test_every_reference_that_is_no_row_is_explained():
    assert set(references()) - set(explained()) == set()


def test_nothing_is_explained_that_nobody_cites():
    assert set(explained()) - set(references()) == set()


def test_references_hold_no_row_of_source_000_and_no_empty_one():
    assert [name for name in references() if re.search(r"\d{3}-\d{2}", name) or not name] == []


def test_a_source_of_two_references_is_split():
    # learning.inverse_temperature rests on "000-34; B2: softmax": a row and a reference.
    assert "B2: softmax" in references()


def test_every_letter_has_its_line_in_the_section():
    section = PAGE.read_text(encoding="utf-8").split("\n## Evidence rows\n")[1].split("\n## ")[0]
    lines = set(re.findall(r"^- `([A-F])2?` is ", section, re.M))
    assert lines == {letter.rstrip("2") for letter in LETTERS} == set("ABCDEF")


def test_the_table_has_one_line_a_reference():
    named = [line.split(" | ")[0].removeprefix("| ") for line in sources().split("\n")[2:]]
    assert sorted(named) == references()
