"""Now and then take any of the first few requests instead of the oldest."""

from model.compiled import compiled


@compiled
def skip_any(tasks, head, length, parameters, u):
    """Now and then take any of the first few requests instead of the oldest.

    With probability 1 − φ (`fifo_adherence`) each of the first `skip_depth` requests with the same chance, whatever
    its size: a pure reordering. Draws: one, `u`.
    """
    if u < parameters.fifo_adherence:
        return head
    share = (u - parameters.fifo_adherence) / (1.0 - parameters.fifo_adherence)
    task = head
    for _ in range(int(share * min(length, parameters.skip_depth))):
        task = tasks[task].next
    return task
