"""Breaks (5, 7.5)."""

from tests.twin.core import worker as core


class WithBreaks(core.Worker):
    """Has one break a day, which comes before all that waits; `at_work` names the share of the day without it."""

    def __init__(self, model, *args, **queues):
        super().__init__(model, *args, **queues)
        self.away, self.due = False, core.Queue([self])
        self.queues = self.due, *self.queues
        if (present := getattr(model.p, self.at_work)) < 1.0:
            model.start(self.want_breaks(present * model.p.day_minutes, (1.0 - present) * model.p.day_minutes))

    def want_breaks(self, work, pause):
        """7.5: always at the same time of the day; one that falls due during the last one lapses."""
        yield self.model.luck.number("BREAK", self, 0) * work
        while True:
            if not self.away and not self.due:
                self.model.start(self.take_break(pause), self)
            yield self.p.day_minutes

    def take_break(self, pause):
        """7.5: it begins when the task in hand ends, and has its full length."""
        yield self.due
        self.away = True
        yield from self.spend(pause, "breaks")
        self.away = False
