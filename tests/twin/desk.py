"""Customers and salespeople of the second model (7.2, 7.3, 7.6 to 7.8, 7.12, 7.13 of the text)."""

import math
from collections import defaultdict

import mesa

from model.luck import (
    CHASE_PROMPT, CLOSE, CONTACT, DIRECT_PHONE, FRAME, HIRE, HONOUR, NAME, NUMBER, PITCH, PITCH_VALUE, PRACTICE,
    PRODUCT, REDIAL, REDIAL_DELAY, RESIDUAL, TIE,
)  # fmt: skip
from tests.twin.worker import DIRECT, HELPLINE, MAILBOX, REQUESTS, TAGGED, Task, Tie, Worker, exponential, lognormal


class Customer(mesa.Agent):
    """An account with its habit of calling the desk (7.2, 7.3)."""

    def __init__(self, model, owner):
        super().__init__(model)
        self.owner, self.habit = owner, model.setting.customers.initial_habit

    def grow(self):
        self.habit += self.model.setting.customers.habit_gain * (1.0 - self.habit)

    def shrink(self):
        self.habit -= self.model.setting.customers.habit_loss * self.habit

    def need(self, issue):
        m = self.model
        if issue.kind in REQUESTS:
            m.tally["requests"] += 1
            if not m.chance(self.habit, CONTACT, issue.key, 0):
                return self.turn_to_unit(issue)
        elif issue.kind == "opportunity" and issue.order > m.setting.field.deal_threshold:
            return None
        return self.call_desk(issue)

    def call_desk(self, issue):
        issue.state, issue.n_calls = "at the desk", issue.n_calls + 1
        call = Task("call", issue, issue.talk + self.model.setting.calls.wrap_minutes)
        self.owner.put(self.owner.line, call)
        if issue.patience > 0.0 and call in self.owner.line:
            self.model.at(self.model.now + issue.patience, self.lose_patience, call)

    def lose_patience(self, call):
        if call not in self.owner.line:
            return
        self.owner.line.remove(call)
        issue, m = call.issue, self.model
        if m.chance(m.setting.customers.p_redial, REDIAL, issue.key, issue.n_calls):
            u = m.luck(REDIAL_DELAY, issue.key, issue.n_calls)
            m.at(m.now + exponential(u, m.setting.customers.redial_minutes), self.call_desk, issue)
        elif issue.kind in REQUESTS:
            self.shrink()
            self.turn_to_unit(issue)

    def turn_to_unit(self, issue):
        m = self.model
        issue.salesperson = issue.named = None
        issue.state, issue.sent, issue.n_sends = "at the unit", m.now, issue.n_sends + 1
        unit = m.units[issue.unit]
        if m.chance(m.setting.customers.share_by_phone, DIRECT_PHONE, issue.key, 0):
            unit.put(unit.helpline, Task("phone", issue, m.setting.channels.enquiry_minutes))
        else:
            unit.put(unit.mailbox, Task("mail", issue, m.setting.channels.transcription_minutes))
        m.first_chase(issue)


