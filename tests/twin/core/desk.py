"""Salespeople: calls, messages to units, chases, lessons, claims (7.6, 7.8, 7.12, 7.13)."""

import math

from tests.twin.core.worker import Worker


class Salesperson(Worker):
    """Takes calls, and has requests done by reps whom no salesperson can command."""

    def __init__(self, model, key, team):
        super().__init__(model, key)
        self.team, self.quota, self.originated, self.claimed = team, team.first_quota(), 0.0, 0.0
        self.known = {}  # reps known by name, each with the value remembered

    def take_call(self, issue):
        """7.6: perhaps a sale, or a request, which is sent to the unit unless the team serves."""
        yield self.line
        yield from self.converse(issue)
        self.model.tally["service_calls" if issue.is_request else "other_calls"] += 1
        if issue.kind == "opportunity":
            self.close(issue)
        elif issue.is_request and not self.team.serves:
            yield from issue.unit.receive(issue)
        elif issue.is_request:
            issue.desk, issue.salesperson = True, self
            yield from self.forward(issue)

    def converse(self, issue):
        """7.3: talk and wrap-up."""
        yield issue.talk + self.p.wrap_minutes
        self.minutes["service calls" if issue.is_request else "calls"] += issue.talk
        self.minutes["wrap-up"] += self.p.wrap_minutes

    def close(self, issue):
        """7.6: a sale with the conversion of a newcomer."""
        if self.model.chance(self.p.conversion_novice * self.p.opportunity_conversion, "CLOSE", issue):
            self.originated += issue.order
            self.model.tally["sales"] += 1

    def forward(self, issue):
        """7.8: choose a practice; the message arrives at once."""
        yield self.own
        yield from self.spend(self.p.forward_minutes, "forwarding")
        issue.channel, issue.named = self.choose_practice(issue)
        yield from issue.unit.receive(issue)

    def choose_practice(self, issue):
        """7.8: plain mail if exploring or nobody known is helpful, else a mail with a name tag."""
        reps = [rep for rep in issue.unit.reps if rep in self.known]
        explores = self.model.chance(self.p.exploration, "PRACTICE", issue, issue.n_sends)
        if explores or all(self.known[rep] < self.p.book_threshold for rep in reps):
            return "mailbox", None
        return "tagged_mail", self.choose_rep(reps, issue)

    def choose_rep(self, reps, issue):
        """7.8: softmax, P(i) = exp(β v_i) / Σ_j exp(β v_j)."""
        weights = [math.exp(self.p.inverse_temperature * self.known[rep]) for rep in reps]
        left = self.model.luck.number("NAME", issue, issue.n_sends) * sum(weights)
        return next((r for r, w in zip(reps, weights, strict=True) if (left := left - w) < 0.0), reps[-1])

    def chase(self, issue):
        """7.13: by an enquiry to the unit's helpline."""
        yield self.own
        yield from self.spend(self.p.chase_minutes, "chasing")
        if issue.state != "done":
            self.model.tally["chases"] += 1
            rep = yield issue.unit.helpline
            yield from rep.answer_enquiry(issue)

    def receive_notice(self, issue):
        """7.12: r = 2^(−H / half-life) for whoever did it, r = 0 for the rep named if another did it."""
        self.learn(issue.rep, 2.0 ** (-(self.model.now - issue.sent) / 60.0 / self.p.reward_half_life))
        if issue.named and issue.named is not issue.rep:
            self.learn(issue.named, 0.0)
        self.claim(issue)

    def learn(self, rep, reward):
        """7.12: v ← v + α (r − v)."""
        value = self.known.get(rep, self.p.prior_value)
        self.known[rep] = value + self.p.learning_rate * (reward - value)

    def claim(self, issue):
        """7.12: the order is reported as an own sale."""
        self.claimed += issue.order
        self.model.tally["claims"] += issue.order > 0.0
