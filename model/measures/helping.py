"""Help among colleagues: how sharing starts and lasts, who gives, what it builds (source 004)."""

import numpy as np

from model.measures.record import measure
from model.measures.view import NAN, View, ratio
from model.world.codes import HELPING, HOME, MEETING, OUTSOURCER

WINDOW = 10
"""Days over which the share of questions answered is averaged to tell when sharing takes hold."""
TAKEN_HOLD = 0.3
"""Share of questions answered by colleagues from which sharing has taken hold."""
DAYS_LACKING = ("n_unwilling", "n_uninformed", "n_misled", "n_not_asked")


def _sum(view: View, *columns: str) -> float:
    """Sum of columns over the diary of help."""
    return sum(view.total("help_days", column) for column in columns)


def sharing(view: View) -> np.ndarray:
    """Share of questions that a colleague answered, averaged over `WINDOW` days, one value for each such window."""
    days = view.world.help_days[: view.n_days]
    if len(view.world.topics) == 0 or len(days) < WINDOW:
        return np.zeros(0)
    answered = days["n_helped"] + days["n_too_late"] + days["n_misled"]
    sums = [np.convolve(column, np.ones(WINDOW), "valid") for column in (answered, days["n_lacking"])]
    return np.divide(sums[0], sums[1], out=np.zeros_like(sums[0]), where=sums[1] > 0.0)


@measure("day", "004-04, 004-08")
def sharing_start_day(view: View) -> float:
    """Day on which sharing takes hold: the last of the first ten days in which colleagues answered 30 % of the calls
    whose answer somebody lacked; nan if it never does."""
    reached = np.flatnonzero(sharing(view) >= TAKEN_HOLD)
    return float(reached[0] + WINDOW) if len(reached) else NAN


@measure("switch", "004-04")
def sharing_takes_hold(view: View) -> float:
    """Whether sharing ever takes hold, 1 or 0 (see sharing_start_day)."""
    return float((sharing(view) >= TAKEN_HOLD).any()) if len(sharing(view)) else NAN


@measure("share", "004-04, 004-06")
def sharing_persistence(view: View) -> float:
    """Share of questions answered by colleagues in the last ten days, over the highest such share of any ten days."""
    shares = sharing(view)
    return ratio(shares[-1], shares.max()) if len(shares) else NAN


@measure("share", "004-03")
def question_share(view: View) -> float:
    """Calls answered by somebody who lacked the answer, over calls answered."""
    return ratio(_sum(view, "n_lacking"), _sum(view, "n_calls")) if len(view.world.topics) else NAN


@measure("share", "004-02, 001-59")
def questions_answered_share(view: View) -> float:
    """Calls for which a colleague gave an answer, over calls answered by somebody who lacked one."""
    return ratio(_sum(view, "n_helped", "n_too_late", "n_misled"), _sum(view, "n_lacking"))


@measure("share", "004-06")
def help_refused_share(view: View) -> float:
    """Requests for help refused or left unanswered, over requests put to a colleague or a list."""
    return ratio(_sum(view, "n_refused"), _sum(view, "n_requests"))


@measure("share", "004-05")
def help_refused_share_newcomers(view: View) -> float:
    """The same for requests by later newcomers in their first 60 days, who have done nobody a favour yet."""
    return ratio(_sum(view, "n_new_refused"), _sum(view, "n_new"))


@measure("favours per person and day", "004-02")
def help_per_person_day(view: View) -> float:
    """Times that somebody helped a colleague, per person and day."""
    return ratio(view.total("peers", "n_given"), len(view.world.peers) * view.n_days)


@measure("coefficient", "004-06")
def help_reciprocity(view: View) -> float:
    """Favours that run both ways between two people, twice the smaller number of the two directions, over all favours
    among present contacts."""
    help_between = help_matrix(view)
    return ratio(np.minimum(help_between, help_between.T).sum(), help_between.sum())


