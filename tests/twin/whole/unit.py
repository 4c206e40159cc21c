"""Units and reps who lose, refuse, hide, favour friends, and can be asked too much (5, 7.2, 7.8 to 7.14)."""

from tests.twin.core import unit as core
from tests.twin.core.worker import Queue
from tests.twin.laws import exponential, lognormal
from tests.twin.whole.breaks import WithBreaks


class Rep(WithBreaks, core.Rep):
    """Has a speed, and an excess of messages that named the rep over the mean of the unit."""

    at_work = "availability_reps"

    def __init__(self, model, key, unit):
        super().__init__(model, key, unit)
        self.speed = lognormal(model.luck.number("SPEED", self, 0), 1.0, self.p.speed_cv)
        self.excess, self.today = 0.0, 0
        self.bucket = Queue([self]) if self.p.own_buckets else unit.bucket
        self.queues = *self.queues[:-1], self.bucket

    def read_mail(self, issue):
        """7.9: a mail may be lost, and nobody is told."""
        if self.model.chance(self.p.p_lost, "LOST", issue, issue.n_sends):
            yield from self.spend(self.p.transcription_minutes, "refused or lost work")
            issue.state = "lost"
        else:
            issue.booked = self, "transcription", self.p.transcription_minutes
            yield from super().read_mail(issue)

    def answer_request(self, issue):
        """7.9: by telephone salesperson and rep have talked."""
        issue.booked = self, "helpline", self.p.enquiry_minutes
        yield from self.spend(self.p.enquiry_minutes, "helpline")
        if issue.salesperson:
            issue.salesperson.talk(self, issue, self.p.visibility[issue.channel], issue.occasion)
        yield from self.meet(issue, issue.channel)

    def meet(self, issue, channel):
        """7.5, 7.10: messages that name the rep are counted; what is refused is booked apart."""
        self.today += issue.named is self
        answer = self.decide(issue, channel) if issue.salesperson else "log"
        if answer == "refuse":
            reader, kind, minutes = issue.booked
            reader.minutes.update({kind: -minutes, "refused or lost work": minutes})
        yield from self.act_on(issue, answer)

    def obliges(self, issue, channel):
        """7.13: any other answer leaves a request where it is."""
        return self.decide(issue, channel) == "oblige"

    def decide(self, issue, channel):
        """7.10: one uniform number against bounds; who has no room on the own list logs instead of obliging."""
        left = self.model.luck.number("RESPOND", issue, issue.occasion)
        chances = self.chances(issue, channel).items()
        answer = next((answer for answer, chance in chances if (left := left - chance) < 0.0), "log")
        if answer == "oblige" and len(self.own) >= self.p.own_list_limit:
            answer = "log"
        self.model.tally["asked"] += 1
        self.model.tally["obliged"] += answer == "oblige"
        return answer

    def chances(self, issue, channel):
        """7.10: of the answers, in their order."""
        p, d, (legitimacy, refusal) = self.p, self.disposition, self.regard(issue)
        oblige = min(1.0, d * (1.0 - p.overload_erosion) ** self.excess * legitimacy * p.acceptance[channel])
        refuse = (1.0 - oblige) * (1.0 - d) * refusal * (1.0 - p.cost_of_refusing[channel])
        return {"oblige": oblige, "refuse": refuse, "set aside": (1.0 - oblige - refuse) * (1.0 - d)}

    def regard(self, issue):
        """7.10: legitimacy ℓ and readiness to refuse ρ, by voice and personal tie."""
        voice = "own_voice" if issue.own_voice else "customer_voice"
        legitimacy, refusal = getattr(self.p, f"legitimacy_{voice}"), getattr(self.p, f"refusal_{voice}")
        return (max(1.0, legitimacy), 0.0) if self in issue.salesperson.friends else (legitimacy, refusal)

    def act_on(self, issue, answer):
        """7.10: a refusal, setting aside (in which nobody is told anything), own list or bucket."""
        issue.state = "open"
        if answer == "refuse":
            yield from self.refuse(issue)
        elif answer == "set aside" and self.p.set_aside_hours > 0.0:
            issue.state, issue.rep = "set aside", self
            self.model.start(self.log_at_last(issue, issue.n_sends), issue)
        else:
            issue.logged = self.model.now
            rep = yield self.own if answer == "oblige" else self.in_charge(issue).bucket
            yield from rep.serve(issue)

    def in_charge(self, issue):
        """7.11: with own buckets whoever meets it, or the account's rep."""
        if not self.p.own_buckets or self.p.assign_request == "to_reader":
            return self
        u = self.model.luck.number("ACCOUNT_REP", issue.account, self.unit.number)
        return self.unit.reps[int(u * len(self.unit.reps))]

    def move_up(self, issue, channel):
        """7.11, 7.13: from whichever bucket it waits in."""
        waits = [(rep.bucket, task) for rep in self.unit.reps for task in rep.bucket if task.issue is issue]
        if waits and self.obliges(issue, channel):
            bucket, task = waits[0]
            bucket.remove(task)
            self.own.put(task)

    def refuse(self, issue):
        """7.10: silently, or the salesperson is told."""
        self.model.tally["refused"] += 1
        if self.model.chance(self.p.share_silent, "SILENT", issue, issue.occasion):
            issue.state = "ignored"
        else:
            yield from issue.salesperson.be_refused(issue, self)

    def log_at_last(self, issue, sending):
        """7.10: unless a chase brings it to light before, or it was refused and sent again since."""
        yield exponential(self.model.luck.number("ASIDE", issue, sending), 60.0 * self.p.set_aside_hours)
        if issue.state == "set aside" and issue.n_sends == sending:
            yield from self.act_on(issue, "log")

    def serve(self, issue):
        """7.3, 7.11: it may jump the queue; what the desk got done, or the unit in time, tells on the habit."""
        issue.jumped = bool(self.bucket) and self.bucket[0].issue.logged < issue.logged
        yield from super().serve(issue)
        in_time = self.model.now - issue.arises <= 60.0 * self.p.expected_hours
        if issue.salesperson or in_time:
            issue.account.form_habit(grows=issue.salesperson and in_time)

    def work_on(self, issue):
        """7.11: first the update calls that are owed; rep and salesperson do not wait for each other."""
        for number in range(1, 1 + issue.n_updates if issue.salesperson else 1):
            yield from self.spend(self.p.update_minutes, "updates")
            self.model.start(issue.salesperson.hear_update(issue, self, number), issue)
        yield from self.spend(issue.work * self.speed, "production")

    def answer_enquiry(self, issue, caller, channel):
        """7.13: what was hidden comes to light, what waits may be moved up, if it is the desk that asks."""
        yield self.p.enquiry_minutes
        desk = caller is not None and caller is issue.salesperson
        self.minutes["chases" if desk else "helpline"] += self.p.enquiry_minutes
        issue.n_answers += 1
        if desk:
            caller.talk(self, issue, self.p.visibility[channel], issue.occasion)
        if issue.state in ("lost", "ignored", "set aside"):
            answer = self.decide(issue, channel) if desk else "log"
            yield from self.act_on(issue, "log" if answer == "set aside" else answer)
        elif desk:
            self.move_up(issue, channel)


