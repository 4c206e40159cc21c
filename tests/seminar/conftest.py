"""One server for all tests of a file."""

import pytest

from tests.seminar.page import served


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with served(tmp_path_factory.mktemp("rooms") / "rooms.sqlite") as running:
        yield running


@pytest.fixture
def page(server):
    with server.page() as talking:
        yield talking
