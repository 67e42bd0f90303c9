"""The newsrooms of any number of workspaces, made when something is first to be told there."""

from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk.oauth.installation_store import Installation
from slack_sdk.web.async_client import AsyncWebClient

from bot.moments.newsroom import Newsroom
from bot.slack.calls.identity import Identity
from bot.slack.calls.installations import Installations

Client = Callable[[str | None], AsyncWebClient]
Furnish = Callable[[AsyncWebClient, Identity], Newsroom]


@dataclass(slots=True)
class _Workspace:
    client: AsyncWebClient
    room: Newsroom


class ManyRooms:
    """Satisfies `Rooms`. A room stays, with its pace; its token is that of the newest installation."""

    def __init__(self, installations: Installations, client: Client, furnish: Furnish) -> None:
        self._installations = installations
        self._client = client
        self._furnish = furnish
        self._made: dict[str, _Workspace] = {}

    async def of(self, team: str) -> Newsroom:
        """Raises `LibraryError`."""
        installation = await self._installations.of(team)
        made = self._made.get(team)
        if made is None or installation is None:
            made = self._make(team, installation)
        if installation is not None:
            self._made[team] = made
            made.client.token = installation.bot_token
        return made.room

    def _make(self, team: str, installation: Installation | None) -> _Workspace:
        """Without an installation Slack refuses whatever is told: `not_authed`."""
        client = self._client(installation.bot_token if installation else None)
        return _Workspace(client, self._furnish(client, _identity(team, installation)))


def _identity(team: str, installation: Installation | None) -> Identity:
    if installation is None:
        return Identity(team, None, "", "", "")
    url = str(installation.custom_values.get("url") or "")
    user, bot = str(installation.bot_user_id or ""), str(installation.bot_id or "")
    return Identity(team, installation.enterprise_id, user, bot, url)
