"""The M-Tel core a second time: one object a person, plain Mesa, written from the text of model/README.md alone.

A replication in the sense of Axtell, Axelrod, Epstein & Cohen (1996); section numbers in the docstrings here and in
worker, desk and service are those of the text. Left out, and to be switched off in the engine: turnover and dismissal,
sharing of contact books, a shared site, shifts, priority, limited lines, pooled routing, the field, and all rules but
the defaults (of attribution also `originator`). Demand is given, because it is exogenous.
"""

import heapq
import math
from collections import Counter
from itertools import count

import mesa

from model.luck import ASSIGN, AUDIT, CHASE_DELAY
from model.world.codes import ISSUE_KINDS
from tests.twin.desk import Customer, Salesperson
from tests.twin.service import Rep, Unit
from tests.twin.worker import Issue, exponential

G, M1, M2, ALL = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 2**64 - 1
NEED = ("arises", "key", "account", "kind", "unit", "work", "talk", "patience", "order", "n_updates")


def needs(issues):
    """The exogenous columns of a table of issues, one dictionary an issue."""
    columns = {name: issues[name].tolist() for name in NEED}
    columns["kind"] = ["opportunity" if k == 4 else ISSUE_KINDS[k] for k in columns["kind"]]
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def mix(z):
    """6: scatter the bits of a 64-bit number."""
    z &= ALL
    z = ((z ^ (z >> 30)) * M1) & ALL
    z = ((z ^ (z >> 27)) * M2) & ALL
    return z ^ (z >> 31)


def name_of(role, group, place):
    """6: the name of a person for the person's luck; role 0 is a salesperson, 1 a rep."""
    return mix(mix(2 * group + role + G) ^ ((place * M1) & ALL))


class Team:
    """A supervisor and her salespeople (7.15)."""

    def __init__(self, setting):
        self.people, self.low, self.audit = [], 0, setting.managers.audit_probability
        self.serves = setting.managers.service_turn == "from_start"


