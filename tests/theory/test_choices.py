"""Learning and credit where theory speaks: the softmax bandit, naming by chance, credit to the originator."""

import pytest

from experiments.proof import choices


@pytest.mark.parametrize(
    ("check", "runs", "days"),
    [
        (choices.one_salesperson, 6, 1000),  # P(i) = exp(β v_i) / Σ exp(β v_j), v ← v + α (r − v), step by step
        (choices.named_by_chance, 12, 60),  # β = 0: P(i) = 1/k (evidence E)
        (choices.notices_without_names, 12, 60),  # no names, no lessons: P(i) = 1/k (evidence E)
        (choices.credit_to_the_originator, 4, 60),  # reported = originated (evidence E)
    ],
)
def test_choices_and_credit_agree_with_theory(check, runs, days):
    assert [line for line in check(runs, days) if line.verdict != "agrees"] == []
