"""Who is asked: concentration of requests and contact books (000-24, 000-34, 000-35, 000-43)."""

import numpy as np

from model.measures.ranks import rank_correlation
from model.measures.record import measure
from model.measures.view import NAN, View, ratio
from model.world.codes import MINUTES, TRANSCRIPTION


def book_degree(view: View) -> np.ndarray:
    """For each rep, in how many contact books the rep stands: experienced, with a value from the threshold on."""
    ties = view.ties
    in_book = (ties["known"] == 1) & (ties["n"] > 0) & (ties["value"] >= view.scenario.learning.book_threshold)
    return np.bincount(ties["rep"][in_book], minlength=len(view.world.reps))


@measure("rank correlation", "000-34, 000-35")
def contact_degree_disposition_correlation(view: View) -> float:
    """Spearman correlation over reps between the number of contact books they stand in and their disposition."""
    degree, disposition = book_degree(view), view.world.reps["disposition"]
    return rank_correlation(degree, disposition)


@measure("Gini", "000-34")
def request_gini(view: View) -> float:
    """Gini coefficient over reps of the messages in which the desk named them."""
    return gini(view.world.reps["n_named"])


@measure("names", "000-35")
def contact_book_size(view: View) -> float:
    """Reps in a salesperson's contact book, mean over salespeople."""
    return ratio(book_degree(view).sum(), len(view.world.salespeople))


@measure("numbers", "000-29")
def direct_numbers(view: View) -> float:
    """Direct numbers of reps that a salesperson knows, mean over salespeople."""
    return ratio(view.ties["number"].sum(), len(view.world.salespeople))


@measure("ties", "000-24")
def personal_ties(view: View) -> float:
    """Personal ties to reps, mean over salespeople."""
    return ratio(view.ties["friend"].sum(), len(view.world.salespeople))


@measure("names", "000-42")
def reps_known(view: View) -> float:
    """Reps whose name a salesperson knows, mean over salespeople."""
    return ratio(float(view.world.clock["n_known"]), len(view.world.salespeople))


@measure("day", "000-42")
def discovery_day(view: View) -> float:
    """Day on which salespeople together knew half of the names they know at the end."""
    known = view.days["known"]
    if len(known) == 0 or known[-1] <= 0:
        return NAN
    return float(np.argmax(known >= 0.5 * known[-1]))


@measure("share", "000-37")
def share_met_in_bulk(view: View) -> float:
    """Names that became known through a request of a bulk project, over all names known."""
    known = view.ties["known"] == 1
    return ratio(view.tie_details["in_bulk"][known].sum(), known.sum())


@measure("share", "000-34")
def share_to_favourite(view: View) -> float:
    """Named requests that went to the rep whom the salesperson named most in that unit, over all named requests (of
    salespeople who named at least ten times there)."""
    begun = view.world.books["n"]
    begun = begun[begun > 0]
    if len(begun) == 0:
        return NAN
    first, used = np.cumsum(begun) - begun, view.ties["used"]
    named, most = np.add.reduceat(used, first), np.maximum.reduceat(used, first)
    busy = named >= 10
    return ratio(most[busy].sum(), named[busy].sum())


@measure("share", "000-34, 000-39")
def share_to_best_rep(view: View) -> float:
    """Named requests that went to the rep with the highest disposition of the unit, over all named requests."""
    reps = view.world.reps
    if len(reps) == 0:
        return NAN
    units = reps["disposition"].reshape(len(view.world.units), -1)
    best = np.arange(len(units)) * units.shape[1] + units.argmax(axis=1)
    return ratio(reps["n_named"][best].sum(), reps["n_named"].sum())


@measure("difference of probabilities", "000-34, 000-35")
def named_disposition_lead(view: View) -> float:
    """Disposition to oblige at the posts that are named, mean over messages that name one, less the mean over all
    posts (a post has the disposition of its last holder)."""
    reps = view.world.reps
    named = ratio((reps["disposition"] * reps["n_named"]).sum(), reps["n_named"].sum())
    return named - float(reps["disposition"].mean()) if len(reps) else NAN


@measure("Gini", "000-26")
def reading_gini(view: View) -> float:
    """Gini coefficient over reps of the time they spent turning the mail of their unit into requests: high where one
    rep of each unit reads it all."""
    minutes = view.world.ledger["minutes"].reshape(-1, len(MINUTES))[len(view.world.salespeople) :]
    return gini(minutes[:, TRANSCRIPTION])


def gini(values: np.ndarray) -> float:
    """Gini coefficient of non-negative values; nan if they are all zero."""
    ordered = np.sort(values.astype(float))
    total = ordered.sum()
    if len(ordered) == 0 or total <= 0.0:
        return NAN
    n = len(ordered)
    return float(((2.0 * np.arange(1, n + 1) - n - 1.0) * ordered).sum() / (n * total))
