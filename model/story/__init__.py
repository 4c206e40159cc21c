"""Field notes: the life of one issue told from the event log, as an ethnographer would write it down."""

from model.story.names import name_of_account, name_of_person, name_of_unit
from model.story.pick import PICKS
from model.story.tell import tell
from model.story.timeline import Moment, timeline

__all__ = ["PICKS", "Moment", "name_of_account", "name_of_person", "name_of_unit", "tell", "timeline"]
