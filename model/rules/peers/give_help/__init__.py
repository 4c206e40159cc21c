"""Whether somebody who is asked by a colleague gives help (004-03..06).

Contract: `(giver, trust, received, owed, grudge, pull, parameters, u) -> 1 or 0`. `giver` has `beneficence`,
`goodwill` and `identity`. The giver's accounts with the asker are `trust`, help `received` lately, favours `owed`
(below 0 if the asker owes them) and `grudge`. `pull` (0 to 1) is how much the question binds the giver, after what
channel, pay and monitors take away. Alternatives: `by_norms`, `for_the_firm`, `always`, `never`. Draws: one, `u`.
"""

from model.rules.slot import dispatcher

give_help = dispatcher(__name__)
