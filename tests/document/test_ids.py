"""Row ids in running text."""

import pytest

from model.document.ids import row_ids

CASES = {
    "one": ("as in (000-16).", ["000-16"]),
    "a list of whole ids": ("000-16, 000-17", ["000-16", "000-17"]),
    "a list that names the source once": ("(000-16, 17)", ["000-16", "000-17"]),
    "a range": ("000-12..14", ["000-12", "000-13", "000-14"]),
    "a range and a list": ("000-34..36, 45", ["000-34", "000-35", "000-36", "000-45"]),
    "a list that ends in a range": ("000-05, 07..09", ["000-05", "000-07", "000-08", "000-09"]),
    "two sources": ("000-24; 004-07", ["000-24", "004-07"]),
    "a repetition": ("000-14, 000-14", ["000-14"]),
    "another reference": ("B2: 2000-16 and 46 calls, C10", []),
    "a number that is not a row": ("000-16, 120 minutes", ["000-16"]),
}


@pytest.mark.parametrize("case", CASES)
def test_a_text_cites_exactly_these_rows(case):
    text, rows = CASES[case]
    assert row_ids(text) == rows
