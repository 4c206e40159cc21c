"""What is written down as a run goes on and read afterwards: minutes, days, reviews, the field's deals, the log."""

from model.world.table import Table


class Ledger(Table):
    """One row per worker and kind of work (row = worker · number of kinds + kind).

    minutes      f8  min    minutes booked
    """


class DayLedger(Table):
    """One row per day and kind of work: what all reps together booked on the day.

    minutes      f8  min    minutes booked
    """


class Log(Table):
    """One row per logged event.

    time         f8  min    when
    event        i1  code   what happened
    issue        i4  row    issue; -1 is none
    actor        i4  row    who did it (worker; account for customers' acts)
    other        i4  row    whom it concerned (the rep into whose own bucket a request is logged); -1 is none
    value        f8  any    the number that belongs to the event
    """


class Days(Table):
    """One row per day: what the desk and the units did.

    service_calls  i8      count   calls of customers placing a service request, taken by the desk
    update_calls   i8      count   calls of reps with an update, taken by the desk
    other_calls    i8      count   all other calls taken by the desk
    arisen         i8      count   service issues that arose
    involved       i8      count   service issues that the desk took on
    completed      i8      count   service issues completed
    chases         i8      count   chases made
    sent_plain     i8      count   requests sent as plain mail
    sent_tagged    i8      count   requests sent as mail with a name
    sent_phoned    i8      count   requests made by telephone or face to face
    offers         i8      count   offers made by the desk
    sales          i8      count   of these, sales
    originated     f8      $       own sales of the desk
    claimed        f8      $       orders claimed
    known          i8      count   names of reps known at the start of the day, all books together
    habit          f8      share   mean habit of accounts at the start of the day
    bucket         i8      count   requests in buckets at the start of the day
    mail           i8      count   mails unread at the start of the day
    worst          i8      count   requests and mails waiting in the unit that has most of them
    serving        i8      count   teams instructed to serve at the start of the day
    """


class Reviews(Table):
    """One row per review and team.

    day          i4  days   day of the review
    team         i4  row    team
    serves       i1  switch the team served during the period
    quota        f8  $      quota of the period
    originated   f8  $      own sales
    claimed      f8  $      claims after audit
    voided       f8  $      claims struck by audit
    held         f8  $      claims kept for the next period (C3)
    bonus        f8  $      bonuses paid
    audit        f8  prob   audit probability chosen for the next period
    attainment   f8  ratio  reported over quota
    n_missed     i4  count  posts that missed the attainment from which a bonus is paid by less than a tenth
    n_met        i4  count  posts that met it, by less than a tenth
    n_dismissed  i4  count  people dismissed
    n_left       i4  count  people who left
    """


class FieldLedger(Table):
    """One row per field salesperson: a ledger of deals (000-04).

    n_deals      i8  count  opportunities pursued since the start
    quota        f8  $      quota of a period
    sales        f8  $      sales in the period
    sales_all    f8  $      sales since the start
    bonus        f8  $      bonuses since the start
    contacts     f8  count  contacts since the start
    """
