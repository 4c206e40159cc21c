"""Salespeople and their teams (5, 7.6 to 7.8, 7.12 to 7.15)."""

import math
from collections import defaultdict
from dataclasses import dataclass

from tests.twin.luck import key_of
from tests.twin.process import Worker, lognormal


@dataclass
class Tie:
    """What a salesperson remembers of a rep."""

    value: float
    known: bool = False
    number: bool = False
    friend: bool = False
    n: int = 0


class Salesperson(Worker):
    """Takes calls, forwards, chases, and sells in free time."""

    def __init__(self, model, key, team):
        super().__init__(model, key, model.p.availability_desk)
        self.team, self.quota, self.originated, self.claimed = team, team.first_quota(), 0.0, 0.0
        self.ties, self.named_last = defaultdict(lambda: Tie(self.p.prior_value)), {}
        self.practice, self.until_offer, self.n_offers, self.chasing = 0.0, 0.0, 0, 0.0
        self.ex_service = model.chance(self.p.share_ex_service, "HIRE", self)
        if self.ex_service:
            self.bring_contacts(model.units[int(model.number("HIRE", self, 1) * len(model.units))].reps)

    def bring_contacts(self, reps):
        """5: whoever comes from a unit knows some reps there."""
        for contact in range(min(self.p.residual_contacts, len(reps))):
            place = int(self.model.number("RESIDUAL", self, contact) * len(reps))
            while self.ties[reps[place % len(reps)]].known:
                place += 1
            value = max(self.p.prior_value, self.p.book_threshold)
            self.ties[reps[place % len(reps)]] = Tie(value, known=True, number=True, n=1)

    def take_call(self, issue):
        """7.6: a call of a customer, and what follows from it."""
        yield self.line
        yield from self.converse(issue, "service_calls" if issue.is_request else "other_calls")
        if issue.kind == "opportunity":
            if self.model.chance(self.skill() * self.p.opportunity_conversion, "CLOSE", issue):
                self.sell(issue.order)
        elif issue.is_request and self.team.serves:
            issue.desk, issue.salesperson = True, self
            yield from self.forward(issue)
        elif issue.is_request:
            yield from self.hand_back(issue)

    def converse(self, issue, counted_as):
        yield issue.talk + self.p.wrap_minutes
        self.minutes["service calls" if issue.is_request else "calls"] += issue.talk
        self.minutes["wrap-up"] += self.p.wrap_minutes
        self.model.tally[counted_as] += 1

    def hand_back(self, issue):
        """7.3: the customer is sent to the unit."""
        issue.account.form_habit(grows=False)
        yield from issue.account.turn_to_unit(issue)

    def forward(self, issue):
        """7.8: choose practice, rep and voice; the message arrives at once."""
        m, p, unit, sent, issue.state = self.model, self.p, issue.unit, issue.n_sends, "at the desk"
        yield self.own
        yield from self.spend(p.forward_minutes, "forwarding")
        issue.channel, issue.named = self.choose_practice(issue, m.number("PRACTICE", issue, sent), sent)
        if issue.named:
            issue.same = self.named_last.get(unit) is issue.named
            self.named_last[unit] = issue.named
            m.tally["named"] += 1
        issue.own_voice = not m.chance(p.p_customer_voice, "FRAME", issue, sent)
        issue.account.count_message(issue)
        by_mail = not m.chance(p.immediacy[issue.channel], "HONOUR", issue, sent)
        named = issue.channel == "direct_number"
        named = named and m.chance(p.addressability[issue.channel], "HONOUR", issue, 128 + issue.n_sends)
        by_phone = issue.named.line if named else unit.helpline
        rep = yield unit.mailbox if by_mail else by_phone
        yield from rep.take_message(issue, by_mail)

    def choose_practice(self, issue, u, sent):
        """7.8: plain mail if exploring or nobody was helpful; else call or name one of the known, by softmax."""
        known = [rep for rep in issue.unit.reps if self.ties[rep].known]
        helpful = [t for t in (self.ties[rep] for rep in known) if t.n > 0 and t.value >= self.p.book_threshold]
        explore = self.p.exploration
        if u < explore or not helpful:
            return "mailbox", None
        weights = [math.exp(self.p.inverse_temperature * self.ties[rep].value) for rep in known]
        left = self.model.number("NAME", issue, sent) * sum(weights)
        rep = next((r for r, w in zip(known, weights, strict=True) if (left := left - w) < 0.0), known[-1])
        calls = any(tie.number for tie in helpful) and u < explore + (1.0 - explore) * self.p.share_phoned
        return ("direct_number" if calls and self.ties[rep].number else "tagged_mail"), rep

    def be_refused(self, issue, rep):
        """7.10: send it again, or hand it back."""
        if issue.named is rep:
            self.learn(rep, 0.0)
        yield from self.forward(issue) if issue.n_sends < self.p.send_limit else self.hand_back(issue)

    def chase(self, issue, prompted):
        """7.13: perhaps the customer calls first; then the first rep whose number is known, else the helpline."""
        if prompted:
            yield self.line
            yield from self.converse(issue, "other_calls")
        yield self.own
        yield from self.spend(self.p.chase_minutes, "chasing")
        if issue.state != "done" and issue.salesperson is self:
            self.model.tally["chases"] += 1
            known = (rep for rep in (issue.rep, issue.holder, issue.named) if rep and self.ties[rep].number)
            called = next(known, None)
            rep = yield called.line if called else issue.unit.helpline
            yield from rep.answer_enquiry(issue, self, "direct_number" if called else "helpline")

    def hear_update(self, issue, rep, number):
        """7.6: a rep calls with an update."""
        yield self.line
        yield from self.spend(self.p.update_minutes, "service calls")
        self.model.tally["update_calls"] += 1
        self.talk(rep, issue, self.p.update_shows_number, number)

    def talk(self, rep, issue, visibility, number):
        """7.9: a number, and a personal tie, may come out of a talk."""
        tie = self.ties[rep]
        if not tie.number and self.model.chance(visibility, "NUMBER", issue, number):
            tie.number = tie.known = True
        tie.friend = tie.friend or self.model.chance(self.p.phone_tie, "TIE", issue, number)

    def receive_notice(self, issue):
        """7.12: what the completion notice teaches, and the order that is claimed."""
        if self.p.completion_notice_names_rep:
            self.learn(issue.rep, 2.0 ** (-(self.model.now - issue.sent) / 60.0 / self.p.reward_half_life))
            if issue.named and issue.named is not issue.rep:
                self.learn(issue.named, 0.0)
        if self.p.attribution == "handler" and not self.model.chance(self.team.audit, "AUDIT", issue, 1):
            self.claimed += issue.order
            self.model.tally["claimed"] += issue.order

    def learn(self, rep, reward):
        """7.12: v ← v + α (r − v)."""
        tie = self.ties[rep]
        tie.known, tie.n = True, tie.n + 1
        tie.value += self.p.learning_rate * (reward - tie.value)

    def forget(self):
        """7.14: v ← v + δ (Q_0 − v)."""
        self.chasing = 0.0
        for tie in self.ties.values():
            tie.value += self.p.forgetting * (self.p.prior_value - tie.value)

    def skill(self):
        """7.7: p = p_max − (p_max − p_s) 2^(−t / t_1/2)."""
        p, days = self.p, self.practice / (self.p.availability_desk * self.p.day_minutes)
        first = p.conversion_novice * (p.ex_service_conversion if self.ex_service else 1.0)
        return p.conversion_max - max(0.0, p.conversion_max - first) * 2.0 ** (-days / p.practice_half_life)

    def end_free_time(self):
        """7.7: free time is selling time, reckoned when it ends."""
        m, p, free = self.model, self.p, self.model.now - self.since
        self.minutes["selling"] += free
        self.since, self.practice, self.until_offer = m.now, self.practice + free, self.until_offer - free
        while self.until_offer <= 0.0:
            difficult = m.chance(p.share_difficult, "PRODUCT", self, self.n_offers)
            chance = self.skill() * (p.difficult_conversion if difficult else 1.0)
            if m.chance(chance, "PITCH", self, self.n_offers):
                u = m.number("PITCH_VALUE", self, self.n_offers)
                self.sell(lognormal(u, p.order_value_mean, p.order_value_cv))
            self.until_offer, self.n_offers = self.until_offer + p.sell_minutes, self.n_offers + 1

    def sell(self, value):
        self.originated += value
        self.model.tally["originated"] += value


