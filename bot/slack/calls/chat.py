"""The port `Chat` on Slack's Web API.

Only a 429 is sent again here, after the rest it asks for: Slack says with it that nothing was accepted. After any other
failure a post may have gone through, so the caller looks for its mark before it posts again.
"""

import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import cache, partial
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.errors import ChatBusy, ChatRefused, ChatUnavailable
from bot.intake.message import Place
from bot.intake.shared import links_of
from bot.ports import BeforePost
from bot.reply.reply import AnswerReply, Reply
from bot.slack.calls.announced import announced
from bot.slack.calls.call import Turn, if_there_is_room, in_turn
from bot.slack.calls.gate import Gate
from bot.slack.calls.history import History
from bot.slack.calls.pace import Pace
from bot.slack.calls.rest import rest_asked
from bot.slack.calls.statuses import Statuses
from bot.slack.calls.streams import Streams
from bot.slack.drawing.actions import REPLY_EVENT
from bot.slack.drawing.blocks import message_of
from bot.slack.incoming.payload import files_in_message, links_in_message
from bot.waits import refused

_WILL_NOT_DRAW = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "invalid_arguments"})
_QUIET = logging.getLogger("claims_bot.slack_sdk")
_QUIET.setLevel(logging.WARNING)  # its debug lines would hold the text of messages


def web_client(token: str | None, api_url: str, session: aiohttp.ClientSession | None = None) -> AsyncWebClient:
    """A client that sends nothing twice: slack_sdk's own default repeats after a cut connection."""
    return AsyncWebClient(
        token=token,
        base_url=api_url,
        session=session,
        timeout=20,
        logger=_QUIET,
        retry_handlers=[],
    )


