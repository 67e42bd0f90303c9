"""views.*: modals, stacked up to three, and App Home."""

import secrets
import time
from typing import Any

from bot.playground.api.method import Answer, Arguments, Json, Method, Text
from bot.playground.backend import Backend, Trigger
from bot.playground.blocks.check import check_view
from bot.playground.element import numbered
from bot.playground.refusal import Refused

View = dict[str, Any]
DEEPEST = 3


class OpenView(Arguments):
    trigger_id: Text | None = None
    interactivity_pointer: Text | None = None
    view: Json


class UpdateView(Arguments):
    view: Json
    view_id: Text | None = None
    external_id: Text | None = None
    hash: Text | None = None


class PublishView(Arguments):
    user_id: Text
    view: Json
    hash: Text | None = None


def spend(backend: Backend, trigger_id: str | None) -> Trigger:
    """Exchange a trigger. Raises `Refused`: unknown, older than three seconds, or spent."""
    if trigger_id is None:
        raise Refused("invalid_arguments", "[ERROR] missing required field: trigger_id")
    trigger = backend.triggers.get(trigger_id)
    if trigger is None:
        raise Refused("invalid_trigger_id")
    if trigger.spent:
        raise Refused("exchanged_trigger_id")
    if trigger.until < time.monotonic():
        raise Refused("expired_trigger_id")
    trigger.spent = True
    return trigger


def open_view(backend: Backend, given: OpenView) -> Answer:
    """Show a modal to whoever acted."""
    view = check_view(given.view, ("modal",))
    trigger_id = given.trigger_id or given.interactivity_pointer
    trigger = spend(backend, trigger_id)
    stored = add(backend, view, trigger.user)
    backend.view_triggers[stored["id"]] = str(trigger_id)
    return {"ok": True, "view": stored}


def push_view(backend: Backend, given: OpenView) -> Answer:
    """Lay a modal over the one that the trigger came from."""
    view = check_view(given.view, ("modal",))
    trigger = spend(backend, given.trigger_id or given.interactivity_pointer)
    below = backend.workspace.views.get(trigger.view or "")
    if below is None:
        raise Refused("not_found" if trigger.view else "invalid_trigger_id")
    return {"ok": True, "view": push(backend, view, trigger.user, below)}


def push(backend: Backend, view: View, user: str, below: View) -> View:
    """The new top of a stack. Raises `Refused` at the fourth."""
    if depth(backend, below) >= DEEPEST:
        raise Refused("push_limit_reached")
    return add(backend, view, user, below)


def depth(backend: Backend, view: View) -> int:
    """How many views lie in the stack up to this one."""
    count = 1
    while (below := backend.workspace.views.get(view["previous_view_id"] or "")) is not None:
        count, view = count + 1, below
    return count


def add(backend: Backend, view: View, user: str, below: View | None = None) -> View:
    """Keep a new view; as Slack returns it."""
    _unique_external_id(backend, view.get("external_id"), None)
    view_id = backend.workspace.new_id("V")
    stored = filled(backend, view) | {
        "id": view_id,
        "previous_view_id": below["id"] if below else None,
        "root_view_id": below["root_view_id"] if below else view_id,
    }
    backend.workspace.views[view_id] = stored
    backend.view_users[view_id] = user
    backend.changes.tell("view", view_id, "")
    return stored


def filled(backend: Backend, view: View) -> View:
    """A view with the fields that Slack adds."""
    workspace = backend.workspace
    defaults: View = {
        "title": None,
        "submit": None,
        "close": None,
        "private_metadata": "",
        "callback_id": "",
        "external_id": "",
        "clear_on_close": False,
        "notify_on_close": False,
    }
    return (
        defaults
        | view
        | {
            "blocks": numbered(view["blocks"], workspace.new_id),
            "team_id": workspace.team_id,
            "app_id": workspace.app_id,
            "app_installed_team_id": workspace.team_id,
            "bot_id": workspace.bot.bot_id,
            "state": {"values": {}},
            "hash": f"{time.time():.0f}.{secrets.token_hex(4)}",
        }
    )


def _unique_external_id(backend: Backend, external_id: str | None, own: str | None) -> None:
    for view in backend.workspace.views.values():
        if external_id and view["external_id"] == external_id and view["id"] != own:
            raise Refused("duplicate_external_id")


def update_view(backend: Backend, given: UpdateView) -> Answer:
    """Replace what an open view shows."""
    old = _find(backend, given)
    view = check_view(given.view, (old["type"],))
    _check_hash(old, given.hash)
    _unique_external_id(backend, view.get("external_id"), old["id"])
    return {"ok": True, "view": replace(backend, old, view)}


def replace(backend: Backend, old: View, view: View) -> View:
    """The new content in the old place."""
    kept = {name: old[name] for name in ("id", "previous_view_id", "root_view_id")}
    stored = filled(backend, view) | kept
    backend.workspace.views[old["id"]] = stored
    backend.changes.tell("view", old["id"], "")
    return stored


def _find(backend: Backend, given: UpdateView) -> View:
    for view in backend.workspace.views.values():
        if view["id"] == given.view_id or (given.external_id and view["external_id"] == given.external_id):
            return view
    raise Refused("not_found")


def _check_hash(view: View, given: str | None) -> None:
    if given is not None and given != view["hash"]:
        raise Refused("hash_conflict")


def publish_view(backend: Backend, given: PublishView) -> Answer:
    """Set somebody's App Home."""
    workspace = backend.workspace
    view = check_view(given.view, ("home",))
    if given.user_id not in workspace.users:
        raise Refused("user_not_found")
    old = workspace.views.get(workspace.homes.get(given.user_id, ""))
    if old is not None:
        _check_hash(old, given.hash)
        return {"ok": True, "view": replace(backend, old, view)}
    stored = add(backend, view, given.user_id)
    workspace.homes[given.user_id] = stored["id"]
    return {"ok": True, "view": stored}


METHODS = {
    "views.open": Method(open_view, OpenView),
    "views.push": Method(push_view, OpenView),
    "views.update": Method(update_view, UpdateView),
    "views.publish": Method(publish_view, PublishView),
}
