"""Numbers that stand for names in the tables: one list for each family, never renumbered."""

NOBODY = -1

# Kinds of issue. Those below REQUESTS_END are service requests and end in a unit's bucket.
ORDER, CHANGE, COMPLAINT, QUERY, OPPORTUNITY, ENQUIRY = range(6)
REQUESTS_END = OPPORTUNITY
ISSUE_KINDS = ("order", "change", "complaint", "query", "sales opportunity", "enquiry")

# Channels, in the order of the table of channels; NO_CHANNEL before any message was sent.
MAILBOX, TAGGED_MAIL, HELPLINE, DIRECT_NUMBER, FACE_TO_FACE = range(5)
CHANNELS = ("shared mailbox", "tagged mail", "helpline", "direct number", "face to face")

# Enlisting practices of salespeople (000-45).
PLAIN_MAIL, NAME_TAG, PHONE_UNIT, PHONE_REP = range(4)

# Where a customer takes a request.
DESK, UNIT = range(2)

# What a rep does with a request from the desk.
EXPEDITE, LOG, REFUSE, SET_ASIDE = range(4)

# To what a rep turns next.
PHONE, MAIL, OWN, BUCKET, NOTHING = range(5)

# States of an issue.
EXPECTED, AT_DESK, AT_UNIT, IN_BUCKET, IN_WORK, DONE, LOST, IGNORED, GIVEN_UP, FIELD, REDIALLING, LYING = range(12)
ISSUE_STATES = (
    "not yet arisen", "at the desk", "at the unit", "in the bucket", "in work", "done", "lost", "ignored",
    "given up", "with the field", "calling again", "set aside",
)  # fmt: skip

# Kinds of task: customers' calls to the desk first, then others about a row of issues, then those of centres.
(
    SERVICE_CALL, SALES_CALL, OTHER_CALL, UPDATE_CALL, PROMPT_CALL, FORWARD_TASK, CHASE_TASK,
    READ_TASK, PHONE_TASK, ENQUIRY_TASK, UPDATE_TASK, REQUEST_TASK, CENTRE_CALL, HELP_TASK, MEETING_TASK,
) = range(15)  # fmt: skip
CUSTOMER_CALLS_END, ISSUE_TASKS_END = UPDATE_CALL, CENTRE_CALL

# Kinds to which a minute of work is booked. The first eight, a line of the processor's cache, are all that reps book
# to; salespeople take breaks and are idle there, too.
(
    CHASE, HELPLINE_TIME, REFUSED, BREAK, IDLE, TRANSCRIPTION, PRODUCTION, UPDATE,
    CALL, WRAP_UP, SELL, FORWARD, DESK_CHASE, SERVICE_TIME, HELPING, MEETING,
) = range(16)  # fmt: skip
MINUTES = (
    "chases", "helpline", "refused or lost work", "breaks", "idle", "transcription", "production", "updates",
    "calls", "wrap-up", "selling", "forwarding", "chasing", "service calls", "helping", "meetings",
)  # fmt: skip
N_MINUTES = len(MINUTES)

# Timed events of the engine.
(
    FINISH, HANG_UP, CALL_AGAIN, CHASE_DUE, BREAK_DUE, BREAK_OVER, SHIFT_DUE, SHIFT_OVER, NEW_DAY, LOG_DUE,
    CALL_COMES, CALLER_LEAVES, OVERFLOW_DUE, CALL_RETURNS, ROUND_DUE, HELP_COMES, MEETING_DUE, SELF_SERVICE_ENDS,
    SPIKE_COMES, SPIKE_CALL_COMES,
) = range(20)  # fmt: skip

# What a group's training is for a stream of calls.
UNTRAINED, CONTAINS, SERVES = range(3)

# Styles of selling, from service to sales; what is done with a prompt; how far an offer came.
SERVICE_FIRST, MODERATE_STYLE, PUSHING = range(3)
LET_GO, AS_PROMPTED, OWN_CHOICE, PUSHED = range(4)
NO_CHANCE, WITHHELD, ENDED_FIRST, OFFERED = range(4)

