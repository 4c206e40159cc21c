"""Splicing the tables into the page, and telling what is stale."""

import re

import pytest

from model.document.write import BLOCKS, PAGE, PageError, main, stale, written


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def test_no_table_of_the_page_is_stale(page):
    names = stale(page)
    assert names == [], f"stale: {', '.join(names)}; run python -m model.document"


def test_a_changed_table_is_the_one_that_is_named(page):
    changed = page.replace("| `habit_gain` | η_+ |", "| `habit_gain` | η |")
    assert changed != page
    assert stale(changed) == [*stale(page), "parameters"]


def test_writing_makes_nothing_stale_and_keeps_the_prose(page):
    words = "By hand, and to be kept."
    empty = re.sub(r"(<!-- generated: \S+ -->\n).*?(<!-- end -->)", r"\1\2", page, flags=re.S) + words
    new = written(empty)
    assert len(stale(empty)) == len(BLOCKS)
    assert stale(new) == []
    assert new.endswith(words)
    assert written(new) == new


def test_checking_changes_nothing_exits_1_and_names_what_is_stale(page, tmp_path, capsys):
    file = tmp_path / "README.md"
    changed = written(page).replace("| unit | definition | row |", "| unit | meaning | row |")
    file.write_text(changed, encoding="utf-8")
    assert main(["--check"], file) == 1
    assert capsys.readouterr().err == "README.md is stale in: measures. Run python -m model.document.\n"
    assert file.read_text(encoding="utf-8") == changed
    assert main([], file) == 0
    assert main(["--check"], file) == 0


def test_a_block_that_is_not_generated_is_refused_in_a_sentence(page, tmp_path, capsys):
    file = tmp_path / "README.md"
    wrong = page.replace("<!-- generated: measures -->", "<!-- generated: measure -->")
    file.write_text(wrong, encoding="utf-8")
    assert main([], file) == 1
    assert capsys.readouterr().err.startswith("The page has a block 'measure'; the blocks are schedule, ")


def test_a_missing_block_is_refused(page):
    with pytest.raises(PageError, match=r"The page has 0 blocks 'coverage'; it must have one\."):
        written(page.replace("<!-- generated: coverage -->\n", ""))


def test_a_missing_end_is_refused_and_swallows_no_prose(page):
    first, rest = page.split("<!-- end -->", 1)
    with pytest.raises(PageError, match="lacks its <!-- end --> marker"):
        written(first + rest)
