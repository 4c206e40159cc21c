"""The columns of the organisation: one table per kind of thing. The docstrings are the schema (see `table`)."""

from model.world.table import Table


class Clock(Table):
    """One row: where the engine stands.

    now          f8     min     time in working minutes since the start of the run
    day          i8     days    days begun
    next_issue   i8     row     next row of issues to arise
    slot         i8     number  slot of time under way: its events, and any that are earlier, stand in the heap
    slots_per_minute f8 1/min   slots of time in a minute
    looks_ahead  i1     switch  whether rows that desk and units soon need are asked for early
    n_coming     i8     count   events looked ahead at so far
    n_heap       i8     count   events in the heap
    n_later      i8     count   events of later slots
    n_later_rows i8     count   rows of later used so far
    free_later   i8     row     first unused row of later
    n_far_rows   i8     count   rows of far used so far
    free_block   i8     row     first unused block of far
    listed       i8     number  last stretch of slots of which every slot has a list
    sequence     i8     count   events ever scheduled (breaks ties of time)
    n_events     i8     count   events executed, arrivals included
    n_contacts   i8     count   contacts made: calls taken and mails sent, customers' and desk's
    n_desk       i8     count   contacts of the desk: calls taken, messages sent, chases made
    n_known      i8     count   names of reps that salespeople know, all books together
    lost_desk    f8     min     reps' minutes on desk requests that were refused, ignored or lost
    free_task    i8     row     first unused row of tasks
    n_tasks      i8     count   rows of tasks in use
    n_log        i8     count   rows of the log written (it has none where events are not logged)
    n_ties       i8     count   rows of ties used so far
    review       i8     count   reviews held
    n_teams      i8     count   desk teams, which are also the first managers
    log_room     i8     count   rows of the log that one event may need
    free_call    i8     row     first unused row of calls
    n_call_rows  i8     count   rows of calls in use
    n_calls      i8     count   calls that have come to the centre
    warm_up      f8     min     calls entering before this time are not measured
    """


class Accounts(Table):
    """One row per corporate customer.

    salesperson  i4  row    salesperson who owns the account
    size         f8  factor demand beside the average account
    habit        f8  share  habit of calling the desk with service requests (000-12)
    n_served     i8  count  requests served through the desk
    """


class Arrivals(Table):
    """One row per need that is to come, account by account as drawn; empty once issues have been made of them.

    arises       f8  min    time at which the need arises
    key          u8  name   name for the issue's luck, independent of other accounts
    account      i4  row    account
    unit         i4  row    service unit of the bulk project it is part of; -1 is none
    kind         i1  code   kind of issue; every service request comes as an order until it is described
    """


class Issues(Table):
    """One row per need of a customer, sorted by the time it arises: what is drawn for every need, and its calls.

    arises       f8  min    time at which the need arises
    key          u8  name   name for the issue's luck, independent of other accounts
    talk         f8  min    length of the customer's call
    patience     f8  min    time the caller waits before hanging up
    order        f8  $      value of the order it carries; 0 is none
    account      i4  row    account
    caller       i4  number which person of the account
    request      i4  row    its life as a service request; -1 for sales opportunities and enquiries
    n_calls      i4  count  calls to the desk, repeated ones included
    kind         i1  code   kind of issue
    bulk         i1  switch part of a bulk project
    priority     i1  switch the caller goes before callers without priority
    state        i1  code   state of the issue
    """


class Requests(Table):
    """One row per issue that is a service request, in the order of issues: its way through desk and unit. What is asked
    for most often stands in front, and fills a line of the processor's cache.

    unit         i4  row    service unit that can resolve it
    salesperson  i4  row    salesperson who took it on; -1 is none
    named        i4  row    rep named in the last message; -1 is none
    rep          i4  row    rep who set it aside, works or worked on it; -1 is none
    holder       i4  row    rep who put it on the own list; -1 is none
    task         i4  row    its task in the bucket; -1 is none
    n_sends      i4  count  messages sent to a unit
    n_answers    i4  count  enquiries about it that reps answered
    n_due        i4  count  times a chase was considered
    n_chases     i4  count  chases taken on by the desk, or made by the customer
    n_skipped    i4  count  times a rep passed it over although it was the oldest
    n_updates    i4  count  update calls the rep owes the desk if it comes through the desk
    n_updated    i4  count  update calls made
    desk         i1  switch the desk was involved (it took the request on)
    jumped       i1  switch started while an older request stood in the bucket
    voice        i1  switch framed in the customer's voice (last message)
    channel      i1  code   channel of the last message to the unit; -1 before
    logged       f8  min    time it entered the bucket, or an own list if it went there first; -1 before
    work         f8  min    rep's work at average speed
    sent         f8  min    time of the last message to a unit; -1 before
    started      f8  min    time a rep began on it; -1 before
    completed    f8  min    time of the completion notice; -1 before
    forwarded    f8  min    time of the salesperson's first message; -1 before
    claimed      f8  $      value that the salesperson reported as an own sale
    issue        i4  row    issue
    person       i4  number who held the salesperson's post
    n_refused    i4  count  refusals and silent ignorings met
    practice     i1  code   enlisting practice of the last message; -1 before
    same         i1  switch names the rep who was named in the unit last time
    """


