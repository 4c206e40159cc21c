"""What customers want, and what the database says they want (001-09, 001-12, 001-13)."""

import math

from model.compiled import compiled
from model.elementary import exp
from model.engine.calendar import today
from model.luck import DRIFT, MISSING, PROFILE, TASTE, normal, uniform


@compiled
def bring_up_to_date(world, c):
    """Let the caller's tastes and profile go on from the last call to this one.

    Tastes change on their own; at each update of the database the profile is made anew from the tastes of that day.
    Nothing is done for customers who do not call. Draws: one a product at the first call, see `pass_time`.
    """
    p, call = world.parameters, world.calls[c]
    row = world.profiles[call.customer]
    first = call.customer * len(world.products)
    if row.epoch < 0:
        for product in range(len(world.products)):
            u = uniform(p.seed, TASTE, call.customer, product)
            world.tastes[first + product].taste = world.products[product].appeal + normal(u)
    epoch = today(world) // p.refresh_days
    if epoch > row.epoch:
        pass_time(world, c, first, epoch * p.refresh_days * p.day_minutes, 0)
        update_profile(world, call.customer, first)
        row.epoch = epoch
    pass_time(world, c, first, world.clock.now, 1)


@compiled
def pass_time(world, c, first, until, step):
    """Tastes drift around the average: t ← a + ρ (t − a) + √(1 − ρ²) N, ρ = exp(−minutes / `taste_days`) (001-13).

    Draws: one a product.
    """
    p, call = world.parameters, world.calls[c]
    row = world.profiles[call.customer]
    if p.taste_days > 0.0 and until > row.seen:
        rho = exp((row.seen - until) / (p.taste_days * p.day_minutes))
        new = math.sqrt(1.0 - rho * rho)
        n = len(world.products)
        for product in range(n):
            appeal, cell = world.products[product].appeal, world.tastes[first + product]
            u = uniform(p.seed, DRIFT, call.key, (2 * call.attempt + step) * n + product)
            cell.taste = appeal + rho * (cell.taste - appeal) + new * normal(u)
    row.seen = max(row.seen, until)


@compiled
def update_profile(world, customer, first):
    """The database is updated: profile = taste + σ N / √(1 + w · contacts), the error a lasting one of the file.

    Where bought-in data were blended in, σ is smaller (001-18); what was seen in encounters makes it smaller (001-09);
    an entry without data shows the average taste (001-51). Draws: two a product.
    """
    p = world.parameters
    sigma = p.prompt_error / math.sqrt(1.0 + p.encounter_weight * world.customers[customer].n_contacts)
    if world.profiles[customer].enriched == 1:
        sigma *= p.enriched_error
    for product in range(len(world.products)):
        cell = world.tastes[first + product]
        if uniform(p.seed, MISSING, customer, product) < p.profile_missing:
            cell.profile = world.products[product].appeal
        else:
            cell.profile = cell.taste + sigma * normal(uniform(p.seed, PROFILE, customer, product))


@compiled
def wanted_most(world, first):
    """The product that the customer wants most, those for everybody left out; 0 if there is no other."""
    best, most = -1, 0.0
    for product in range(len(world.products)):
        taste = world.tastes[first + product].taste
        if world.products[product].universal == 0 and (best < 0 or taste > most):
            best, most = product, taste
    return max(0, best)


@compiled
def pull_to_profile(world, customer, product):
    """An offer makes the customer a little more like the profile: t ← t + ω (profile − t) (001-53)."""
    cell = world.tastes[customer * len(world.products) + product]
    cell.taste += world.parameters.performativity * (cell.profile - cell.taste)


@compiled
def resistance_of(world, customer):
    """Resistance of a customer to offers now: it fades with time, r · exp(−minutes / `resistance_days`) (001-52)."""
    p, row = world.parameters, world.profiles[customer]
    if row.resistance <= 0.0:
        return 0.0
    return row.resistance * exp((row.felt - world.clock.now) / (p.resistance_days * p.day_minutes))


@compiled
def add_resistance(world, customer, amount):
    """Something makes a customer more resistant to offers: a bad one, or a call from the firm (001-52)."""
    row = world.profiles[customer]
    row.resistance = resistance_of(world, customer) + amount
    row.felt = world.clock.now
