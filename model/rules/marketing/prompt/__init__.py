"""Which product the screen tells people to offer to a customer (001-09, 001-21, 001-41).

Contract: `(world, first, parameters) -> row of the product, or NOBODY`; `world.tastes[first + product].profile` is the
database's picture of the customer's taste. Alternatives: `profile_fit`, `profit_ranked`, `universal`, `none`. Draws:
none.
"""

from model.rules.slot import dispatcher

prompt = dispatcher(__name__)
