"""Slack's rate limits as hard caps: a message a second and channel, and calls a minute and method.

https://docs.slack.dev/apis/web-api/rate-limits
"""

import math
import time
from collections import defaultdict, deque

from bot.playground.refusal import TooFast
from bot.playground.timing import Timing

BURST = 5

PER_MINUTE = {
    "chat.postMessage": 300,
    "chat.postEphemeral": 100,
    "chat.update": 50,
    "chat.delete": 50,
    "chat.startStream": 20,
    "chat.stopStream": 20,
    "chat.appendStream": 100,
    "views.open": 100,
    "views.push": 100,
    "views.update": 100,
    "views.publish": 100,
    "reactions.add": 50,
    "reactions.remove": 20,
    "conversations.replies": 50,
    "conversations.history": 50,
    "conversations.info": 50,
    "conversations.members": 100,
    "conversations.join": 50,
    "conversations.open": 50,
    "conversations.list": 20,
    "users.info": 100,
    "users.conversations": 50,
    "bots.info": 50,
    "team.info": 50,
    "files.info": 100,
    "assistant.threads.setStatus": 600,
}
"""Calls a minute and workspace; `chat.postMessage` stands at "several hundred"."""

EVENTS_PER_HOUR = 30_000

OUTSIDE_MARKETPLACE = {"conversations.replies": 1, "conversations.history": 1}


class Pace:
    """Counts calls; `on` switches the limits, `commercial` plays an app outside the Marketplace."""

    def __init__(self, timing: Timing) -> None:
        self.timing = timing
        self.on = True
        self.commercial = False
        self.refused = 0
        self._calls: dict[str, deque[float]] = defaultdict(deque)
        self._buckets: dict[str, tuple[float, float]] = {}
        self._events: deque[float] = deque(maxlen=EVENTS_PER_HOUR)
        self._warned = -math.inf

    def check(self, method: str, channel: str | None) -> None:
        """Count one call. Raises `TooFast` without counting it."""
        if not self.on:
            return
        now = time.monotonic()
        wait = self._minute(method, now)
        if wait <= 0 and method == "chat.postMessage" and channel:
            wait = self._second(channel, now)
        if wait > 0:
            self.refused += 1
            raise TooFast(math.ceil(wait))
        if method in PER_MINUTE:
            self._calls[method].append(now)

    def may_tell(self) -> bool:
        """Count one event; False beyond what an app is told in an hour."""
        now = time.monotonic()
        while self._events and self._events[0] <= now - 60 * self.timing.minute:
            self._events.popleft()
        if self.on and len(self._events) >= EVENTS_PER_HOUR:
            return False
        self._events.append(now)
        return True

    def warn_now(self) -> bool:
        """True once a minute: the app is to be told that it is not told everything."""
        now = time.monotonic()
        if now - self._warned < self.timing.minute:
            return False
        self._warned = now
        return True

    def cap(self, method: str) -> int | None:
        """Calls a minute."""
        if self.commercial and method in OUTSIDE_MARKETPLACE:
            return OUTSIDE_MARKETPLACE[method]
        return PER_MINUTE.get(method)

    def _minute(self, method: str, now: float) -> float:
        cap = self.cap(method)
        if cap is None:
            return 0.0
        calls = self._calls[method]
        while calls and calls[0] <= now - self.timing.minute:
            calls.popleft()
        return 0.0 if len(calls) < cap else calls[0] + self.timing.minute - now

    def _second(self, channel: str, now: float) -> float:
        tokens, at = self._buckets.get(channel, (float(BURST), now))
        tokens = min(float(BURST), tokens + (now - at) / self.timing.second)
        if tokens < 1.0:
            return (1.0 - tokens) * self.timing.second
        self._buckets[channel] = (tokens - 1.0, now)
        return 0.0
