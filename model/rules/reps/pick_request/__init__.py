"""Which request a rep takes from the bucket (000-25, 000-31).

Contract: `(tasks, head, length, parameters, u) -> task`, where `head` is the oldest request's task, `tasks[i].next` the
next younger one and `tasks[i].minutes` its work at average speed.
"""

from model.rules.slot import dispatcher

pick_request = dispatcher(__name__)
