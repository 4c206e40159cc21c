"""Customers: calls to the desk, requests followed up (7.2, 7.3, 7.13)."""

import math

import mesa


class Customer(mesa.Agent):
    """An account with its habit of calling the desk."""

    def __init__(self, model, owner):
        super().__init__(model)
        self.p, self.owner, self.habit = model.p, owner, model.p.initial_habit

    def need(self, issue):
        """7.2: by habit a request goes to the desk, as all else does, or else to the unit."""
        yield issue.arises
        issue.state = "open"
        at_desk = not issue.is_request or self.model.chance(self.habit, "CONTACT", issue)
        yield from self.call_desk(issue) if at_desk else issue.unit.receive(issue)

    def call_desk(self, issue):
        """7.3: the call waits until the account's owner has time."""
        yield from self.owner.take_call(issue)

    def follow_up(self, issue):
        """7.13: while a request is open, its salesperson's chases fall due at a constant rate, up to a limit."""
        while issue.salesperson and self.p.chase_rate > 0.0:
            u = self.model.luck.number("CHASE_DELAY", issue, issue.n_chases + 1000 * issue.n_sends)
            yield -math.log(u) * self.p.day_minutes / self.p.chase_rate
            if issue.state == "done" or issue.n_chases >= self.p.chase_limit:
                return
            issue.n_chases += 1
            self.model.start(issue.salesperson.chase(issue), issue)
