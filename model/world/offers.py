"""The columns of offers: products, what customers want and what the database says they want, and what came of it."""

from model.world.table import Table


class Products(Table):
    """One row per product that may be offered on top of a call (see `parameters.products`).

    appeal          f8  sd     mean taste of the customers for it
    value           f8  $      value of a sale
    profit          f8  $      what a sale brings the firm
    points          f8  points incentive points of a sale
    stars           i1  count  stars by profit, one to five (001-21)
    universal       i1  switch it is meant for everybody (001-41)
    """


class Tastes(Table):
    """One row per customer and product (row = customer · number of products + product); filled at the first call.

    taste           f8  sd     what the customer wants, as of the last call (001-12)
    profile         f8  sd     what the database says since its last update (001-09)
    """


class Profiles(Table):
    """One row per customer: the state of the customer's profile and of the customer's patience with offers.

    epoch           i4  count  update of the database that the profile is from; -1 before the first call (001-13)
    enriched        i1  switch the profile is blended with bought-in data (001-18)
    seen            f8  min    time up to which the tastes have changed
    resistance      f8  log-odds resistance to offers (001-52)
    felt            f8  min    time of that resistance
    """


class Pitches(Table):
    """One row per call under way, beside the row of calls: what is offered in it; none without products.

    product         i4  row    product offered; -1 is none
    prompted        i4  row    product that the screen prompted; -1 is none
    outcome         i1  code   how far the offer came
    pushed          i1  switch it is made whatever the customer wants
    accurate        i1  switch the prompt is for what the customer wants most
    absurd          i1  switch the prompt is against what everybody sees
    accepted        i1  switch the customer takes the offer
    bad             i1  switch the customer wants it less than the average customer, and refuses
    intended        i1  switch the customer was about to buy what the call was for
    lost            i1  switch the offer loses that purchase
    """


class OfferDays(Table):
    """One row per day with offers; days are those of the call's end.

    n_calls         i8  count  calls answered
    n_prompts       i8  count  calls in which the screen showed a prompt
    n_targeted      i8  count  of these, for a product that is not meant for everybody
    n_accurate      i8  count  of these, for the product that the customer wants most (001-09)
    n_absurd        i8  count  of these, against what everybody sees (001-51)
    n_customised    i8  count  offers of a product that is not meant for everybody (001-42)
    n_followed      i8  count  offers of the product prompted (001-11)
    n_overridden    i8  count  offers of another product than the one prompted (001-35)
    n_pushed        i8  count  offers made whatever the customer wants (001-17)
    n_withheld      i8  count  prompts that were not used although the customer was there to hear them (001-48)
    n_hung_up       i8  count  calls that the customer ended before an offer could be made (001-49)
    n_offers        i8  count  offers made
    n_accepted      i8  count  of these, taken (001-47)
    n_bad           i8  count  of these, bad ones (001-52)
    n_service       i8  count  calls answered of streams that sell nothing themselves (001-04)
    n_addons        i8  count  offers taken in these
    n_offers_enriched i8 count offers to customers with enriched profiles (001-18)
    n_accepted_enriched i8 count of these, taken
    n_intended      i8  count  purchases that customers were about to make in calls with an offer
    n_lost          i8  count  of these, lost to the offer (001-50)
    value           f8  $      sales of what was offered
    profit          f8  $      what these bring the firm (001-21)
    n_chances       i8  count  calls with an opportunity to offer something
    resistance      f8  log-odds sum of the resistance of the callers in these (001-52)
    """
