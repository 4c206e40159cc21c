"""The columns of what may be in a call beyond query and purchase: caps, praise, discounts, other parts of the firm."""

from model.world.table import Table


class InHand(Table):
    """One row per front-line person: what is in the call in hand beyond query and purchase.

    refused         i1  switch a customer who was called refused to listen (003-11)
    transferred     i1  switch the caller is handed on to somebody else (001-15)
    department      i4  row    department that was asked; -1 is none
    uninformed      i1  switch it did not have the information, so the query stays open (001-55)
    consulting      f8  min    time spent asking it
    disputed        i1  switch the customer claimed a friend's code and was refused (001-32)
    conceded        i1  switch the customer claimed a friend's code and got it (001-33)
    saved           f8  min    time that conceding saved
    margin          f8  $      price given away by the code
    near            i1  switch the customer was almost convinced (003-04)
    attempts        i4  count  further attempts to convince
    pestering       f8  min    time that they took
    talked_into     i1  switch the customer gave in (003-04)
    stayed          f8  min    talk beyond the query (003-06)
    over            i1  switch the call runs past the cap (003-01)
    cut             i1  switch the call is cut off at the cap (003-01)
    gamed           i1  switch the call is used to improve a figure (001-30)
    """


class Conduct(Table):
    """One row per front-line person: what the person has learned about long calls, and skills.

    fear            f8  share  fear of being dismissed for a long call (003-03)
    staying         f8  share  readiness to stay with a customer as long as it takes (003-07)
    n_caught        i4  count  times heard past the cap
    longest         f8  min    longest talk beyond a query since the last meeting
    trained         i1  switch multi-skilled (001-15)
    """


class Loyalty(Table):
    """One row per customer of a centre in which goodwill counts.

    goodwill        f8  share  goodwill beyond satisfaction, 0 to 1 (003-08)
    n_later         i4  count  later orders
    """


class Codes(Table):
    """One row per customer of a centre that gives discount codes.

    discount        f8  share  discount of the customer's own code; 0 is none (001-31)
    first           i4  row    first of the customer's friends
    n_friends       i4  count  friends (001-34)
    """


class Friends(Table):
    """One row per friend of a customer, customer after customer.

    friend          i4  row    who that is (001-34)
    """


class Departments(Table):
    """One row per department that is asked during calls; the first columns are the scenario's.

    p_needed        f8  prob   chance that a call needs it
    consult_minutes f8  min    mean time that asking takes
    p_informed      f8  prob   chance that it has the information
    n_asked         i8  count  times asked
    n_uninformed    i8  count  of these, without an answer
    minutes         f8  min    time spent asking
    """


class Sites(Table):
    """One row per site.

    up_to           f8  share  share of the people up to this site, by which calls belong to sites (001-14)
    """


class Floor(Table):
    """One row if seats are limited.

    seats           i4  count  seats (001-02)
    taken           i4  count  seats taken
    n_waits         i8  count  times that somebody came to work and found none
    minutes         f8  min    time that people waited for one
    """


class BeyondDays(Table):
    """One row per day of a centre that has something in its calls beyond query and purchase.

    n_dialled       i8  count  calls placed (003-11)
    n_picked_up     i8  count  of these, answered by somebody
    n_refused       i8  count  of these, refused at once
    n_caused        i8  count  calls answered about a failure elsewhere (001-29)
    n_consulted     i8  count  calls in which a department was asked
    consulting      f8  min    time spent asking
    n_uninformed    i8  count  calls left open because it did not know
    n_transferred   i8  count  callers handed on
    transferring    f8  min    time until they were
    n_coded         i8  count  orders with a code of the customer's own
    coded_minutes   f8  min    length of these calls
    n_plain         i8  count  orders without one
    plain_minutes   f8  min    length of these calls
    n_disputed      i8  count  claims to a friend's code that were refused
    n_conceded      i8  count  claims that were conceded
    saved           f8  min    time that conceding saved
    conceded_margin f8  $      price given away by conceding
    code_margin     f8  $      price given away by the customers' own codes
    n_near          i8  count  calls in which the customer was almost convinced
    n_let_go        i8  count  of these, customers let go without another attempt
    n_talked_into   i8  count  of these, customers who gave in
    pestering       f8  min    time of further attempts
    n_stayed        i8  count  calls with talk beyond the query
    stayed          f8  min    time of it
    n_over          i8  count  calls past the cap
    n_cut           i8  count  calls cut off at the cap
    n_heard         i8  count  calls that a supervisor listened in on
    n_caught        i8  count  of these, past the cap
    n_dismissed     i8  count  people dismissed for it on the spot
    n_praised       i8  count  people praised at a meeting
    n_gamed         i8  count  calls used to improve a figure
    n_surveyed      i8  count  customers asked how a contact was
    surveyed        f8  share  sum of what they said
    n_later         i8  count  later orders that came on the day
    later           f8  $      their value
    taken_back      f8  $      value of purchases taken back on the day
    longest         f8  min    longest call that ended on the day
    fear            f8  share  mean fear at the start of the day
    staying         f8  share  mean readiness to stay at the start of the day
    """
