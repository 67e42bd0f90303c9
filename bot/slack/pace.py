"""How fast we may speak: Slack's published tiers, kept on our side so that Slack never has to say 429.

`chat.postMessage` 1 a second and channel with short bursts; `chat.update` 50 a minute and workspace;
`chat.startStream` 20 a minute. Final answers wait for their turn; progress takes only what they leave and
is dropped otherwise.
"""

import asyncio
from collections import deque
from time import monotonic


class Window:
    """At most `limit` in any `seconds`, over a sliding window; those who wait are served in order."""

    def __init__(self, limit: int, seconds: float, *, spare: int = 0) -> None:
        self._limit = limit
        self._seconds = seconds
        self._spare = spare
        self._taken: deque[float] = deque()
        self._turn = asyncio.Lock()

    def try_take(self) -> bool:
        """Take one for progress: only beyond what is kept for final answers, and never ahead of one."""
        if self._turn.locked() or self._in_use() >= self._limit - self._spare:
            return False
        self._taken.append(monotonic())
        return True

    async def take(self) -> None:
        """Take one for a final answer, waiting for it."""
        async with self._turn:
            while self._in_use() >= self._limit:
                await asyncio.sleep(max(0.005, self._taken[0] + self._seconds - monotonic()))
            self._taken.append(monotonic())

    def _in_use(self) -> int:
        oldest = monotonic() - self._seconds
        while self._taken and self._taken[0] <= oldest:
            self._taken.popleft()
        return len(self._taken)


class Bucket:
    """`rate` a second, with bursts of `burst`; those who wait are served in order."""

    def __init__(self, rate: float, burst: int) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = float(burst)
        self._at = monotonic()
        self._turn = asyncio.Lock()

    def try_take(self) -> bool:
        """Take one for progress, leaving half of the burst to final answers."""
        self._refill()
        if self._turn.locked() or self._tokens < 1 + self._burst / 2:
            return False
        self._tokens -= 1
        return True

    async def take(self) -> None:
        async with self._turn:
            self._refill()
            while self._tokens < 1:
                await asyncio.sleep((1 - self._tokens) / self._rate)
                self._refill()
            self._tokens -= 1

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
        self.updates = Window(50, 60.0, spare=25)
        self.streams = Window(20, 60.0, spare=4)
        self.appends = Window(100, 60.0, spare=40)
        self.statuses = Window(50, 60.0, spare=0)
        self._channels: dict[str, Bucket] = {}

    def posts(self, channel: str) -> Bucket:
        """The bucket of one channel; those long unused are forgotten."""
        if len(self._channels) > 1000:
            self._channels = {name: bucket for name, bucket in self._channels.items() if not bucket.full}
        return self._channels.setdefault(channel, Bucket(1.0, 5))
