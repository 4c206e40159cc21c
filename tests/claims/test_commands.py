"""`desksales claim`, `figure` and `verify`, as one types them."""

import pytest

from tests.cli.command import refusal

REFUSED = {
    "no such claim": (["claim", "99"], ["no claim 99", "there are 1 to"]),
    "a claim in words": (["claim", "seven"], ["'seven'", "a number"]),
    "no such figure": (["figure", "99"], ["no claim 99"]),
    "a budget that is none": (["claim", "1", "--budget", "endless"], ["--budget is 'endless'", "short or full"]),
    "nothing to verify": (["verify", "--claim", "99"], ["no claim 99"]),
    "a claim to verify in words": (["verify", "--claim", "seven"], ["--claim is 'seven'", "a number"]),
    "no workers": (["claim", "1", "--workers", "0"], ["--workers is 0", "1 or more"]),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_refused_in_a_sentence(case, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    arguments, words = REFUSED[case]
    sentence = refusal(capsys, *arguments)
    assert all(word in sentence for word in words), sentence
    assert not list(tmp_path.iterdir())
