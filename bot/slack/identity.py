"""Who we are in a workspace, asked once at start so that no delivery has to."""

from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Identity:
    """The workspace and the user that a bot token belongs to, and what the token may."""

    team: str
    enterprise: str | None
    user: str
    bot: str
    url: str
    scopes: frozenset[str] = frozenset()


async def identify(client: AsyncWebClient) -> Identity:
    """Ask Slack. Raises `SettingsError`: the token is not good, or Slack does not answer where it is looked for."""
    try:
        answer = await client.auth_test()
    except SlackApiError as error:
        raise SettingsError(
            f"SLACK_BOT_TOKEN: Slack does not accept it ({code_of(error)}); copy the token that begins with xoxb- "
            "from OAuth & Permissions."
        ) from None
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise SettingsError(f"SLACK_API_URL: Slack does not answer there ({type(error).__name__}).") from None
    scopes = str(answer.headers.get("x-oauth-scopes") or answer.headers.get("X-OAuth-Scopes") or "")
    return Identity(
        team=str(answer["team_id"]),
        enterprise=answer.get("enterprise_id"),
        user=str(answer["user_id"]),
        bot=str(answer.get("bot_id") or ""),
        url=str(answer.get("url") or ""),
        scopes=frozenset(filter(None, (scope.strip() for scope in scopes.split(",")))),
    )


def code_of(error: SlackApiError) -> str:
    """Slack's own name of what was wrong."""
    return str(error.response.get("error") if hasattr(error.response, "get") else error)
