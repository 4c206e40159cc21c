"""The points of a list, a CSV file with one column a parameter."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from experiments.sweep.designs.design import Design, Point
from experiments.sweep.errors import SweepError
from experiments.sweep.factors import Factor


class Points(Design):
    """A list of points; the values are text as after `--set name=`, turned into parameters by the sweep.

    Attributes
    ----------
    file : path of the CSV file, from the sweep file's folder; its first line has the names of the parameters.
    """

    nests = "Lines may be added to the file or change places: points already run stay."
    varies = False

    file: str

    def points(self, factors: Sequence[Factor], folder: Path) -> Iterable[Point]:
        path = folder / self.file
        try:
            with path.open(encoding="utf-8-sig", newline="") as stream:
                reader = csv.reader(stream)
                lines = [(reader.line_num, [cell.strip() for cell in line]) for line in reader if line]
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            reason = getattr(error, "strerror", None) or "it is not text in UTF-8 with commas"
            raise SweepError(f"design.file is {str(path)!r}, which cannot be read ({reason}).") from None
        names = lines[0][1] if lines else []
        if len(lines) < 2:
            raise SweepError(f"design.file is {str(path)!r}, which has no points: a line of names, then one a point.")
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise SweepError(f"The column {twice!r} stands twice in {str(path)!r}; each parameter may have one.")
        for number, row in lines[1:]:
            if len(row) != len(names):
                raise SweepError(
                    f"Line {number} of {str(path)!r} has {len(row)} values; it must have {len(names)}, one for each of "
                    f"{', '.join(names)}."
                )
        yield from (dict(zip(names, row, strict=True)) for _, row in lines[1:])
