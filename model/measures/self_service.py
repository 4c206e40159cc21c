"""Self-service, its failures, and spikes of traffic (004-09 to 004-11)."""

from model.measures.record import measure
from model.measures.view import NAN, View, ratio


def _sum(view: View, *columns: str) -> float:
    return sum(view.total("streams", column) for column in columns)


def _contacts(view: View) -> float:
    """Contacts that began: calls of the streams and of their spikes."""
    return _sum(view, "n_calls", "n_spike_calls")


@measure("share", "004-09")
def share_ivr(view: View) -> float:
    """Contacts that began in the voice menu, over contacts with a centre."""
    return ratio(_sum(view, "n_ivr"), _contacts(view))


@measure("share", "004-09")
def share_web(view: View) -> float:
    """Contacts that began on the Web, over contacts with a centre."""
    return ratio(_sum(view, "n_web"), _contacts(view))


@measure("share", "004-10")
def self_service_failure_share(view: View) -> float:
    """Contacts in which self-service failed and people were the backup, over contacts that began with it."""
    return ratio(_sum(view, "n_ivr_failed", "n_web_failed"), _sum(view, "n_ivr", "n_web"))


@measure("share", "004-10")
def fallback_share(view: View) -> float:
    """Contacts that came to people from self-service that failed, over contacts that came to people."""
    failed = _sum(view, "n_ivr_failed", "n_web_failed")
    return ratio(failed, _contacts(view) - _sum(view, "n_ivr", "n_web") + failed)


@measure("seconds", "004-11")
def spike_wait_s(view: View) -> float:
    """Waiting time of calls that came during a spike of their stream: mean over those answered."""
    return 60.0 * ratio(_sum(view, "waited_in_spikes"), _sum(view, "n_in_spikes")) if len(view.world.streams) else NAN
