"""Streams of calls: how much and how long, and what becomes of calls while others wait."""

import math

import numpy as np

from model.measures.record import measure
from model.measures.view import NAN, View, ratio


def _sum(view: View, column: str) -> float:
    """Sum of a column over the days of a centre."""
    return view.total("centre_days", column)


def _answered(view: View) -> np.ndarray:
    """Streams of which calls have been answered; none where a centre has only one stream."""
    streams = view.world.streams
    return streams[streams["n_answered"] > 0] if len(streams) > 1 else streams[:0]


def _mean_seconds(view: View) -> np.ndarray:
    """Mean length of the calls of each stream (seconds)."""
    streams = _answered(view)
    return 60.0 * streams["minutes"] / streams["n_answered"]


@measure("share", "001-03")
def largest_stream_share(view: View) -> float:
    """Calls answered of the stream with most of them, over calls answered; nan with a single stream."""
    n_answered = _answered(view)["n_answered"]
    return ratio(n_answered.max(), n_answered.sum()) if len(n_answered) else NAN


@measure("seconds", "001-03")
def handle_time_longest_stream_s(view: View) -> float:
    """Mean length of calls, wrap-up left out, in the stream where it is longest; nan with a single stream."""
    seconds = _mean_seconds(view)
    return float(seconds.max()) if len(seconds) else NAN


@measure("seconds", "001-03")
def handle_time_shortest_stream_s(view: View) -> float:
    """Mean length of calls, wrap-up left out, in the stream where it is shortest; nan with a single stream."""
    seconds = _mean_seconds(view)
    return float(seconds.min()) if len(seconds) else NAN


@measure("ratio", "001-24")
def handle_time_cv(view: View) -> float:
    """Standard deviation of the length of calls, wrap-up left out, over its mean."""
    mean = ratio(_sum(view, "minutes"), _sum(view, "n_answered"))
    variance = ratio(_sum(view, "squares"), _sum(view, "n_answered")) - mean * mean
    return ratio(math.sqrt(max(0.0, variance)), mean) if mean > 0.0 else NAN


@measure("share", "001-04")
def addon_share_service_calls(view: View) -> float:
    """Offers taken in calls of streams that sell nothing themselves, over such calls answered."""
    return ratio(view.total("offer_days", "n_addons"), view.total("offer_days", "n_service"))


@measure("share", "001-05")
def share_answered_behind(view: View) -> float:
    """Calls answered while others waited in the queue, over calls answered, by people who serve the stream."""
    return ratio(view.total("streams", "n_behind"), view.total("streams", "n_home"))


@measure("ratio", "001-05")
def handle_time_behind_ratio(view: View) -> float:
    """Length of the calls answered while others waited in the queue, over what it would be if they were as long as the
    other calls of their streams; calls answered by people who serve the stream."""
    return _behind(view, "minutes")


@measure("ratio", "001-06")
def resolution_behind_ratio(view: View) -> float:
    """Calls that resolved the query, of those answered while others waited, over what they would be if as many did as
    of the other calls of their streams; calls answered by people who serve the stream."""
    return _behind(view, "n_resolved")


@measure("ratio", "001-06")
def offers_behind_ratio(view: View) -> float:
    """Offers made in calls answered while others waited, over what they would be if as many were made as in the other
    calls of their streams; calls answered by people who serve the stream."""
    return _behind(view, "n_offers")


def _behind(view: View, column: str) -> float:
    """A sum over the calls answered while others waited beside what the other calls of their streams let expect."""
    streams = view.world.streams
    streams = streams[(streams["n_behind"] > 0) & (streams["n_behind"] < streams["n_home"])]
    behind, others = streams[f"{column}_behind"], streams["n_home"] - streams["n_behind"]
    expected = streams["n_behind"] * (streams[f"{column}_home"] - behind) / others
    return ratio(behind.sum(), expected.sum())
