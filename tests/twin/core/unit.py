"""Units and their reps (7.9 to 7.13)."""

from scipy.stats import beta

from tests.twin.core.worker import Queue, Worker
from tests.twin.luck import key_of


class Rep(Worker):
    """Reads, answers, obliges or not, works."""

    def __init__(self, model, key, unit):
        super().__init__(model, key, before=(unit.helpline, unit.mailbox), after=(unit.bucket,))
        mean, sd, self.unit = self.p.disposition_mean, self.p.disposition_sd, unit
        size = mean * (1.0 - mean) / sd**2 - 1.0 if sd > 0.0 else 0.0
        u = model.luck.number("DISPOSITION", self, 0)
        self.disposition = float(beta.ppf(u, mean * size, (1.0 - mean) * size)) if sd > 0.0 else mean

    def read_mail(self, issue):
        """7.9: a mail with somebody else's name tag may be passed on, and is then decided by that rep."""
        yield from self.spend(self.p.transcription_minutes, "transcription")
        rep, channel = self, issue.channel
        if channel == "tagged_mail" and issue.named is not self:
            honoured = self.model.chance(self.p.addressability[channel], "HONOUR", issue, 64 + issue.n_sends)
            rep, channel = (issue.named, channel) if honoured else (self, "mailbox")
        yield from rep.meet(issue, channel)

    def meet(self, issue, channel):
        """7.9, 7.10: to the own list, if it comes from the desk and the rep obliges, else to the bucket."""
        obliges = issue.salesperson is not None and self.obliges(issue, channel)
        issue.logged = self.model.now
        rep = yield (self.own if obliges else self.unit.bucket)
        yield from rep.serve(issue)

    def obliges(self, issue, channel):
        """7.10: by disposition and channel, if there is room on the own list."""
        willing = self.model.chance(self.disposition * self.p.acceptance[channel], "RESPOND", issue, issue.occasion)
        obliges = willing and len(self.own) < self.p.own_list_limit
        self.model.tally["asked"] += 1
        self.model.tally["obliged"] += obliges
        return obliges

    def serve(self, issue):
        """7.11, 7.12: the work, and the notice to the salesperson in charge."""
        issue.rep, issue.started = self, self.model.now
        yield from self.work_on(issue)
        issue.state, issue.completed = "done", self.model.now
        if issue.salesperson:
            issue.salesperson.receive_notice(issue)

    def work_on(self, issue):
        """7.11: nothing comes in between."""
        yield from self.spend(issue.work, "production")

    def answer_enquiry(self, issue):
        """7.13: by telephone, on the helpline."""
        yield from self.spend(self.p.enquiry_minutes, "chases")
        issue.n_answers += 1
        self.move_up(issue, "helpline")

    def move_up(self, issue, channel):
        """7.13: from the bucket to the own list, if it waits there and the rep obliges."""
        waiting = next((task for task in self.unit.bucket if task.issue is issue), None)
        if waiting and self.obliges(issue, channel):
            self.unit.bucket.remove(waiting)
            self.own.put(waiting)


class Unit:
    """A service unit: its reps share a mailbox, a helpline and a bucket."""

    member = Rep

    def __init__(self, model, number):
        self.model, self.reps = model, []
        self.mailbox, self.helpline, self.bucket = Queue(self.reps), Queue(self.reps), Queue(self.reps)
        self.reps += [self.member(model, key_of(1, number, place), self) for place in range(model.p.reps_per_unit)]

    def receive(self, issue):
        """7.2, 7.8: a mail for whoever reads it; the first chase is set."""
        self.count_message(issue)
        rep = yield self.mailbox
        yield from rep.read_mail(issue)

    def count_message(self, issue):
        """7.8: with the first message of a request the first chase is set."""
        issue.sent, issue.n_sends = self.model.now, issue.n_sends + 1
        if issue.n_sends == 1:
            self.model.start(issue.account.follow_up(issue), issue)
