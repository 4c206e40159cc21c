"""What a salesperson may report of an order that came inside a service request (000-14).

Contract: `(value, parameters, u) -> $ credited`. Own sales are always credited in full.
"""

from model.rules.slot import dispatcher

attribution = dispatcher(__name__)
