"""How salespeople work, sell, enlist reps and learn."""

from model.parameters.record import Theme, parameter, rule


class Salespeople(Theme):
    """Selling and enlisting."""

    sells: bool = parameter(True, "switch", "Whether free time goes into selling", "000-09", "design")
    sell_minutes: float = parameter(
        11.0, "minutes", "Selling time per offer made", "B2: 46 calls a day; F: posterior", "calibrated", 0.5, 480.0
    )
    conversion_novice: float = parameter(
        0.05, "probability", "Chance that a newcomer's offer sells a simple product", "000-10; B2: InTelegy, DMA",
        "estimated", 0.0, 1.0, "p_0",
    )  # fmt: skip
    conversion_max: float = parameter(
        0.15, "probability", "The same for a fully practised salesperson", "000-10; B2: InTelegy, DMA", "estimated",
        0.0, 1.0, "p_max",
    )  # fmt: skip
    practice_half_life: float = parameter(
        140.0, "days of selling", "Selling time after which half the gap in skill is closed", "000-10; F: posterior",
        "calibrated", 0.1, 10_000.0, "t_1/2",
    )  # fmt: skip
    ex_service_conversion: float = parameter(
        1.3, "factor", "Conversion of a newcomer from a service unit beside a novice (product knowledge)", "000-08",
        "assumed", 0.0, 5.0,
    )  # fmt: skip
    share_difficult: float = parameter(
        0.4, "share", "Offers of difficult products", "000-10", "assumed", 0.0, 1.0
    )
    difficult_conversion: float = parameter(
        0.5, "factor", "Conversion of a difficult product beside a simple one", "000-10", "assumed", 0.0, 1.0
    )
    opportunity_conversion: float = parameter(
        3.0, "factor", "Conversion of a customer's own sales enquiry beside an offer (at most certainty)",
        "B2: InTelegy", "assumed", 0.0, 20.0,
    )  # fmt: skip
    choose_practice: str = rule(
        "repertoire", "salespeople/choose_practice", "How a request is put to a unit: the enlisting practice", "000-45"
    )
    p_customer_voice: float = parameter(
        0.9, "probability", "Chance that a request is framed in the customer's voice", "000-41", "assumed", 0.0, 1.0
    )
    forward_minutes: float = parameter(
        3.0, "minutes", "Salesperson's work to pass a request on", "D", "assumed", 0.0, 120.0
    )
    send_limit: int = parameter(
        3, "times", "Times a refused request is sent before the customer is told to go to the unit", "000-23",
        "assumed", 1, 50,
    )  # fmt: skip
    chase_rate: float = parameter(
        0.67, "per open request and day", "Chases of a request made through the desk",
        "D: tipping table; F: posterior", "calibrated", 0.0, 50.0, "h",
    )  # fmt: skip
    chase_limit: int = parameter(
        3, "times", "Most chases of one request", "E: tipping point", "calibrated", 0, 100_000
    )
    chase_minutes: float = parameter(
        2.0, "minutes", "Salesperson's work on one chase", "D", "assumed", 0.0, 60.0
    )
    chase_budget_minutes: float = parameter(
        60.0, "minutes per day", "Most time a salesperson gives to chasing in a day", "E: tipping point", "assumed",
        0.0, 480.0,
    )  # fmt: skip
    reads_bonus: bool = parameter(
        False, "switch", "Whether salespeople reckon what an order, and when it is reported, adds to their bonus",
        "000-20; C3", "design",
    )  # fmt: skip
    follow_up: str = rule(
        "by_stake", "salespeople/follow_up",
        "How hard an open request is asked after, by what its order may earn (with `reads_bonus`)", "C3",
    )  # fmt: skip
    stake_response: float = parameter(
        0.04, "per $",
        "Rise of the chase rate, as a share of it, per dollar of bonus at stake (by_stake only; sign from the study)",
        "C3; B2: Misra & Nair 2011", "assumed", 0.0, 10.0, "ξ",
    )  # fmt: skip
    hold_back: str = rule(
        "surplus", "salespeople/hold_back",
        "Which claims are kept for the next period at a review (with `reads_bonus`)", "C3",
    )  # fmt: skip
    p_prompted: float = parameter(
        0.26, "probability", "Chance that a chase begins with a call from the impatient customer",
        "000-28; F: posterior", "calibrated", 0.0, 1.0,
    )  # fmt: skip


class Learning(Theme):
    """What salespeople learn from completion notices, and how they use it."""

    choose_rep: str = rule(
        "softmax", "salespeople/choose_rep", "Whom to name among the reps known in a unit", "000-34, 000-39"
    )
    learn: str = rule("delta_rule", "salespeople/learn", "How an outcome changes what is remembered", "000-38")
    learning_rate: float = parameter(
        0.1, "share", "Weight of the newest outcome", "B2: [R] fitted 0.1-0.5", "assumed", 0.0, 1.0, "α"
    )
    inverse_temperature: float = parameter(
        20.0, "per reward", "How firmly the best known rep is chosen; 0 is by chance", "000-34; B2: softmax",
        "calibrated", 0.0, 100.0, "β",
    )  # fmt: skip
    exploration: float = parameter(
        0.1, "probability", "Chance of naming any known rep (greedy), or of writing to all (repertoire)", "000-39",
        "assumed", 0.0, 1.0, "ε",
    )  # fmt: skip
    share_phoned: float = parameter(
        1.0 / 3.0, "share", "Share of the requests naming a rep that are telephoned, where a number is known",
        "000-45", "assumed", 0.0, 1.0,
    )  # fmt: skip
    forgetting: float = parameter(
        0.005, "per day", "Drift of a remembered value back to the prior", "000-37", "assumed", 0.0, 1.0, "δ"
    )
    prior_value: float = parameter(
        0.2, "reward", "Value of a rep before any experience", "D", "calibrated", 0.0, 1.0, "Q_0"
    )
    reward_half_life: float = parameter(
        4.0, "working hours", "Delay that halves the reward of a completed request", "000-38", "assumed", 0.05, 500.0
    )
    book_threshold: float = parameter(
        0.4, "reward", "Value from which a rep stands in the contact book", "000-35", "calibrated", 0.0, 1.0
    )
    share_book: str = rule(
        "private", "salespeople/share_book", "Whether colleagues of a team share their contact books", "000-35; C11"
    )
    p_share: float = parameter(
        0.2, "probability", "Chance per review that a colleague's entry is passed on (sharing rules only)", "C11",
        "assumed", 0.0, 1.0, "σ_b",
    )  # fmt: skip
    residual_contacts: int = parameter(
        2, "reps", "Reps whom a hire from a service unit already knows", "000-08", "assumed", 0, 20, "m"
    )
    phone_tie: float = parameter(
        0.001, "probability", "Chance that a talk on the telephone founds a personal tie", "000-24", "calibrated",
        0.0, 1.0, "τ",
    )  # fmt: skip
    meeting_tie: float = parameter(
        0.1, "probability", "Chance that a meeting face to face founds a personal tie", "000-24", "assumed", 0.0, 1.0
    )
