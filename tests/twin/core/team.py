"""Teams and their supervisors: quota and review (5, 7.15)."""

from tests.twin.core.desk import Salesperson
from tests.twin.luck import key_of


class Team:
    """A supervisor and her salespeople."""

    member = Salesperson

    def __init__(self, model, number):
        self.p, self.low, self.serves = model.p, 0, model.p.service_turn == "from_start"
        places = range(self.p.salespeople_per_team)
        self.people = [self.member(model, key_of(0, number, place), self) for place in places]

    def first_quota(self):
        """5: g times what a newcomer is expected to sell unaided in a review period."""
        p = self.p
        calls = p.opportunities_per_account_day * p.accounts / (p.teams * p.salespeople_per_team)
        sold = calls * min(1.0, p.conversion_novice * p.opportunity_conversion)
        return p.quota_multiple * p.review_days * p.order_value_mean * sold

    def review(self):
        """7.15: attainment, and the service turn after low periods in a row."""
        sums = ("quota", "originated", "claimed")
        quota, originated, claimed = (sum(getattr(person, name) for person in self.people) for name in sums)
        record = self.serves, quota, originated, claimed
        for person in self.people:
            person.originated = person.claimed = 0.0
        self.low = self.low + 1 if (originated + claimed) / quota < 1.0 - self.p.turn_gap else 0
        self.serves |= self.p.service_turn == "gap_to_quota" and self.low >= self.p.turn_patience
        return record
