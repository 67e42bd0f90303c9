"""A small HTTP API over the acts of people, for programs that run the local Slack in a process of its own.

`POST /control/{act}` takes the arguments of the act as a JSON object and answers `{"ok": true, "result": …}`.
`GET /control/{read}` takes them as a query.
"""

import dataclasses
from collections.abc import Callable
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.playground.refusal import Refused

if TYPE_CHECKING:
    from bot.playground.server import LocalSlack

ACTS = frozenset(
    [
        "add_user",
        "add_channel",
        "add_group",
        "direct",
        "archive",
        "invite_bot",
        "remove_bot",
        "uninstall",
        "say",
        "say_as_bot",
        "edit",
        "delete",
        "unfurl",
        "react",
        "slash",
        "press",
        "shortcut",
        "submit_view",
        "close_view",
        "press_in_view",
        "open_home",
        "deliver_over_http",
        "deliver_over_socket",
        "disconnect",
        "cut_connections",
        "fail",
        "heal",
        "redeliver",
        "duplicate",
        "settled",
    ]
)
READS = frozenset(["messages", "thread", "ephemerals", "status_of", "notified", "home"])
VALUES = frozenset(
    [
        "api_url",
        "bot_token",
        "app_token",
        "signing_secret",
        "team_id",
        "bot_user_id",
        "general",
        "calls",
        "deliveries",
        "statuses",
        "views",
        "notifications",
        "lost",
        "connections",
        "rate_limited",
    ]
)


def routes(slack: "LocalSlack") -> list[web.RouteDef]:
    """The routes, for `Site.extra`."""

    async def act(request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name not in ACTS or request.content_type != "application/json":
            raise web.HTTPNotFound
        return await _done(getattr(slack, name), await request.json())

    async def read(request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name in VALUES:
            return _answer(getattr(slack, name))
        if name not in READS:
            raise web.HTTPNotFound
        return await _done(getattr(slack, name), dict(request.query))

    return [web.post("/control/{name}", act), web.get("/control/{name}", read)]


async def _done(act: Callable[..., Any], given: dict[str, Any]) -> web.Response:
    try:
        result = act(**given)
        return _answer(await result if isawaitable(result) else result)
    except Refused as refusal:
        return web.json_response(refusal.body(), status=400)
    except (LookupError, TypeError, ValueError, TimeoutError) as error:
        return web.json_response({"ok": False, "error": f"{type(error).__name__}: {error}"}, status=400)


def _answer(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": _plain(result)})


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    return value
