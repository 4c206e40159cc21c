"""Customers who hang up, learn and enquire (7.2, 7.3, 7.13)."""

from tests.twin.core import customer as core
from tests.twin.laws import exponential


class Customer(core.Customer):
    """Calls again and again, finds out whether it is worth while, and asks after requests."""

    def call_desk(self, issue):
        """7.2, 7.3: large deals go to the field; other calls are repeated until they are answered or given up."""
        m, line = self.model, self.owner.line
        if issue.kind == "opportunity" and issue.order > self.p.deal_threshold:
            return
        while True:
            issue.n_calls += 1
            call = m.start(self.owner.take_call(issue), issue)
            yield issue.patience or None
            if call not in line:
                return
            line.remove(call)
            if not m.chance(self.p.p_redial, "REDIAL", issue, issue.n_calls):
                break
            yield exponential(m.luck.number("REDIAL_DELAY", issue, issue.n_calls), self.p.redial_minutes)
        if issue.is_request:
            yield from issue.unit.receive(issue)

    def form_habit(self, grows):
        """7.3: h ← h + η_+ (1 − h) or h ← h − η_- h."""
        self.habit += self.p.habit_gain * (1.0 - self.habit) if grows else -self.p.habit_loss * self.habit

    def follow_up(self, issue):
        """7.13: while the request is open, whoever has it in hand asks after it at a constant rate."""
        while rate := issue.salesperson.chasing_rate(issue) if issue.salesperson else self.p.direct_chase_rate:
            u = self.model.luck.number("CHASE_DELAY", issue, issue.n_due + 1000 * issue.n_sends)
            yield exponential(u, self.p.day_minutes / rate)
            seller, issue.n_due = issue.salesperson, issue.n_due + 1
            if issue.state == "done" or (seller and issue.n_chases >= self.p.chase_limit):
                return
            if not seller:
                self.model.start(self.enquire(issue), issue)
            elif seller.has_time_to_chase():
                issue.n_chases += 1
                self.model.start(seller.chase(issue), issue)

    def enquire(self, issue):
        """7.13: by a call to the helpline."""
        rep = yield issue.unit.helpline
        yield from rep.answer_enquiry(issue, None, "helpline")
