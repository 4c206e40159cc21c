"""The columns of a centre: who calls in which stream, who is trained for what, and the calls under way."""

from model.world.table import Table


class Streams(Table):
    """One row per stream of calls; the first columns are the scenario's (see `parameters.streams`).

    calls_per_day   f8  calls  calls on an average day, at the simulated size
    spread_of_days  f8  ratio  spread of the load from day to day
    handle_minutes  f8  min    mean time to handle a call without anything special in it
    handle_law      i1  code   distribution of that time
    handle_cv       f8  ratio  spread of that time
    handle_variance f8  log²   variance of its logarithm, where it is lognormal
    wrap_up_minutes f8  min    work after the call
    patience        f8  min    mean patience; 0 is endless
    segment         i4  row    segment of its callers
    motive          i4  row    motive of its callers
    queue           i4  row    first of its queues, one for each site, in which its calls wait
    first_part      i4  row    first row of its load curve
    n_parts         i4  count  rows of its load curve
    first_caller    i4  row    first customer of its segment
    n_callers       i4  count  customers of its segment
    n_people        i4  count  people in the groups that serve it
    p_purchase      f8  prob   chance that a well-served caller buys what the call was for
    purchase_mean   f8  $      mean value of such a purchase
    p_resolved      f8  prob   chance that a well-served call resolves the query
    p_offer         f8  share  calls that leave an opportunity to offer something else
    resistance_added f8 log-odds what a call itself adds to the customer's resistance to offers
    outbound        i1  switch its customers are called and do not call (003-11)
    p_answer        f8  prob   chance that somebody answers a call that is placed
    p_refusal       f8  prob   chance that whoever answers refuses to listen
    p_failure_demand f8 prob   chance that a call is about a failure elsewhere (001-29)
    share_ivr       f8  share  contacts that try the voice menu first
    share_web       f8  share  contacts, of the others, that try the Web first
    load            f8  days   load up to the next call, in average days
    day             i8  days   day of that call
    part            i4  place  part of the load curve into which it falls
    next_caller     i4  row    customer who will make it
    load_before     f8  days   load of all the days before that day
    factor          f8  factor load of that day beside an average day
    n_calls         i8  count  calls that have come
    n_answered      i8  count  calls that have ended, each time that somebody answered them
    minutes         f8  min    their length, wrap-up left out (001-03)
    n_home          i8  count  calls that ended with somebody who serves the stream
    minutes_home    f8  min    their length
    n_resolved_home i8  count  calls among them that resolved the query
    n_offers_home   i8  count  offers made in them
    n_behind        i8  count  calls among them that were answered while others waited (001-05)
    minutes_behind  f8  min    length of the calls answered while others waited
    n_resolved_behind i8 count calls among these that resolved the query (001-06)
    n_offers_behind i8  count  offers made in these (001-06)
    n_retrials      i8  count  times a caller called again who had not been answered
    n_gone          i8  count  callers who gave up for good
    n_overflowed    i8  count  calls answered outside the groups that serve the stream
    n_ivr           i8  count  contacts that tried the voice menu
    n_ivr_failed    i8  count  of these, failed and sent on to people (004-10)
    n_web           i8  count  contacts that tried the Web
    n_web_failed    i8  count  of these, failed and sent on to people (004-10)
    n_spikes        i8  count  spikes of traffic that have begun (004-11)
    n_spike_calls   i8  count  further calls that they brought
    spike_from      f8  min    start of the present or last spike
    spike_to        f8  min    its end
    spike_next      f8  min    time of the next call of the spike, if it lasts so long
    n_in_spikes     i8  count  calls answered that came during spikes
    waited_in_spikes f8 min    their waiting time
    """


class Curves(Table):
    """One row per part of the day of a load curve, stream after stream.

    up_to           f8  share  share of the day's load up to the end of the part
    """


class Skills(Table):
    """One row per group and stream (row = group · number of streams + stream).

    level           i1  code   what the group's training is for the stream: untrained, contained, or it serves it
    """


