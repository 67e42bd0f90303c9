"""What the person at the page does: `POST /page/acts/{name}` with a JSON object, answered once the app acked."""

import base64
import binascii
import dataclasses
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.playground.api.files import describe, keep_file
from bot.playground.refusal import Refused

if TYPE_CHECKING:
    from bot.playground.team import Team

Given = dict[str, Any]
Act = Callable[[Given], Awaitable[Any]]


class PersonActs:
    """The acts of one person, by the name the page calls them."""

    def __init__(self, team: "Team", person: str) -> None:
        self.team = team
        self.person = person
        self.known: dict[str, Act] = {
            "say": self._say,
            "slash": lambda given: team.slash(person, **given),
            "press": lambda given: team.press(person, **given),
            "press_in_view": lambda given: team.press_in_view(**given),
            "submit_view": lambda given: team.submit_view(**given),
            "close_view": lambda given: team.close_view(**given),
            "suggest": lambda given: team.suggest(person, **given),
            "upload": self._upload,
            "shortcut": lambda given: team.shortcut(person, **given),
            "open_home": lambda given: team.open_home(person, **given),
            "react": lambda given: team.react(person, **given),
            "edit": lambda given: team.edit(person, **given),
            "delete": lambda given: team.delete(person, **given),
            "invite": self._invite,
        }

    async def handle(self, request: web.Request) -> web.Response:
        """`{"ok": true, "result": …}`, or 400 with Slack's word for what is wrong."""
        act = self.known.get(request.match_info["name"])
        if act is None or request.content_type != "application/json":
            raise web.HTTPNotFound
        try:
            given = json.loads(await request.text())
            result = await act(given if isinstance(given, dict) else {"": given})
        except Refused as refusal:
            return web.json_response(refusal.body(), status=400)
        except (LookupError, TypeError, ValueError) as error:
            return web.json_response({"ok": False, "error": "invalid_arguments", "detail": str(error)}, status=400)
        return web.json_response({"ok": True, "result": _plain(result)})

    async def _say(self, given: Given) -> str:
        files = [_file(each) for each in given.pop("files", [])]
        return await self.team.say(self.person, **given, files=files or None)

    async def _invite(self, given: Given) -> None:
        self.team.invite_bot(**given)

    async def _upload(self, given: Given) -> Given:
        name, content = _file(given)
        backend = self.team.backend
        return describe(backend, keep_file(backend, name, content, self.person))


def _file(given: Given) -> tuple[str, bytes]:
    """A file's name and content, which the page sends in base64. Raises `ValueError`."""
    try:
        return str(given["name"]), base64.b64decode(given["content"], validate=True)
    except binascii.Error as error:
        raise ValueError(f"{given['name']}: {error}") from None


def _plain(result: Any) -> Any:
    if dataclasses.is_dataclass(result) and not isinstance(result, type):
        return dataclasses.asdict(result)
    return result
