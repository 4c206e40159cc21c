"""Values that are fine alone but not together."""

from typing import TYPE_CHECKING

from model.scenario.names import ScenarioError, nearest

if TYPE_CHECKING:
    from model.scenario.scenario import Scenario


def check_together(scenario: "Scenario") -> None:
    """Refuse a scenario whose values contradict each other, in one sentence."""
    _check_demand(scenario)
    _check_people(scenario)
    _check_centre(scenario)
    _check_offers(scenario)
    _check_control(scenario)
    _check_beyond(scenario)


def _check_demand(scenario: "Scenario") -> None:
    demand = scenario.demand
    total = demand.share_orders + demand.share_changes + demand.share_complaints
    if total > 1.0 + 1e-9:
        raise ScenarioError(
            f"demand.share_orders, share_changes and share_complaints add up to {total:g}; they must leave a share of "
            "queries, so at most 1."
        )
    for name in ("requests_per_account_day", "bulk_per_account_year"):
        if getattr(demand, name) > 0.0 and scenario.people.units == 0:
            raise ScenarioError(
                f"people.units is 0; with service requests (demand.{name} above 0) it must be 1 or more."
            )


def _check_people(scenario: "Scenario") -> None:
    selling = scenario.salespeople
    if selling.conversion_novice > selling.conversion_max:
        raise ScenarioError(
            f"salespeople.conversion_novice is {selling.conversion_novice:g}; it must not exceed "
            f"salespeople.conversion_max, which is {selling.conversion_max:g}."
        )
    mean, sd = scenario.reps.disposition_mean, scenario.reps.disposition_sd
    if sd * sd >= mean * (1.0 - mean):
        most = (mean * (1.0 - mean)) ** 0.5
        raise ScenarioError(f"reps.disposition_sd is {sd:g}; with a mean of {mean:g} it must be below {most:.3f}.")
    _check_shift(scenario, "people", scenario.people.shift_start, scenario.people.shift_minutes)


def _check_shift(scenario: "Scenario", group: str, start: float, shift: float) -> None:
    day = scenario.run.day_minutes
    if start + min(shift, day) > day:
        raise ScenarioError(
            f"{group}.shift_start is {start:g}; with a shift of {min(shift, day):g} minutes ({group}.shift_minutes) it "
            f"must be at most {day - min(shift, day):g}, so that the shift ends within the day (run.day_minutes)."
        )


def _check_centre(scenario: "Scenario") -> None:
    """Groups serve streams that exist, every stream is served, and segments are whole."""
    streams, groups, segments = scenario.streams, scenario.groups, scenario.segments
    for group, about in groups.items():
        _check_shift(scenario, f"groups.{group}", about.shift_start, about.shift_minutes)
        for field in ("serves", "contains"):
            for stream in getattr(about, field):
                if stream not in streams:
                    raise ScenarioError(
                        f"groups.{group}.{field} names {stream!r}{nearest(stream, streams)}; it must name streams: "
                        f"{', '.join(streams) or 'there are none'}."
                    )
    for stream, about in streams.items():
        if not any(stream in group.serves for group in groups.values()):
            raise ScenarioError(
                f"No group serves the stream {stream!r}; name it in groups.NAME.serves of one of "
                f"{', '.join(groups) or 'the groups, of which there are none'}."
            )
        if segments and about.segment not in segments:
            raise ScenarioError(
                f"streams.{stream}.segment is {about.segment!r}{nearest(about.segment, segments)}; it must be one of "
                f"{', '.join(segments)}."
            )
    if segments and sum(segment.share for segment in segments.values()) <= 0.0:
        raise ScenarioError("segments.NAME.share is 0 for every segment; at least one must be above 0.")
    if groups and scenario.demand.requests_per_account_day > 0.0:
        raise ScenarioError(
            "demand.requests_per_account_day is above 0 and there are groups; customers of a centre call in streams, "
            "so it must be 0."
        )


def _check_offers(scenario: "Scenario") -> None:
    """A universal product is prompted only where there is one."""
    if any(product.universal for product in scenario.products.values()):
        return
    for name, given in (
        ("offers.prompt is 'universal'", scenario.offers.prompt == "universal"),
        ("control.universal_product is true", scenario.control.universal_product),
    ):
        if given:
            raise ScenarioError(
                f"{name}, but no product is universal; set products.NAME.universal to true for one of "
                f"{', '.join(scenario.products) or 'the products, of which there are none'}."
            )


def _check_control(scenario: "Scenario") -> None:
    """Shares of styles leave room for the rest, and a programme ends after it began."""
    control = scenario.control
    if control.share_moderate + control.share_pushing > 1.0 + 1e-9:
        raise ScenarioError(
            f"control.share_moderate and control.share_pushing add up to "
            f"{control.share_moderate + control.share_pushing:g}; they must leave a share who put service first, so at "
            "most 1."
        )
    if 0 < control.programme_to <= control.programme_from:
        raise ScenarioError(
            f"control.programme_to is {control.programme_to}; it must be 0 (never) or a day after "
            f"control.programme_from, which is {control.programme_from}."
        )


def _check_beyond(scenario: "Scenario") -> None:
    """Departments are needed by at most every call, and customers have friends who exist."""
    needed = sum(department.p_needed for department in scenario.departments.values())
    if needed > 1.0 + 1e-9:
        raise ScenarioError(
            f"departments.NAME.p_needed add up to {needed:g}; a call needs one department or none, so at most 1."
        )
    if (scenario.elsewhere.seats > 0 or scenario.departments) and not scenario.groups:
        raise ScenarioError(
            "elsewhere.seats and departments belong to a centre; name groups ([groups.NAME]), or leave them out."
        )
    friends, customers = scenario.discounts.friends, scenario.people.accounts * scenario.routing.scale
    if friends % 2 or (scenario.discounts.share_with_code > 0.0 and friends >= customers):
        raise ScenarioError(
            f"discounts.friends is {friends}; it must be an even number below the number of customers, "
            f"{customers:,.0f} (people.accounts at the size of routing.scale)."
        )
