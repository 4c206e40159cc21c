"""What is prompted is pushed, whoever calls and whatever the talk shows."""

from model.compiled import compiled
from model.world.codes import PUSHED


@compiled
def push(style, perceived, rival, hurried, u, parameters):
    """What is prompted is pushed, whoever calls and whatever the talk shows (001-17)."""
    return PUSHED
