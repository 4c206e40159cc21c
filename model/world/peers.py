"""The columns of peer help: people as colleagues, their contacts, what they believe, and a diary of questions."""

from model.world.table import Table


class Peers(Table):
    """One row per front-line person of a centre, beside the row of advisors; none without groups.

    beneficence     f8  prob   how far the person feels the norm of beneficence (004-03)
    goodwill        f8  share  what giving without return has left of it, 0 to 1
    identity        f8  share  identity with the firm (004-01)
    hope            f8  share  share of questions that the person expects to be answered (004-04)
    n_contacts      i4  count  contacts in the list
    n_asked         i8  count  requests for help that reached the person
    n_given         i8  count  of these, granted
    n_received      i8  count  times that a colleague helped the person
    week_given      i4  count  help given since the last weekly meeting
    week_received   i4  count  help received since then
    week_calls      i8  count  calls handled before the last weekly meeting
    week_resolved   i8  count  of these, resolved
    week_minutes    f8  min    their length
    skilled_calls   i8  count  calls by which the present holder of the post has learnt the work
    n_meetings      i8  count  face-to-face meetings attended (004-07)
    """


class PeerTies(Table):
    """One row per place in the contact lists, a stretch of `contacts` rows for each person.

    peer            i4  row    the colleague
    person          i4  number how many people held the colleague's post before
    trust           f8  share  trust in the colleague, 0 to 1 (004-02)
    value           f8  share  share of the questions put to the colleague lately that were answered
    received        f8  count  help received, not yet forgotten (004-06)
    owed            f8  count  help received beyond help given, not yet forgotten (004-06)
    grudge          f8  count  refusals by the colleague, not yet forgotten (004-06)
    n_received      i8  count  times that the colleague helped
    n_refused       i8  count  times that the colleague refused
    present         i1  switch can be asked at the moment
    """


class Topics(Table):
    """One row per topic, stream after stream; none where knowledge is left out.

    answer          i4  number the answer that is right at present, from 1 on (004-18)
    """


class Answers(Table):
    """One row per person and topic (row = person · number of topics + topic).

    answer          i4  number the answer held to be right; 0 is none, -1 a mistake (004-18)
    """


class PeerChannels(Table):
    """One row per channel between colleagues; the first columns are the scenario's (see `parameters.peer_channels`).

    weight          f8  weight how often it is used beside the others
    richness        f8  share  how much gets across (004-16)
    reach           i4  count  people whom one question reaches (004-16)
    pull            f8  factor how much it binds each of them
    p_in_time       f8  prob   chance that an answer comes while the customer is on the line
    needs_presence  i1  switch only people at work can be reached
    ask_minutes     f8  min    what asking adds to the call
    help_minutes    f8  min    what helping takes
    own_place       i1  switch reaches only colleagues of the own group, across the desks
    n_asked         i8  count  questions put by it
    n_helped        i8  count  of these, answered
    """


class HelpDays(Table):
    """One row per day: what became of the calls whose answer somebody did not know.

    n_calls         i8  count  calls answered
    n_matched       i8  count  of these, by somebody who held the right answer (004-12)
    n_mistaken      i8  count  by somebody with a mistaken belief
    n_lacking       i8  count  by somebody who lacked the answer
    n_not_asked     i8  count  of these, without asking a colleague
    n_unreached     i8  count  with nobody asked at work
    n_unwilling     i8  count  with help refused (004-06)
    n_uninformed    i8  count  asked of colleagues who did not know either
    n_misled        i8  count  answered by a mistaken belief
    n_too_late      i8  count  answered when the customer was gone (004-14)
    n_helped        i8  count  answered rightly and in time (004-02)
    n_requests      i8  count  requests put to a colleague, or to a list as a whole
    n_refused       i8  count  of these, refused or left unanswered
    n_new           i8  count  requests by people in their first 60 days (004-05)
    n_new_refused   i8  count  of these, refused
    n_watched       i8  count  calls that a monitor followed (004-13)
    n_corrected     i8  count  beliefs that monitors set right
    known           f8  share  topics on which people hold the right answer; -1 on days that are not counted
    overlap         f8  share  topics on which two people agree on the right answer; -1 on days that are not counted
    identity        f8  share  mean identity
    trust           f8  share  trust per person, all contacts together (004-19)
    hurry           f8  share  sum over calls of how far they were cut short (001-57)
    """
