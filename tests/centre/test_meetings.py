"""Face-to-face meetings blended with work apart (004-07): what they cost and what they build."""

import numpy as np
import pytest

from model.simulation import simulate
from model.world.codes import L_MET, MEETING, MINUTES
from tests.helpers.colleagues import colleagues

SEEDS = (1, 2, 3)


def runs(**changes):
    """The small centre under a few seeds."""
    return [simulate(colleagues(**changes), seed) for seed in SEEDS]


def mean(results, name: str) -> float:
    """Mean of a measure over runs."""
    return float(np.mean([result.measures[name] for result in results]))


def test_everybody_meets_as_often_as_the_calendar_says_and_pays_with_working_time():
    """Two meetings a month of 20 days for 40 days: four each, but for the last, which may not have ended."""
    result = simulate(colleagues(meetings__meetings_per_month=2.0, meetings__meeting_minutes=45.0), 1, log=True)
    met = result.world.peers["n_meetings"]
    assert met.min() >= 3 and met.max() <= 4
    assert np.count_nonzero(result.log["event"] == L_MET) == met.sum()
    booked = result.world.ledger["minutes"].reshape(-1, len(MINUTES))[:, MEETING]
    assert booked == pytest.approx(45.0 * met)


def test_without_meetings_nobody_meets():
    result = simulate(colleagues(run__days=10), 1)
    assert result.world.peers["n_meetings"].sum() == 0
    assert result.measures["meeting_time_share"] == 0.0


def test_more_meetings_mean_more_identity_trust_and_sharing():
    """004-07, C29: sharing and social capital beside the frequency of meetings."""
    careful = {"norms__beneficence": 0.5, "norms__gift_to_stranger": 0.2, "run__days": 60}
    never, monthly, often = (runs(**careful, meetings__meetings_per_month=m) for m in (0.0, 1.0, 8.0))
    for name in ("identity_mean", "social_capital", "meeting_time_share", "trust_between_sites_ratio"):
        assert mean(never, name) < mean(monthly, name) < mean(often, name), name
    assert mean(often, "questions_answered_share") > 1.15 * mean(never, "questions_answered_share")


def test_meetings_with_management_build_identity_but_no_ties():
    """004-07: with whom: management alone brings nobody into a contact list."""
    common = {"meetings__meetings_per_month": 4.0, "helping__give_help": "never", "helping__p_ask": 0.0}
    peers, management = (runs(**common, meetings__share_with_management=share) for share in (0.0, 1.0))
    assert mean(peers, "identity_mean") == pytest.approx(mean(management, "identity_mean"), abs=0.01)
    assert mean(peers, "social_capital") > 0.5
    assert mean(management, "social_capital") == 0.0


def test_topics_talked_over_in_meetings_spread_what_people_know():
    quiet = {"meetings__meetings_per_month": 4.0, "helping__p_ask": 0.0, "helping__p_discover": 0.0,
             "helping__topics_change_per_year": 0.0}  # fmt: skip
    silent, talking = (runs(**quiet, meetings__meeting_topics=n) for n in (0, 5))
    assert mean(talking, "knowledge_share") > mean(silent, "knowledge_share") + 0.03


def test_meetings_bring_trust_to_those_who_work_apart_where_identity_alone_does_not():
    """004-15, 004-07: ties between sites, which no shared place supports, come closer to those within."""
    never, weekly = (runs(meetings__meetings_per_month=m, run__days=60) for m in (0.0, 4.0))
    assert mean(never, "trust_between_sites_ratio") < 1.0
    assert mean(weekly, "trust_mean") > mean(never, "trust_mean")
