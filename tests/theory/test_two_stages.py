"""Mailbox, desk and bucket with the behaviour off: tandems, and a bucket that is served out of turn."""

import pytest

from experiments.proof import stages


@pytest.mark.parametrize(
    ("check", "days"),
    [
        (stages.mailbox_and_bucket, 250),  # W_1 = W_0 / (1 − ρ_1), V = λ E[(R + S)²] / (2 (1 − ρ)): Taube-Netto 1972
        (stages.desk_and_bucket, 120),  # P(n_1, n_2) = P(n_1) P(n_2): Jackson 1957
        (stages.out_of_turn, 150),  # E[W] unchanged, Var[W] raised: Kingman 1962
    ],
)
def test_two_stages_agree_with_theory(check, days):
    # a rep serves mailbox and bucket both, so Jackson's theorem is tested on desk and bucket; see the checks
    assert [line for line in check(16, days) if line.verdict != "agrees"] == []
