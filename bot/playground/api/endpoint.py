"""The HTTP side of the Web API: reading a request, the token, the scopes, the pace, the answer."""

import asyncio
import base64
import json
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.playground.api.method import Method, parsed
from bot.playground.backend import Backend
from bot.playground.faults import Fault
from bot.playground.refusal import Refused, TooFast

KEPT = 100_000


@dataclass(slots=True)
class Call:
    """One call as it is logged: `status` is HTTP's (0 where the connection was cut), `took` in seconds."""

    method: str
    args: dict[str, Any]
    response: dict[str, Any]
    status: int
    at: float
    took: float
    team_id: str
    number: int = 0
    """Where it stands in the log, from 1."""


class Endpoint:
    """Serves `/api/{method}`; the token says for which workspace."""

    def __init__(self, backends: list[Backend], methods: dict[str, Method]) -> None:
        self.backends = backends
        self.methods = methods
        self.calls: deque[Call] = deque(maxlen=KEPT)
        self._logged = 0

    async def handle(self, request: web.Request) -> web.StreamResponse:
        started, at = time.perf_counter(), time.time()
        name = request.match_info["method"]
        method = self.methods.get(name)
        given = await arguments(request, reads_json=method is None or method.json)
        token = take_token(request, given)
        fault = self.backends[0].faults.take(name)
        if fault is not None and fault.delay:
            await asyncio.sleep(fault.delay)
        backend = self.backend_for(token, given)
        body, status, headers = self.answer(backend, name, token, given, fault)
        if fault is not None and fault.drop_after_accept:
            status = 0
        took = time.perf_counter() - started
        self.log(backend, Call(name, given, body, status, at, took, backend.workspace.team_id))
        if status == 0 and request.transport is not None:
            request.transport.abort()
        if status == 0 or status >= 500:
            return web.Response(status=status or 500, text="Internal Server Error", headers=headers)
        if fault is not None and fault.garbled is not None:
            return web.Response(text=fault.garbled, content_type="application/json", headers=headers)
        return web.json_response(body, status=status, headers=headers)

    def log(self, backend: Backend, call: Call) -> None:
        """Keep a call, and tell of it."""
        self._logged += 1
        call.number = self._logged
        self.calls.append(call)
        backend.changes.tell("call", call.method, item=call)

    def backend_for(self, token: str, given: dict[str, Any]) -> Backend:
        """The workspace of a bot token, an OAuth code or a refresh token; the first one for the app's own token."""
        code, refresh = given.get("code"), given.get("refresh_token")
        owners = (
            each
            for each in self.backends
            if (token and token in (each.secrets.bot_token, each.secrets.before))
            or code in each.codes
            or (refresh and refresh == each.secrets.refresh_token)
        )
        found = list(owners) or self.backends[:1]
        return next((each for each in found if is_about(each, given)), found[0])

    def answer(
        self, backend: Backend, name: str, token: str, given: dict[str, Any], fault: Fault | None
    ) -> tuple[dict[str, Any], int, dict[str, str]]:
        """Body, HTTP status and headers."""
        scopes = ",".join(sorted(backend.scopes))
        headers = {"X-Slack-Req-Id": backend.workspace.new_id("R"), "X-OAuth-Scopes": scopes}
        if fault is not None and fault.status is not None:
            return {}, fault.status, headers
        try:
            if fault is not None:
                raise_for(fault)
            return self.run(backend, name, token, given), 200, headers
        except TooFast as refusal:
            return refusal.body(), 429, headers | {"Retry-After": f"{refusal.retry_after:g}"}
        except Refused as refusal:
            return refusal.body(), 200, headers

    def run(self, backend: Backend, name: str, token: str, given: dict[str, Any]) -> dict[str, Any]:
        """Token, scopes, pace, arguments, in that order. Raises `Refused`."""
        if name not in self.methods:
            raise Refused("unknown_method", req_method=name)
        method = self.methods[name]
        if method.caller != "anyone":
            check_token(backend, method, token)
        if method.scopes and not backend.scopes.intersection(method.scopes):
            raise Refused("missing_scope", needed=method.scopes[0], provided=",".join(sorted(backend.scopes)))
        backend.pace.check(name, given.get("channel"))
        return method.run(backend, parsed(method, given))


def is_about(backend: Backend, given: dict[str, Any]) -> bool:
    """Whether the arguments name something of this workspace: a token of an organisation is good for several."""
    workspace = backend.workspace
    known = (workspace.channels, workspace.users.keys() - {workspace.bot.id}, workspace.views, backend.triggers)
    named = [value for name, value in given.items() if isinstance(value, str) and name != "text"]
    return given.get("team_id") == workspace.team_id or any(value in each for value in named for each in known)


def check_token(backend: Backend, method: Method, token: str) -> None:
    """Raises `Refused`: none, a wrong one, a dead one, one of the wrong kind."""
    secrets = backend.secrets
    if not token:
        raise Refused("not_authed")
    if token not in (secrets.bot_token, secrets.before, secrets.app_token):
        raise Refused("invalid_auth")
    if token != secrets.app_token and secrets.revoked:
        raise Refused("token_revoked")
    if token == secrets.bot_token and time.time() > secrets.runs_out:
        raise Refused("token_expired")
    if (token == secrets.app_token) != (method.caller == "app"):
        raise Refused("not_allowed_token_type")


def raise_for(fault: Fault) -> None:
    """The refusal a fault stands for."""
    if fault.rate_limited is not None:
        raise TooFast(fault.rate_limited)
    if fault.error is not None:
        raise Refused(fault.error)


async def arguments(request: web.Request, *, reads_json: bool) -> dict[str, Any]:
    """Query and body together; a JSON body counts only for methods that read JSON, an empty one for none."""
    given: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        return given | (_object(await request.text()) if reads_json else {})
    if request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        given |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    return given


def _object(text: str) -> dict[str, Any]:
    if not text.strip():
        return {}
    try:
        value = json.loads(text)
    except ValueError:
        raise web.HTTPOk(text='{"ok": false, "error": "invalid_json"}', content_type="application/json") from None
    if not isinstance(value, dict):
        raise web.HTTPOk(text='{"ok": false, "error": "json_not_object"}', content_type="application/json")
    return {name: item for name, item in value.items() if item is not None}


def take_token(request: web.Request, given: dict[str, Any]) -> str:
    """The token, out of the header or the arguments; OAuth's client id and secret may come as HTTP Basic."""
    in_arguments = str(given.pop("token", ""))
    kind, _, value = request.headers.get("Authorization", "").partition(" ")
    if kind == "Basic":
        with suppress(ValueError):
            client_id, _, secret = base64.b64decode(value).decode().partition(":")
            given |= {"client_id": client_id, "client_secret": secret}
    return value.strip() if kind == "Bearer" else in_arguments
