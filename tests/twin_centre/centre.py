"""A centre a second time: one object a person and a call, written from 7.17 and 7.23 of model/README.md alone.

Numbers in docstrings are sections of that text. Left out, and to be switched off in the engine: offers (7.18), control
(7.19), customers told apart (7.20), what else a call may hold (7.21), help (7.22), lack of practice, strain and pride
(7.24).
"""

import heapq
import math
from collections import Counter
from itertools import count

import mesa

from tests.twin.luck import key_of
from tests.twin_centre.demand import Demand
from tests.twin_centre.people import Advisor, Group

YEAR = 250


class Customer:
    """Somebody who may call."""

    def __init__(self, initial):
        self.satisfaction = initial


class Centre(mesa.Model):
    """Streams of calls, groups of people and their customers, under a scenario and some luck."""

    def __init__(self, setting, luck):
        super().__init__()
        self.p, self.luck, self.now, self.agenda, self.turn = setting, luck, 0.0, [], count()
        self.tally, self.taken = Counter(), []
        scale, day = setting.routing.scale, setting.run.day_minutes
        initial, n_customers = setting.service.satisfaction_initial, round(setting.people.accounts * scale)
        self.customers = [Customer(initial) for _ in range(n_customers)]
        self.at(day, self.begin_day, 1)
        self.groups, self.people = [], []
        for number, about in enumerate(setting.groups.values()):
            self.groups.append(Group(about, setting.routing))
            for place in range(max(1, round(about.people * scale))):
                self.people.append(Advisor(self, key_of(0, number, place), self.groups[-1]))
        self.demand = Demand(self)

    def at(self, time, act, *about):
        """3: ordered by time, and for equal times by the order in which they were scheduled."""
        heapq.heappush(self.agenda, (time, next(self.turn), act, about))

    def after(self, minutes, act, *about):
        self.at(self.now + minutes, act, *about)

    def run(self):
        """Nothing happens at the end of the last day or later."""
        end = self.p.run.days * self.p.run.day_minutes
        while self.agenda and self.agenda[0][0] < end:
            self.now, _, act, about = heapq.heappop(self.agenda)
            act(*about)
        return self

    def begin_day(self, day):
        """7.14, 7.17: free time so far is booked; every so often the meeting, and a review after which some leave."""
        for person in self.people:
            if person.doing == "idle":
                person.book()
        if day % self.p.service.meeting_days == 0:
            self.meet()
        if day % self.p.incentives.review_days == 0:
            self.review(day // self.p.incentives.review_days)
        self.at((day + 1) * self.p.run.day_minutes, self.begin_day, day + 1)

    def review(self, number):
        """7.15, 7.17: people leave, the more the lower their morale."""
        service, rate = self.p.service, self.p.people.turnover_per_year * self.p.incentives.review_days / YEAR
        for person in self.people:
            low = math.exp(service.morale_exit * (service.morale_initial - person.morale))
            leaves = rate * (1.0 - self.p.relations.insecurity) * low
            if self.luck.number("TURNOVER", person, number) < leaves:
                self.tally["left the firm"] += 1
                person.appoint()

    def meet(self):
        """7.17, 7.24: M ← M + recovery (M_u − M)."""
        initial, relations = self.p.service.morale_initial, self.p.relations
        usual = (initial + relations.intrinsic_reward * (1.0 - initial)) * (1.0 - relations.insecurity)
        for person in self.people:
            person.morale += self.p.service.morale_recovery * (usual - person.morale)

    def somebody_idle(self, call, of):
        """7.17: of the groups with a certain training the one with the most idle people, the first of equals."""
        groups = [group for group in self.groups if of(group, call.line)]
        group = max(groups, key=lambda group: len(group.idle), default=None)
        return self.luck.any_of(list(group.idle), call) if group and group.idle else None

    def book_outcome(self, customer, worth, wait=0.0):
        """7.17: s ← s + weight (o − s), o = w θ / (θ + wait)."""
        service = self.p.service
        outcome = worth * service.wait_tolerance / (service.wait_tolerance + wait)
        customer.satisfaction += service.satisfaction_weight * (outcome - customer.satisfaction)
        self.tally.update({"outcomes": 1, "worth": outcome})
