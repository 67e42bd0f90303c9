"""What stands beside a thread while something is done about it: `assistant.threads.setStatus`.

Slack takes it away after two minutes, and when we reply; not when we edit a reply, or whisper.
"""

import asyncio
from collections.abc import Sequence
from time import monotonic

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import ChatRefused, ChatUnavailable
from bot.intake.message import Place
from bot.slack.calls.call import if_there_is_room
from bot.slack.calls.gate import Gate

SECONDS = 2.0
"""That a status may take: it must not stand there after the reply it announces."""
STANDS = 60.0
"""Seconds in which the same text is not sent again."""
_NOT_HERE = ("unknown_method", "missing_scope", "not_allowed_token_type")


class Statuses:
    """The statuses of one workspace."""

    def __init__(self, client: AsyncWebClient, gate: Gate, changes: Gate) -> None:
        """`changes` holds those back that take another's place, so that they take no room from first ones."""
        self._client = client
        self._gate = gate
        self._changes = changes
        self._works = True
        self._shown: dict[Place, tuple[str, float]] = {}

    async def show(self, place: Place, text: str) -> bool:
        """False where it is not shown. Whoever accepts a task and whoever works on it ask for the same.

        An empty text takes away what stands.
        """
        if place.thread is None or not self._works:
            return False
        if self._stands(place, text):
            return True
        before = self._shown.get(place) if text else None
        self._note(place, text)
        shown = await self._set(place, place.thread, text, [self._gate, self._changes] if before else [self._gate])
        if shown and text and self._is_over(place):  # it came after the reply, which would have taken it away
            await self._set(place, place.thread, "", [self._gate])
        elif not shown and before:
            self._shown[place] = before
        elif not shown or not text:
            self.replied(place)
        return shown

    def replied(self, place: Place) -> None:
        """Nothing stands there any more."""
        self._shown.pop(place, None)

    def _is_over(self, place: Place) -> bool:
        """Whether we replied meanwhile, or took away what stood there."""
        return not self._shown.get(place, ("", 0.0))[0]

    def _stands(self, place: Place, text: str) -> bool:
        before, at = self._shown.get(place, ("", 0.0))
        return bool(text) and text == before and monotonic() - at < STANDS

    def _note(self, place: Place, text: str) -> None:
        now = monotonic()
        if len(self._shown) > 1000:
            self._shown = {where: what for where, what in self._shown.items() if now - what[1] < STANDS}
        self._shown[place] = (text, now)

    async def _set(self, place: Place, thread: str, text: str, gates: Sequence[Gate]) -> bool:
        async def send() -> AsyncSlackResponse:
            return await self._client.assistant_threads_setStatus(
                channel_id=place.channel, thread_ts=thread, status=text
            )

        try:
            async with asyncio.timeout(SECONDS):
                return await if_there_is_room(gates, send) is not None
        except ChatRefused as refused:
            # Not every workspace and plan has statuses; without them the first claims are the progress.
            self._works = refused.reason not in _NOT_HERE
            return False
        except (ChatUnavailable, TimeoutError):
            return False
