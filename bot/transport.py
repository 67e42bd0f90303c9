"""How Slack's deliveries reach us, by what is set."""

from typing import Literal

from bot.errors import SettingsError
from bot.settings import Settings


def slack_transport(settings: Settings) -> Literal["socket", "http"]:
    """Socket Mode with an app token, HTTP with a signing secret; raises `SettingsError` for less than either."""
    if bool(settings.slack_client_id) != bool(settings.slack_client_secret):
        given, missing = ("ID", "SECRET") if settings.slack_client_id else ("SECRET", "ID")
        raise SettingsError(
            f"SLACK_CLIENT_{given} is set, but SLACK_CLIENT_{missing} is not: set both for several workspaces, "
            "or neither."
        )
    if settings.installs and not settings.secret_key:
        raise SettingsError(
            "CLAIMS_SECRET_KEY is not set: it seals the tokens of the workspaces; make one with `openssl rand -base64 32`."
        )
    if not settings.slack_bot_token and not settings.installs:
        raise SettingsError(
            "SLACK_BOT_TOKEN is not set; `claims-bot demo` needs no Slack, and README tells how to connect a workspace."
        )
    if settings.slack_app_token:
        return "socket"
    if settings.slack_signing_secret:
        return "http"
    raise SettingsError(
        f"{'SLACK_CLIENT_ID' if settings.installs else 'SLACK_BOT_TOKEN'} is set, but neither SLACK_APP_TOKEN "
        "(Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is."
    )
