"""Segments: the classes of customers that a centre tells apart."""

from model.parameters.record import Theme, parameter


class Segment(Theme):
    """One segment of the customers."""

    share: float = parameter(0.2, "share", "Weight of the segment among the customers", "002-04", "assumed", 0.0, 1.0)
