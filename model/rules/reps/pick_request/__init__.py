"""Which request a rep takes from the bucket (000-25, 000-31).

Contract: `(tasks, issues, head, length, parameters, u) -> task`, where `head` is the oldest request's task and
`tasks[i].next` the next younger one.
"""

from model.rules.slot import dispatcher

pick_request = dispatcher(__name__)