# What a segment of customers stands for, in the order of `parameters.segments.KINDS`.
OTHER, STARS, VIP, MODERATE, BAD_PAYERS, WINBACK = range(6)

# Why a customer calls.
OWN_NEED, FAILURE_ELSEWHERE, CONSENT_GIVEN = range(3)

# What people make of the figure by which they are judged.
NOT_GAMED, CUT_SHORT, KEPT_ON_LINE = range(3)

# Kinds of site.
CENTRE, BRANCH, DEPARTMENT, HOME, OUTSOURCER = range(5)

# What somebody believes on a topic: a mistake, nothing, or the number of the answer held to be right (from 1 on).
MISTAKEN, UNKNOWN = -1, 0

# What becomes of a question to colleagues, the better the higher.
NOT_ASKED, UNREACHED, UNWILLING, UNINFORMED, MISLED, TOO_LATE, HELPED = range(7)

# Roles and kinds of manager.
SALESPERSON, REP = range(2)
SUPERVISOR, UNIT_MANAGER, GENERAL_MANAGER = range(3)
NOVICE, EX_SERVICE = range(2)

# Events of the log: the life of an issue, and what happens to people.
(
    L_CALLED_DESK, L_WROTE_UNIT, L_PHONED_UNIT, L_ANSWERED, L_HUNG_UP, L_BLOCKED, L_SENT_AWAY, L_FORWARDED, L_LOST,
    L_PASSED_ON, L_EXPEDITED, L_LOGGED, L_REFUSED, L_IGNORED, L_CHASED, L_CHASE_ANSWERED, L_MOVED_UP, L_STARTED,
    L_JUMPED, L_UPDATED, L_COMPLETED, L_NOTICE, L_CLAIMED, L_VOIDED, L_SOLD, L_GIVEN_UP, L_LEARNED, L_TURN,
    L_DISMISSED, L_LEFT, L_REP_LEFT, L_NUMBER, L_TIE, L_REVIEW, L_TO_FIELD, L_PROMPTED, L_REPEATED, L_PROMOTED,
    L_SET_ASIDE, L_CALL_CAME, L_CALL_BLOCKED, L_CALLER_LEFT, L_CALL_TAKEN, L_CALL_ENDED, L_CALLER_GONE,
    L_OFFERED, L_OFFER_TAKEN, L_SALE_LOST, L_LET_GO, L_ENDED_FIRST, L_LISTENED, L_STYLE,
    L_LEFT_MENU, L_PASSED_TO_LINE, L_PUT_THROUGH, L_CALL_BACK,
    L_REFUSED_CALL, L_HANDED_ON, L_ASKED, L_DISPUTED, L_CONCEDED, L_ALMOST, L_GAVE_IN, L_STAYED, L_CAUGHT, L_PRAISED,
    L_ORDER_FAILED,
    L_HELP_ASKED, L_HELP_REFUSED, L_HELPED, L_MET, L_SELF_SERVED, L_SELF_FAILED, L_FAVOUR,
) = range(74)  # fmt: skip
LOG_EVENTS = (
    "called desk", "wrote to unit", "phoned unit", "answered", "hung up", "blocked", "sent away", "forwarded", "lost",
    "passed on", "expedited", "logged", "refused", "ignored", "chased", "chase answered", "moved up", "started",
    "jumped queue", "updated", "completed", "notice", "claimed", "voided", "sold", "given up", "learned",
    "service turn", "dismissed", "left", "rep left", "got number", "personal tie", "review", "to the field",
    "prompted", "sent again", "promoted", "set aside", "call came", "call blocked", "caller left", "call taken",
    "call ended", "caller gone", "offered", "offer taken", "sale lost", "let go", "ended before offer", "listened to",
    "changed style", "left in the menu", "passed to another line", "put through by hand", "call-back agreed",
    "refused the call", "handed on", "asked a department", "disputed", "conceded",
    "almost convinced", "gave in", "stayed on", "caught", "praised", "order failed",
    "help asked", "help refused", "helped", "met", "served itself", "self-service failed", "favour done",
)  # fmt: skip
