"""What a teller keeps in mind: who was introduced, which evidence was cited, which phrase came last."""

from collections import Counter

from model.story.case import Case, Step, role_of
from model.story.names import LEAVING, name_of_account, name_of_caller, name_of_person, name_of_unit, product_of_unit
from model.story.words import dollars, duration
from model.world import codes

WHAT = {
    codes.ORDER: "an order for",
    codes.CHANGE: "a change to",
    codes.COMPLAINT: "a complaint about",
    codes.QUERY: "a question about",
}
REPS = ("one of the reps there", "another rep", "a third rep", "a fourth rep", "one more rep")
"""How the reps of a story are introduced, one after another."""


class Narrator:
    """Names and phrases for one case; asked in the order of the story, it answers the same every time."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.result = case.result
        self.facts = case.facts
        self.firm = name_of_account(int(self.facts["account"]))
        callers = self.result.scenario.people.callers_per_account
        self.caller = name_of_caller(int(self.facts["account"]), int(self.facts["caller"]), callers)
        self.unit = f"the {name_of_unit(int(self.facts['unit']))} unit"
        self._met: set[str] = set()
        self._cited: set[str] = set()
        self._used: Counter = Counter()

    def first(self, what: str) -> bool:
        """Whether something comes up in the story for the first time."""
        self._used[what] += 1
        return self._used[what] == 1

    def cite(self, row: str) -> str:
        """' [000-36]' where a practice of the sources first appears in the story, then nothing."""
        if row in self._cited:
            return ""
        self._cited.add(row)
        return f" [{row}]"

    def vary(self, what: str, *phrases: str) -> str:
        """One phrase after another each time the same thing happens."""
        self._used[what] += 1
        return phrases[(self._used[what] - 1) % len(phrases)]

    def customer(self) -> str:
        """The caller, with the firm at first."""
        return self._introduced(self.caller, f"{self.caller} at {self.firm}")

    def seller(self, post: int, time: float) -> str:
        """Whoever holds a post at the desk."""
        name = name_of_person(self.result, "salesperson", post, time)
        owns = int(self.result.world.accounts[int(self.facts["account"])]["salesperson"]) == post
        what = "the desk salesperson who has the account" if owns else "a desk salesperson"
        return self._introduced(name, f"{name}, {what},")

    def rep(self, post: int, time: float) -> str:
        """Whoever holds a post in a service unit, as the one who acts."""
        name = name_of_person(self.result, "rep", post, time)
        known = sum(met.startswith("rep ") for met in self._met)
        self._met.add(f"rep {name}")
        what = REPS[min(known, len(REPS) - 1)]
        return self._introduced(name, f"{name}, {what},")

    def rep_named(self, post: int, time: float) -> str:
        """Whoever holds a post in a service unit, as the one who is named or called."""
        name = name_of_person(self.result, "rep", post, time)
        self._met |= {name, f"rep {name}"}
        return name

    def supervisor(self, team: int) -> str:
        """The supervisor of a team."""
        return name_of_person(self.result, "manager", team)

    def matter(self) -> str:
        """What the customer needs, with the order it carries: 'an order for private circuits worth $349'."""
        kind, order = int(self.facts["kind"]), float(self.facts["order"])
        worth = f" worth {dollars(order)}" if order > 0.0 else ""
        if kind == codes.OPPORTUNITY:
            return f"a wish to buy{worth}"
        if kind == codes.ENQUIRY:
            return "an enquiry"
        project = f", part of a larger project{self.cite('000-37')}" if self.facts["bulk"] else ""
        return f"{WHAT[kind]} {product_of_unit(int(self.facts['unit']))}{worth}{project}"

    def it(self) -> str:
        """What the matter is called once it is known."""
        return "the request" if self.facts["kind"] < codes.REQUESTS_END else "the matter"

    def lasted(self, minutes: float) -> str:
        """A duration in words."""
        return duration(minutes, self.case.day_minutes)

    def actor(self, step: Step) -> str:
        """The bare name of whoever acts in a line of the log."""
        role = role_of(step)
        if role == "customer":
            return self.caller
        leaving = step.event in LEAVING[role]
        return name_of_person(self.result, role, step.actor, step.time, leaving)

    def _introduced(self, name: str, at_first: str) -> str:
        if name in self._met:
            return name
        self._met.add(name)
        return at_first
