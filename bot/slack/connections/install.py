"""Installing into a workspace or an organisation: `/slack/install`, consent at Slack, `/slack/oauth_redirect`.

Bolt's own flow, with states that whichever process the redirect reaches can tell from made-up ones.
"""

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta

import aiohttp
import structlog
from slack_bolt.oauth.async_callback_options import AsyncCallbackOptions, AsyncFailureArgs, AsyncSuccessArgs
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackClientError
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import LibraryError
from bot.ports import Vault
from bot.reply.catalogue import Words
from bot.slack.calls.installations import Installations, Renew
from bot.slack.connections.pages import HEADERS, consent_page, failed_page, installed_page, said_to
from bot.slack.quiet import quiet_logger
from bot.slack.scopes import BOT_SCOPES

log = structlog.get_logger("claims_bot.installations")

CONSENT = timedelta(minutes=10)
"""How long somebody may look at Slack's page before they agree."""
RENEWED_MINUTES_BEFORE = 120


class States(AsyncOAuthStateStore):
    """Each state is good once, for ten minutes. It says so itself, signed with the app's secret: nothing is written for somebody who
    only looks at the page."""

    def __init__(self, vault: Vault, client_secret: str) -> None:
        self._vault = vault
        self._key = client_secret.encode()

    async def async_issue(self, *_args: object, **_named: object) -> str:
        until = datetime.now(UTC) + CONSENT
        told = f"{secrets.token_urlsafe(24)}.{until.timestamp():.0f}"
        return f"{told}.{self._signature(told)}"

    async def async_consume(self, state: str) -> bool:
        told, _, signature = state.rpartition(".")
        if not hmac.compare_digest(signature.encode(), self._signature(told).encode()):
            return False
        until = datetime.fromtimestamp(int(told.rpartition(".")[2]), UTC)
        return until > datetime.now(UTC) and await self._vault.first(f"state/{told}", until)

    def _signature(self, told: str) -> str:
        return hmac.new(self._key, f"state/{told}".encode(), hashlib.sha256).hexdigest()


class InstallFlow(AsyncOAuthFlow):
    """Bolt's, which also notes where the workspace is, so that threads can be linked to; with pages of our own, whatever fails."""

    async def build_install_page_html(self, url: str, request: AsyncBoltRequest) -> str:
        return consent_page(url, _said(request))

    async def handle_installation(self, request: AsyncBoltRequest) -> BoltResponse:
        answer = await super().handle_installation(request)
        answer.headers.update({name.lower(): [value] for name, value in HEADERS.items()})
        return answer

    async def handle_callback(self, request: AsyncBoltRequest) -> BoltResponse:
        try:
            return await super().handle_callback(request)
        except LibraryError:
            reason = "storage_error"
        except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError):
            reason = "slack_away"
        log.warning("not_installed", reason=reason)
        return _failed(self.settings, request, reason, 503)

    async def run_installation(self, code: str) -> Installation | None:
        installation = await super().run_installation(code)
        if installation is not None:
            answer = await self.client.auth_test(token=installation.bot_token)
            installation.custom_values["url"] = str(answer.get("url") or "")
        return installation


def install_flow(
    client: AsyncWebClient, api_url: str, client_id: str, client_secret: str, installations: Installations, vault: Vault
) -> AsyncOAuthFlow:
    """`client` has no token; `api_url` ends in `/api/`, beside which Slack's page of consent is."""

    async def installed(args: AsyncSuccessArgs) -> BoltResponse:
        return _answer(args.settings, 200, installed_page(args.installation, _said(args.request)))

    async def failed(args: AsyncFailureArgs) -> BoltResponse:
        return _failed(args.settings, args.request, args.reason, args.suggested_status_code)

    return InstallFlow(
        client=client,
        logger=quiet_logger(),
        settings=AsyncOAuthSettings(
            client_id=client_id,
            client_secret=client_secret,
            scopes=list(BOT_SCOPES),
            installation_store=installations,
            state_store=States(vault, client_secret),
            state_expiration_seconds=int(CONSENT.total_seconds()),
            authorization_url=f"{api_url.removesuffix('api/')}oauth/v2/authorize",
            callback_options=AsyncCallbackOptions(success=installed, failure=failed),
        ),
    )


def _said(request: AsyncBoltRequest) -> Words:
    return said_to(request.headers.get("accept-language", ()))


def _failed(settings: AsyncOAuthSettings, request: AsyncBoltRequest, reason: str, status: int) -> BoltResponse:
    return _answer(settings, status, failed_page(reason, settings.install_path, _said(request)))


def _answer(settings: AsyncOAuthSettings, status: int, page: str) -> BoltResponse:
    """The state was used: the browser need not keep it."""
    forget = settings.state_utils.build_set_cookie_for_deletion()
    return BoltResponse(status=status, headers={**HEADERS, "Set-Cookie": forget}, body=page)


def renewing(client: AsyncWebClient, client_id: str, client_secret: str) -> Renew:
    """Slack's token rotation with the app's own id and secret."""
    rotator = AsyncTokenRotator(client=client, client_id=client_id, client_secret=client_secret)

    async def renew(installation: Installation) -> Installation | None:
        return await rotator.perform_token_rotation(
            installation=installation, minutes_before_expiration=RENEWED_MINUTES_BEFORE
        )

    return renew
