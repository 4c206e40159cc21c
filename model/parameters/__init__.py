"""Every parameter of the model, theme by theme: the one catalogue that files, command line and pages read."""

from functools import cache

from model.parameters.availability import Availability
from model.parameters.channels import Channels, DirectNumber, FaceToFace, Helpline, Mailbox, TaggedMail
from model.parameters.control import Control
from model.parameters.conversation import Conversation
from model.parameters.costs import Costs, Field
from model.parameters.customers import Calls, Customers
from model.parameters.demand import Demand
from model.parameters.departments import Department
from model.parameters.discounts import Discounts
from model.parameters.elsewhere import Elsewhere
from model.parameters.goodwill import Goodwill
from model.parameters.groups import Group
from model.parameters.helping import Helping
from model.parameters.incentives import Incentives
from model.parameters.indicators import Indicators
from model.parameters.managers import Managers
from model.parameters.meetings import Meetings
from model.parameters.menu import Menu
from model.parameters.norms import Norms
from model.parameters.offers import Offers
from model.parameters.peer_channels import PeerChannel
from model.parameters.people import People
from model.parameters.products import Product
from model.parameters.record import Record, Theme
from model.parameters.regime import Regime
from model.parameters.relations import Relations
from model.parameters.reps import Reps
from model.parameters.routing import Routing
from model.parameters.run import Run
from model.parameters.salespeople import Learning, Salespeople
from model.parameters.segmentation import Segmentation
from model.parameters.segments import Segment
from model.parameters.self_service import SelfService, Spikes
from model.parameters.service import Service
from model.parameters.staffing import Staffing
from model.parameters.streams import Stream
from model.parameters.supervision import Supervision

THEMES: dict[str, type[Theme]] = {
    "run": Run, "people": People, "demand": Demand, "customers": Customers, "calls": Calls,
    "salespeople": Salespeople, "learning": Learning, "channels": Channels, "mailbox": Mailbox,
    "tagged_mail": TaggedMail, "helpline": Helpline, "direct_number": DirectNumber, "face_to_face": FaceToFace,
    "reps": Reps, "routing": Routing, "service": Service,
    "offers": Offers, "control": Control,
    "segmentation": Segmentation, "menu": Menu, "supervision": Supervision, "availability": Availability,
    "staffing": Staffing, "conversation": Conversation, "indicators": Indicators,
    "regime": Regime, "goodwill": Goodwill, "discounts": Discounts, "elsewhere": Elsewhere,
    "norms": Norms, "helping": Helping, "meetings": Meetings, "self_service": SelfService, "spikes": Spikes,
    "relations": Relations,
    "incentives": Incentives, "managers": Managers, "costs": Costs, "field": Field,
}  # fmt: skip
TABLES: dict[str, type[Theme]] = {
    "streams": Stream, "groups": Group, "segments": Segment, "products": Product,
    "departments": Department, "peer_channels": PeerChannel,
}  # fmt: skip
"""Themes of which a scenario may have many, each under a name of its own: rows of a table."""
CHANNELS = ("mailbox", "tagged_mail", "helpline", "direct_number", "face_to_face")
"""Groups with one row each in the table of channels, in the order of `world.codes`."""


@cache
def catalogue() -> dict[str, Record]:
    """All records by full name (`group.name`)."""
    return {record.full_name: record for group, theme in THEMES.items() for record in theme.records(group)}
