"""The latest so many of something, at hand."""

from concurrent.futures import ThreadPoolExecutor

from bot.adapters.rows.latest import Latest


def test_what_was_put_first_is_forgotten_first() -> None:
    """So many are at hand, whoever puts how many at once."""
    latest: Latest[int, str] = Latest(3)
    latest.put({1: "one", 2: "two"})
    latest.put({3: "three", 4: "four"})

    assert 1 not in latest
    assert latest.get(1) is None
    assert latest.some([1, 2, 4]) == {2: "two", 4: "four"}


def test_threads_put_side_by_side() -> None:
    """None of them meets a mapping that another one changes."""
    latest: Latest[int, int] = Latest(10)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda n: latest.put({n: n}), range(5000)))

    assert len(latest.some(range(5000))) == 10
