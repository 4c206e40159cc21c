"""Teams with audits, a moving quota and selling in free time (5, 7.15)."""

import math

from tests.twin.core import team as core
from tests.twin.whole.desk import Salesperson


class Team(core.Team):
    """Its supervisor audits, and expects more after more was reported."""

    member = Salesperson

    def __init__(self, model, number):
        super().__init__(model, number)
        self.audit, self.n_reviews, self.kept = self.p.audit_probability, 0, 0.0

    def first_quota(self):
        """5: and (a / sell_minutes) p_0 (1 − s (1 − f)) sales of free time."""
        p = self.p
        offers = p.availability_desk * p.day_minutes / p.sell_minutes
        sold = offers * p.conversion_novice * (1.0 - p.share_difficult * (1.0 - p.difficult_conversion))
        return super().first_quota() + p.quota_multiple * p.review_days * p.order_value_mean * sold

    def review(self):
        """7.15: quota ← quota + w (reported − quota), and audits p_a exp(−stake · Σ claimed / Σ quota)."""
        p, kept = self.p, [person.surplus() for person in self.people]
        for person, surplus in zip(self.people, kept, strict=True):
            person.claimed -= surplus
        reports = [person.originated + person.claimed for person in self.people]
        record = _, quota, _, claimed = super().review()
        self.n_reviews, self.kept = self.n_reviews + 1, self.kept + sum(kept)
        for person, reported, surplus in zip(self.people, reports, kept, strict=True):
            attainment, person.claimed = reported / person.quota, surplus
            person.quota += (p.ratchet_up if reported > person.quota else p.ratchet_down) * (reported - person.quota)
            person.usual = attainment * person.quota
        self.audit = p.audit_probability * math.exp(-p.career_stake * claimed / quota)
        return record
