"""auth.*, apps.*, api.test, oauth.*, team.info, bots.info: who is calling."""

from typing import Any

from pydantic import ConfigDict

from bot.playground.api.method import Answer, Arguments, Method
from bot.playground.backend import Backend
from bot.playground.refusal import Refused


class Nothing(Arguments):
    """No arguments of its own."""


class Anything(Arguments):
    """api.test echoes whatever it gets."""

    model_config = ConfigDict(extra="allow")

    error: str | None = None


class Revoke(Arguments):
    test: bool | None = None


class BotsInfo(Arguments):
    bot: str | None = None


class TeamInfo(Arguments):
    team: str | None = None
    domain: str | None = None


class OauthAccess(Arguments):
    code: str | None = None
    client_id: str | None = None
    client_secret: str | None = None
    redirect_uri: str | None = None
    grant_type: str | None = None
    refresh_token: str | None = None


def auth_test(backend: Backend, _given: Nothing) -> Answer:
    """Whose token it is."""
    workspace = backend.workspace
    return {
        "ok": True,
        "url": f"https://{workspace.team_domain}.slack.com/",
        "team": workspace.team_name,
        "user": workspace.bot.name,
        "team_id": workspace.team_id,
        "user_id": workspace.bot.id,
        "bot_id": workspace.bot.bot_id,
        "is_enterprise_install": workspace.org_wide,
    } | ({"enterprise_id": workspace.enterprise_id} if workspace.enterprise_id else {})


def api_test(_backend: Backend, given: Anything) -> Answer:
    """Echo the arguments; `error` makes it fail."""
    args: dict[str, Any] = given.model_dump(exclude_none=True)
    if given.error:
        raise Refused(given.error, args=args)
    return {"ok": True, "args": args}


def auth_revoke(backend: Backend, given: Revoke) -> Answer:
    """End the token, unless it is only a test."""
    if not given.test:
        backend.secrets.revoked = True
    return {"ok": True, "revoked": not given.test}


def bots_info(backend: Backend, given: BotsInfo) -> Answer:
    """The bot behind a `B…` id."""
    workspace = backend.workspace
    if given.bot not in (None, workspace.bot.bot_id):
        raise Refused("bot_not_found")
    bot: Answer = {
        "id": workspace.bot.bot_id,
        "deleted": False,
        "name": workspace.bot.name,
        "updated": 0,
        "app_id": workspace.app_id,
        "user_id": workspace.bot.id,
        "icons": {},
    }
    return {"ok": True, "bot": bot}


def team_info(backend: Backend, given: TeamInfo) -> Answer:
    """The workspace."""
    workspace = backend.workspace
    if given.team not in (None, workspace.team_id):
        raise Refused("team_not_found")
    team = {"id": workspace.team_id, "name": workspace.team_name, "domain": workspace.team_domain, "email_domain": ""}
    return {"ok": True, "team": team | {"icon": {"image_default": True}}}


def oauth_access(backend: Backend, given: OauthAccess) -> Answer:
    """The last step of an installation: a code for the bot token; or a refresh token for the next one."""
    secrets = backend.secrets
    if given.client_id != secrets.client_id:
        raise Refused("invalid_client_id")
    if given.client_secret != secrets.client_secret:
        raise Refused("bad_client_secret")
    if given.grant_type == "refresh_token":
        if not secrets.rotating or given.refresh_token != secrets.refresh_token:
            raise Refused("invalid_refresh_token")
        return _access(backend, secrets.renew(backend.workspace.new_id("")))
    if given.code not in backend.codes:
        raise Refused("invalid_code")
    installer = backend.codes.pop(given.code)
    secrets.revoked = False
    more = secrets.renew(backend.workspace.new_id("")) if secrets.rotating else {}
    return _access(backend, more) | {"authed_user": {"id": installer}}


def _access(backend: Backend, more: Answer) -> Answer:
    workspace = backend.workspace
    org = {"id": workspace.enterprise_id, "name": "Local organisation"} if workspace.enterprise_id else None
    team = {"id": workspace.team_id, "name": workspace.team_name}
    return {
        "ok": True,
        "app_id": workspace.app_id,
        "scope": ",".join(sorted(backend.scopes)),
        "token_type": "bot",
        "access_token": backend.secrets.bot_token,
        "bot_user_id": workspace.bot.id,
        "team": None if workspace.org_wide else team,
        "enterprise": org,
        "is_enterprise_install": workspace.org_wide,
    } | more


def connections_open(backend: Backend, _given: Nothing) -> Answer:
    """Where to open the next Socket Mode connection."""
    if backend.outbox.transport is not backend.socket:
        raise Refused("socket_mode_not_enabled")
    address = backend.url.replace("http://", "ws://", 1)
    return {"ok": True, "url": f"{address}/link/?ticket={backend.socket.ticket()}&app_id={backend.workspace.app_id}"}


METHODS = {
    "api.test": Method(api_test, Anything, caller="anyone"),
    "auth.test": Method(auth_test, Nothing),
    "auth.revoke": Method(auth_revoke, Revoke, json=False),
    "apps.connections.open": Method(connections_open, Nothing, caller="app"),
    "bots.info": Method(bots_info, BotsInfo, ("users:read",), json=False),
    "team.info": Method(team_info, TeamInfo, ("team:read",), json=False),
    "oauth.v2.access": Method(oauth_access, OauthAccess, json=False, caller="anyone"),
}
