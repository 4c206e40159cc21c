"""The columns of control: figures of each person, the state of each team, and both day by day."""

from model.world.table import Table


class Figures(Table):
    """One row per front-line person, beside the row of advisors; none unless figures are kept.

    hours           f8  hours  rostered hours of a day, breaks left out
    style           i1  code   service first, moderate, or pushing (001-17)
    next_style      i1  code   the style that the person takes on in a meeting
    quality         f8  factor quality of the person's work beside others', haste and structure left out (001-46)
    haste           f8  share  how much calls are cut short for the sake of their number (001-19, 001-23)
    compliance      f8  share  elements of the call structure kept to (001-43)
    watched         f8  share  how much of the time the person feels watched, 0 to 1 (001-07)
    used_to         f8  pts/h  points that the person is used to earn (001-40)
    calls           f8  calls  calls handled since the last meeting
    points          f8  points points earned since the last meeting (001-37)
    points_hour     f8  pts/h  points per rostered hour of the last week
    score           f8  share  sum of the scores since the last meeting (001-46)
    listened        i8  count  calls listened to since the last meeting
    score_all       f8  share  sum of the scores since hired
    listened_all    i8  count  calls listened to since hired
    quality_all     f8  factor sum of the quality of the calls since hired
    calls_all       i8  count  calls handled since hired
    """


class Teams(Table):
    """One row per team; none unless figures are kept.

    trial           i1  switch it takes part in the quality programme (001-36)
    level           f8  share  level of control: 1 is listening as stated and no leeway (001-08)
    turn            i1  code   last change of that level: 1 is tighter, -1 looser
    n_turns         i8  count  changes from loosening to tightening or back (001-08)
    press           f8  share  pressure to make offers (001-54)
    reference       f8  pts/h  points to which managers hold the last week's
    first           i4  row    first of its people
    n_people        i4  count  its people
    calls           f8  calls  calls per rostered hour since the last meeting
    points          f8  points points per rostered hour of the last week
    n_offers        i8  count  offers since the last meeting
    n_accepted      i8  count  of these, taken
    n_bad           i8  count  of these, bad ones
    """


class ControlDays(Table):
    """One row per day on which figures are kept.

    points          f8  points points earned (001-37)
    points_trial    f8  points of these, in teams of the programme (001-36)
    n_listened      i8  count  calls listened to (001-10)
    n_pushing       i8  count  people who sell aggressively (001-17)
    n_relapsed      i8  count  steps to aggressive selling by people who lost points and heart (001-40)
    compliance      f8  share  mean compliance (001-43)
    compliance_trial f8 share  the same in teams of the programme
    effort          f8  share  mean discretionary effort (001-07)
    watched         f8  share  mean of how much people feel watched
    level           f8  share  mean level of control (001-08)
    press           f8  share  mean pressure to make offers (001-54)
    morale_trial    f8  share  mean morale in teams of the programme (001-39)
    n_targets       i8  count  targets looked at in the day's meeting: one for each person and figure (001-25)
    n_met           i8  count  of these, met
    """
