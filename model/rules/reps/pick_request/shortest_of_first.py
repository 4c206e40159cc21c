"""Now and then take the shortest of the first few requests instead of the oldest."""

from model.compiled import compiled


@compiled
def shortest_of_first(tasks, head, length, parameters, u):
    """Now and then take the shortest of the first few requests instead of the oldest.

    With probability 1 − φ (`fifo_adherence`) the one of the first `skip_depth` with the least work. Draws: one, `u`.

    References: Ibanez et al. (2018), Management Science 64(9).
    """
    if u < parameters.fifo_adherence:
        return head
    task, best = head, head
    for _ in range(min(length, parameters.skip_depth) - 1):
        task = tasks[task].next
        if tasks[task].minutes < tasks[best].minutes:
            best = task
    return best
