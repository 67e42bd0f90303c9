"""The Bolt app: thin listeners that accept durably and return. Nothing here calls Slack before the ack.

`process_before_response` makes Bolt run a listener before it acks; a listener that raises leaves the
delivery unacked, so Slack comes back with it.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from logging import Logger, getLogger

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.intake.look import Look
from bot.intake.task import Task
from bot.slack.doors import ACTIONS, COMMANDS, EVENTS, Body, Door, House
from bot.slack.identity import Identity

ACCEPT_SECONDS = 2.5
"""Slack gives three seconds for an ack; past this we would rather have the delivery again."""

Accept = Callable[[Task], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Reception:
    """Who takes in what comes through a door: accepted, then acked. Raising means that Slack comes back.

    `seen` is what whoever came sees with the ack; `show` begins to show a look and does not wait for it.
    """

    house: House
    accept: Accept
    show: Callable[[Look], None]
    seen: Callable[[Task], str]

    def listener(self, door: Door) -> Callable[..., Awaitable[None]]:
        async def listen(body: Body, ack: AsyncAck) -> None:
            wishes = tuple(door(body, self.house))
            tasks = [wish for wish in wishes if not isinstance(wish, Look)]
            async with asyncio.timeout(ACCEPT_SECONDS):
                for task in tasks:
                    await self.accept(task)
            for look in wishes:
                if isinstance(look, Look):
                    self.show(look)
            text = " ".join(filter(None, map(self.seen, tasks)))
            await (ack(text=text, response_type="ephemeral") if text else ack())

        return listen


async def _nothing(ack: AsyncAck) -> None:
    await ack()


def build_app(client: AsyncWebClient, token: str, signing_secret: str, me: Identity, reception: Reception) -> AsyncApp:
    """The app with its listeners. `client` has no token of its own: `authorize` tells whose request it is."""

    async def authorize(**_: object) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=me.enterprise, team_id=me.team, bot_user_id=me.user, bot_id=me.bot, bot_token=token
        )

    app = AsyncApp(
        client=client,
        signing_secret=signing_secret,
        process_before_response=True,
        authorize=authorize,
        logger=_bolt_logger(),
    )
    for event, door in EVENTS.items():
        app.event(event)(reception.listener(door))
    for name, door in COMMANDS.items():
        app.command(name)(reception.listener(door))
    for action, door in ACTIONS.items():
        app.action(action)(reception.listener(door))
    app.event(re.compile(".*"))(_nothing)
    app.action(re.compile(".*"))(_nothing)
    return app


def _bolt_logger() -> Logger:
    logger = getLogger("claims_bot.bolt")
    logger.setLevel("ERROR")  # its debug lines would hold payloads, and it warns of tokens it found in the environment
    return logger
