"""Answer the telephone, read the mail, then work: own list before bucket."""

from model.compiled import compiled
from model.world.codes import BUCKET, MAIL, NOTHING, OWN, PHONE


@compiled
def phone_mail_bucket(n_phone, n_mail, n_own, n_bucket):
    """Answer the telephone, read the mail, then work: own list before bucket."""
    if n_phone > 0:
        return PHONE
    if n_mail > 0:
        return MAIL
    if n_own > 0:
        return OWN
    return BUCKET if n_bucket > 0 else NOTHING
