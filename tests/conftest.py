"""Settings of all tests: generated examples are the same in every run, and none is timed."""

import multiprocessing

import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")


@pytest.fixture
def start_method():
    """Put back how processes are started, which `mesa.batch_run` changes."""
    before = multiprocessing.get_start_method(allow_none=True)
    yield
    multiprocessing.set_start_method(before, force=True)
