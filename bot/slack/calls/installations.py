"""Where the app is installed, and with which token: by workspace, or by organisation for all its workspaces.

Kept sealed in the vault as slack_sdk writes an `Installation`. What Slack delivers is looked up on the way to its ack,
so it is remembered for a minute; a token that runs out (token rotation) is renewed long before, by one process at a time.
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

import structlog
from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore

from bot.ports import Vault

REMEMBERED = 60.0
RENEWED_BEFORE = timedelta(hours=2)
TRIED_AGAIN = timedelta(minutes=1)

Renew = Callable[[Installation], Awaitable[Installation | None]]
"""A new token by Slack's token rotation; None where none is due. Raises `SlackTokenRotationError`."""

log = structlog.get_logger("claims_bot.installations")


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the vault had, and until when that is taken for granted."""

    installation: Installation | None
    until: float


@dataclass(frozen=True, slots=True)
class Through:
    """The organisation that a workspace belongs to, and until when that need not be noted again."""

    org: str
    until: float


class Installations(AsyncInstallationStore):
    """Raises `LibraryError` while the vault cannot be used. What slack_sdk's interface calls deleting is our retention's."""

    def __init__(self, vault: Vault, renew: Renew) -> None:
        self._vault = vault
        self._renew = renew
        self._remembered: dict[str, Remembered] = {}
        self._through: dict[str, Through] = {}

    async def async_save(self, installation: Installation) -> None:
        key = str(installation.enterprise_id if installation.is_enterprise_install else installation.team_id)
        await self._vault.keep(f"install/{key}", json.dumps(vars(installation)), team=key)
        self._remembered.pop(key, None)

    async def async_find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """On the way to an ack: a workspace of an organisation is noted, so that its jobs find the token too.

        What Slack tells of the organisation itself names no workspace, or says of none that it is installed through it.
        """
        own = await self._known(team_id) if team_id and not is_enterprise_install else None
        if own is not None or not enterprise_id:
            return own
        found = await self._known(enterprise_id)
        if found is not None and team_id:
            await self._note(team_id, enterprise_id)
        return found

    async def _note(self, team: str, org: str) -> None:
        """Once in a while: what was deleted with a workspace is noted again when that is back."""
        known = self._through.get(team)
        if known is not None and known.org == org and known.until > monotonic():
            return
        if await self._vault.get(f"through/{team}") != org:
            await self._vault.keep(f"through/{team}", org, team=team, org=org)
        self._through[team] = Through(org, monotonic() + REMEMBERED)

    async def of(self, team: str) -> Installation | None:
        """For a job: by the workspace or through its organisation, with a token that still lasts for hours."""
        key = team
        found = await self._known(team)
        if found is None and (org := await self._vault.get(f"through/{team}")):
            key, found = org, await self._known(org)
        if found is None or not _runs_out(found):
            return found
        return await self._renewed(key, found)

    async def _known(self, key: str) -> Installation | None:
        known = self._remembered.get(key)
        if known is None or known.until < monotonic():
            text = await self._vault.get(f"install/{key}")
            known = Remembered(_opened(text) if text else None, monotonic() + REMEMBERED)
            self._remembered[key] = known
        return known.installation

    async def _renewed(self, key: str, old: Installation) -> Installation | None:
        """Slack takes a refresh token once, so one process asks; the others have hours to find what it got."""
        self._remembered.pop(key, None)
        newest = await self._known(key)
        if newest is None or not _runs_out(newest):
            return newest
        if await self._vault.first(f"renew/{key}", datetime.now(UTC) + TRIED_AGAIN):
            try:
                fresh = await self._renew(newest)
            except SlackTokenRotationError as error:
                log.warning("token_not_renewed", error=str(error.api_error.response.get("error")))
                return old
            if fresh is not None:
                await self.async_save(fresh)
                return fresh
        return newest


def _opened(text: str) -> Installation:
    document: dict[str, Any] = json.loads(text)
    return Installation(**document)


def _runs_out(installation: Installation) -> bool:
    until = installation.bot_token_expires_at
    return until is not None and until < (datetime.now(UTC) + RENEWED_BEFORE).timestamp()
