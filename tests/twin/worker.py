"""Things and workers of the second model: issues, tasks, ties, and whoever takes one task at a time."""

import math
from collections import Counter, deque
from statistics import NormalDist

import mesa

from model.luck import BREAK

MAILBOX, TAGGED, HELPLINE, DIRECT = "mailbox", "tagged_mail", "helpline", "direct_number"
REQUESTS = ("order", "change", "complaint", "query")


def exponential(u, mean):
    """Waiting time with the given mean, for a uniform number u."""
    return -math.log(u) * mean


def lognormal(u, mean, cv):
    """Lognormal quantile with the given mean and coefficient of variation."""
    variance = math.log(1.0 + cv * cv)
    return mean * math.exp(math.sqrt(variance) * NormalDist().inv_cdf(u) - 0.5 * variance)


class Issue:
    """A need of a customer: what it is (drawn beforehand) and what became of it."""

    def __init__(self, number, need):
        self.number = number
        self.__dict__.update(need)  # arises, key, account, kind, unit, work, talk, patience, order, n_updates
        self.state = "not yet arisen"
        self.desk = self.chased = self.own_voice = self.same = False
        self.salesperson = self.named = self.rep = self.holder = self.practice = self.aside = None
        self.n_calls = self.n_sends = self.n_due = self.n_chases = self.n_answers = self.n_updated = 0
        self.sent = self.logged = self.started = self.completed = -1.0


class Task:
    """Something that waits for somebody's time."""

    def __init__(self, kind, issue, minutes, by=None, other=None, channel=None, number=0):
        self.kind, self.issue, self.minutes = kind, issue, minutes
        self.by, self.other, self.channel, self.number = by, other, channel, number


class Tie:
    """What a salesperson remembers of a rep."""

    def __init__(self, value):
        self.known = self.number = self.friend = False
        self.value, self.n = value, 0


class Worker(mesa.Agent):
    """Somebody who takes one task at a time, in an order, and has one break a day (7.4, 7.5)."""

    def __init__(self, model, name, availability):
        super().__init__(model)
        self.name, self.line, self.own = name, deque(), deque()
        self.task, self.away, self.break_due, self.since = None, False, False, 0.0
        self.minutes = Counter()
        self.pause = (1.0 - availability) * model.day
        if self.pause > 0.0:
            model.at(model.luck(BREAK, name, 0) * availability * model.day, self.want_break)

    @property
    def idle(self):
        return self.task is None and not self.away

    def put(self, queue, task):
        """7.4: what comes for one person is begun at once if that person is idle."""
        if self.idle:
            self.begin(task)
        else:
            queue.append(task)

    def begin(self, task):
        self.spend_free_time()
        self.task = task
        self.model.at(self.model.now + task.minutes, self.finish)

    def finish(self):
        task = self.task
        self.since = self.model.now
        following = self.act(task)
        if following is not None:  # nothing comes between the calls about a request and the work on it
            self.task = following
            self.model.at(self.model.now + following.minutes, self.finish)
        else:
            self.task = None
            self.turn_to_next()

    def turn_to_next(self):
        if self.break_due:
            return self.take_break()
        task = self.next_task()
        if task is not None:
            self.begin(task)
        else:
            self.become_idle()

    def want_break(self):
        self.model.at(self.model.now + self.model.day, self.want_break)
        self.break_due = not self.away  # one that falls due during the last one lapses
        if self.idle:
            self.take_break()

    def take_break(self):
        self.spend_free_time()
        self.break_due, self.away = False, True
        self.model.at(self.model.now + self.pause, self.come_back)

    def come_back(self):
        self.minutes["break"] += self.pause
        self.away, self.since = False, self.model.now
        self.turn_to_next()

    def spend_free_time(self):
        self.book_free_time()

    def become_idle(self):
        """A salesperson has nobody to tell; a rep joins the idle of the unit."""
