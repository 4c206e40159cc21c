"""C30: self-service that fails sends its callers to people, whose queue grows out of proportion in a spike."""

from experiments.claims.claim import Claim, Prediction, difference, measured


def failing(share: float) -> dict[str, float]:
    """The voice menu and the Web alike fail for so many."""
    return {"self_service.ivr_succeeds": 1.0 - share, "self_service.web_succeeds": 1.0 - share}


CLAIM = Claim(
    title="When self-service fails",
    sentence=(
        "People are the backup of self-service: the more of it fails, the more contacts come to them, and in a spike "
        "of traffic the wait grows out of proportion."
    ),
    rows=("C30", "004-09", "004-10", "004-11"),
    source="004",
    falsifier="Waits in a spike grow no more from the second step of failure than from the first, or do not grow.",
    scenario="home_based",
    hold={"spikes.spike_size": 4.0},
    days=60,
    arms={"0.2": failing(0.2), "0.5": failing(0.5), "0.8": failing(0.8)},
    axis="share of self-service that fails",
    quantities=(
        measured("spike_wait_s", "wait in a spike"),
        measured("fallback_share", "contacts that self-service failed"),
        measured("abandonment_share", "callers who hung up"),
    ),
    panels=3,
    predictions=(
        difference("spike_wait_s", "0.8", "0.2", 5.0, "waits in a spike grow with failure"),
        Prediction("spike_wait_s", "they grow more from the second step of failure than from the first",
                   {"0.8": 1.0, "0.5": -2.0, "0.2": 1.0}, ">", 2.0),
        difference("fallback_share", "0.8", "0.2", 0.1, "more contacts come from failed self-service"),
    ),
    finding=(
        "Open is how bent the curve is: the wait in a spike rests on a few spikes a run, and two thousand runs, or "
        "longer ones, would be needed to tell. There is a reason for little bend: the share of callers who hang up "
        "grows out of proportion, as the right panel shows, and their long waits are in no mean."
    ),
)  # fmt: skip