class Team:
    """A supervisor and her salespeople."""

    def __init__(self, model, number):
        self.p, self.low, self.audit = model.p, 0, model.p.audit_probability
        self.serves = self.p.service_turn == "from_start"
        places = range(self.p.salespeople_per_team)
        self.people = [Salesperson(model, key_of(0, number, place), self) for place in places]

    def first_quota(self):
        """5: g times what a newcomer is expected to sell unaided in a review period."""
        p = self.p
        offers = p.availability_desk * p.day_minutes / p.sell_minutes
        simple = 1.0 - p.share_difficult * (1.0 - p.difficult_conversion)
        enquiries = p.opportunities_per_account_day * p.accounts / (p.teams * p.salespeople_per_team)
        sold = enquiries * min(1.0, p.conversion_novice * p.opportunity_conversion)
        sold += offers * p.conversion_novice * simple
        return p.quota_multiple * p.review_days * p.order_value_mean * sold

    def review(self):
        """7.15: attainment, ratchet, audit and the service turn."""
        p, sums = self.p, ("quota", "originated", "claimed")
        quota, originated, claimed = (sum(getattr(person, name) for person in self.people) for name in sums)
        record = self.serves, quota, originated, claimed
        for person in self.people:
            reported = person.originated + person.claimed
            person.quota += (p.ratchet_up if reported > person.quota else p.ratchet_down) * (reported - person.quota)
            person.originated = person.claimed = 0.0
        self.audit = p.audit_probability * math.exp(-p.career_stake * claimed / quota)
        self.low = self.low + 1 if (originated + claimed) / quota < 1.0 - p.turn_gap else 0
        self.serves = self.serves or (p.service_turn == "gap_to_quota" and self.low >= p.turn_patience)
        return record
