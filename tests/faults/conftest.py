"""What the tests of this folder share."""

import pytest

from tests.faults.disturbed import undisturbed as tables_of


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory):
    """The tables of the grid when nothing happens, by form."""
    return tables_of(tmp_path_factory.getbasetemp())
