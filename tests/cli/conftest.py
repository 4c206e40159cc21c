"""What the command line prints does not depend on who runs the tests."""

import pytest


@pytest.fixture(autouse=True)
def as_wide_as_a_page(monkeypatch):
    """A hundred columns; xdist's workers believe in eighty."""
    monkeypatch.setenv("COLUMNS", "100")
