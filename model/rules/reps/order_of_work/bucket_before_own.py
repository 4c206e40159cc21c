"""Answer the telephone, read the mail, and do what was put on the own list only when the bucket is empty."""

from model.compiled import compiled
from model.world.codes import BUCKET, MAIL, NOTHING, OWN, PHONE


@compiled
def bucket_before_own(n_phone, n_mail, n_own, n_bucket):
    """Answer the telephone, read the mail, and do what was put on the own list only when the bucket is empty."""
    if n_phone > 0:
        return PHONE
    if n_mail > 0:
        return MAIL
    if n_bucket > 0:
        return BUCKET
    return OWN if n_own > 0 else NOTHING
