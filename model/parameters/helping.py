"""Peer help: what people must know for their calls, and how they ask each other for what they lack."""

from model.parameters.record import Theme, parameter, rule


class Helping(Theme):
    """Knowledge of topics, asking colleagues, learning. Without topics there is nothing to ask."""

    topics: int = parameter(
        0, "topics", "Topics that the calls of a stream are about; 0 leaves knowledge and help out", "004-18", "design",
        0, 1000,
    )  # fmt: skip
    knowledge_initial: float = parameter(
        0.8, "share", "Topics on which a trained person holds the right belief at the start", "004-18", "assumed", 0.0,
        1.0,
    )  # fmt: skip
    mistaken_initial: float = parameter(
        0.1, "share", "Topics, of the others, on which that person holds a mistaken belief", "004-18", "assumed", 0.0,
        1.0,
    )  # fmt: skip
    newcomer_knowledge: float = parameter(
        0.5, "factor", "Right beliefs of a later newcomer beside those of the first people", "004-05", "assumed", 0.0,
        1.0,
    )  # fmt: skip
    contained_knowledge: float = parameter(
        0.6, "factor", "Right beliefs on topics of a stream contained in the training, beside the stream served",
        "002-18, 004-12", "assumed", 0.0, 1.0,
    )  # fmt: skip
    topics_change_per_year: float = parameter(
        2.0, "per year", "How often the right answer on a topic changes; who held it is mistaken from then on",
        "004-18; C10", "assumed", 0.0, 100.0,
    )  # fmt: skip
    trained_on_change: float = parameter(
        0.3, "share", "Trained people whom the firm tells of such a change", "004-18", "assumed", 0.0, 1.0
    )
    ignorant_quality: float = parameter(
        0.4, "factor", "Quality of a call whose answer is not known and not got, beside one whose answer is known",
        "004-04", "assumed", 0.0, 1.0,
    )  # fmt: skip
    mistaken_quality: float = parameter(
        0.3, "factor", "Quality of a call answered by a mistaken belief", "004-18", "assumed", 0.0, 1.0
    )
    p_ask: float = parameter(
        0.9, "probability", "Chance that somebody asks who lacks the answer and is sure to get it", "001-59, 004-04",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    hope_initial: float = parameter(
        0.5, "share", "Share of questions that a newcomer expects to be answered", "004-04", "assumed", 0.0, 1.0
    )
    hope_rate: float = parameter(
        0.05, "share", "Weight of the last question in that expectation", "004-04", "assumed", 0.0, 1.0
    )
    hope_floor: float = parameter(
        0.2, "share", "Below this the expectation keeps nobody from asking", "004-04", "assumed", 0.0, 1.0
    )
    whom_to_ask: str = rule(
        "most_trusted", "peers/whom_to_ask", "Whom somebody asks who lacks the answer to a call", "004-02, 004-16"
    )
    give_help: str = rule(
        "by_norms", "peers/give_help", "Whether somebody who is asked gives help", "004-03, 004-06"
    )
    p_stranger: float = parameter(
        0.15, "probability", "Chance of asking somebody new although there are contacts", "004-05", "assumed", 0.0, 1.0
    )
    p_own_group: float = parameter(
        0.6, "probability", "Chance that somebody new is looked for in the own group", "004-15", "assumed", 0.0, 1.0
    )
    most_asked: int = parameter(
        2, "people", "People asked one after another about one call, by a channel to one person", "004-16", "assumed",
        1, 12,
    )  # fmt: skip
    contacts: int = parameter(
        24, "people", "Contacts that a person keeps; a new one takes the place of the least trusted", "004-19",
        "assumed", 1, 500,
    )  # fmt: skip
    p_discover: float = parameter(
        0.05, "probability", "Chance of finding the right answer alone after a call that lacked it", "001-57, 004-18",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    p_doubt: float = parameter(
        0.3, "probability", "Chance of giving up a mistaken belief after a call that it did not resolve", "004-18",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    share_watched: float = parameter(
        0.0, "share", "Calls that a monitor follows from the office, wherever the person sits", "004-13, 001-58",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    watch_corrects: float = parameter(
        0.3, "probability", "Chance that the monitor of a call sets a missing or mistaken belief right", "004-13",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    watch_deters: float = parameter(
        0.5, "share", "Willingness to help that being watched all the time takes away, for help is time off calls",
        "004-13; B2: Ravid 2023", "assumed", 0.0, 1.0,
    )  # fmt: skip
