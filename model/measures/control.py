"""Control of front-line people: points, compliance, listening, styles (001-07 to 001-56)."""

import numpy as np

from model.parameters.run import DAYS_A_YEAR
from model.measures.ranks import rank_correlation
from model.measures.record import measure
from model.measures.view import NAN, View, ratio


def _days(view: View, name: str) -> np.ndarray:
    """A column of the days with figures, as far as the run went."""
    return view.world.control_days[name][: view.n_days].astype(float)


def _mean(view: View, name: str, days: slice = slice(None)) -> float:
    chosen = _days(view, name)[days]
    return float(chosen.mean()) if len(chosen) else NAN


def _hours(view: View, trial: int | None = None) -> float:
    """Rostered hours of a day: of everybody, or of the teams in (1) or outside (0) the programme."""
    world = view.world
    hours = world.figures["hours"]
    if trial is None or len(hours) == 0:
        return float(hours.sum())
    return float(hours[world.teams["trial"][world.salespeople["team"]] == trial].sum())


def _periods(view: View) -> tuple[slice, slice, slice]:
    """Days before the programme (after the warm-up), under it before `universal_from`, and under it from then on.

    They are the same days in a design without the universal product, so that the two can be compared.
    """
    about = view.scenario.control
    start = round(view.scenario.run.warm_up_share * view.scenario.run.days)
    if about.programme_from == 0:
        return slice(start, None), slice(0, 0), slice(0, 0)
    end = min(view.n_days, about.programme_to - 1 if about.programme_to else view.n_days)
    begin = about.programme_from - 1
    universal = about.universal_from - 1 if about.universal_from > about.programme_from else end
    return slice(start, begin), slice(begin, min(universal, end)), slice(max(begin, universal), end)


def _points(view: View, period: int, trial: int | None = None) -> float:
    days = _periods(view)[period]
    points = _days(view, "points")
    if trial is not None:
        in_trial = _days(view, "points_trial")
        points = in_trial if trial else points - in_trial
    chosen = points[days]
    return ratio(float(chosen.sum()), len(chosen) * _hours(view, trial))


@measure("points per hour", "001-37")
def points_per_hour(view: View) -> float:
    """Incentive points earned, over rostered hours of front-line people (breaks left out)."""
    return ratio(float(_days(view, "points").sum()), view.n_days * _hours(view))


@measure("points per hour", "001-37")
def points_per_hour_before(view: View) -> float:
    """Points per rostered hour from the end of the warm-up to the day before the quality programme begins."""
    return _points(view, 0)


@measure("points per hour", "001-37")
def points_per_hour_during(view: View) -> float:
    """Points per rostered hour under the quality programme before the day `control.universal_from` (all teams)."""
    return _points(view, 1)


@measure("points per hour", "001-41")
def points_per_hour_after(view: View) -> float:
    """Points per rostered hour under the quality programme from the day `control.universal_from` on (all teams; the
    same days in a design without the universal product)."""
    return _points(view, 2)


@measure("points per hour", "001-36")
def points_per_hour_trial(view: View) -> float:
    """Points per rostered hour of the teams in the quality programme, before the day `control.universal_from`."""
    return _points(view, 1, trial=1)


@measure("points per hour", "001-36")
def points_per_hour_control(view: View) -> float:
    """The same of the other teams in the same days."""
    return _points(view, 1, trial=0)


@measure("share", "001-42")
def customised_offer_share_before_universal(view: View) -> float:
    """Offers of a product not meant for everybody, over offers made, before the day `control.universal_from`."""
    return _customised(view, before=True)


@measure("share", "001-42")
def customised_offer_share_with_universal(view: View) -> float:
    """The same from that day on."""
    return _customised(view, before=False)


def _customised(view: View, before: bool) -> float:
    about, days = view.scenario.control, view.world.offer_days[: view.n_days]
    if about.universal_from == 1:
        return NAN
    days = days[: about.universal_from - 1] if before else days[about.universal_from - 1 :]
    return ratio(float(days["n_customised"].sum()), float(days["n_offers"].sum()))


@measure("share", "001-43")
def compliance_mean(view: View) -> float:
    """Elements of the call structure that people keep to: mean over people and days."""
    return _mean(view, "compliance")


