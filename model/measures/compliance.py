"""Who obliges, refuses and ignores, by channel and voice (000-22, 000-23, 000-33, 000-40, 000-41)."""

from model.measures.record import measure
from model.measures.view import NAN, View, ratio
from model.world.codes import DIRECT_NUMBER, HELPLINE, MAILBOX, TAGGED_MAIL

ENOUGH = 10
"""Answers from which a rep's share of them is looked at."""


def _decided(view: View) -> int:
    """Answers of reps to requests of the desk."""
    return int(view.world.channels["n_asked"].sum() + view.world.channels["n_asked_own"].sum())


@measure("share", "000-22, 000-23")
def refusal_share(view: View) -> float:
    """Refusals and silent ignorings of desk requests, over answers that reps gave to requests of the desk."""
    return ratio(view.world.reps["n_refused"].sum(), _decided(view))


@measure("share", "000-23")
def ignored_share(view: View) -> float:
    """Silent ignorings alone, over answers that reps gave to requests of the desk."""
    return ratio(view.world.reps["n_ignored"].sum(), _decided(view))


@measure("share", "000-40")
def obliged_share(view: View) -> float:
    """Answers by which a rep did a desk request at once, over answers to requests of the desk."""
    channels = view.world.channels
    return ratio(channels["n_obliged"].sum() + channels["n_obliged_own"].sum(), _decided(view))


@measure("share", "000-40")
def obliged_spread(view: View) -> float:
    """Standard deviation over reps of the share of their answers by which they did a desk request at once: reps who
    answered at least ten times."""
    reps = view.world.reps[view.world.reps["n_asked"] >= ENOUGH]
    return float((reps["n_obliged"] / reps["n_asked"]).std()) if len(reps) else NAN


def _by_channel(view: View, channel: int) -> float:
    row = view.world.channels[channel]
    return ratio(row["n_obliged"] + row["n_obliged_own"], row["n_asked"] + row["n_asked_own"])


@measure("share", "000-33")
def obliged_share_mailbox(view: View) -> float:
    """Answers by which a desk request was done at once, over answers: plain mail, and tags that were not honoured."""
    return _by_channel(view, MAILBOX)


@measure("share", "000-33, 000-36")
def obliged_share_tagged_mail(view: View) -> float:
    """Answers by which a desk request was done at once, over answers: tagged mail that reached the rep it names."""
    return _by_channel(view, TAGGED_MAIL)


@measure("share", "000-33")
def obliged_share_helpline(view: View) -> float:
    """Answers by which a desk request was done at once, over answers: calls to the helpline."""
    return _by_channel(view, HELPLINE)


@measure("share", "000-33")
def obliged_share_direct_number(view: View) -> float:
    """Answers by which a desk request was done at once, over answers: calls to a rep's own number."""
    return _by_channel(view, DIRECT_NUMBER)


@measure("share", "000-41")
def obliged_share_customer_voice(view: View) -> float:
    """Answers by which a desk request was done at once, over answers: requests in the customer's voice."""
    channels = view.world.channels
    return ratio(channels["n_obliged"].sum(), channels["n_asked"].sum())


@measure("share", "000-22, 000-41")
def obliged_share_own_voice(view: View) -> float:
    """Answers by which a desk request was done at once, over answers: requests in the salesperson's own voice."""
    channels = view.world.channels
    return ratio(channels["n_obliged_own"].sum(), channels["n_asked_own"].sum())