class Unit(core.Unit):
    """Can be telephoned, and has reps who are named more or less often."""

    member = Rep

    def __init__(self, model, number):
        super().__init__(model, number)
        self.number = number

    def receive(self, issue):
        """7.2, 7.3, 7.8: a call or a mail; who called the desk to no avail loses some habit."""
        if issue.n_calls > 0 and not issue.salesperson:
            issue.account.form_habit(grows=False)
        queue = self.way_of(issue)
        self.count_message(issue)
        rep = yield queue
        yield from rep.read_mail(issue) if queue is self.mailbox else rep.answer_request(issue)

    def way_of(self, issue):
        """7.2, 7.8: by its immediacy a channel is a call, to the rep by its addressability, else to the helpline."""
        m, p, channel = self.model, self.model.p, issue.channel
        if not issue.salesperson:
            return self.helpline if m.chance(p.share_by_phone, "DIRECT_PHONE", issue) else self.mailbox
        if not m.chance(p.immediacy[channel], "HONOUR", issue, issue.n_sends):
            return self.mailbox
        named = channel == "direct_number"
        named = named and m.chance(p.addressability[channel], "HONOUR", issue, 129 + issue.n_sends)
        return issue.named.line if named else self.helpline

    def compare_reps(self):
        """7.14: e ← e (1 − recovery) + max(0, n − n̄), n the messages of yesterday that named the rep."""
        mean = sum(rep.today for rep in self.reps) / len(self.reps)
        for rep in self.reps:
            rep.excess = rep.excess * (1.0 - rep.p.overload_recovery) + max(0.0, rep.today - mean)
            rep.today = 0
