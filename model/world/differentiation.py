"""The columns of a centre that tells its customers apart: segments, records, lines, beliefs, bonuses, hours of the day.

All of these tables are empty unless a scenario uses one of the themes that need them (`differentiation_build.uses`).
"""

from model.world.table import Table


class Segments(Table):
    """One row per segment, or one for all customers when there are no segments; the first columns are the scenario's.

    kind            i1  code   what the segment stands for
    bill_mean       f8  $      mean monthly bill
    bill_cv         f8  ratio  lasting differences between bills
    p_incident      f8  prob   chance of a payment incident in a period
    p_falling       f8  prob   chance that the bill is seen to fall in a period
    p_listed        f8  prob   chance of standing on the list
    churn_per_year  f8  rate   customers who leave in a year at the initial satisfaction
    interest        f8  prob   chance that the first step of a sales talk sells
    stereotype      f8  prob   what the training says that this chance is
    n_customers     i8  count  customers whose true segment it is
    n_observed      i8  count  customers whose record shows it, summed over the computations (002-03)
    n_right         i8  count  of these, those whose true segment it is
    n_incidents     i8  count  of these, those in the course of a payment incident (002-13)
    n_computed      i8  count  computations
    n_churned       i8  count  customers of the true segment who left the firm (002-05)
    bills           f8  $      bills of the customers of the true segment, summed over the computations
    n_calls         i8  count  calls of the true segment that came to the menu
    n_latent        i8  count  calls not made for the wait that was expected (002-26)
    n_identified    i8  count  calls whose number was found (002-07)
    n_known         i8  count  of these, calls whose record shows the true segment
    n_left_menu     i8  count  callers who hung up in the menu (002-09)
    n_wrong_key     i8  count  calls that went to the line of another motive (002-09)
    n_misrouted     i8  count  calls that went to another line than that of their motive and true segment (002-08)
    n_answered      i8  count  calls answered, transfers left out
    n_passed_on     i8  count  calls passed to another line (002-08)
    n_met           i8  count  calls answered of customers who had been answered before
    n_same          i8  count  of these, answered by the same person as the last time (002-11)
    n_read          i8  count  calls answered with the caller's record on the screen, by somebody else than last time
    n_calls_back    i8  count  call-backs agreed on (002-27)
    n_resolved      i8  count  calls answered that resolved the query
    star_minutes    f8  min    length of the calls that were taken for Stars' (002-13)
    n_overflowed    i8  count  calls that ended outside the groups that serve their line (002-19)
    n_over_resolved i8  count  of these, calls that resolved the query
    purchases       f8  count  purchases that the calls ended would have brought from customers all well served
    n_bought        i8  count  purchases that they brought
    over_purchases  f8  count  the same for calls that ended outside the groups that serve their line
    n_over_bought   i8  count  purchases that these brought (002-19)
    n_captured      i8  count  calls in which something was noted (002-33)
    known           f8  share  what the record held, summed over calls answered
    n_talks         i8  count  sales talks with customers whose record shows the segment (002-12)
    n_steps         i8  count  steps of these
    n_first         i8  count  of these talks, those that sold in the first step
    n_sold          i8  count  of these talks, those that sold
    n_pressed       i8  count  of these talks, those that went to the last step and did not sell
    misjudged       f8  prob   distance between the chance believed in and the true one, summed over these talks
    sales           f8  $      purchases and products sold to the true segment
    n_reports       i8  count  records put right because an advisor told (002-15)
    """


class Records(Table):
    """One row per customer: what the database holds beside what is true.

    segment         i4  row    true segment
    observed        i4  row    segment that the record shows
    corrected       i4  row    segment that an advisor had put into the record; -1 is none (002-15)
    usual           f8  $      the customer's usual bill
    bill            f8  $      bill of the last period
    usual_bill      f8  $      remembered bill, the last ones weighing most
    arrears         f8  count  payment incidents, earlier ones counted for less
    incident        i1  switch in the course of a payment incident
    falling         i1  switch the bill is seen to fall
    listed          i1  switch on the list of people with public influence
    cared           i1  switch a call treated as Winback was resolved since the last computation (002-05)
    known           f8  share  what the record holds of the household (002-33)
    person          i4  number customers who had the row before
    """


class Lines(Table):
    """One row per motive and observed segment (row = motive · (segments + 1) + segment; the last is: not identified).

    stream          i4  row    stream in whose queue such a call waits (002-08)
    """


class Beliefs(Table):
    """One row per advisor and segment (row = advisor · segments + segment).

    chance          f8  prob   believed chance that the first step of a sales talk sells (002-14)
    n               i8  count  own experiences
    """


class TeamBeliefs(Table):
    """One row per team and segment (row = team · segments + segment), filled at each meeting.

    chance          f8  prob   sum of the members' beliefs (002-16)
    n               i8  count  members
    """


class Sellers(Table):
    """One row per advisor, beside the row of advisors.

    selling         f8  factor selling skill beside the average
    foreign         f8  factor quality of calls outside the training beside a colleague's (002-22)
    n_products      i8  count  products sold in sales talks in the period
    n_handled       i8  count  customers handled in the period
    n_captured      f8  count  records added to in the period
    captures        f8  share  questions put since the last meeting, in full questions
    handled         i8  count  calls since the last meeting
    bonus           f8  $      bonus of the last period
    bonus_all       f8  $      bonuses so far
    attainment      f8  ratio  weighted attainment of the last period
    n_periods       i4  count  periods reckoned
    """


class BonusGroups(Table):
    """One row per group: its targets.

    products        f8  count  target of products sold in a period
    handled         f8  count  target of customers handled in a period
    captured        f8  count  target of records added to in a period
    """


class BonusPeriods(Table):
    """One row per review and group (row = review · number of groups + group).

    day             i8  days   day of the review
    n               i8  count  people
    products        f8  count  products sold, mean over people
    handled         f8  count  customers handled, mean over people
    captured        f8  count  records added to, mean over people
    bonus           f8  $      bonus, mean over people
    attainment      f8  ratio  weighted attainment, mean over people (002-29)
    from_handled    f8  $      part of the bonus that comes from customers handled, mean over people
    from_products   f8  $      part of the bonus that comes from products sold, mean over people
    selling         f8  factor selling skill, mean over people
    """


class LineHours(Table):
    """One row per line and part of the day (row = line · parts + part).

    usual_wait      f8  min    usual wait, the last ones weighing most (002-26)
    n               i8  count  calls answered that came to the line in this part of the day
    waited          f8  min    waiting time of these
    n_left          i8  count  callers who hung up
    minutes         f8  min    length of calls that came to the line in this part, transfers included
    waiting         i8  count  callers found waiting, summed over the supervisor's rounds
    """


class GroupHours(Table):
    """One row per group and part of the day (row = group · parts + part).

    n_rounds        i8  count  rounds made in this part of the day
    idle            i8  count  idle people, summed over the rounds
    present         i8  count  people at work, breaks left out, summed over the rounds
    idle_beside     i8  count  rounds in which somebody was idle while a call of another group's Stars waited (002-20)
    """


PARTS = 24
"""Parts of the day for which waits and idleness are kept."""
