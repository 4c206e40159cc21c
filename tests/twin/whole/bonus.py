"""Salespeople who read their bonus (7.13, 7.15)."""

from tests.twin.core import desk as core


class ReadsBonus(core.Salesperson):
    """Follows up orders by what they may add to the bonus, and keeps claims that earn nothing for the next period."""

    def __init__(self, model, key, team):
        super().__init__(model, key, team)
        self.usual = self.quota  # sales of a whole period that are reckoned with

    def chasing_rate(self, issue):
        """7.13: h, times 1 + ξ · stake."""
        reads = self.p.reads_bonus and issue.order > 0.0
        return self.p.chase_rate * (1.0 + self.p.stake_response * self.stake(issue.order) if reads else 1.0)

    def stake(self, order):
        """7.13: the mean over five prospects of what the credit adds."""
        credit, period = order if self.p.attribution == "handler" else 0.0, self.p.review_days * self.p.day_minutes
        left = 1.0 - (self.model.now - self.team.n_reviews * period) / period
        prospects = [self.originated + self.claimed + x / 2.0 * left * self.usual for x in range(5)]
        return sum(self.pay(reported + credit) - self.pay(reported) for reported in prospects) / 5.0

    def pay(self, reported):
        """7.15: nothing below the threshold, more beyond the quota, no more beyond a cap."""
        p, quota = self.p, self.quota
        counted = min(reported, p.bonus_cap * quota) if p.bonus_cap > 0.0 else reported
        bonus = p.bonus_rate * (counted + (p.bonus_accelerator - 1.0) * max(0.0, counted - quota))
        return bonus if reported >= p.bonus_threshold * quota else 0.0

    def surplus(self):
        """7.15: what can be left out at no loss, down to own sales or to what counts as low, less a cent."""
        whole, quota = self.originated + self.claimed, self.quota
        low, high = max(self.originated, min(whole, self.p.dismissal_attainment * quota)), whole
        if self.pay(low) == self.pay(whole):
            high = low
        for _ in range(40):
            middle = (low + high) / 2.0
            low, high = (low, middle) if self.pay(middle) >= self.pay(whole) else (middle, high)
        surplus = whole - high - 0.01
        earns = self.pay(quota + surplus) > self.pay(max(0.0, quota - surplus))
        return surplus if self.p.reads_bonus and surplus >= 0.01 and earns else 0.0