class SlackChat:
    """One workspace's chat. `pace` keeps us within Slack's tiers."""

    def __init__(self, client: AsyncWebClient, *, me: str, team: str, url: str = "", pace: Pace | None = None) -> None:
        self._client = client
        self._me = me
        self._url = url
        self._pace = pace or Pace()
        self._history = History(client, self._pace)
        self._streams = Streams(client, team, self._pace)
        self._statuses = Statuses(client, self._pace.statuses, self._pace.stages)

    def has_room(self, place: Place, *, new: bool) -> bool:
        return all(gate.has_room() for gate in (self._progress(place) if new else [self._pace.updates]))

    def delay(self, place: Place, ahead: int = 0) -> float:
        return self._pace.delay(place.channel, ahead)

    def _progress(self, place: Place) -> list[Gate]:
        """Whoever posts a growing list owes it a last edit."""
        return [self._pace.posts(place.channel), self._pace.messages, self._pace.updates]

    async def post(
        self, place: Place, reply: Reply, *, mark: str, optional: bool = False, begin: BeforePost | None = None
    ) -> str | None:
        async def send(message: dict[str, Any]) -> AsyncSlackResponse:
            post = partial(self._client.chat_postMessage, channel=place.channel, thread_ts=place.thread, **message)
            return await announced(begin, post, posts)

        posts = self._pace.posts(place.channel)
        answer = await _drawn(
            if_there_is_room if optional else in_turn,
            self._progress(place) if optional else [posts, self._pace.messages],
            lambda: message_of(reply, mark=mark),
            send,
        )
        if answer is None:
            return None
        self._statuses.replied(place)
        return str(answer["ts"])

    async def update(self, place: Place, ts: str, reply: Reply, *, mark: str, optional: bool = False) -> bool:
        answer = await _drawn(
            if_there_is_room if optional else in_turn,
            [self._pace.updates],
            lambda: _editable(message_of(reply, mark=mark)),
            lambda message: self._client.chat_update(channel=place.channel, ts=ts, **message),
        )
        return answer is not None

    async def find(self, place: Place, mark: str, *, after: str | None = None) -> str | None:
        """Our message with this mark; failing that, one of ours without any mark that came after `after`.

        A stream carries its mark only once it has ended, so a stream that was cut is known by having none.
        """
        unmarked: str | None = None
        for message in await self._history.messages(place):
            if message.get("user") != self._me and not message.get("bot_id"):
                continue
            metadata = message.get("metadata") or {}
            if (metadata.get("event_payload") or {}).get("mark") == mark:
                return str(message["ts"])
            ours = message.get("user") == self._me and metadata.get("event_type") != REPLY_EVENT
            if ours and "files" not in message and after is not None and float(message["ts"]) > float(after):
                unmarked = str(message["ts"])
        return unmarked

    async def status(self, place: Place, text: str) -> bool:
        return await self._statuses.show(place, text)

    async def whisper(self, place: Place, user: str, reply: Reply) -> None:
        message = message_of(reply)
        await in_turn(
            [self._pace.whispers],
            lambda: self._client.chat_postEphemeral(
                channel=place.channel,
                user=user,
                thread_ts=place.thread,
                text=message["text"],
                blocks=message["blocks"],
            ),
        )

    async def respond(self, response_url: str, reply: Reply, *, public: bool) -> None:
        message = message_of(reply)
        webhook = AsyncWebhookClient(response_url, timeout=20, logger=_QUIET, retry_handlers=[])
        try:
            answer = await webhook.send(
                text=message["text"],
                blocks=message["blocks"],
                response_type="in_channel" if public else "ephemeral",
                unfurl_links=False,
                unfurl_media=False,
            )
        except aiohttp.ClientConnectorError as error:
            raise ChatBusy(type(error).__name__) from None  # never connected, so nothing was accepted
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise ChatUnavailable(type(error).__name__) from None
        if answer.status_code == 429:
            refused()
            raise ChatBusy(retry_after=rest_asked(answer.headers, 1.0))
        if answer.status_code >= 500:
            raise ChatUnavailable(f"response_url answered {answer.status_code}")
        if answer.status_code != 200:
            raise ChatRefused(answer.body[:60] or f"status {answer.status_code}")

    async def root_links(self, place: Place) -> tuple[str, ...]:
        for message in await self._history.messages(place, limit=1):
            if message.get("ts") == place.thread:
                return (*links_in_message(message), *links_of(files_in_message(message), asked=True))
        return ()

    def permalink(self, place: Place, ts: str) -> str | None:
        if not self._url:
            return None
        address = f"{self._url.rstrip('/')}/archives/{place.channel}/p{ts.replace('.', '')}"
        return f"{address}?thread_ts={place.thread}&cid={place.channel}" if place.thread else address

    async def stream(
        self, place: Place, ts: str | None, reply: AnswerReply, *, user: str | None, begin: BeforePost | None = None
    ) -> str | None:
        opened = await self._streams.grow(place, ts, reply, user, begin)
        if ts is None and opened is not None:
            self._statuses.replied(place)
        return opened

    async def finish(self, place: Place, ts: str, reply: AnswerReply, *, mark: str) -> None:
        """A stream that has died or strayed is edited as a message."""
        if not await self._streams.end(place, ts, reply, mark):
            await self.update(place, ts, reply, mark=mark)


def _editable(message: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in message.items() if key in ("text", "blocks", "metadata")}


async def _drawn(
    turn: Turn,
    gates: Sequence[Gate],
    draw: Callable[[], dict[str, Any]],
    send: Callable[[dict[str, Any]], Awaitable[AsyncSlackResponse]],
) -> AsyncSlackResponse | None:
    """Draw the message when its turn has come, and send it; where Slack will not have its blocks, send its text alone: a
    plain reply beats none."""
    message = cache(draw)
    try:
        return await turn(gates, lambda: send(message()))
    except ChatRefused as refused:
        if refused.reason not in _WILL_NOT_DRAW:
            raise
        logging.getLogger("claims_bot.slack").warning("blocks refused: %s", refused.reason)
    return await turn(gates, lambda: send(message() | {"blocks": []}))
