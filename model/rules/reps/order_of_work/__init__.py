"""To what a rep who is free turns next (000-25, 000-30).

Contract: `(n_phone, n_mail, n_own, n_bucket) -> PHONE, MAIL, OWN, BUCKET or NOTHING`, from what is waiting: calls,
unread mails, requests on the own list, requests in the bucket.
"""

from model.rules.slot import dispatcher

order_of_work = dispatcher(__name__)