@measure("coefficient", "004-06")
def help_reciprocity_beyond_chance(view: View) -> float:
    """Reciprocity of the graph of who ever helped whom, beyond that of a random graph as dense: (r − a) / (1 − a), r
    the share of arrows answered by another, a the density (Garlaschelli & Loffredo 2004)."""
    arrows = help_matrix(view) > 0
    n = len(arrows)
    if n < 2 or not arrows.any():
        return NAN
    density = arrows.sum() / (n * (n - 1))
    return ratio((arrows & arrows.T).sum() / arrows.sum() - density, 1.0 - density)


@measure("trust per person", "004-19")
def social_capital(view: View) -> float:
    """Trust in all contacts together (each 0 to 1), per person: the sum of the value of ties."""
    ties = contacts(view)
    return ratio(float(ties["trust"].sum()), len(view.world.peers)) if len(view.world.topics) else NAN


@measure("share", "004-01, 004-02")
def trust_mean(view: View) -> float:
    """Trust in a contact (0 to 1): mean over contact lists."""
    return ratio(float(contacts(view)["trust"].sum()), len(contacts(view)))


@measure("share", "004-15")
def trust_between_sites_ratio(view: View) -> float:
    """Mean trust in contacts at another kind of site, over mean trust in contacts at the same kind."""
    ties, owners = contacts(view), owners_of_contacts(view)
    if len(ties) == 0:
        return NAN
    site = _sites(view)
    across = site[owners] != site[ties["peer"]]
    if not across.any() or across.all():
        return NAN
    return ratio(ties["trust"][across].mean(), ties["trust"][~across].mean())


@measure("share", "004-01, 001-58")
def identity_mean(view: View) -> float:
    """Identity of a centre's people with the firm (0 to 1): mean over people, at the end."""
    return float(view.world.peers["identity"].mean()) if len(view.world.peers) else NAN


@measure("share", "004-18")
def knowledge_overlap(view: View) -> float:
    """Topics on which two people hold the same belief, right or out of date: mean over all pairs of people."""
    n, n_topics = len(view.world.peers), len(view.world.topics)
    if n < 2 or n_topics == 0:
        return NAN
    beliefs = view.world.answers["answer"].reshape(n, n_topics)
    agree = 0.0
    for answer in range(1, int(view.world.topics["answer"].max()) + 1):
        holders = (beliefs == answer).sum(axis=0).astype(float)
        agree += (holders * (holders - 1.0)).sum()
    return agree / (n * (n - 1) * n_topics)


@measure("share", "004-18")
def knowledge_share(view: View) -> float:
    """Topics on which somebody holds the right answer: mean over people, at the end."""
    n, n_topics = len(view.world.peers), len(view.world.topics)
    if n == 0 or n_topics == 0:
        return NAN
    return float((view.world.answers["answer"].reshape(n, n_topics) == view.world.topics["answer"]).mean())


@measure("share", "004-12")
def match_share(view: View) -> float:
    """Calls that came to somebody who held the right answer without asking, over calls answered."""
    return ratio(_sum(view, "n_matched"), _sum(view, "n_calls")) if len(view.world.topics) else NAN


@measure("share", "004-14")
def gap_human(view: View) -> float:
    """Performance gap left after perfect technology: calls whose answer somebody lacked and got from nobody because it
    was not asked for, was refused, or was not known or wrong, over all calls whose answer somebody lacked."""
    return ratio(_sum(view, *DAYS_LACKING), _sum(view, "n_lacking"))


@measure("share", "004-14")
def gap_technology(view: View) -> float:
    """Calls whose answer somebody lacked and did not get because nobody could be reached or the answer came too late,
    over all calls whose answer somebody lacked."""
    return ratio(_sum(view, "n_unreached", "n_too_late"), _sum(view, "n_lacking"))


@measure("share", "004-17")
def willingness_in_house(view: View) -> float:
    """Favours that people outside the outsourcer did, over requests that reached them."""
    return _willingness(view, outsourced=False)


