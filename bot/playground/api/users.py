"""users.info."""

from typing import Any

from bot.playground.api.method import Answer, Arguments, Method, Text
from bot.playground.backend import Backend
from bot.playground.refusal import Refused
from bot.playground.workspace import User


class UsersInfo(Arguments):
    user: Text
    include_locale: bool | None = None


def users_info(backend: Backend, given: UsersInfo) -> Answer:
    """One person."""
    if given.user not in backend.workspace.users:
        raise Refused("user_not_found")
    person, org = backend.workspace.users[given.user], backend.workspace.enterprise_id
    of_org = {"enterprise_user": {"id": person.id, "enterprise_id": org, "teams": [person.team]}} if org else {}
    return {"ok": True, "user": describe(person) | of_org}


def describe(user: User) -> dict[str, Any]:
    """A user as Slack shows them."""
    return {
        "id": user.id,
        "team_id": user.team,
        "name": user.name,
        "deleted": False,
        "real_name": user.name.capitalize(),
        "tz": "Europe/London",
        "tz_label": "Greenwich Mean Time",
        "tz_offset": 0,
        "profile": {"real_name": user.name.capitalize(), "display_name": user.name, "team": user.team},
        "is_admin": False,
        "is_owner": False,
        "is_restricted": user.guest,
        "is_ultra_restricted": False,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "updated": 0,
    }


METHODS = {"users.info": Method(users_info, UsersInfo, ("users:read",), json=False)}