class Workers(Table):
    """One row per person who takes tasks: salespeople first, then reps.

    id           u8      name    name for the person's luck, by role, group and place, independent of other people
    since        f8      min     start of the present activity
    idle_since   f8      min     time at which the person last became idle
    next_shift   f8      min     start of the next shift
    task         i4      row     task in hand; -1 is none
    held         i4      row     request put aside while calls about it are made; -1 is none
    pool         i4      row     pool in which the person waits for work
    idle_place   i4      place   place among the idle of the pool; -1 when not idle
    line         i4      row     own telephone queue (a rep's direct number, an owner's calls)
    todo         i4      row     own to-do list; for a rep the requests put on the own list
    bucket       i4      row     for a rep the bucket: the unit's, or the own one; -1 for others
    role         i1      code    salesperson or rep
    away         i1      code    not at work (1 break, 2 end of shift, 3 waits for a seat, 4 is about to take one)
    away_due     i1      switch  leaves at the end of the present task (1 break, 2 end of shift)
    """


class Idle(Table):
    """One row per place in the lists of the idle, a stretch for each pool.

    id           u8  name   name of that worker for luck
    worker       i4  row    worker who waits there
    """


class Books(Table):
    """One row per salesperson and unit (row = salesperson · number of units + unit).

    first        i4  row    first tie of the page
    n            i2  count  ties on the page
    faded        i2  days   day, counted from 1, up to which values and favours on the page have faded
    """


class Salespeople(Table, whole_lines=True):
    """One row per post at the desk; whoever leaves is followed by another person. What selling and talking needs stands
    in front, then what a sale or a claim adds to: a line of the processor's cache each.

    team         i4  row    team, which is also the row of its supervisor
    hire         i1  code   novice or from a service unit
    old_unit     i4  row    unit an ex-service hire comes from; -1 is none
    person       i4  number how many people held the post before
    chasing      f8  min    time of the chases taken on today
    practice     f8  min    selling time so far: the basis of skill
    sell_left    f8  min    selling time until the next offer
    n_offers     i8  count  offers made
    n_sales      i8  count  offers and enquiries that ended in a sale
    n_named      i8  count  requests in which a rep was named
    originated   f8  $      own sales in the present period
    claimed      f8  $      orders from service requests reported in the period, after audit
    voided       f8  $      orders struck by audit in the period
    reported_all f8  $      reported since the start
    origin_all   f8  $      originated since the start
    claimed_all  f8  $      claimed since the start
    n_orders     i8  count  orders reported since the start
    n_claims     i8  count  of these, not originated by the salesperson
    held         f8  $      claims that are kept for the next period; only while a review is held
    quota        f8  $      quota of the period
    attainment   f8  ratio  reported over quota in the last period
    low_periods  i4  count  low periods in a row
    bonus        f8  $      bonuses paid so far to this post
    hired        f8  min    time of hire
    given        i8  count  names passed on to colleagues
    received     i8  count  names received from colleagues
    """


class Reps(Table):
    """One row per post in a service unit.

    unit         i4  row    service unit
    place        i4  place  place within the unit
    disposition  f8  prob   disposition to oblige requests forwarded by the desk (000-40)
    speed        f8  factor working time beside the average
    excess       f8  count  requests beyond the fair share that are not yet forgotten
    today        i4  count  requests addressed to the rep today
    person       i4  number how many people held the post before
    n_named      i4  count  messages in which the desk named the rep
    n_asked      i4  count  answers given to requests of the desk
    n_obliged    i4  count  of these, those by which a request was done at once (000-40)
    n_refused    i4  count  of these, refusals, silent ones included
    n_ignored    i4  count  of these, silent ones
    n_completed  i4  count  requests completed
    """


class Candidates(Table):
    """One row per person who may hold a rep's post, drawn up front: for every post one after another.

    disposition  f8  prob   disposition to oblige requests forwarded by the desk (000-40)
    """


class Managers(Table):
    """One row per manager: supervisors (one a team), unit managers, the general manager.

    kind         i1  code   supervisor, unit manager or general manager
    serves       i1  switch team instructed to take on service issues (000-11)
    of           i4  row    team or unit; -1 for the general manager
    turned       i4  days   day of that instruction; -1 before
    below        i4  count  reviews in a row below the gap
    promoted     i4  days   day on which the career score reached promotion; -1 before (000-06)
    audit        f8  prob   chance that a claim is checked (000-15)
    career       f8  points sum over reviews of what is reported beyond the goal (000-06, 000-15)
    goal         f8  $      goal of a period: the sum of the first quotas (general manager)
    cost_career  f8  points the same for the cost goal (general manager)
    restraint    f8  share  share of obliging out of turn that is suppressed (unit manager)
    """