class Salesperson(Worker):
    """Takes calls, forwards, chases and sells in free time (7.3, 7.6, 7.7, 7.8, 7.13)."""

    def __init__(self, model, name, team):
        super().__init__(model, name, model.setting.people.availability_desk)
        self.team, self.novice = team, True
        self.books = defaultdict(lambda: defaultdict(lambda: Tie(model.setting.learning.prior_value)))
        self.named_last = {}
        self.practice, self.until_offer, self.n_offers, self.chasing = 0.0, 0.0, 0, 0.0
        self.originated = self.claimed = 0.0
        self.quota = model.first_quota()

    def hire(self):
        """5: novice, or from a unit with some contacts there."""
        m, people, memory = self.model, self.model.setting.people, self.model.setting.learning
        if not m.chance(people.share_ex_service, HIRE, self.name, 0):
            return
        self.novice = False
        unit = m.units[int(m.luck(HIRE, self.name, 1) * len(m.units))]
        for contact in range(min(memory.residual_contacts, len(unit.reps))):
            place = int(m.luck(RESIDUAL, self.name, contact) * len(unit.reps))
            while self.tie(unit.reps[place % len(unit.reps)]).known:
                place += 1
            tie = self.tie(unit.reps[place % len(unit.reps)])
            tie.known = tie.number = True
            tie.n, tie.value = 1, max(memory.prior_value, memory.book_threshold)

    def tie(self, rep):
        return self.books[rep.unit][rep]

    def next_task(self):
        return self.line.popleft() if self.line else self.own.popleft() if self.own else None

    def skill(self):
        sell, m = self.model.setting.salespeople, self.model
        t = self.practice / (m.setting.people.availability_desk * m.day)
        first = sell.conversion_novice
        if not self.novice:
            first = min(sell.conversion_max, sell.ex_service_conversion * first)
        return sell.conversion_max - (sell.conversion_max - first) * math.exp(
            -math.log(2.0) * t / sell.practice_half_life
        )

    def book_free_time(self):
        """7.7: free time is selling time, reckoned when it ends."""
        m, sell, demand = self.model, self.model.setting.salespeople, self.model.setting.demand
        free, self.since = m.now - self.since, m.now
        self.minutes["selling"] += free
        self.practice += free
        self.until_offer -= free
        while self.until_offer <= 0.0:
            self.until_offer += sell.sell_minutes
            p = self.skill()
            if m.chance(sell.share_difficult, PRODUCT, self.name, self.n_offers):
                p *= sell.difficult_conversion
            if m.chance(p, PITCH, self.name, self.n_offers):
                u = m.luck(PITCH_VALUE, self.name, self.n_offers)
                self.sell(lognormal(u, demand.order_value_mean, demand.order_value_cv))
            self.n_offers += 1

    def sell(self, value):
        self.originated += value
        self.model.tally["originated"] += value

    def act(self, task):
        """7.6: what the desk does when a task has ended."""
        m, issue = self.model, task.issue
        if task.kind in ("call", "prompt"):
            service = issue.kind in REQUESTS
            wrap = m.setting.calls.wrap_minutes
            self.minutes["service calls" if service else "calls"] += task.minutes - wrap
            self.minutes["wrap-up"] += wrap
            m.tally["service_calls" if service and task.kind == "call" else "other_calls"] += 1
            if task.kind == "prompt":
                self.own.append(Task("chase", issue, m.setting.salespeople.chase_minutes))
            elif service:
                self.answer_request(issue)
            elif issue.kind == "opportunity":
                p = min(1.0, self.skill() * m.setting.salespeople.opportunity_conversion)
                if m.chance(p, CLOSE, issue.key, 0):
                    self.sell(issue.order)
        elif task.kind == "update":
            self.minutes["service calls"] += task.minutes
            m.tally["update_calls"] += 1
            self.talk(task.other, issue, m.setting.channels.update_shows_number, task.number)
        elif task.kind == "forward":
            self.minutes["forwarding"] += task.minutes
            self.send(issue)
        else:
            self.minutes["chasing"] += task.minutes
            self.chase(issue)

    def answer_request(self, issue):
        if not self.team.serves:
            issue.account.shrink()
            return issue.account.turn_to_unit(issue)
        issue.desk, issue.salesperson = True, self
        self.model.tally["involved"] += 1
        self.own.append(Task("forward", issue, self.model.setting.salespeople.forward_minutes))

    def send(self, issue):
        """7.8: choose practice, rep and voice; the message arrives at once."""
        m, s = self.model, self.model.setting
        unit, sent_before = m.units[issue.unit], issue.n_sends
        known = [(rep, self.books[unit][rep]) for rep in unit.reps if self.books[unit][rep].known]
        helpful = [tie for _, tie in known if tie.n > 0 and tie.value >= s.learning.book_threshold]
        issue.practice, issue.named = MAILBOX, None
        u, explore = m.luck(PRACTICE, issue.key, sent_before), s.learning.exploration
        if u >= explore and helpful:
            by_phone = (u - explore) / (1.0 - explore) < 1.0 / 3.0 and any(tie.number for tie in helpful)
            issue.named = rep = self.choose(known, m.luck(NAME, issue.key, sent_before))
            issue.practice = DIRECT if by_phone and self.tie(rep).number else TAGGED
            issue.same = self.named_last.get(unit) is rep
            self.named_last[unit] = rep
            rep.n_named += 1
        issue.own_voice = not m.chance(s.salespeople.p_customer_voice, FRAME, issue.key, sent_before)
        issue.n_sends += 1
        issue.state, issue.sent = "at the unit", m.now
        at_once = m.chance(s[f"{issue.practice}.immediacy"], HONOUR, issue.key, sent_before)
        about = {"by": self, "other": issue.named, "channel": issue.practice}
        if not at_once:
            unit.put(unit.mailbox, Task("mail", issue, s.channels.transcription_minutes, **about))
        elif issue.practice == DIRECT:
            issue.named.put(issue.named.line, Task("phone", issue, s.channels.enquiry_minutes, **about))
        else:
            unit.put(unit.helpline, Task("phone", issue, s.channels.enquiry_minutes, **about))
        m.first_chase(issue)

    def choose(self, known, u):
        """Softmax over remembered values: P(i) = exp(beta v_i) / sum_j exp(beta v_j)."""
        beta = self.model.setting.learning.inverse_temperature
        top = max(tie.value for _, tie in known)
        weights = [math.exp(beta * (tie.value - top)) for _, tie in known]
        left = u * sum(weights)
        for (rep, _), weight in zip(known, weights, strict=True):
            left -= weight
            if left < 0.0:
                return rep
        return known[-1][0]

    def talk(self, rep, issue, visibility, number):
        """7.9: a number, and a tie, may come out of a talk."""
        m, tie = self.model, self.tie(rep)
        if not tie.number and m.chance(visibility, NUMBER, issue.key, number):
            tie.number = tie.known = True
        if not tie.friend and m.chance(m.setting.learning.phone_tie, TIE, issue.key, number):
            tie.friend = True

    def learn(self, rep, reward):
        """7.12: v <- v + alpha (r - v)."""
        tie = self.tie(rep)
        tie.known = True
        tie.value += self.model.setting.learning.learning_rate * (reward - tie.value)
        tie.n += 1

    def forget(self):
        """7.14: every tie drifts back, v <- v + delta (Q_0 - v)."""
        memory = self.model.setting.learning
        for page in self.books.values():
            for tie in page.values():
                tie.value += memory.forgetting * (memory.prior_value - tie.value)

    def be_refused(self, issue, rep):
        """7.10: an open refusal; send it again, or hand it back."""
        if issue.named is rep:
            self.learn(rep, 0.0)
        if issue.n_sends < self.model.setting.salespeople.send_limit:
            issue.state = "at the desk"
            self.put(self.own, Task("forward", issue, self.model.setting.salespeople.forward_minutes))
        else:
            issue.account.shrink()
            issue.account.turn_to_unit(issue)

    def chase_due(self, issue):
        """7.13: taken on if the day's budget leaves room."""
        m, s = self.model, self.model.setting.salespeople
        if self.chasing + s.chase_minutes > s.chase_budget_minutes:
            return
        self.chasing += s.chase_minutes
        issue.n_chases += 1
        if m.chance(s.p_prompted, CHASE_PROMPT, issue.key, issue.n_due):
            self.put(self.line, Task("prompt", issue, issue.talk + m.setting.calls.wrap_minutes))
        else:
            self.put(self.own, Task("chase", issue, s.chase_minutes))

    def chase(self, issue):
        if issue.state == "done" or issue.salesperson is not self:
            return
        m, unit = self.model, self.model.units[issue.unit]
        m.tally["chases"] += 1
        minutes = m.setting.channels.enquiry_minutes
        for rep in (issue.rep, issue.holder, issue.named):
            if rep is not None and self.tie(rep).number:
                return rep.put(rep.line, Task("enquiry", issue, minutes, self, channel=DIRECT))
        unit.put(unit.helpline, Task("enquiry", issue, minutes, self, channel=HELPLINE))
