"""Write to the shared mailbox and leave it to chance who reads it (000-26)."""

from model.compiled import compiled
from model.world.codes import PLAIN_MAIL


@compiled
def plain_mail(ties, parameters, u):
    """Write to the shared mailbox and leave it to chance who reads it (000-26)."""
    return PLAIN_MAIL
