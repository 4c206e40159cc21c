"""Designs: which points of the parameter space are run. One a file, named as in the sweep file's `[design] kind`.

A file of this folder declares one subclass of `Design` whose fields are what `[design]` may say beside `kind`.
Adding a file adds a design.
"""

from functools import cache
from importlib import import_module
from pathlib import Path

from experiments.sweep.designs.design import Design, Sampled
from experiments.sweep.errors import SweepError
from model.scenario import nearest

__all__ = ["Design", "Sampled", "design_class", "design_names"]


@cache
def design_names() -> tuple[str, ...]:
    """Names of the designs there are, sorted."""
    return tuple(sorted(f.stem for f in Path(__file__).parent.glob("*.py") if f.stem not in ("__init__", "design")))


@cache
def design_class(kind: str) -> type[Design]:
    """The design of that name; a `SweepError` lists the names if there is none."""
    if kind not in design_names():
        hint, known = nearest(str(kind), design_names()), ", ".join(design_names())
        raise SweepError(f"design.kind is {kind!r}{hint}; it must be one of {known}.")
    module = import_module(f"experiments.sweep.designs.{kind}")
    declared = [thing for thing in vars(module).values() if getattr(thing, "__module__", "") == module.__name__]
    return next(thing for thing in declared if isinstance(thing, type) and issubclass(thing, Design))
