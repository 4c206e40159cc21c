"""What people do with a prompt, given what they gather in the talk (001-11, 001-35, 001-48).

Contract: `(style, perceived, rival, hurried, u, parameters) -> LET_GO, AS_PROMPTED, OWN_CHOICE or PUSHED`; `perceived`
is the customer's taste for the product prompted as it seems in the talk (very low without a prompt), `rival` that for
the best other product, `hurried` is 1 for a customer in a hurry, `u` a uniform number. Alternatives: `follow`,
`override`, `skip`, `push`, `by_style`. Draws: none but `u`.
"""

from model.rules.slot import dispatcher

use_prompt = dispatcher(__name__)
