"""Where a customer takes a service request (000-12, 000-13).

Contract: `(account, issue, parameters, u) -> DESK or UNIT`, with a row of accounts and a row of issues.
"""

from model.rules.slot import dispatcher

whom_to_contact = dispatcher(__name__)
