"""Units and reps of the second model (7.4, 7.9 to 7.11, 7.13 of the text)."""

from collections import deque

from scipy.stats import beta

from model.luck import ASIDE, DISPOSITION, HONOUR, LOST, RESPOND, SILENT, SPEED
from tests.twin.worker import MAILBOX, TAGGED, Task, Worker, exponential, lognormal

HIDDEN = ("lost", "ignored", "set aside")


class Unit:
    """A service unit: its reps share a mailbox, a helpline and a bucket."""

    def __init__(self, model):
        self.model, self.reps, self.idle = model, [], []
        self.mailbox, self.helpline, self.bucket = deque(), deque(), deque()
        self.n_started = self.n_jumped = 0

    def put(self, queue, task):
        """7.4: begun at once by one of the idle, else it waits."""
        if not self.idle:
            return queue.append(task)
        self.model.any_of(self.idle, task.issue).begin(task)

    def log(self, issue):
        """Put a request into the bucket."""
        issue.state, issue.logged = "in the bucket", self.model.now
        self.put(self.bucket, Task("request", issue, 0.0))

    def ask(self, issue):
        """7.13: the customer calls the helpline about a request made directly."""
        self.put(self.helpline, Task("enquiry", issue, self.model.setting.channels.enquiry_minutes))


