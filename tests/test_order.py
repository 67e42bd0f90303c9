"""The order of tests."""

from itertools import product

from tests.order import dealt


def test_each_process_begins_with_its_part_of_the_slow_ones() -> None:
    """Two processes, one half of the list each."""
    assert dealt(["a", "b", "c"], list("1234567"), 2) == ["a", "c", "1", "2", "3", "b", "4", "5", "6", "7"]


def test_no_test_is_left_out_or_run_twice() -> None:
    """However many there are of either kind, and however many processes."""
    for slow, quick, processes in product(range(6), range(6), range(1, 5)):
        shared = dealt(range(slow), range(slow, slow + quick), processes)

        assert sorted(shared) == [*range(slow + quick)]
