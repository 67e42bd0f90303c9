"""Who we are in a workspace, asked once at start so that no delivery has to."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import ChatBusy, ChatRefused, ChatUnavailable, SettingsError
from bot.slack.apierror import told_apart

log = structlog.get_logger("claims_bot.slack")

AT_START = (1.0, 2.0, 4.0, 8.0, 10.0)
"""Seconds that a start waits for Slack between its tries; then it ends, for whoever watches over it to begin another."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The workspace and the user that a bot token belongs to, and what the token may."""

    team: str
    enterprise: str | None
    user: str
    bot: str
    url: str
    scopes: frozenset[str] = frozenset()


async def identify(client: AsyncWebClient, pauses: Sequence[float] = ()) -> Identity:
    """Ask Slack, and after each of `pauses` in seconds again while it is in trouble.

    Raises `SettingsError`: the token is not good, or Slack does not answer where it is looked for, or not as it should.
    """
    answer = await _asked(client, pauses)
    scopes = str(answer.headers.get("x-oauth-scopes") or answer.headers.get("X-OAuth-Scopes") or "")
    return Identity(
        team=str(answer["team_id"]),
        enterprise=answer.get("enterprise_id"),
        user=str(answer["user_id"]),
        bot=str(answer.get("bot_id") or ""),
        url=str(answer.get("url") or ""),
        scopes=frozenset(filter(None, (scope.strip() for scope in scopes.split(",")))),
    )


async def _asked(client: AsyncWebClient, pauses: Sequence[float]) -> AsyncSlackResponse:
    for pause in (*pauses, None):
        try:
            return await client.auth_test()
        except SlackApiError as error:
            told = told_apart(error)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise SettingsError(f"SLACK_API_URL: Slack does not answer there ({type(error).__name__}).") from None
        if isinstance(told, ChatRefused):
            raise SettingsError(
                f"SLACK_BOT_TOKEN: Slack does not accept it ({told.reason}); copy the token that begins with xoxb- "
                "from OAuth & Permissions."
            )
        if pause is None:
            raise SettingsError(f"Slack is in trouble ({_what(told)}): start again in a while.")
        log.warning("slack_in_trouble", what=_what(told), again_in=pause)
        await asyncio.sleep(pause)
    raise AssertionError("the last try returns or raises")


def _what(told: ChatUnavailable) -> str:
    return "too many requests" if isinstance(told, ChatBusy) else str(told.args[0]) if told.args else "no reason given"
