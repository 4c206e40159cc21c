"""Whatever the screen prompts is offered."""

from model.compiled import compiled
from model.world.codes import AS_PROMPTED


@compiled
def follow(style, perceived, rival, hurried, u, parameters):
    """Whatever the screen prompts is offered (001-11)."""
    return AS_PROMPTED
