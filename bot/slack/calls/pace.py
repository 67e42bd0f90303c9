"""How fast we may speak: Slack's published tiers, kept on our side so that Slack hardly ever has to say 429.

`chat.postMessage` 1 a second and channel with short bursts, several hundred a minute and workspace; `chat.update` 50 a
minute; `chat.startStream` 20 a minute. Final answers wait for their turn; progress takes only what they leave and is
dropped otherwise.

Several processes on one workspace keep its tiers together, through the database (`Pacing`), each behind what it keeps by itself.
What Slack refuses all the same teaches them: whoever hears a 429 rests as long as Slack asks. Whoever hears two with no call that
passed between them takes what it had used by then for its share, or half of what it took itself to have, once a window and never
less than a tenth of the tier, and wins a tenth back with each window: a single 429 may have had any reason.
"""

import asyncio
import random
from collections import deque
from collections.abc import Callable
from time import monotonic

from bot.ports.pacing import Pacing, Tier, Turn
from bot.slack.calls.gate import Shared


class Window:
    """At most `limit` in any `seconds`, over a sliding window; those who wait are served in order."""

    def __init__(
        self,
        limit: int,
        seconds: float,
        *,
        spare: int = 0,
        clock: Callable[[], float] = monotonic,
        shared: Shared | None = None,
    ) -> None:
        self._limit = limit
        self._seconds = seconds
        self._spare = spare
        self.shared = shared
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
"""Seconds that a post takes at most: Slack counts a call when it arrives, and one that was held up makes the next one seem early."""


class Bucket:
    """`rate` a second, with bursts of `burst`; those who wait are served in order.

    A post is counted with its answer, or once it must have arrived: until then nothing is known to drip into a full bucket.
    All processes together count it twice: with its turn in their line, `shared`, and again at the `door`, when it was announced.
    """

    def __init__(self, rate: float, burst: int, shared: Shared | None = None, door: Shared | None = None) -> None:
        self._rate = rate
        self._burst = burst
        self.shared = shared
        self._door = door
        self._tokens = float(burst)
        self._at = monotonic()
        self._under_way: deque[float] = deque()  # until when each is
        self._late = 0  # of those counted as arrived, how many have no answer yet
        self._turn = asyncio.Lock()
        self._waiting = 0

    def delay(self, ahead: int = 0) -> float:
        """Seconds that a final answer which came now, after `ahead` others, would wait."""
        return max(0.0, (self._waiting + ahead + 1 - self._left()) / self._rate)

    def has_room(self) -> bool:
        """Leaves half of the burst to final answers."""
        return not self._turn.locked() and self._left() >= 1 + self._burst / 2

    def take_now(self) -> None:
        self._under_way.append(monotonic() + _ON_ITS_WAY)

    async def at_the_door(self) -> None:
        """Wait where whoever of all processes had an earlier turn came late: Slack counts when they leave, in whatever order."""
        if self._door:
            await self._door.take()

    def leaves(self) -> None:
        """One that was taken leaves only now: to announce it took until then, and it may have been counted as arrived."""
        self._left()
        if self._late:
            self._late -= 1
            self._tokens += 1
        elif self._under_way:
            self._under_way.popleft()
        self.take_now()

    async def take(self) -> None:
        self._waiting += 1
        try:
            async with self._turn:
                while (missing := 1 - self._left()) > 0:
                    await asyncio.sleep(missing / self._rate)
                self.take_now()
        finally:
            self._waiting -= 1

    def refused(self, seconds: float) -> None:
        """One again after the rest, or a little later: others who share the channel were told the same."""
        self.passed()
        rest = seconds * random.uniform(1.0, 1.5)  # noqa: S311  jitter is no secret
        self._tokens = min(self._tokens, len(self._under_way) + 1 - rest * self._rate)

    def passed(self) -> None:
        """One of those under way has arrived, unless this may be the late answer of one that was counted."""
        self._left()
        if self._late:
            self._late -= 1
        elif self._under_way:
            self._count(monotonic())

    @property
    def full(self) -> bool:
        return self._left() >= self._burst

    def _left(self) -> float:
        """What may be sent now, whenever what is under way arrives."""
        now = monotonic()
        while self._under_way and self._under_way[0] <= now:
            self._count(self._under_way[0])
            self._late += 1
        self._fill(now)
        return self._tokens - len(self._under_way)

    def _count(self, arrived: float) -> None:
        self._under_way.popleft()
        self._fill(arrived)
        self._tokens -= 1

    def _fill(self, now: float) -> None:
        self._tokens = min(float(self._burst), self._tokens + (now - self._at) * self._rate)
        self._at = now


BURST = 5
_POSTS = Tier(1, 1.0, ahead=BURST - 1 - _ON_ITS_WAY)
_POSTS_OF_PROGRESS = Tier(1, 1.0, ahead=BURST / 2)
"""What a channel's bucket gives, as the turns of all processes."""


class Pace:
    """The allowances of one workspace; `pacing` keeps them for all its processes together."""

    def __init__(self, pacing: Pacing | None = None, team: str = "") -> None:
        def window(what: str, limit: int, spare: int = 0) -> Window:
            turn = Turn(what, Tier(limit, 60.0), Tier(limit - spare, 60.0))
            return Window(limit, 60.0, spare=spare, shared=self._shared(turn))

        self._pacing, self._team = pacing, team
        self.messages = window("messages", 300, spare=100)
        self.updates = window("updates", 50, spare=25)
        self.streams = window("streams", 20, spare=4)
        self.endings = window("endings", 20)
        self.appends = window("appends", 100, spare=40)
        self.statuses = window("statuses", 50)
        self.stages = Window(15, 60.0)
        self.whispers = window("whispers", 100)
        self.lookups = window("lookups", 50)
        self.views = window("views", 100)
        self.files = window("files", 50)
        self.listings = window("listings", 50)
        self.people = window("people", 100)
        self._channels: dict[str, Bucket] = {}

    def posts(self, channel: str) -> Bucket:
        """The bucket of one channel; those long unused are forgotten."""
        if len(self._channels) > 1000:
            self._channels = {name: bucket for name, bucket in self._channels.items() if not bucket.full}
        known = self._channels.get(channel)
        if known is None:
            turn = Turn(f"posts/{channel}", _POSTS, _POSTS_OF_PROGRESS)
            door = Turn(f"door/{channel}", _POSTS, _POSTS)
            known = self._channels[channel] = Bucket(1.0, BURST, self._shared(turn), self._shared(door))
        return known

    def delay(self, channel: str, ahead: int = 0) -> float:
        """Seconds that a final answer which came now, after `ahead` others of ours, would wait for its post there: others who
        share the pace have about as many."""
        return self.posts(channel).delay(ahead * (self._pacing.processes if self._pacing else 1))

    def _shared(self, turn: Turn) -> Shared | None:
        return Shared(self._pacing, self._team, turn) if self._pacing else None
