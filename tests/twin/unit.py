"""Units and their reps (7.9 to 7.14)."""

from scipy.stats import beta

from tests.twin.luck import key_of
from tests.twin.process import Queue, Worker, exponential, lognormal


class Unit:
    """A service unit: its reps share a mailbox, a helpline and a bucket."""

    def __init__(self, model, number):
        self.p, self.reps = model.p, []
        self.mailbox, self.helpline, self.bucket = Queue(self.reps), Queue(self.reps), Queue(self.reps)
        self.reps += [Rep(model, key_of(1, number, place), self) for place in range(self.p.reps_per_unit)]

    def forget_excess(self):
        """7.14: e ← e (1 − recovery) + max(0, n − n̄), n yesterday's messages that named the rep and were met."""
        mean = sum(rep.today for rep in self.reps) / len(self.reps)
        for rep in self.reps:
            rep.excess = rep.excess * (1.0 - self.p.overload_recovery) + max(0.0, rep.today - mean)
            rep.today = 0


class Rep(Worker):
    """Reads, answers, obliges or not, works."""

    def __init__(self, model, key, unit):
        queues = (unit.helpline, unit.mailbox), (unit.bucket,)
        super().__init__(model, key, model.p.availability_reps, *queues)
        self.unit, self.excess, self.today = unit, 0.0, 0
        mean, sd = self.p.disposition_mean, self.p.disposition_sd
        size = mean * (1.0 - mean) / sd**2 - 1.0 if sd > 0.0 else 0.0
        u = model.number("DISPOSITION", self)
        self.disposition = float(beta.ppf(u, mean * size, (1.0 - mean) * size)) if sd > 0.0 else mean
        self.speed = lognormal(model.number("SPEED", self), 1.0, self.p.speed_cv)

    def end_free_time(self):
        self.minutes["idle"] += self.model.now - self.since
        self.since = self.model.now

    def take_message(self, issue, by_mail):
        """7.9: a mail is read, or a request by telephone answered; what came to nothing is booked apart."""
        minutes, usual = self.p.enquiry_minutes, "helpline"
        if by_mail:
            minutes, usual = self.p.transcription_minutes, "transcription"
        yield minutes
        whose, channel, answer = self, issue.channel, "log"
        if by_mail and self.model.chance(self.p.p_lost, "LOST", issue, issue.n_sends):
            answer = "lose"
        elif issue.salesperson:
            if not by_mail:
                issue.salesperson.talk(self, issue, self.p.visibility[channel], issue.occasion)
            elif channel == "tagged_mail" and issue.named is not self:
                honoured = self.model.chance(self.p.addressability[channel], "HONOUR", issue, 64 + issue.n_sends)
                whose, channel = (issue.named, channel) if honoured else (self, "mailbox")
            whose.today += whose is issue.named
            answer = whose.decide(issue, channel)
        self.minutes["refused or lost work" if answer in ("lose", "refuse") else usual] += minutes
        yield from whose.act_on(issue, answer)

    def decide(self, issue, channel):
        """7.10: one uniform number against three bounds; who has no room on the own list logs instead of obliging."""
        p, d = self.p, self.disposition
        legitimacy = p.legitimacy_own_voice if issue.own_voice else p.legitimacy_customer_voice
        refusal = p.refusal_own_voice if issue.own_voice else p.refusal_customer_voice
        if issue.salesperson.ties[self].friend:
            legitimacy, refusal = max(1.0, legitimacy), 0.0
        at_once = min(1.0, d * (1.0 - p.overload_erosion) ** self.excess * legitimacy * p.acceptance[channel])
        refuse = (1.0 - at_once) * (1.0 - d) * refusal * (1.0 - p.cost_of_refusing[channel])
        aside = (1.0 - at_once - refuse) * (1.0 - d)
        u = self.model.number("RESPOND", issue, issue.occasion)
        obliges = u < at_once and len(self.own) < p.own_list_limit
        self.model.tally.update(asked=1, obliged=obliges)
        if u < at_once:
            return "oblige" if obliges else "log"
        return "refuse" if u < at_once + refuse else "set aside" if u < at_once + refuse + aside else "log"

    def act_on(self, issue, answer):
        """7.10, 7.11: own list, bucket, setting aside (in which nobody is told anything) or refusal."""
        if answer == "lose":
            issue.state = "lost"
        elif answer == "refuse":
            self.model.tally["refused"] += 1
            if self.model.chance(self.p.share_silent, "SILENT", issue, issue.occasion):
                issue.state = "ignored"
            else:
                yield from issue.salesperson.be_refused(issue, self)
        elif answer == "set aside" and self.p.set_aside_hours > 0.0:
            issue.state, issue.rep = "set aside", self
            self.model.start(self.log_at_last(issue, issue.n_sends), issue)
        else:
            issue.state, issue.logged = "in the bucket", self.model.now
            issue.holder = self if answer == "oblige" else None
            rep = yield self.own if answer == "oblige" else self.unit.bucket
            yield from rep.serve(issue)

    def log_at_last(self, issue, sending):
        """7.10: unless a chase brings it to light before, or it was refused and sent again since."""
        yield exponential(self.model.number("ASIDE", issue, sending), 60.0 * self.p.set_aside_hours)
        if issue.state == "set aside" and issue.n_sends == sending:
            yield from self.act_on(issue, "log")

    def serve(self, issue):
        """7.11: the update calls that are owed, then the work."""
        bucket, seller = self.unit.bucket, issue.salesperson
        issue.state, issue.rep, issue.started = "in work", self, self.model.now
        issue.jumped = bool(bucket) and bucket[0].issue.logged < issue.logged
        for number in range(1, 1 + issue.n_updates if seller else 1):
            yield from self.spend(self.p.update_minutes, "updates")
            self.model.start(seller.hear_update(issue, self, number), issue)
        yield from self.spend(issue.work * self.speed, "production")
        issue.state, issue.completed = "done", self.model.now
        if seller:
            seller.receive_notice(issue)
        in_time = self.model.now - issue.arises <= 60.0 * self.p.expected_hours
        if seller or in_time:
            issue.account.form_habit(grows=seller and in_time)

    def answer_enquiry(self, issue, caller, channel):
        """7.13: what was hidden comes to light, and what waits may be moved up, if it is the desk that asks."""
        yield self.p.enquiry_minutes
        desk = caller is not None and issue.salesperson is caller
        self.minutes["chases" if desk else "helpline"] += self.p.enquiry_minutes
        issue.n_answers += 1
        if desk:
            caller.talk(self, issue, self.p.visibility[channel], issue.occasion)
        if issue.state in ("lost", "ignored", "set aside"):
            answer = self.decide(issue, channel) if desk else "log"
            yield from self.act_on(issue, "log" if answer == "set aside" else answer)
        elif desk and issue.state == "in the bucket":
            waiting = next((task for task in self.unit.bucket if task.issue is issue), None)
            if waiting and self.decide(issue, channel) == "oblige":
                self.unit.bucket.remove(waiting)
                issue.holder = self
                self.own.put(waiting)