class Groups(Table):
    """One row per group of front-line people.

    pool            i4  row    pool in which its people wait for calls
    first           i4  row    first of its people
    n_people        i4  count  its people
    break_minutes   f8  min    length of the one break of a shift
    selling         f8  factor selling skill of its people beside the average (002-29)
    location        i4  row    place where its people sit, among those between which calls are shared (001-14)
    shift_minutes   f8  min    length of a shift
    site            i1  code   kind of site where its people sit (004-15)
    identity        f8  share  identity with the firm to which its people drift back (004-17)
    volume_pay      f8  share  how far its people are paid for calls handled (004-17)
    """


class Calls(Table):
    """One row per call under way, from the first contact until it is settled; used again afterwards.

    key             u8  name   name for the call's luck
    number          i8  count  number of the call among all calls, by which the log knows it
    stream          i4  row    stream
    customer        i4  row    customer who calls
    attempt         i4  count  times that it came to the queue
    contact         i4  count  times that it was answered before
    arose           f8  min    time of the first attempt
    level           i1  code   training of the group that answered
    worker          i4  row    who answered last; -1 is nobody yet
    waited          f8  min    wait of the last contact
    minutes         f8  min    length of the call, wrap-up left out
    wrap_up         f8  min    work after it, before the next call
    site            i4  row    site to which the customer belongs
    reason          i1  code   a need of the customer's own, a failure in another part of the firm (001-29), or consent
    quality         f8  factor how well it is served, beside an unhurried call at home
    resolved        i1  switch the customer's query is resolved
    bought          i1  switch the customer buys what the call was for
    value           f8  $      value of that purchase
    line            i4  row    stream in whose queue it waits, by the key pressed and the segment of the record
    seen            i4  row    segment that the record shows; -1 when the caller is not identified
    passed_on       i1  switch the caller has another concern and will be passed to another line
    called_back     i1  switch the caller hung up and will be called back (002-27)
    behind          i1  switch others waited in its queue when it was answered (001-05)
    n_steps         i4  count  steps of sales talk in it (002-12)
    sold            i1  switch the sales talk sells a product
    sold_value      f8  $      value of that product
    captured        f8  share  what it adds to the customer's record (002-33)
    next            i4  row    next unused row
    """


class Advisors(Table):
    """One row per front-line person of a centre, beside the row of salespeople; none without groups.

    group           i4  row    group
    pace            f8  factor length of calls beside the average, a lasting trait
    morale          f8  share  morale, 0 to 1
    effort          f8  share  discretionary effort given to a call, 0 to 1
    n_calls         i8  count  calls handled
    n_resolved      i8  count  of these, resolved
    minutes         f8  min    length of these calls, wrap-up left out
    sales           f8  $      what these calls sold
    """


class Customers(Table):
    """One row per customer of a centre, beside the row of accounts; none without streams.

    satisfaction    f8  share  satisfaction with the firm, 0 to 1
    n_contacts      i4  count  calls that were answered
    last_worker     i4  row    who answered the last one; -1 is nobody yet
    """


class CentreDays(Table):
    """One row per day of a centre.

    n_answered      i8  count  calls answered
    n_first         i8  count  of these, first contacts
    n_resolved      i8  count  calls resolved
    n_resolved_first i8 count  first contacts resolved
    minutes         f8  min    length of the calls that ended, wrap-up left out
    squares         f8  min²   squares of these lengths (001-24)
    satisfaction    f8  share  sum of the contacts' outcomes, given-up calls included
    n_outcomes      i8  count  contacts whose outcome that is
    sales           f8  $      purchases made in calls, what the calls were for and what was offered on top
    morale          f8  share  mean morale at the start of the day
    """


class Lengths(Table):
    """One row per class of length of calls; class k ends at 0.01 · 10^((k + 1) / 50) minutes.

    n               i8  count  calls of such a length
    """
