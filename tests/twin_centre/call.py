"""A call from the first contact until it is settled (7.17, 7.23)."""

import mesa

from tests.twin.laws import exponential, lognormal


class Call(mesa.Agent):
    """Comes, waits or not, is answered or hangs up, comes again or not."""

    def __init__(self, model, line, key):
        super().__init__(model)
        self.line, self.key, self.attempt, self.n_answers, self.bought = line, key, 0, 0, 0.0
        self.about, self.luck = line.about, model.luck
        self.caller = int(self.number("CALLER", 0) * len(model.customers))
        self.customer = model.customers[self.caller]

    def number(self, purpose, count=None):
        return self.luck.number(purpose, self, self.attempt if count is None else count)

    def come(self):
        """7.23: with self-service, if the caller tries it, else in the line."""
        own = self.model.p.self_service
        if self.about.share_ivr > 0.0 and self.number("SELF_SERVICE", 0) < self.about.share_ivr:
            way = own.ivr_minutes, own.ivr_succeeds
        elif self.about.share_web > 0.0 and self.number("SELF_SERVICE", 1) < self.about.share_web:
            way = own.web_minutes, own.web_succeeds
        else:
            return self.enter()
        self.model.after(exponential(self.number("SELF_MINUTES", 0), way[0]), self.end_self_service, way[1])

    def end_self_service(self, succeeds):
        if self.number("SELF_SERVICE", 2) < succeeds:
            self.model.book_outcome(self.customer, 1.0)
            self.end()
        else:
            self.model.book_outcome(self.customer, self.model.p.self_service.failed_worth)
            self.enter()

    def enter(self):
        """7.17: blocked, or seen to at once, or waiting with patience."""
        model, routing, line = self.model, self.model.p.routing, self.line
        self.attempt, self.entered = self.attempt + 1, model.now
        self.may_overflow_at = model.now + routing.overflow_seconds / 60.0
        if 0 < routing.trunk_lines <= line.held:
            model.tally["blocked"] += 1
            return self.come_again()
        line.held += 1
        somebody = model.somebody_idle(self, of=lambda group, line: group.serves(line))
        if not somebody and routing.overflow_seconds == 0.0:
            somebody = model.somebody_idle(self, of=lambda group, line: group.may_help(line))
        if somebody:
            return somebody.take(self)
        line.waiting[self] = None
        if self.about.patience > 0.0:
            model.after(exponential(self.number("WAIT_FOR"), self.about.patience), self.hang_up, self.attempt)
        if len(model.groups) > 1 and routing.overflow_seconds > 0.0:
            model.at(self.may_overflow_at, self.overflow, self.attempt)

    def overflow(self, attempt):
        waits = self in self.line.waiting and attempt == self.attempt
        if waits and (somebody := self.model.somebody_idle(self, of=lambda group, line: group.may_help(line))):
            somebody.take(self, from_queue=True)

    def hang_up(self, attempt):
        """7.17: a contact of worth 0."""
        if self in self.line.waiting and attempt == self.attempt:
            del self.line.waiting[self]
            self.line.held -= 1
            self.model.tally["hung up"] += 1
            self.model.book_outcome(self.customer, 0.0)
            self.come_again()

    def come_again(self):
        routing = self.model.p.routing
        if self.number("REDIAL") < routing.retrial:
            self.model.after(exponential(self.number("REDIAL_DELAY"), routing.retrial_minutes), self.enter)
        else:
            self.end()

    def be_answered(self, advisor):
        """7.17: length and quality, fit, resolution and purchase are settled as the call begins."""
        model, about, group, p = self.model, self.about, advisor.group, self.model.p
        self.wait = model.now - self.entered
        model.taken.append((model.now, advisor.place, self.caller))
        serving = sum(g.n for g in model.groups if g.serves(self.line))
        required = p.relations.pace_required
        full = min(1.0, len(self.line.waiting) / serving) if serving else 1.0
        hurry = required + (1.0 - required) * p.service.backlog_pressure * full
        self.minutes = self.handle_time() * advisor.pace * (1.0 - hurry)
        quality = 1.0 - hurry
        if not group.serves(self.line):
            self.minutes *= p.routing.mismatch_pace
            quality *= min(1.0, p.routing.mismatch_quality)
            quality *= 1.0 if group.contains(self.line) else p.supervision.untrained_quality
        self.resolved = self.number("RESOLVE") < about.p_resolved * quality
        self.bought = 0.0
        if self.number("PURCHASE") < about.p_purchase * quality:
            self.bought = lognormal(self.number("PURCHASE_VALUE", 0), about.purchase_mean, 1.0)
        model.tally.update({"answered": 1, "waited": self.wait})
        model.after(self.minutes + about.wrap_up_minutes, self.be_ended, advisor)

    def handle_time(self):
        u, about = self.number("HANDLE"), self.about
        if about.handle_law == "fixed":
            return about.handle_minutes
        if about.handle_law == "exponential":
            return exponential(u, about.handle_minutes)
        return lognormal(u, about.handle_minutes, about.handle_cv)

    def be_ended(self, advisor):
        """7.17: what the contact was worth, and whether the customer calls again about it; wrap-up is over."""
        model, service, first = self.model, self.model.p.service, self.n_answers == 0
        self.line.held -= 1
        self.n_answers += 1
        model.tally.update(
            {"ended": 1, "ended first": first, "talked": self.minutes, "sold": self.bought, "resolved": self.resolved,
             "resolved first": first and self.resolved}
        )  # fmt: skip
        model.book_outcome(self.customer, 1.0 if self.resolved else service.unresolved_worth, self.wait)
        if not self.resolved and self.number("REPEAT") < service.p_repeat:
            days = exponential(self.number("REPEAT_DELAY"), service.repeat_days)
            model.after(days * model.p.run.day_minutes, self.enter)
        else:
            self.end()
        advisor.turn_to_next()

    def end(self):
        """The call is over."""
        self.remove()