@measure("share", "004-17")
def willingness_outsourced(view: View) -> float:
    """Favours that the outsourcer's people did, over requests that reached them."""
    return _willingness(view, outsourced=True)


@measure("share", "004-16")
def share_helped_by_chat(view: View) -> float:
    """Answers got by the channel `chat`, over answers got by all channels."""
    return _by_channel(view, "chat")


@measure("share", "004-16")
def share_helped_by_mail(view: View) -> float:
    """Answers got by the channel `mail`, over answers got by all channels."""
    return _by_channel(view, "mail")


@measure("share", "004-16")
def share_helped_by_list(view: View) -> float:
    """Answers got by the channel `list`, a broadcast, over answers got by all channels."""
    return _by_channel(view, "list")


@measure("share", "004-16")
def share_helped_by_screen(view: View) -> float:
    """Answers got by the channel `screen` (screen sharing), over answers got by all channels."""
    return _by_channel(view, "screen")


@measure("share", "004-04; B2: Battiston 2021")
def helping_time_share(view: View) -> float:
    """Time of a centre's people on helping colleagues, over their time at work."""
    return _time(view, HELPING)


@measure("share", "004-07")
def meeting_time_share(view: View) -> float:
    """Time of a centre's people in face-to-face meetings, over their time at work."""
    return _time(view, MEETING)


@measure("share", "004-13")
def corrected_share(view: View) -> float:
    """Calls after which a monitor set a belief right, over calls that monitors followed."""
    return ratio(_sum(view, "n_corrected"), _sum(view, "n_watched"))


def contacts(view: View) -> np.ndarray:
    """Rows of the contact lists that are in use, of all people one after another."""
    return view.world.peer_ties[_in_use(view)]


def owners_of_contacts(view: View) -> np.ndarray:
    """Whose contact each of those rows is."""
    return np.repeat(np.arange(len(view.world.peers)), view.world.peers["n_contacts"] if _has_lists(view) else 0)


def help_matrix(view: View) -> np.ndarray:
    """How often the row's person was helped by the column's, for colleagues who are still contacts."""
    n = len(view.world.peers)
    matrix = np.zeros((n, n), int)
    ties = contacts(view)
    matrix[owners_of_contacts(view), ties["peer"]] = ties["n_received"]
    return matrix


def _has_lists(view: View) -> bool:
    return len(view.world.peer_ties) > 0


def _in_use(view: View) -> np.ndarray:
    if not _has_lists(view):
        return np.zeros(0, int)
    places = np.arange(view.scenario.helping.contacts)
    used = places < view.world.peers["n_contacts"][:, None]
    return np.flatnonzero(used.ravel())


def _sites(view: View) -> np.ndarray:
    return view.world.groups["site"][view.world.advisors["group"]]


def _willingness(view: View, outsourced: bool) -> float:
    peers = view.world.peers[(_sites(view) == OUTSOURCER) == outsourced] if len(view.world.peers) else view.world.peers
    return ratio(float(peers["n_given"].sum()), float(peers["n_asked"].sum()))


def _by_channel(view: View, name: str) -> float:
    names = list(view.scenario.peer_channels)
    if name not in names or len(view.world.peer_channels) == 0:
        return NAN
    helped = view.world.peer_channels["n_helped"]
    return ratio(float(helped[names.index(name)]), float(helped.sum()))


def _time(view: View, kind: int) -> float:
    if len(view.world.peers) == 0:
        return NAN
    return ratio(float(view.desk_minutes[kind]), view.front_line_minutes_at_work)


@measure("share", "004-12, 004-15")
def share_answered_at_home(view: View) -> float:
    """Calls answered by people who sit at home, over calls answered."""
    if len(view.world.advisors) == 0:
        return NAN
    n_calls = view.world.advisors["n_calls"]
    return ratio(float(n_calls[_sites(view) == HOME].sum()), float(n_calls.sum()))