class Twin(mesa.Model):
    """The organisation. A step is a day.

    `luck` is "keyed" for the numbers of section 6 and table G, which the engine draws, too, or "own" for numbers from
    the model's generator.
    """

    def __init__(self, setting, issues, seed, luck="own"):
        super().__init__(rng=seed)
        self.setting, self.day, self.now = setting, setting.run.day_minutes, 0.0
        self.end = setting.run.days * self.day
        self.keyed, self.luck_seed = luck == "keyed", seed
        self.heap, self.sequence, self.tally, self.reviews, self.day_number = [], count(), Counter(), [], 0
        self.at(0.0, self.begin_day)
        self.employ(setting.people)
        self.customers = [Customer(self, self.desk[i % len(self.desk)]) for i in range(setting.people.accounts)]
        self.issues = [Issue(number, need) for number, need in enumerate(needs(issues))]
        for issue in self.issues:
            issue.account = self.customers[issue.account]
        self.arriving = 0

    def employ(self, people):
        """5: reps, salespeople and supervisors on the first day."""
        self.units = [Unit(self) for _ in range(people.units)]
        for number, unit in enumerate(self.units):
            unit.reps += [Rep(self, name_of(1, number, place), unit) for place in range(people.reps_per_unit)]
            unit.idle += unit.reps
        self.teams = [Team(self.setting) for _ in range(people.teams)]
        for number, team in enumerate(self.teams):
            for place in range(people.salespeople_per_team):
                team.people.append(Salesperson(self, name_of(0, number, place), team))
        self.reps = [rep for unit in self.units for rep in unit.reps]
        self.desk = [person for team in self.teams for person in team.people]
        for person in self.desk:
            person.hire()

    def luck(self, purpose, who, number):
        """6: a uniform number, found by its key or drawn from the generator."""
        if not self.keyed:
            return self.rng.random()
        return ((mix(self.stream(purpose, who) + number * G) >> 11) + 0.5) / 2**53

    def stream(self, purpose, who):
        return mix(mix(self.luck_seed + purpose * G) ^ ((who * M2 + G) & ALL))

    def any_of(self, idle, issue):
        """7.4: any of the idle; with keyed luck, whoever has the lowest number for the issue."""
        if not self.keyed:
            return idle[int(self.rng.random() * len(idle))]
        start = self.stream(ASSIGN, issue.key)
        return min(idle, key=lambda rep: mix(start ^ rep.name))

    def chance(self, p, purpose, who, number):
        return self.luck(purpose, who, number) < p

    def occasion(self, issue):
        """G: tells apart every time a rep is confronted with an issue."""
        return 1_000_000 * issue.n_sends + 1000 + issue.n_answers

    def first_quota(self):
        """5: g times what a newcomer is expected to sell unaided in a review period."""
        s, sell, people, demand = self.setting, self.setting.salespeople, self.setting.people, self.setting.demand
        offers = people.availability_desk * self.day / sell.sell_minutes if sell.sells else 0.0
        simple = 1.0 - sell.share_difficult * (1.0 - sell.difficult_conversion)
        enquiries = demand.opportunities_per_account_day * people.accounts
        enquiries /= people.teams * people.salespeople_per_team
        sold = offers * sell.conversion_novice * simple
        sold += enquiries * min(1.0, sell.conversion_novice * sell.opportunity_conversion)
        return s.incentives.quota_multiple * s.incentives.review_days * demand.order_value_mean * sold

    # 3: the schedule

    def at(self, time, act, *about):
        heapq.heappush(self.heap, (time, next(self.sequence), act, about))

    def step(self):
        until = min(self.end, self.now + self.day)
        while True:
            issue = self.issues[self.arriving] if self.arriving < len(self.issues) else None
            if issue is not None and issue.arises <= self.heap[0][0]:
                if issue.arises >= until:
                    break
                self.arriving += 1
                self.now = issue.arises
                issue.account.need(issue)
            elif self.heap[0][0] < until:
                self.now, _, act, about = heapq.heappop(self.heap)
                act(*about)
            else:
                break
        self.now = until
        self.running = until < self.end

    def run(self):
        while self.running:
            self.step()
        return self

    # 7.11 to 7.13: completion and chases

    def complete(self, issue):
        """7.12: the notice, the lesson, the habit and the claim."""
        issue.state, issue.completed = "done", self.now
        self.tally["completed"] += 1
        in_time = self.now - issue.arises <= 60.0 * self.setting.customers.expected_hours
        person = issue.salesperson
        if person is None:
            if in_time:
                issue.account.shrink()
            return
        if self.setting.channels.completion_notice_names_rep:
            hours = (self.now - issue.sent) / 60.0
            person.learn(issue.rep, math.exp(-math.log(2.0) * hours / self.setting.learning.reward_half_life))
            if issue.named is not None and issue.named is not issue.rep:
                person.learn(issue.named, 0.0)
        if in_time:
            issue.account.grow()
        else:
            issue.account.shrink()
        if issue.kind == "order" and self.setting.incentives.attribution == "handler":
            if self.chance(person.team.audit, AUDIT, issue.key, 1):
                self.tally["voided"] += issue.order
            else:
                person.claimed += issue.order
                self.tally["claimed"] += issue.order

    def first_chase(self, issue):
        if not issue.chased:
            issue.chased = True
            self.chase_later(issue)

    def chase_later(self, issue):
        direct = issue.salesperson is None
        rate = self.setting.customers.direct_chase_rate if direct else self.setting.salespeople.chase_rate
        if rate > 0.0:
            u = self.luck(CHASE_DELAY, issue.key, issue.n_due + 1000 * issue.n_sends)
            self.at(self.now + exponential(u, self.day / rate), self.chase_due, issue)

    def chase_due(self, issue):
        """7.13: a chase falls due; the request is looked at."""
        if issue.state == "done":
            return
        issue.n_due += 1
        if issue.salesperson is None:
            unit = self.units[issue.unit]
            unit.ask(issue)
        elif issue.n_chases >= self.setting.salespeople.chase_limit:
            return
        else:
            issue.salesperson.chase_due(issue)
        self.chase_later(issue)

    # 7.14 and 7.15: a day begins, a review

    def begin_day(self):
        self.at(self.now + self.day, self.begin_day)
        for worker in (*self.desk, *self.reps):
            if worker.idle:
                worker.book_free_time()
        for unit in self.units:
            mean = sum(rep.today for rep in unit.reps) / len(unit.reps)
            for rep in unit.reps:
                kept = rep.excess * (1.0 - self.setting.reps.overload_recovery)
                rep.excess, rep.today = kept + max(0.0, rep.today - mean), 0
        for person in self.desk:
            person.chasing = 0.0
            person.forget()
        self.day_number = round(self.now / self.day)
        if self.day_number > 0 and self.day_number % self.setting.incentives.review_days == 0:
            for team in self.teams:
                self.review(team)

    def review(self, team):
        """7.15: attainment, ratchet, audit and the service turn."""
        pay, managers = self.setting.incentives, self.setting.managers
        originated = sum(person.originated for person in team.people)
        claimed = sum(person.claimed for person in team.people)
        quota = sum(person.quota for person in team.people)
        self.reviews.append((team.serves, quota, originated, claimed))
        for person in team.people:
            reported = person.originated + person.claimed
            weight = pay.ratchet_up if reported > person.quota else pay.ratchet_down
            person.quota += weight * (reported - person.quota)
            person.originated = person.claimed = 0.0
        team.audit = managers.audit_probability * math.exp(-managers.career_stake * claimed / quota)
        team.low = team.low + 1 if (originated + claimed) / quota < 1.0 - managers.turn_gap else 0
        if managers.service_turn == "gap_to_quota" and team.low >= managers.turn_patience:
            team.serves = True
