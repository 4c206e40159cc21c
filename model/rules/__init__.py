"""Rules of behaviour, by who decides: one folder a decision (a *slot*), one file an alternative.

A file added to a slot's folder is a new alternative under the file's name; nothing else needs to change. The slot's
`__init__.py` states the contract: the arguments every alternative takes and what it returns. A rule that needs luck
is handed one uniform number `u` and uses no other.
"""
