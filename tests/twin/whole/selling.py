"""Selling in free time, and the practice that comes of it (5, 7.6, 7.7)."""

from tests.twin.core import desk as core
from tests.twin.laws import lognormal


class Seller(core.Salesperson):
    """Offers products whenever nothing else is to be done."""

    def __init__(self, model, key, team):
        super().__init__(model, key, team)
        self.ex_service = model.chance(self.p.share_ex_service, "HIRE", self)
        self.practice, self.until_offer, self.n_offers = 0.0, 0.0, 0

    def skill(self):
        """7.7: p = p_max − (p_max − p_s) 2^(−t / t_1/2)."""
        p, days = self.p, self.practice / (self.p.availability_desk * self.p.day_minutes)
        first = p.conversion_novice * (p.ex_service_conversion if self.ex_service else 1.0)
        return p.conversion_max - max(0.0, p.conversion_max - first) * 2.0 ** (-days / p.practice_half_life)

    def close(self, issue):
        """7.6: with the skill that the salesperson has by now."""
        if self.model.chance(self.skill() * self.p.opportunity_conversion, "CLOSE", issue):
            self.originated += issue.order
            self.model.tally["sales"] += 1

    def end_free_time(self):
        """7.7: free time is selling time, reckoned when it ends."""
        free = self.model.now - self.since
        self.minutes["selling"] += free
        self.since, self.practice, self.until_offer = self.model.now, self.practice + free, self.until_offer - free
        while self.until_offer <= 0.0:
            self.offer()
            self.until_offer, self.n_offers = self.until_offer + self.p.sell_minutes, self.n_offers + 1

    def offer(self):
        """7.7: of a product, which may be a difficult one."""
        difficult = self.model.chance(self.p.share_difficult, "PRODUCT", self, self.n_offers)
        chance = self.skill() * (self.p.difficult_conversion if difficult else 1.0)
        if self.model.chance(chance, "PITCH", self, self.n_offers):
            u = self.model.luck.number("PITCH_VALUE", self, self.n_offers)
            self.originated += lognormal(u, self.p.order_value_mean, self.p.order_value_cv)
            self.model.tally["sales"] += 1
