"""The Bolt app: thin listeners that accept durably and return. Nothing here calls Slack before the ack.

`process_before_response` makes Bolt run a listener before it acks; a listener that raises leaves the
delivery unacked, so Slack comes back with it.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import LibraryError
from bot.intake.look import Look
from bot.intake.task import Task
from bot.ports import Accept
from bot.slack.calls.identity import Identity
from bot.slack.calls.installations import Installations
from bot.slack.incoming.doors import ACTIONS, COMMANDS, EVENTS, SHORTCUTS, VIEWS, Body, Door, Objection, Ours, Wish
from bot.slack.quiet import quiet_logger

log = structlog.get_logger("claims_bot.slack")

ACCEPT_SECONDS = 2.5
"""Slack gives three seconds for an ack; past this we would rather have the delivery again."""

Authorize = Callable[..., Awaitable[AuthorizeResult]]
"""Whose request it is: Bolt asks with `context`, `enterprise_id`, `team_id` and `user_id`; None for a stranger's, which
Bolt's type leaves out."""


@dataclass(frozen=True, slots=True)
class Reception:
    """Who takes in what comes through a door: accepted, then acked. Raising means that Slack comes back.

    `seen` is what whoever came sees with the ack; `show` begins to show a look and does not wait for it.
    """

    links_per_message: int
    accept: Accept
    show: Callable[[Look], None]
    seen: Callable[[Task], Awaitable[str]]

    def listener(self, door: Door) -> Callable[..., Awaitable[None]]:
        async def listen(body: Body, ack: AsyncAck, context: AsyncBoltContext) -> None:
            who = context.authorize_result
            ours = Ours(str(who and who.team_id), str(who and who.bot_user_id), self.links_per_message)
            wishes = tuple(door(body, ours))
            tasks = [wish for wish in wishes if not isinstance(wish, Look | Objection)]
            await self._accepted(tasks)
            for look in wishes:
                if isinstance(look, Look):
                    self.show(look)
            await ack(**await self._answer(wishes, tasks))

        return listen

    async def _answer(self, wishes: Sequence[Wish], tasks: Sequence[Task]) -> dict[str, Any]:
        """What the ack says: a form's errors, or what whoever came sees at once."""
        for wish in wishes:
            if isinstance(wish, Objection):
                return {"response_action": "errors", "errors": wish.inputs}
        text = " ".join([text for task in tasks if (text := await self.seen(task))])
        return {"text": text, "response_type": "ephemeral"} if text else {}

    async def _accepted(self, tasks: Sequence[Task]) -> None:
        """Raises what stood in the way, so that there is no ack and Slack comes back."""
        try:
            async with asyncio.timeout(ACCEPT_SECONDS):
                for task in tasks:
                    await self.accept(task)
        except Exception as error:
            reason = {"reason": str(error)} if isinstance(error, LibraryError) else {}
            log.warning("not_accepted", error=type(error).__name__, events=[task.event for task in tasks], **reason)
            raise


_MISSHAPEN = (LookupError, TypeError, AttributeError, ValueError)
"""What taking apart a delivery raises that is not shaped as Slack shapes them."""


async def _failed(error: Exception) -> BoltResponse:
    """No ack: Slack comes again, but for what it never sent like this."""
    if not isinstance(error, _MISSHAPEN):
        return BoltResponse(status=500)
    log.warning("unreadable_delivery", error=type(error).__name__)
    return BoltResponse(status=400)


async def _nothing(ack: AsyncAck) -> None:
    await ack()


def one_workspace(me: Identity, token: str) -> Authorize:
    """Everything that comes is for the workspace that our token belongs to."""

    async def authorize(**_: object) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=me.enterprise, team_id=me.team, bot_user_id=me.user, bot_id=me.bot, bot_token=token
        )

    return authorize


def many_workspaces(installations: Installations) -> Authorize:
    """By what is kept; unlike Bolt's own, without a call to Slack before the ack. Raises `LibraryError`."""

    async def authorize(
        context: AsyncBoltContext, enterprise_id: str | None, team_id: str | None, **_: object
    ) -> AuthorizeResult | None:
        found = await installations.async_find_installation(
            enterprise_id=enterprise_id, team_id=team_id, is_enterprise_install=context.is_enterprise_install
        )
        if found is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=found.bot_user_id,
            bot_id=found.bot_id,
            bot_token=found.bot_token,
        )

    return cast(Authorize, authorize)


def build_app(client: AsyncWebClient, signing_secret: str, authorize: Authorize, reception: Reception) -> AsyncApp:
    """The app with its listeners. `client` has no token of its own: `authorize` tells whose request it is."""
    app = AsyncApp(
        name="claims-bot",  # else it looks through the whole stack for the name of a file
        client=client,
        signing_secret=signing_secret,
        process_before_response=True,
        authorize=authorize,
        logger=quiet_logger(),
    )
    for event, door in EVENTS.items():
        app.event(event)(reception.listener(door))
    for name, door in COMMANDS.items():
        app.command(name)(reception.listener(door))
    for shortcut, door in SHORTCUTS.items():
        app.shortcut(shortcut)(reception.listener(door))
    for form, door in VIEWS.items():
        app.view(form)(reception.listener(door))
    for action, door in ACTIONS.items():
        app.action(action)(reception.listener(door))
    app.error(_failed)
    app.event(re.compile(".*"))(_nothing)
    app.action(re.compile(".*"))(_nothing)
    app.shortcut(re.compile(".*"))(_nothing)
    app.view(re.compile(".*"))(_nothing)
    return app
