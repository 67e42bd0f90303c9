"""Answers that are seen being written: `chat.startStream`, `appendStream`, `stopStream`."""

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import ChatRefused
from bot.intake.message import Place
from bot.ports import BeforePost
from bot.reply.reply import AnswerReply
from bot.slack.calls.announced import announced
from bot.slack.calls.call import if_there_is_room, in_turn
from bot.slack.calls.gate import Gate
from bot.slack.calls.pace import Pace
from bot.slack.drawing.actions import REPLY_EVENT
from bot.slack.drawing.answers import answer_markdown
from bot.slack.drawing.blocks import closing_blocks

MOST = 200
"""Streams kept count of: one whose job was cut is finished by another attempt, as an edit."""


class Streams:
    """The streams of one workspace, by their ts, with what each holds."""

    def __init__(self, client: AsyncWebClient, team: str, pace: Pace) -> None:
        self._client = client
        self._team = team
        self._pace = pace
        self._written: dict[str, str] = {}

    async def grow(
        self, place: Place, ts: str | None, reply: AnswerReply, user: str | None, begin: BeforePost | None
    ) -> str | None:
        """Open a stream with what is known, or append what is new to it; None where streams are not to be had."""
        text = answer_markdown(reply)
        if ts is None:
            return await self._open(place, text, user, begin)
        before = self._written.get(ts)
        if before is None or not text.startswith(before) or text == before:
            return ts

        async def send() -> AsyncSlackResponse:
            return await self._client.chat_appendStream(channel=place.channel, ts=ts, markdown_text=text[len(before) :])

        if await if_there_is_room([self._pace.appends], send) is not None:
            self._written[ts] = text
        return ts

    async def end(self, place: Place, ts: str, reply: AnswerReply, mark: str) -> bool:
        """End the stream with the whole answer; False where it has died or strayed, so that it has to be edited."""
        before = self._written.pop(ts, None)
        text = answer_markdown(reply)
        rest = text.removeprefix(before) if before is not None else ""
        try:
            await in_turn(
                [self._pace.endings],
                lambda: self._client.chat_stopStream(
                    channel=place.channel,
                    ts=ts,
                    markdown_text=rest or None,
                    blocks=closing_blocks(reply),
                    metadata={"event_type": REPLY_EVENT, "event_payload": {"mark": mark}},
                ),
            )
        except ChatRefused:
            return False
        return before is not None and text.startswith(before)

    async def _open(self, place: Place, text: str, user: str | None, begin: BeforePost | None) -> str | None:
        if place.thread is None:
            return None
        thread = place.thread

        async def send() -> AsyncSlackResponse:
            return await self._client.chat_startStream(
                channel=place.channel,
                thread_ts=thread,
                markdown_text=text,
                recipient_team_id=self._team,
                recipient_user_id=user,
            )

        posts = self._pace.posts(place.channel)
        gates: list[Gate] = [self._pace.streams, posts]
        try:
            answer = await if_there_is_room(gates, lambda: announced(begin, send, posts))
        except ChatRefused:
            return None
        if answer is None:
            return None
        ts = str(answer["ts"])
        if len(self._written) >= MOST:
            del self._written[next(iter(self._written))]
        self._written[ts] = text
        return ts
