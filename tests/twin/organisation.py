"""The M-Tel core a second time: one object a person, written from the text of model/README.md alone.

A replication in the sense of Axtell, Axelrod, Epstein & Cohen (1996). Numbers in docstrings are sections of the text.
Left out, and to be switched off in the engine: turnover and dismissal, sharing of contact books, a shared site,
shifts, priority, limited lines, pooled routing, the field, and all rules but the defaults (of attribution also
`originator`). Demand is given, because it is exogenous.
"""

import heapq
from collections import Counter
from itertools import count

import mesa

from tests.twin.customer import Customer
from tests.twin.desk import Team
from tests.twin.process import Queue, Task
from tests.twin.unit import Unit


class Issue:
    """A need of a customer: what it is (drawn beforehand) and what became of it."""

    def __init__(self, **need):
        self.__dict__.update(need)  # arises, key, account, kind, unit, work, talk, patience, order, n_updates
        self.is_request = self.kind in ("order", "change", "complaint", "query")
        self.state = "not yet arisen"
        self.desk = self.own_voice = self.same = self.jumped = False
        self.salesperson = self.named = self.rep = self.holder = self.channel = None
        self.n_calls = self.n_sends = self.n_due = self.n_chases = self.n_answers = 0
        self.sent = self.logged = self.started = self.completed = -1.0

    @property
    def occasion(self):
        """G: tells apart every time a rep is confronted with the issue."""
        return 1_000_000 * self.n_sends + 1000 + self.n_answers


class Organisation(mesa.Model):
    """Customers, teams and units under the parameters `p`, with the `needs` of the customers and luck for the rest."""

    def __init__(self, p, needs, luck):
        super().__init__()
        self.p, self.luck, self.now = p, luck, 0.0
        self.agenda, self.turn, self.tally, self.reviews = [], count(), Counter(), []
        self.units = [Unit(self, number) for number in range(p.units)]
        self.teams = [Team(self, number) for number in range(p.teams)]
        self.reps = [rep for unit in self.units for rep in unit.reps]
        self.desk = [person for team in self.teams for person in team.people]
        self.customers = [Customer(self, self.desk[i % len(self.desk)]) for i in range(p.accounts)]
        self.issues = [Issue(**need) for need in needs]
        for issue in self.issues:
            issue.account, issue.unit = self.customers[issue.account], self.units[issue.unit]
            self.later(issue.arises, Task(issue.account.need(issue), issue))
        self.start(self.mornings())

    def later(self, time, task):
        """3: ordered by time, and for equal times by the order in which they were scheduled."""
        heapq.heappush(self.agenda, (time, next(self.turn), task))

    def start(self, steps, issue=None):
        task = Task(steps, issue)
        self.go_on(task)
        return task

    def go_on(self, task):
        """Let a process act until it yields what it waits for."""
        wish = next(task.steps, None)
        if isinstance(wish, Queue):
            wish.put(task)
        elif wish is not None:
            self.later(self.now + wish, task)

    def run(self):
        while self.agenda[0][0] < self.p.days * self.p.day_minutes:
            self.now, _, task = heapq.heappop(self.agenda)
            self.go_on(task)
        return self

    def number(self, purpose, who, place=0):
        return self.luck.number(purpose, who, place)

    def chance(self, probability, purpose, who, place=0):
        return self.luck.number(purpose, who, place) < probability

    def mornings(self):
        """7.14: free time is booked, loads and memories fade, and every so often there is a review."""
        for day in count():
            for worker in (*self.desk, *self.reps):
                if worker.idle:
                    worker.end_free_time()
            for unit in self.units:
                unit.forget_excess()
            for person in self.desk:
                person.forget()
            if day > 0 and day % self.p.review_days == 0:
                self.reviews += [team.review() for team in self.teams]
            yield self.p.day_minutes
