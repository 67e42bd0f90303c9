"""Turns that procrastinate gives: fetched several at a time where many wait.

Its worker asks for one after the other, and each has to come back before the next is asked for: of two hundred jobs the last would
begin seconds after the first.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from procrastinate.connector import BaseConnector
    from procrastinate.jobs import Job as Turn

AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)  # by any clock
MOST = 16
"""Turns at a time; the rest is left to other workers meanwhile."""

_FETCH = (
    "SELECT (turn).* FROM (SELECT procrastinate_fetch_job_v2(%(queues)s::varchar[], %(worker_id)s) AS turn "
    "FROM generate_series(1, %(most)s)) AS turns WHERE (turn).id IS NOT NULL"
)
"""Each call sees what the one before it took."""


class TurnsAhead:
    """Of one worker, which never has more of them than it can begin at once."""

    def __init__(self, connector: "BaseConnector") -> None:
        self._connector = connector
        self._ahead: deque[Turn] = deque()
        self._out: set[int | None] = set()
        self._places = 1
        self._most = 1

    def begin(self, places: int) -> None:
        """A worker of so many jobs at a time begins; what one before it had not begun is left to those who take over."""
        self._places, self._most = places, 1
        self._out.clear()
        self._ahead.clear()

    async def next(self, queues: Iterable[str] | None, worker_id: int) -> "Turn | None":
        if not self._ahead:
            await self._fetch(queues, worker_id)
        return self._ahead.popleft() if self._ahead else None

    def over(self, turn: "Turn") -> None:
        """It has ended, whoever had it."""
        self._out.discard(turn.id)

    def left(self) -> "Sequence[Turn]":
        """Those that will not begin here any more."""
        left = list(self._ahead)
        self._ahead.clear()
        return left

    async def _fetch(self, queues: Iterable[str] | None, worker_id: int) -> None:
        """One where few come, and twice as many each time that there are as many."""
        from procrastinate.jobs import Job as Turn

        most = max(1, min(self._most, self._places - len(self._out)))
        rows = await self._connector.execute_query_all_async(_FETCH, queues=queues, worker_id=worker_id, most=most)
        self._ahead.extend(Turn.from_row(row) for row in rows)
        self._out.update(row["id"] for row in rows)
        self._most = min(MOST, 2 * most) if len(rows) == most else 1
