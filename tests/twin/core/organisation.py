"""The core of M-Tel: one object a person, written from the text of model/README.md alone.

A replication in the sense of Axtell, Axelrod, Epstein & Cohen (1996). Numbers in docstrings are sections of the text.
Demand and luck are given (tables.py, luck.py). What is left out (`BEYOND_CORE` in facts.py) is added in the whole.
"""

import heapq
from collections import Counter
from itertools import count

import mesa

from tests.twin.core.customer import Customer
from tests.twin.core.team import Team
from tests.twin.core.unit import Unit
from tests.twin.core.worker import Queue, Task


class Issue:
    """A need of a customer: what it is (drawn beforehand) and what became of it."""

    def __init__(self, **need):
        self.__dict__.update(need)  # arises, key, account, kind, unit, work, talk, order
        self.is_request = self.kind in ("order", "change", "complaint", "query")
        self.state, self.desk = "to come", False
        self.salesperson = self.channel = self.named = self.rep = None
        self.n_sends = self.n_chases = self.n_answers = 0
        self.sent = self.logged = self.started = self.completed = -1.0

    @property
    def occasion(self):
        """G: a count that keeps apart the draws of all times a rep is confronted with the issue."""
        return 1_000_000 * self.n_sends + 1000 + self.n_answers


class Organisation(mesa.Model):
    """Customers, teams and units under the parameters `p`, with the `needs` of the customers and luck for the rest."""

    issue, customer, team, unit = Issue, Customer, Team, Unit  # kinds, which the whole model replaces

    def __init__(self, p, needs, luck):
        super().__init__()
        self.p, self.luck, self.now = p, luck, 0.0
        self.agenda, self.turn, self.tally, self.reviews = [], count(), Counter(), []
        self.units = [self.unit(self, number) for number in range(p.units)]
        self.teams = [self.team(self, number) for number in range(p.teams)]
        self.reps = [rep for unit in self.units for rep in unit.reps]
        self.desk = [person for team in self.teams for person in team.people]
        self.customers = [self.customer(self, self.desk[i % len(self.desk)]) for i in range(p.accounts)]
        self.issues = [self.issue(**need) for need in needs]
        for issue in self.issues:
            issue.account, issue.unit = self.customers[issue.account], self.units[issue.unit]
            self.start(issue.account.need(issue), issue)
        self.start(self.mornings())

    def start(self, steps, issue=None):
        """A process begins."""
        task = Task(steps, issue)
        self.go_on(task)
        return task

    def go_on(self, task):
        """3: let a process act until it yields what it waits for; of equal times what was scheduled first."""
        wish = next(task.steps, None)
        if isinstance(wish, Queue):
            wish.put(task)
        elif wish is not None:
            heapq.heappush(self.agenda, (self.now + wish, next(self.turn), task))

    def run(self):
        """3: events at or after the end of the last day do not happen."""
        while self.agenda[0][0] < self.p.days * self.p.day_minutes:
            self.now, _, task = heapq.heappop(self.agenda)
            self.go_on(task)
        return self

    def chance(self, probability, purpose, who, place=0):
        """Whether something with this probability happens."""
        return self.luck.number(purpose, who, place) < probability

    def mornings(self):
        """7.14: as a day begins free time is booked, and every so often there is a review."""
        for day in count():
            for worker in (*self.desk, *self.reps):
                if worker.idle:
                    worker.end_free_time()
            if day > 0 and day % self.p.review_days == 0:
                self.reviews += [team.review() for team in self.teams]
            yield self.p.day_minutes
