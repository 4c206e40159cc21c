"""Two parents on one store: the second is told, and the first goes on as if nothing had happened."""

import pytest

from tests.faults.disturbed import STORE, begun, finished, is_as_undisturbed, n_done, wait_until


@pytest.mark.slow
def test_the_second_of_two_parents_is_told_and_the_first_finishes(undisturbed, tmp_path):
    first = begun(tmp_path, "--workers", "1")
    wait_until(lambda: n_done(tmp_path / STORE) > 0, first)
    second = finished(tmp_path)
    assert (second.returncode, second.stdout) == (2, "")
    assert second.stderr.startswith("Another sweep is writing to the store 's.sqlite'; wait for it")
    assert second.stderr.count("\n") == 1
    first.communicate(timeout=300)
    assert first.returncode == 0
    assert is_as_undisturbed(tmp_path, undisturbed)
