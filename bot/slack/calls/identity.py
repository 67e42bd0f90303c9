"""Who we are in a workspace, asked once at start so that no delivery has to."""

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import ChatBusy, ChatRefused, SettingsError, SlackAway
from bot.slack.calls.apierror import told_apart

log = structlog.get_logger("claims_bot.slack")

FIRST, LONGEST = 1.0, 30.0
"""Seconds between the tries of a start that waits for Slack: the first, and what they grow to."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The workspace and the user that a bot token belongs to, and what the token may."""

    team: str
    enterprise: str | None
    user: str
    bot: str
    url: str
    scopes: frozenset[str] = frozenset()


async def identify_at_start(client: AsyncWebClient, meanwhile: AbstractAsyncContextManager[object]) -> Identity:
    """The same once Slack answers, however long that takes; where it does not at once, `meanwhile` is entered for the time.

    Raises `SettingsError` for a token that is not good.
    """
    try:
        return await identify(client)
    except SlackAway as away:
        log.warning("waiting_for_slack", error=str(away))
    async with meanwhile:
        return await identify(client, _growing())


def _growing() -> Iterator[float]:
    pause = FIRST
    while True:
        yield pause
        pause = min(LONGEST, 2 * pause)


async def identify(client: AsyncWebClient, pauses: Iterable[float] = ()) -> Identity:
    """Ask Slack, and after each of `pauses` in seconds again while it is away.

    Raises `SettingsError` for a token that is not good, `SlackAway` when it does not answer, or not as it should.
    """
    waits = iter(pauses)
    while True:
        try:
            return _identity(await client.auth_test())
        except SlackApiError as error:
            away, rest = _trouble(error)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            away, rest = SlackAway(f"SLACK_API_URL: Slack does not answer there ({type(error).__name__})."), 0.0
        pause = next(waits, None)
        if pause is None:
            raise away
        log.warning("slack_in_trouble", error=str(away), again_in=max(pause, rest))
        await asyncio.sleep(max(pause, rest))


def _identity(answer: AsyncSlackResponse) -> Identity:
    scopes = str(answer.headers.get("x-oauth-scopes") or answer.headers.get("X-OAuth-Scopes") or "")
    return Identity(
        team=str(answer["team_id"]),
        enterprise=answer.get("enterprise_id"),
        user=str(answer["user_id"]),
        bot=str(answer.get("bot_id") or ""),
        url=str(answer.get("url") or ""),
        scopes=frozenset(filter(None, (scope.strip() for scope in scopes.split(",")))),
    )


def _trouble(error: SlackApiError) -> tuple[SlackAway, float]:
    """With the seconds of rest that Slack asks for. Raises `SettingsError` for what waiting does not mend."""
    told = told_apart(error)
    if isinstance(told, ChatRefused):
        raise SettingsError(
            f"SLACK_BOT_TOKEN: Slack does not accept it ({told.reason}); copy the token that begins with xoxb- "
            "from OAuth & Permissions."
        ) from None
    what = "too many requests" if isinstance(told, ChatBusy) else str(told.args[0]) if told.args else "no reason given"
    return SlackAway(f"Slack is in trouble ({what})."), told.retry_after
