"""Looking ahead in a centre: what is known of whoever calls next comes from memory while other calls are answered.

A centre may have a million customers, and a call takes the rows of any one of them, which the processor would wait for.
As at the desk (`engine/foresight.py`), nothing but speed depends on it.
"""

from model.compiled import compiled
from model.world.native import fetch


@compiled
def expect_caller(world, customer):
    """Bring near the rows of a customer: contacts, record, goodwill, code, profile, and tastes for every product."""
    fetch(world.customers[customer])
    if len(world.records) > 0:
        fetch(world.records[customer])
    if len(world.loyalty) > 0:
        fetch(world.loyalty[customer])
    if len(world.codes) > 0:
        fetch(world.codes[customer])
    n_products = len(world.products)
    if n_products > 0:
        fetch(world.profiles[customer])
        for row in range(customer * n_products, (customer + 1) * n_products):
            fetch(world.tastes[row])
