"""Full names of parameters as Python can write them: `people__teams` is `people.teams`."""

from collections.abc import Mapping
from typing import Any


def dotted(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by full name, from values by names with two underscores in place of each dot."""
    return {name.replace("__", "."): value for name, value in values.items()}