class Units(Table, whole_lines=True):
    """One row per service unit.

    first        i4  row    first rep
    n_reps       i4  count  reps
    mailbox      i4  row    queue of the shared mailbox
    helpline     i4  row    queue of the helpline
    bucket       i4  row    queue of requests: the bucket
    pool         i4  row    pool of its reps
    manager      i4  row    unit manager
    today        i4  count  desk requests addressed to a rep by name today
    n_started    i4  count  requests started
    n_jumped     i4  count  started while an older one stood in the bucket
    n_started_0  i4  count  requests started until the last review
    n_jumped_0   i4  count  out-of-turn starts until the last review
    """


FIRST_UNIT_POOL = 1
"""Row of the first unit's pool, behind that of the desk; those of a centre's groups follow the units'."""


class Pools(Table):
    """One row per group of people who take from the same queues.

    first        i4  place  first place in the list of the idle
    n_idle       i4  count  idle people
    queue        i4  row    the queue they share when they share one call queue; -1 otherwise
    """


class Queues(Table, whole_lines=True):
    """One row per queue, with the tallies that flow conservation is checked on. What every task touches
    stands in front, then what a call does.

    owner        i4  row    the one worker who serves it; -1 when a pool does
    pool         i4  row    the pool that serves it; -1 when one worker does
    head         i4  row    first task; -1 is none
    tail         i4  row    last task; -1 is none
    length       i4  count  tasks waiting
    callers      i4  count  of these, customers' calls
    serving      i4  count  tasks being served
    n_in         i4  count  tasks that came
    n_begun      i4  count  tasks whose service began
    n_out        i4  count  tasks that were served to the end
    changed      f8  min    time of the last change of the length
    area         f8  min    waiting tasks, integrated over time
    waited       f8  min    waiting time of all tasks that have left the queue
    last_first   i4  row    last of the tasks with priority, which stand in front; -1 is none
    lines        i4  count  most tasks in it, served or waiting; 0 is unlimited
    n_left       i4  count  tasks withdrawn: callers who hung up
    n_blocked    i4  count  tasks that found all lines taken
    entered      i4  count  measured calls that entered (after warm-up)
    m_begun      i4  count  measured calls answered
    m_delayed    i4  count  measured calls that had to wait
    m_prompt     i4  count  measured calls answered within 20 seconds
    m_wait       f8  min    waiting time of measured calls, answered or abandoned
    m_wait_answered f8 min  waiting time of measured calls answered
    m_area       f8  min    waiting tasks integrated over time after warm-up
    m_busy       f8  min    service time after warm-up
    m_blocked    i4  count  measured calls blocked
    m_left       i4  count  measured calls abandoned
    m_begun_1    i4  count  measured calls with priority answered
    measured     i1  switch whether customers call here, so that the call measures apply
    m_wait_1     f8  min    waiting time of measured calls with priority, answered or abandoned
    """


class Tasks(Table):
    """One row per thing that waits for somebody's time, reused when done.

    kind         i1  code   kind of task
    waiting      i1  switch waits in the queue
    priority     i1  switch goes before tasks without priority
    desk         i1  switch comes from the desk, not from a customer
    channel      i1  code   channel it came by
    issue        i4  row    issue it is about
    request      i4  row    the issue's life as a service request; -1 is none
    queue        i4  row    queue it stands in
    next         i4  row    next in the queue; -1 is none
    previous     i4  row    previous in the queue; -1 is none
    other        i4  row    the other person: the rep who calls, the rep addressed; -1 is none
    minutes      f8  min    time it takes
    entered      f8  min    time it entered the queue
    stamp        i8  count  changes with every reuse, so that a late event knows
    number       i4  count  which of several of its kind for the issue
    """


A_FEW = 4
"""Rows of a page of a contact book from the second tie on; from one more on it has a row for each rep of the unit."""


class Ties(Table):
    """One row per rep on a page of a salesperson's contact book (page = salesperson and unit); pages that have become
    larger left rows behind, which nothing leads to any more.

    value        f8  reward remembered promptness, 0 to 1, as of the day up to which the page has faded (000-38)
    last         f8  reward last outcome
    rep          i4  row    rep
    n            i4  count  outcomes experienced
    used         i4  count  times named
    known        i1  switch name known: from a notice, a talk, a colleague or former times (000-35)
    number       i1  switch direct number known (000-29)
    friend       i1  switch personal tie (000-24)
    chosen       i1  switch named in the last request to the unit
    """


class TieDetails(Table):
    """One row per tie, beside the table of ties: what is seldom asked for, apart so that two ties fill a line of the
    processor's cache.

    owed         f8  count  favours that the rep owes the salesperson, as of the same day (000-43)
    in_bulk      i1  switch became known through a bulk project (000-37)
    """


class Channel(Table):
    """One row per channel, from the scenario.

    acceptance       f8  factor weight in the rep's willingness to do it at once
    addressability   f8  prob   chance that what names a rep reaches that rep
    immediacy        f8  share  chance that it reaches a rep by telephone, at once
    visibility       f8  prob   chance that the salesperson sees who took it
    cost_of_refusing f8  share  share of refusals made too awkward
    n_asked          i8  count  desk requests that a rep decided on, customer's voice
    n_obliged        i8  count  of these, done at once
    n_asked_own      i8  count  desk requests that a rep decided on, salesperson's own voice
    n_obliged_own    i8  count  of these, done at once
    """
