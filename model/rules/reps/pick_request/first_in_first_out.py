"""Take the request that has been in the bucket longest (000-31)."""

from model.compiled import compiled


@compiled
def first_in_first_out(tasks, head, length, parameters, u):
    """Take the request that has been in the bucket longest (000-31)."""
    return head
