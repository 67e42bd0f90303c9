"""Work that takes a processor a while: done in the processes of a pool, on a thread where none is ready or where they fail."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter

from bot.adapters.processes.frames import Request, request
from bot.adapters.processes.pool import Pool
from bot.adapters.processes.pool_worker import Broken, Late
from bot.errors import ClaimsBotError

_SECONDS = 30.0
_ATTEMPTS = 2  # a worker may die of what it had before; what ends two of them is done here

Q = TypeVar("Q")
A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Work(Generic[Q, A]):
    """One kind of work: its name, the shapes of what is asked and answered, how it is done, and its stage among others.

    `late` is raised where a process is not done in time; without it, that is done on a thread however long it takes.
    """

    name: str
    asked: TypeAdapter[Q]
    answered: TypeAdapter[A]
    do: Callable[[Q], A]
    stage: float = 0.0
    late: type[ClaimsBotError] | None = None

    def there(self, head: Mapping[str, Any], body: bytes) -> bytes:
        """What a process of the pool does; satisfies `copies.Work`."""
        return self.answered.dump_json(self.do(self.asked.validate_json(body)))


class Bench:
    """Without a pool, everything is done on threads."""

    def __init__(self, pool: Pool | None = None, seconds: float = _SECONDS) -> None:
        """`seconds` of a processor are given to each work in a process."""
        self._pool = pool
        self._seconds = seconds

    def expect(self) -> None:
        """Something will have to be done soon."""
        if self._pool:
            self._pool.expect()

    async def do(self, work: Work[Q, A], asked: Q) -> A:
        """Raises what the work raises, and its `late`."""
        try:
            if self._pool and self._pool.is_ready:
                return await _elsewhere(self._pool, work, asked, self._seconds)
        except Late:  # it would be no sooner done here, and nothing ends a thread
            if work.late is not None:
                raise work.late from None
        except (Broken, ValueError, ClaimsBotError):  # ValueError: half a character cannot travel
            pass
        return await asyncio.to_thread(work.do, asked)


async def _elsewhere(pool: Pool, work: Work[Q, A], asked: Q, seconds: float) -> A:
    def made() -> Request:
        return request(work.name, work.asked.dump_json(asked))

    for _ in range(_ATTEMPTS - 1):
        try:
            return work.answered.validate_json(await pool.ask(made, seconds, stage=work.stage))
        except Late:
            raise
        except Broken:
            continue
    return work.answered.validate_json(await pool.ask(made, seconds, stage=work.stage))
