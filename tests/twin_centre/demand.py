"""Where calls come from: streams, load curves, days, spikes (7.17, 7.23)."""

import math
from itertools import accumulate
from types import SimpleNamespace

from model import luck as purposes
from tests.twin.luck import G, M1, mix
from tests.twin.laws import exponential, lognormal
from tests.twin_centre.call import Call


class Stream:
    """A kind of call, and the line in which its calls wait."""

    def __init__(self, key, name, about):
        self.key, self.name, self.about, self.waiting, self.held = key, name, about, {}, 0
        self.load = self.before = 0.0
        self.day = self.n_calls = self.n_spikes = self.n_spike_calls = 0
        self.spike_until = self.spike_next = -1.0
        total = sum(about.load_curve)
        self.edges = [0.0, *accumulate(weight / total for weight in about.load_curve)]

    def call_name(self, purpose, number):
        """6: the name by which the luck of a call is found."""
        return mix(mix(64 * self.key + getattr(purposes, purpose) + G) ^ (number * M1 % 2**64))


class Demand:
    """All streams of a centre."""

    def __init__(self, centre):
        self.centre, self.luck, p = centre, centre.luck, centre.p
        self.days, self.day_minutes, self.scale = p.run.days, p.run.day_minutes, p.routing.scale
        self.streams = [Stream(s, name, about) for s, (name, about) in enumerate(p.streams.items())]
        self.luck_of_days = [self.luck.number("DAY_FACTOR", SimpleNamespace(key=day), 0) for day in range(self.days)]
        for stream in self.streams:
            self.plan_next(stream)
            if p.spikes.spikes_per_year > 0.0:
                self.plan_spike(stream)

    def plan_next(self, stream):
        """7.17: a Poisson process on the load, of which day D holds F_D and its parts their shares of the curve."""
        u = self.luck.number("STREAM", stream, stream.n_calls)
        stream.load += -math.log(u) / (stream.about.calls_per_day * self.scale)
        while stream.day < self.days:
            whole = lognormal(self.luck_of_days[stream.day], 1.0, stream.about.spread_of_days)
            if stream.load < stream.before + whole:
                share, n = (stream.load - stream.before) / whole, len(stream.edges) - 1
                part = next(j for j in range(n) if share < stream.edges[j + 1] or j == n - 1)
                inside = (share - stream.edges[part]) / (stream.edges[part + 1] - stream.edges[part])
                self.centre.at((stream.day + (part + inside) / n) * self.day_minutes, self.call_comes, stream)
                return
            stream.before, stream.day = stream.before + whole, stream.day + 1

    def call_comes(self, stream):
        call = Call(self.centre, stream, stream.call_name("STREAM", stream.n_calls))
        stream.n_calls += 1
        self.plan_next(stream)
        call.come()

    def plan_spike(self, stream):
        u, a_year = self.luck.number("SPIKE", stream, stream.n_spikes), 250 * self.day_minutes
        self.centre.after(exponential(u, a_year / self.centre.p.spikes.spikes_per_year), self.spike_comes, stream)

    def spike_comes(self, stream):
        """7.23: from its start and for some minutes after the last one that began calls come on top of the others."""
        stream.n_spikes += 1
        before, stream.spike_until = stream.spike_until, self.centre.now + self.centre.p.spikes.spike_minutes
        if before <= self.centre.now:
            self.plan_spike_call(stream)
        elif before < stream.spike_next <= stream.spike_until:
            self.centre.at(stream.spike_next, self.spike_call_comes, stream)
        self.plan_spike(stream)

    def plan_spike_call(self, stream):
        """7.23: one that would come after the end of the spike waits for another spike to include it."""
        a_day = (self.centre.p.spikes.spike_size - 1.0) * stream.about.calls_per_day * self.scale
        u = self.luck.number("SPIKE_CALL", stream, stream.n_spike_calls + stream.n_spikes)
        stream.spike_next = self.centre.now + exponential(u, self.day_minutes / a_day)
        if stream.spike_next <= stream.spike_until:
            self.centre.at(stream.spike_next, self.spike_call_comes, stream)

    def spike_call_comes(self, stream):
        call = Call(self.centre, stream, stream.call_name("SPIKE_CALL", stream.n_spike_calls))
        stream.n_spike_calls += 1
        self.plan_spike_call(stream)
        call.come()
