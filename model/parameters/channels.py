"""Channels between desk and units: what each lets people see, reach and refuse."""

from pydantic import create_model

from model.parameters.record import Theme, parameter


class Channels(Theme):
    """What all channels share: transcription, completion notices, updates."""

    completion_notice_names_rep: bool = parameter(
        True, "switch", "Whether the completion notice (OPC) tells who finished the request", "000-38", "design",
        symbol="v",
    )  # fmt: skip
    transcription_minutes: float = parameter(
        4.0, "minutes", "Rep's work to turn a mail or call into a request in the bucket", "000-30", "assumed",
        0.0, 120.0, "c_t",
    )  # fmt: skip
    p_lost: float = parameter(
        0.02, "probability", "Chance that a mail is lost or overlooked at transcription", "000-30", "assumed",
        0.0, 1.0, "p_drop",
    )  # fmt: skip
    updates_per_request: float = parameter(
        0.6, "calls", "Update calls of reps to the desk per request made through it", "000-16, 000-17", "measured",
        0.0, 10.0, "u",
    )  # fmt: skip
    update_shows_number: float = parameter(
        0.1, "probability", "Chance that an update call leaves the rep's direct number with the salesperson", "000-29",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    update_minutes: float = parameter(
        4.0, "minutes", "Rep's time for an update call", "D", "assumed", 0.0, 60.0, "c_u"
    )
    enquiry_minutes: float = parameter(
        6.0, "minutes", "Rep's time for a chase or an enquiry on the telephone", "B2: talk and wrap 289 s", "estimated",
        0.0, 120.0, "c_ch",
    )  # fmt: skip


FIELDS = {
    "acceptance": ("factor", 0.0, 2.0, "Weight of the channel in the rep's willingness to do it at once", "κ"),
    "addressability": ("probability", 0.0, 1.0, "Chance that what names a rep reaches that rep", "q"),
    "immediacy": ("share", 0.0, 1.0, "Chance that it reaches a rep by telephone, at once, not as a mail", ""),
    "visibility": ("probability", 0.0, 1.0, "Chance that the salesperson sees who took it, with the number", ""),
    "cost_of_refusing": ("share", 0.0, 1.0, "Share of refusals that the channel makes too awkward", ""),
}


def channel(name: str, doc: str, source: str, **defaults: float) -> type[Theme]:
    """A channel's theme: the properties that channels have, with its own defaults; where no rep is named there is no
    addressability."""
    fields = {
        field: (float, parameter(float(defaults[field]), unit, meaning, source, "assumed", low, high, symbol))
        for field, (unit, low, high, meaning, symbol) in FIELDS.items() if field in defaults
    }
    return create_model(name, __base__=Theme, __doc__=doc, **fields)


Mailbox = channel(
    "Mailbox", "The unit's shared mailbox: any rep reads it.", "000-26",
    acceptance=0.6, immediacy=0, visibility=0, cost_of_refusing=0,
)  # fmt: skip
TaggedMail = channel(
    "TaggedMail", "A mail to the shared mailbox with a rep's name in the subject.", "000-36",
    acceptance=0.8, addressability=0.5, immediacy=0, visibility=0, cost_of_refusing=0.2,
)  # fmt: skip
Helpline = channel(
    "Helpline", "The unit's central telephone number: whoever is free answers.", "000-27, 000-33",
    acceptance=0.7, immediacy=1, visibility=0.1, cost_of_refusing=0.4,
)  # fmt: skip
DirectNumber = channel(
    "DirectNumber", "A rep's own telephone number.", "000-29, 000-33",
    acceptance=0.9, addressability=1, immediacy=1, visibility=1, cost_of_refusing=0.6,
)  # fmt: skip
FaceToFace = channel(
    "FaceToFace", "A request made in person, on a shared site only.", "000-24; B2: Roghanizad & Bohns 2017",
    acceptance=1.0, addressability=1, immediacy=1, visibility=1, cost_of_refusing=0.9,
)  # fmt: skip