@measure("share", "001-28")
def compliance_gain_early(view: View) -> float:
    """Rise of mean compliance from the first day to the middle of the run."""
    days = _days(view, "compliance")
    return float(days[len(days) // 2] - days[0]) if len(days) else NAN


@measure("share", "001-28")
def compliance_gain_late(view: View) -> float:
    """Rise of mean compliance from the middle of the run to its last day."""
    days = _days(view, "compliance")
    return float(days[-1] - days[len(days) // 2]) if len(days) else NAN


@measure("share", "001-10, 001-46")
def listened_call_share(view: View) -> float:
    """Calls that monitors listened to, over calls answered."""
    return ratio(float(_days(view, "n_listened").sum()), view.total("centre_days", "n_answered"))


@measure("correlation", "001-46")
def score_compliance_correlation(view: View) -> float:
    """Rank correlation, over people, of the mean score of calls listened to and compliance at the end."""
    figures = _listened(view)
    return rank_correlation(figures["score_all"] / figures["listened_all"], figures["compliance"])


@measure("correlation", "001-46")
def score_quality_correlation(view: View) -> float:
    """Rank correlation, over people, of the mean score of calls listened to and the mean quality of all their calls."""
    figures = _listened(view)
    quality = figures["quality_all"] / figures["calls_all"]
    return rank_correlation(figures["score_all"] / figures["listened_all"], quality)


def _listened(view: View) -> np.ndarray:
    figures = view.world.figures
    return figures[(figures["listened_all"] > 0) & (figures["calls_all"] > 0)]


@measure("share", "001-25")
def kpi_attainment(view: View) -> float:
    """Targets met in weekly meetings, over targets looked at (one for each person and figure that counts)."""
    return ratio(float(_days(view, "n_met").sum()), float(_days(view, "n_targets").sum()))


@measure("share", "001-07, 001-45")
def effort_mean(view: View) -> float:
    """Discretionary effort given to calls (0 to 1): mean over people and days."""
    return _mean(view, "effort")


@measure("share", "001-07")
def watched_mean(view: View) -> float:
    """How much people feel watched (0 to 1), by the calls listened to in a week: mean over people and days."""
    return _mean(view, "watched")


@measure("share", "001-39")
def morale_trial_teams(view: View) -> float:
    """Morale in the teams of the quality programme while it runs: mean over people and days."""
    during, after = _periods(view)[1:]
    days = np.concatenate([_days(view, "morale_trial")[during], _days(view, "morale_trial")[after]])
    return float(days.mean()) if len(days) and len(view.world.figures) else NAN


@measure("share", "001-17")
def share_pushing(view: View) -> float:
    """People who sell aggressively: mean over people and days."""
    return ratio(_mean(view, "n_pushing"), len(view.world.figures))


@measure("share", "001-17, 001-40")
def share_pushing_before(view: View) -> float:
    """People who sell aggressively on the eve of the quality programme, over people."""
    return _pushing_at(view, _periods(view)[0].stop)


@measure("per person and year", "001-40")
def relapses_per_year(view: View) -> float:
    """Steps to more aggressive selling by people who earn less than they are used to and have lost heart, per person
    and year of 250 days."""
    return ratio(DAYS_A_YEAR * float(_days(view, "n_relapsed").sum()), len(view.world.figures) * view.n_days)


@measure("share", "001-40")
def share_pushing_lowest(view: View) -> float:
    """The lowest share of people who sell aggressively on any day of the quality programme."""
    days = _days(view, "n_pushing")[_programme(view)]
    return ratio(float(days.min()), len(view.world.figures)) if len(days) else NAN


@measure("share", "001-40")
def share_pushing_end(view: View) -> float:
    """People who sell aggressively on the last day, over people."""
    return _pushing_at(view, view.n_days)


def _programme(view: View) -> slice:
    _, during, after = _periods(view)
    return slice(during.start, max(during.stop, after.stop))


def _pushing_at(view: View, day: int | None) -> float:
    days = _days(view, "n_pushing")
    return ratio(days[min(day or len(days), len(days)) - 1], len(view.world.figures)) if len(days) else NAN


@measure("share", "001-08")
def control_level_mean(view: View) -> float:
    """Level of control of the teams (0 to 1): mean over people and days."""
    return _mean(view, "level")


@measure("per team and year", "001-08")
def control_turns_per_year(view: View) -> float:
    """Changes from loosening control to tightening it or back, per team and year of 250 days."""
    teams = view.world.teams
    return ratio(DAYS_A_YEAR * float(teams["n_turns"].sum()), len(teams) * view.n_days)


@measure("share", "001-54")
def press_mean(view: View) -> float:
    """Pressure to make offers (0 to 1): mean over people and days."""
    return _mean(view, "press")


@measure("share", "001-56")
def style_polarisation(view: View) -> float:
    """Spread of selling styles at the end: 4 · variance of style (0 service, ½ moderate, 1 pushing); 1 is two camps."""
    styles = view.world.figures["style"] / 2.0
    return float(4.0 * styles.var()) if len(styles) else NAN


@measure("share", "001-56")
def style_segregation(view: View) -> float:
    """Variance of selling style between teams at the end, over its variance between people (nan if all are alike)."""
    styles = view.world.figures["style"] / 2.0
    if len(styles) == 0 or styles.var() == 0.0:
        return NAN
    team = view.world.salespeople["team"]
    means = np.bincount(team, styles) / np.bincount(team)
    return float(means[team].var() / styles.var())
