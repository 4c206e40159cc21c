"""Groups and their people: who answers what, shifts, breaks, turnover (5, 7.4, 7.5, 7.17)."""

from collections import Counter

import mesa

from tests.twin.laws import lognormal


class Group:
    """People of the same training and shift."""

    def __init__(self, about, routing):
        self.about, self.routing, self.idle, self.n = about, routing, {}, 0

    def serves(self, line):
        return self.routing.pooled or line.name in self.about.serves

    def contains(self, line):
        return line.name in self.about.contains

    def may_help(self, line):
        """7.17: whether the line's calls may overflow to the group."""
        allowed = {"contained": self.contains(line), "everybody": True}.get(self.routing.overflow, False)
        return allowed and not self.serves(line)


class Advisor(mesa.Agent):
    """Takes one call at a time."""

    def __init__(self, model, key, group):
        super().__init__(model)
        self.key, self.group, self.person, self.place = key, group, -1, len(model.people)
        self.doing, self.since, self.minutes = "nothing", 0.0, Counter()
        self.break_due = self.shift_over = False
        group.n += 1
        self.appoint()
        self.plan_day(0)

    def turn_to(self, doing):
        """7.5: idle, busy or away; minutes are booked when they are over."""
        self.book()
        self.group.idle.pop(self, None)
        self.doing = doing
        if doing == "idle":
            self.group.idle[self] = None

    def book(self):
        self.minutes[self.doing] += self.model.now - self.since
        self.since = self.model.now

    def appoint(self):
        """7.17: a successor in the post has a pace and morale of the newcomer's own."""
        self.person += 1
        service, u = self.model.p.service, self.model.luck.number("PACE", self, self.person)
        self.pace, self.morale = lognormal(u, 1.0, service.pace_cv), service.morale_initial

    def plan_day(self, day):
        """5: one break a day, U a L after the start of the shift, (1 − a) L long, always at the same time."""
        run, about, begin = self.model.p.run, self.group.about, self.model.at
        length, start = min(about.shift_minutes, run.day_minutes), day * run.day_minutes
        self.pause = (1.0 - about.availability) * length
        if day == 0:
            self.break_after = self.model.luck.number("BREAK", self, 0) * about.availability * length
            self.in_shifts = length < run.day_minutes
            if self.in_shifts and about.shift_start > 0.0:
                self.turn_to("away")
                begin(about.shift_start, self.turn_to_next)
            else:
                self.turn_to("idle")
        if self.pause > 0.0:
            begin(start + (about.shift_start if self.in_shifts else 0.0) + self.break_after, self.want_break)
        if self.in_shifts:
            begin(start + about.shift_start + length, self.end_shift, start + run.day_minutes + about.shift_start)
        begin(start + run.day_minutes, self.plan_day, day + 1)

    def want_break(self):
        self.break_due = self.doing != "away"
        if self.doing == "idle":
            self.turn_to_next()

    def end_shift(self, next_shift):
        self.shift_over, self.next_shift = True, next_shift
        if self.doing == "idle":
            self.turn_to_next()

    def turn_to_next(self):
        """7.4, 7.5: off at the end of the shift, else a break that is due, else the next call, else idle."""
        if self.shift_over:
            self.shift_over = self.break_due = False
            if self.model.now < self.next_shift:
                self.turn_to("away")
                return self.model.at(self.next_shift, self.turn_to_next)
        if self.break_due:
            self.break_due = False
            self.turn_to("away")
            self.model.after(self.pause, self.turn_to_next)
        elif call := self.longest_waiting():
            self.take(call, from_queue=True)
        else:
            self.turn_to("idle")

    def longest_waiting(self):
        """7.17: of the lines that the group serves, else of the calls that may overflow to it by now."""
        model, group = self.model, self.group
        lines = [line for line in model.demand.streams if line.waiting]
        own = [next(iter(line.waiting)) for line in lines if group.serves(line)]
        if not own:
            oldest = (next(iter(line.waiting)) for line in lines if group.may_help(line))
            own = [call for call in oldest if model.now >= call.may_overflow_at]
        return min(own, key=lambda call: call.entered, default=None)

    def take(self, call, from_queue=False):
        self.turn_to("busy")
        if from_queue:
            del call.line.waiting[call]
        call.be_answered(self)
