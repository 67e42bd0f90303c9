"""The Bolt app: thin listeners that accept durably and return. Nothing here calls Slack before the ack.

`process_before_response` makes Bolt run a listener before it acks; a listener that raises leaves the
delivery unacked, so Slack comes back with it.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from logging import Logger, getLogger
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.intake.task import RunCommand, Task
from bot.intake.triage import parse_command, triage
from bot.slack.actions import TRY_AGAIN, VOTE
from bot.slack.payload import command_of, message_of_event, removal_of, try_again_of, vote_of

ACCEPT_SECONDS = 2.5
"""Slack gives three seconds for an ack; past this we would rather have the delivery again."""

Accept = Callable[[Task], Awaitable[bool]]
Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who we are in the workspace, asked once at start so that no delivery has to."""

    team: str
    enterprise: str | None
    user: str
    bot: str
    url: str
    scopes: frozenset[str] = frozenset()


async def identify(client: AsyncWebClient) -> Identity:
    """Ask Slack who the token belongs to. Raises `SlackApiError` for a token that is not good."""
    answer = await client.auth_test()
    scopes = str(answer.headers.get("x-oauth-scopes") or answer.headers.get("X-OAuth-Scopes") or "")
    return Identity(
        team=str(answer["team_id"]),
        enterprise=answer.get("enterprise_id"),
        user=str(answer["user_id"]),
        bot=str(answer.get("bot_id") or ""),
        url=str(answer.get("url") or ""),
        scopes=frozenset(filter(None, (scope.strip() for scope in scopes.split(",")))),
    )


@dataclass(frozen=True, slots=True)
class Doors:
    """Where people come in. Each door accepts and returns; raising means that Slack comes back.

    `reading_words` is what the asker of a command sees at once.
    """

    me: Identity
    accept: Accept
    links_per_message: int
    reading_words: Callable[[RunCommand], str]

    async def message(self, body: Body) -> None:
        event = body["event"]
        if "ts" in event and "channel" in event:
            message = message_of_event(body, team=self.me.team)
            await self._take(triage(message, me=self.me.user, links_per_message=self.links_per_message))

    async def command(self, body: Body, ack: AsyncAck) -> None:
        task = parse_command(command_of(body, team=self.me.team), links_per_message=self.links_per_message)
        await self._take(task)
        text = self.reading_words(task)
        await (ack(text=text, response_type="ephemeral") if text else ack())

    async def try_again(self, body: Body, ack: AsyncAck) -> None:
        await self._take(try_again_of(body, team=self.me.team))
        await ack()

    async def vote(self, body: Body, ack: AsyncAck) -> None:
        await self._take(vote_of(body, team=self.me.team))
        await ack()

    async def removed(self, body: Body) -> None:
        await self._take(removal_of(body))

    async def anything_else(self, ack: AsyncAck) -> None:
        await ack()

    async def _take(self, task: Task | None) -> None:
        if task is not None:
            async with asyncio.timeout(ACCEPT_SECONDS):
                await self.accept(task)


def build_app(client: AsyncWebClient, token: str, signing_secret: str | None, doors: Doors) -> AsyncApp:
    """The app with its listeners. `client` has no token of its own: `authorize` tells whose request it is."""
    me = doors.me

    async def authorize(**_: object) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=me.enterprise, team_id=me.team, bot_user_id=me.user, bot_id=me.bot, bot_token=token
        )

    app = AsyncApp(
        client=client,
        signing_secret=signing_secret or "",
        process_before_response=True,
        authorize=authorize,
        logger=_bolt_logger(),
    )
    app.event("message")(doors.message)
    app.event("app_mention")(doors.message)
    app.event("app_uninstalled")(doors.removed)
    app.event("tokens_revoked")(doors.removed)
    app.command("/claims")(doors.command)
    app.action(TRY_AGAIN)(doors.try_again)
    app.action(VOTE)(doors.vote)
    app.event(re.compile(".*"))(doors.anything_else)
    app.action(re.compile(".*"))(doors.anything_else)
    return app


def _bolt_logger() -> Logger:
    logger = getLogger("claims_bot.bolt")
    logger.setLevel("ERROR")  # its debug lines would hold payloads, and it warns of tokens it found in the environment
    return logger
