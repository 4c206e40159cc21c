"""Salespeople who telephone, speak in two voices, are refused, make friends, and forget (5, 7.6 to 7.14)."""

from collections import Counter

from tests.twin.whole.bonus import ReadsBonus
from tests.twin.whole.breaks import WithBreaks
from tests.twin.whole.selling import Seller


class Salesperson(WithBreaks, Seller, ReadsBonus):
    """Knows of reps not only names, but also numbers, outcomes and friends."""

    at_work = "availability_desk"

    def __init__(self, model, key, team):
        super().__init__(model, key, team)
        self.numbers, self.friends, self.outcomes = set(), set(), Counter()
        self.named_last, self.chasing = {}, Counter()  # by unit; minutes by day
        if self.ex_service:
            self.bring_contacts(model.units[int(model.luck.number("HIRE", self, 1) * len(model.units))].reps)

    def bring_contacts(self, reps):
        """5: one outcome with each; for one who is known already the next who is not."""
        for contact in range(min(self.p.residual_contacts, len(reps))):
            place = int(self.model.luck.number("RESIDUAL", self, contact) * len(reps))
            while reps[place % len(reps)] in self.known:
                place += 1
            rep = reps[place % len(reps)]
            self.known[rep], self.outcomes[rep] = max(self.p.prior_value, self.p.book_threshold), 1
            self.numbers.add(rep)

    def choose_practice(self, issue):
        """7.8: with each message the voice is drawn anew; who was named last is remembered."""
        issue.own_voice = not self.model.chance(self.p.p_customer_voice, "FRAME", issue, issue.n_sends)
        channel, rep = self.choose_way(issue)
        if rep:
            self.model.tally["named"] += 1
            self.model.tally["named", rep] += 1
            issue.same = self.named_last.get(issue.unit) is rep
            self.named_last[issue.unit] = rep
        return channel, rep

    def choose_way(self, issue):
        """7.8: helpful is who has an outcome; one number decides between plain mail, call and name tag."""
        u, explore = self.model.luck.number("PRACTICE", issue, issue.n_sends), self.p.exploration
        reps = [rep for rep in issue.unit.reps if rep in self.known]
        helpful = [rep for rep in reps if self.outcomes[rep] > 0 and self.known[rep] >= self.p.book_threshold]
        if u < explore or not helpful:
            return "mailbox", None
        rep = self.choose_rep(reps, issue)
        calls = self.numbers.intersection(helpful) and u < explore + (1.0 - explore) * self.p.share_phoned
        return ("direct_number" if calls and rep in self.numbers else "tagged_mail"), rep

    def be_refused(self, issue, rep):
        """7.10: send it again, or hand it back."""
        if issue.named is rep:
            self.learn(rep, 0.0)
        if issue.n_sends < self.p.send_limit:
            yield from self.forward(issue)
        else:
            issue.salesperson = issue.channel = issue.named = None
            yield from issue.unit.receive(issue)

    def has_time_to_chase(self):
        """7.13: within the budget of a day a chase is taken on, else it is put off."""
        today = self.model.now // self.p.day_minutes
        has_time = self.chasing[today] + self.p.chase_minutes <= self.p.chase_budget_minutes
        self.chasing[today] += self.p.chase_minutes if has_time else 0.0
        return has_time

    def chase(self, issue):
        """7.13: perhaps the customer calls first; then the first rep whose number is known, else the helpline."""
        if self.model.chance(self.p.p_prompted, "CHASE_PROMPT", issue, issue.n_due):
            yield self.line
            yield from self.converse(issue)
            self.model.tally["other_calls"] += 1
        yield self.own
        yield from self.spend(self.p.chase_minutes, "chasing")
        if issue.state != "done" and issue.salesperson is self:
            self.model.tally["chases"] += 1
            holders = [rep for rep in issue.unit.reps if any(task.issue is issue for task in rep.own)]
            called = next((rep for rep in (issue.rep, *holders, issue.named) if rep in self.numbers), None)
            rep = yield called.line if called else issue.unit.helpline
            yield from rep.answer_enquiry(issue, self, "direct_number" if called else "helpline")

    def hear_update(self, issue, rep, number):
        """7.6: a talk without wrap-up."""
        yield self.line
        yield from self.spend(self.p.update_minutes, "service calls")
        self.model.tally["update_calls"] += 1
        self.talk(rep, issue, self.p.update_shows_number, number)

    def talk(self, rep, issue, visibility, number):
        """7.9: a number, and a personal tie, may come out of a talk."""
        if rep not in self.numbers and self.model.chance(visibility, "NUMBER", issue, number):
            self.numbers.add(rep)
            self.known.setdefault(rep, self.p.prior_value)
        if self.model.chance(self.p.phone_tie, "TIE", issue, number):
            self.friends.add(rep)

    def receive_notice(self, issue):
        """7.12: without the rep's name there is only the claim."""
        if self.p.completion_notice_names_rep:
            super().receive_notice(issue)
        else:
            self.claim(issue)

    def learn(self, rep, reward):
        """7.12: an outcome."""
        super().learn(rep, reward)
        self.outcomes[rep] += 1

    def claim(self, issue):
        """7.12: by the rule of attribution, and unless an audit strikes it."""
        if self.p.attribution == "handler" and not self.model.chance(self.team.audit, "AUDIT", issue, 1):
            super().claim(issue)

    def forget(self):
        """7.14: v ← v + δ (Q_0 − v)."""
        for rep, value in self.known.items():
            self.known[rep] = value + self.p.forgetting * (self.p.prior_value - value)
