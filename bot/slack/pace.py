"""How fast we may speak: Slack's published tiers, kept on our side so that Slack hardly ever has to say 429.

`chat.postMessage` 1 a second and channel with short bursts, several hundred a minute and workspace; `chat.update` 50 a
minute; `chat.startStream` 20 a minute. Final answers wait for their turn; progress takes only what they leave and is
dropped otherwise.

Several processes on one workspace share its tiers without talking to each other: whoever hears a 429 rests as long as
Slack asks. Whoever hears two with no call that passed between them takes what it had used by then for its share, or half of
what it took itself to have, once a window and never less than a tenth of the tier, and wins a tenth back with each window:
a single 429 may have had any reason.
"""

import asyncio
import random
from collections import deque
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Protocol


class Gate(Protocol):
    """Where calls wait for their turn."""

    def has_room(self) -> bool:
        """Whether progress could take one now: only beyond what is kept for final answers, and never ahead of one."""
        ...

    def take_now(self) -> None:
        """Take one for progress, after every gate it has to pass has said that there is room."""
        ...

    async def take(self) -> None:
        """Take one for a final answer, waiting for it."""
        ...

    def refused(self, seconds: float) -> None:
        """Slack said 429 to what was taken last, and asks for so much rest."""
        ...

    def passed(self) -> None:
        """Slack took what was taken last."""
        ...


def try_take(gates: Sequence[Gate]) -> bool:
    """Take one of each for progress, or of none: what cannot be shown must not cost an answer its turn."""
    room = all(gate.has_room() for gate in gates)
    for gate in gates if room else ():
        gate.take_now()
    return room


class Window:
    """At most `limit` in any `seconds`, over a sliding window; those who wait are served in order."""

    def __init__(self, limit: int, seconds: float, *, spare: int = 0, clock: Callable[[], float] = monotonic) -> None:
        self._limit = limit
        self._seconds = seconds
        self._spare = spare
        self._clock = clock
        self._taken: deque[float] = deque()
        self._turn = asyncio.Lock()
        self._least = max(1, limit // 10)
        self._share = limit
        self._shared_at = -seconds
        self._rest_until = 0.0
        self._refused_last = False

    def has_room(self) -> bool:
        now = self._clock()
        waited_for = self._turn.locked() or now < self._rest_until
        return not waited_for and self._in_use(now) < self._allowed(now) - self._spare

    def take_now(self) -> None:
        self._taken.append(self._clock())

    async def take(self) -> None:
        async with self._turn:
            while (wait := self._wait(self._clock())) > 0:
                await asyncio.sleep(max(0.005, wait))
            self._taken.append(self._clock())

    def refused(self, seconds: float) -> None:
        now = self._clock()
        if self._refused_last and now - self._shared_at >= self._seconds:
            self._share = max(self._least, self._allowed(now) // 2, self._in_use(now) - 1)
            self._shared_at = now
        self._refused_last = True
        self._rest_until = max(self._rest_until, now + seconds)

    def passed(self) -> None:
        self._refused_last = False

    def _wait(self, now: float) -> float:
        over = self._in_use(now) - self._allowed(now)
        free = self._taken[over] + self._seconds - now if over >= 0 else 0.0
        return max(free, self._rest_until - now)

    def _allowed(self, now: float) -> int:
        if self._share == self._limit:
            return self._limit
        won_back = int((now - self._shared_at) / self._seconds) * self._least
        return min(self._limit, self._share + won_back)

    def _in_use(self, now: float) -> int:
        while self._taken and self._taken[0] <= now - self._seconds:
            self._taken.popleft()
        return len(self._taken)


_ON_ITS_WAY = 0.15
"""Of a post: Slack counts when a call arrives, and one that was held up on its way makes the next one seem early."""


class Bucket:
    """`rate` a second, with bursts of `burst`; those who wait are served in order."""

    def __init__(self, rate: float, burst: int) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = float(burst)
        self._at = monotonic()
        self._turn = asyncio.Lock()
        self._waiting = 0

    def delay(self, ahead: int = 0) -> float:
        """Seconds that a final answer which came now, after `ahead` others, would wait."""
        self._refill()
        return max(0.0, (self._waiting + ahead + 1 + _ON_ITS_WAY - self._tokens) / self._rate)

    def has_room(self) -> bool:
        """Leaves half of the burst to final answers."""
        self._refill()
        return not self._turn.locked() and self._tokens >= 1 + self._burst / 2

    def take_now(self) -> None:
        self._tokens -= 1

    async def take(self) -> None:
        self._waiting += 1
        try:
            async with self._turn:
                self._refill()
                while self._tokens < 1 + _ON_ITS_WAY:
                    await asyncio.sleep((1 + _ON_ITS_WAY - self._tokens) / self._rate)
                    self._refill()
                self._tokens -= 1
        finally:
            self._waiting -= 1

    def refused(self, seconds: float) -> None:
        """One again after the rest, or a little later: others who share the channel were told the same."""
        self._refill()
        rest = seconds * random.uniform(1.0, 1.5)  # noqa: S311  jitter is no secret
        self._tokens = min(self._tokens, 1 - rest * self._rate)

    def passed(self) -> None:
        """A bucket learns nothing from it."""

    @property
    def full(self) -> bool:
        self._refill()
        return self._tokens >= self._burst

    def _refill(self) -> None:
        now = monotonic()
        self._tokens = min(float(self._burst), self._tokens + (now - self._at) * self._rate)
        self._at = now


class Pace:
    """The allowances of one workspace."""

    def __init__(self) -> None:
        self.messages = Window(300, 60.0, spare=100)
        self.updates = Window(50, 60.0, spare=25)
        self.streams = Window(20, 60.0, spare=4)
        self.endings = Window(20, 60.0)
        self.appends = Window(100, 60.0, spare=40)
        self.statuses = Window(50, 60.0, spare=0)
        self.stages = Window(15, 60.0)
        self.whispers = Window(100, 60.0)
        self.lookups = Window(50, 60.0)
        self.views = Window(100, 60.0)
        self.files = Window(50, 60.0)
        self.listings = Window(50, 60.0)
        self.people = Window(100, 60.0)
        self._channels: dict[str, Bucket] = {}

    def posts(self, channel: str) -> Bucket:
        """The bucket of one channel; those long unused are forgotten."""
        if len(self._channels) > 1000:
            self._channels = {name: bucket for name, bucket in self._channels.items() if not bucket.full}
        return self._channels.setdefault(channel, Bucket(1.0, 5))
