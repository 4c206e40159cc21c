"""The whole of sections 5 to 7.15 on top of the core.

Left out, and to be switched off in the engine: turnover and dismissal, sharing of contact books, a shared site,
shifts, priority, limited lines, pooled routing, the field, and all rules but the defaults (of `attribution` also
`originator`, and both of `assign_request`).
"""

from tests.twin.core import organisation as core
from tests.twin.whole.customer import Customer
from tests.twin.whole.team import Team
from tests.twin.whole.unit import Unit


class Issue(core.Issue):
    """A need, with what the further mechanisms keep of it."""

    own_voice = same = jumped = False
    n_calls = n_due = 0


class Organisation(core.Organisation):
    """The same organisation, in which loads and memories fade."""

    issue, customer, team, unit = Issue, Customer, Team, Unit

    def __init__(self, p, needs, luck):
        super().__init__(p, needs, luck)
        for number, customer in enumerate(self.customers):
            customer.key = number
        self.start(self.fading())

    def fading(self):
        """7.14: as a day begins."""
        while True:
            for unit in self.units:
                unit.compare_reps()
            for person in self.desk:
                person.forget()
            yield self.p.day_minutes