class Rep(Worker):
    """Reads, answers, obliges or not, works (7.9 to 7.11)."""

    def __init__(self, model, name, unit):
        super().__init__(model, name, model.setting.people.availability_reps)
        self.unit = unit
        mean, sd = model.setting.reps.disposition_mean, model.setting.reps.disposition_sd
        size = mean * (1.0 - mean) / sd**2 - 1.0 if sd > 0.0 else 0.0
        u = model.luck(DISPOSITION, name, 0)
        self.disposition = float(beta.ppf(u, mean * size, (1.0 - mean) * size)) if sd > 0.0 else mean
        self.speed = lognormal(model.luck(SPEED, name, 0), 1.0, model.setting.reps.speed_cv)
        self.excess, self.today, self.n_named = 0.0, 0, 0

    def become_idle(self):
        self.unit.idle.append(self)

    def book_free_time(self):
        self.minutes["idle"] += self.model.now - self.since
        self.since = self.model.now

    def spend_free_time(self):
        self.book_free_time()
        if self in self.unit.idle:
            self.unit.idle.remove(self)

    def next_task(self):
        for queue in (self.line, self.unit.helpline, self.unit.mailbox, self.own, self.unit.bucket):
            if queue:
                return queue.popleft()
        return None

    def begin(self, task):
        if task.kind == "request":
            task = self.take_up(task.issue)
        super().begin(task)

    def take_up(self, issue):
        """7.11: updates first, then the work."""
        unit, bucket = self.unit, self.unit.bucket
        issue.state, issue.rep, issue.started = "in work", self, self.model.now
        unit.n_started += 1
        unit.n_jumped += bool(bucket and bucket[0].issue.logged < issue.logged)
        return self.next_on(issue)

    def next_on(self, issue):
        if issue.salesperson is not None and issue.n_updated < issue.n_updates:
            issue.n_updated += 1
            return Task("update call", issue, self.model.setting.channels.update_minutes, number=issue.n_updated)
        return Task("work", issue, issue.work * self.speed)

    def act(self, task):
        """What the unit does when a task has ended; returns what the rep goes on with, if it belongs together."""
        m, issue = self.model, task.issue
        if task.kind == "update call":
            self.minutes["updates"] += task.minutes
            call = Task("update", issue, task.minutes, other=self, number=task.number)
            issue.salesperson.put(issue.salesperson.line, call)
            return self.next_on(issue)
        if task.kind == "work":
            self.minutes["production"] += task.minutes
            m.complete(issue)
        elif task.kind == "mail":
            wasted = self.read(task)
            self.minutes["refused" if wasted else "transcription"] += task.minutes
        elif task.kind == "phone":
            wasted = self.answer(task)
            self.minutes["refused" if wasted else "helpline"] += task.minutes
        else:
            asked = task.by is not None and issue.salesperson is task.by
            self.minutes["chases" if asked else "helpline"] += task.minutes
            self.answer_enquiry(task, asked)
        return None

    def read(self, task):
        """7.9: a mail has been read. Returns whether it ended in nothing."""
        m, issue = self.model, task.issue
        if m.chance(m.setting.channels.p_lost, LOST, issue.key, issue.n_sends):
            issue.state = "lost"
            return True
        if task.by is None:
            self.unit.log(issue)
            return False
        if task.channel != TAGGED:
            return self.meet(issue, task.channel, task)
        if task.other is self or m.chance(m.setting.tagged_mail.addressability, HONOUR, issue.key, 64 + issue.n_sends):
            return task.other.meet(issue, TAGGED, task)
        return self.meet(issue, MAILBOX, task)

    def answer(self, task):
        """7.9: a request by telephone."""
        if task.by is None:
            self.unit.log(task.issue)
            return False
        visibility = self.model.setting[f"{task.channel}.visibility"]
        task.by.talk(self, task.issue, visibility, self.model.occasion(task.issue))
        return self.meet(task.issue, task.channel, task)

    def meet(self, issue, channel, task):
        """7.10: meet a request of the desk as it comes. Returns whether it was refused or ignored."""
        if task.other is self:
            self.today += 1
        answer = self.decide(issue, channel)
        if answer == "at once":
            self.take_on(issue)
        elif answer == "refuse":
            self.turn_down(issue)
        elif answer == "set aside" and self.model.setting.reps.set_aside_hours > 0.0:
            self.set_aside(issue)
        else:
            self.unit.log(issue)
        return answer == "refuse"

    def decide(self, issue, channel):
        """7.10: one uniform number against three bounds."""
        m, reps = self.model, self.model.setting.reps
        friend = issue.salesperson is not None and issue.salesperson.tie(self).friend
        own = issue.own_voice
        legitimacy = reps.legitimacy_own_voice if own else reps.legitimacy_customer_voice
        refusal = reps.refusal_own_voice if own else reps.refusal_customer_voice
        if friend:
            legitimacy, refusal = max(1.0, legitimacy), 0.0
        d, kappa = self.disposition, m.setting[f"{channel}.acceptance"]
        at_once = min(1.0, d * (1.0 - reps.overload_erosion) ** self.excess * legitimacy * kappa)
        refuse = (1.0 - at_once) * (1.0 - d) * refusal * (1.0 - m.setting[f"{channel}.cost_of_refusing"])
        aside = (1.0 - at_once - refuse) * (1.0 - d)
        u = m.luck(RESPOND, issue.key, m.occasion(issue))
        m.tally["asked"] += 1
        if u < at_once:
            m.tally["obliged"] += len(self.own) < reps.own_list_limit
            return "at once"
        if u < at_once + refuse:
            return "refuse"
        return "set aside" if u < at_once + refuse + aside else "log"

    def take_on(self, issue):
        if len(self.own) >= self.model.setting.reps.own_list_limit:
            return self.unit.log(issue)
        if issue.state != "in the bucket":  # who is moved up from there keeps the time of entering it
            issue.logged = self.model.now
        issue.state, issue.holder = "in the bucket", self
        self.put(self.own, Task("request", issue, 0.0))

    def turn_down(self, issue):
        m = self.model
        m.tally["refused"] += 1
        if m.chance(m.setting.reps.share_silent, SILENT, issue.key, m.occasion(issue)):
            issue.state = "ignored"
        else:
            issue.salesperson.be_refused(issue, self)

    def set_aside(self, issue):
        m = self.model
        issue.state, issue.rep, issue.aside = "set aside", self, object()
        u = m.luck(ASIDE, issue.key, issue.n_sends)
        m.at(m.now + exponential(u, 60.0 * m.setting.reps.set_aside_hours), self.log_at_last, issue, issue.aside)

    def log_at_last(self, issue, aside):
        if issue.state == "set aside" and issue.aside is aside:
            self.unit.log(issue)

    def answer_enquiry(self, task, asked):
        """7.13: what was hidden comes to light, what waits may be moved up."""
        m, issue = self.model, task.issue
        issue.n_answers += 1
        if asked:
            visibility = m.setting[f"{task.channel}.visibility"]
            task.by.talk(self, issue, visibility, m.occasion(issue))
        if issue.state in HIDDEN:
            answer = self.decide(issue, task.channel) if asked else "log"
            if answer == "at once":
                self.take_on(issue)
            elif answer == "refuse":
                self.turn_down(issue)
            else:
                self.unit.log(issue)
        elif asked and issue.state == "in the bucket":
            waiting = next((t for t in self.unit.bucket if t.issue is issue), None)
            if waiting and self.decide(issue, task.channel) == "at once" and self.has_room():
                self.unit.bucket.remove(waiting)
                self.take_on(issue)

    def has_room(self):
        return len(self.own) < self.model.setting.reps.own_list_limit
