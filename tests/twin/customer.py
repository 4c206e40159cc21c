"""Customers: calls, habits, enquiries (7.2, 7.3, 7.13)."""

import mesa

from tests.twin.process import exponential


class Customer(mesa.Agent):
    """An account with its habit of calling the desk."""

    def __init__(self, model, owner):
        super().__init__(model)
        self.p, self.owner, self.habit = model.p, owner, model.p.initial_habit

    def form_habit(self, grows):
        """7.3: h ← h + η_+ (1 − h) or h ← h − η_- h."""
        self.habit += self.p.habit_gain * (1.0 - self.habit) if grows else -self.p.habit_loss * self.habit

    def need(self, issue):
        """7.2, 7.3: to the unit, or a call to the desk, again and again until it is answered or given up."""
        m, line, issue.state = self.model, self.owner.line, "arisen"
        if issue.is_request and not m.chance(self.habit, "CONTACT", issue):
            yield from self.turn_to_unit(issue)
        elif issue.kind != "opportunity" or issue.order <= self.p.deal_threshold:
            while True:
                issue.n_calls += 1
                call = m.start(self.owner.take_call(issue), issue)
                yield issue.patience or None
                if call not in line:
                    return
                line.remove(call)
                if not m.chance(self.p.p_redial, "REDIAL", issue, issue.n_calls):
                    break
                yield exponential(m.number("REDIAL_DELAY", issue, issue.n_calls), self.p.redial_minutes)
            if issue.is_request:
                self.form_habit(grows=False)
                yield from self.turn_to_unit(issue)

    def turn_to_unit(self, issue):
        """7.2: by telephone or mail; nobody at the desk is in charge from now on."""
        issue.salesperson = issue.named = None
        self.count_message(issue)
        by_mail = not self.model.chance(self.p.share_by_phone, "DIRECT_PHONE", issue)
        rep = yield issue.unit.mailbox if by_mail else issue.unit.helpline
        yield from rep.take_message(issue, by_mail)

    def count_message(self, issue):
        """7.8: with the first message of a request the first chase is set."""
        issue.state, issue.sent, issue.n_sends = "at the unit", self.model.now, issue.n_sends + 1
        if issue.n_sends == 1:
            self.model.start(self.following(issue), issue)

    def following(self, issue):
        """7.13: while the request is open, whoever has it in hand asks after it at a constant rate."""
        m, p = self.model, self.p
        while rate := p.chase_rate if issue.salesperson else p.direct_chase_rate:
            u = m.number("CHASE_DELAY", issue, issue.n_due + 1000 * issue.n_sends)
            yield exponential(u, p.day_minutes / rate)
            seller, issue.n_due = issue.salesperson, issue.n_due + 1
            if issue.state == "done" or (seller and issue.n_chases >= p.chase_limit):
                return
            if not seller:
                m.start(self.enquire(issue), issue)
            elif seller.chasing + p.chase_minutes <= p.chase_budget_minutes:
                seller.chasing += p.chase_minutes
                issue.n_chases += 1
                m.start(seller.chase(issue, m.chance(p.p_prompted, "CHASE_PROMPT", issue, issue.n_due)), issue)

    def enquire(self, issue):
        rep = yield issue.unit.helpline
        yield from rep.answer_enquiry(issue, None, "helpline")
