"""The event log: what happened, in the order in which it happened."""

from model.compiled import compiled


@compiled
def note(world, event, issue, actor, other, value):
    """Write one line of the log, if the run keeps one."""
    if len(world.log) > 0:
        note_at(world, world.clock.now, event, issue, actor, other, value)


@compiled
def note_at(world, time, event, issue, actor, other, value):
    """Write one line of the log with a time of its own."""
    if len(world.log) > 0:
        line = world.log[world.clock.n_log]
        line.time, line.event, line.issue, line.actor, line.other, line.value = (
            time, event, issue, actor, other, value,
        )  # fmt: skip
        world.clock.n_log += 1
