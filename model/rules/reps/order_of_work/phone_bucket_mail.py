"""Answer the telephone, work off own list and bucket, and read mail when that is done."""

from model.compiled import compiled
from model.world.codes import BUCKET, MAIL, NOTHING, OWN, PHONE


@compiled
def phone_bucket_mail(n_phone, n_mail, n_own, n_bucket):
    """Answer the telephone, work off own list and bucket, and read mail when that is done."""
    if n_phone > 0:
        return PHONE
    if n_own > 0:
        return OWN
    if n_bucket > 0:
        return BUCKET
    return MAIL if n_mail > 0 else NOTHING
