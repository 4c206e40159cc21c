"""How a customer's segment is computed from the database (002-03, 002-13).

Contract: `(profile, parameters) -> kind of segment`; `profile` is a row of records with the bill of the period, the
remembered bill, arrears, whether the bill falls and whether the customer is listed. Draws: none.
"""

from model.rules.slot import dispatcher

segment = dispatcher(__name__)
