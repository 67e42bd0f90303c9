"""Socket Mode: the same Bolt app behind Slack's own web socket."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SettingsError


@asynccontextmanager
async def socket_mode(app: AsyncApp, app_token: str, client: AsyncWebClient) -> AsyncIterator[AsyncSocketModeHandler]:
    """Connected while inside; reconnects by itself. Raises `SettingsError` for a token that Slack refuses."""
    try:
        await client.apps_connections_open(app_token=app_token)
    except SlackApiError as error:
        if error.response.get("error") in ("invalid_auth", "not_authed", "not_allowed_token_type", "token_revoked"):
            raise SettingsError(
                f"SLACK_APP_TOKEN: Slack does not accept it ({error.response['error']}); "
                "make one under Basic Information, App-Level Tokens, with the scope connections:write."
            ) from None
        raise
    handler = AsyncSocketModeHandler(app, app_token, web_client=client, logger=app.logger, ping_interval=5)
    await handler.connect_async()
    try:
        yield handler
    finally:
        await handler.close_async()
