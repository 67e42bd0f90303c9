"""What people do in a modal: submit it, close it, act on an element in it."""

from typing import Any

from bot.playground import element
from bot.playground.acts import Acts, Outcome, held_by, named, state
from bot.playground.api import views
from bot.playground.blocks.check import check_view
from bot.playground.refusal import Refused

View = dict[str, Any]


class Modals(Acts):
    """The acts, views included."""

    def _open(self, view_id: str) -> tuple[View, str]:
        if view_id not in self.workspace.views:
            raise LookupError(f"no view {view_id} is open")
        return self.workspace.views[view_id], self.backend.view_users[view_id]

    async def submit_view(self, view_id: str, values: dict[str, Any]) -> Outcome:
        """Fill in (by action_id) and submit. Raises `ValueError` where Slack's client would not let it through."""
        view, user = self._open(view_id)
        for block in view["blocks"]:
            if block["type"] == "input":
                _check_entry(block, values)
        view["state"] = {"values": state(view["blocks"], values)}
        payload = self._interaction("view_submission", user, view_id) | {"view": dict(view), "response_urls": []}
        outcome = await self._interact(payload)
        if outcome.delivered:
            self._follow(view, user, outcome)
        return outcome

    def _follow(self, view: View, user: str, outcome: Outcome) -> None:
        answer = outcome.answer or {}
        try:
            match answer.get("response_action"):
                case "update":
                    views.replace(self.backend, view, check_view(answer.get("view"), ("modal",)))
                case "push":
                    views.push(self.backend, check_view(answer.get("view"), ("modal",)), user, view)
                case "errors":
                    _check_errors(view, answer.get("errors"))
                case "clear":
                    self._close_stack(view)
                case _:
                    self._forget(view["id"])
        except Refused as refusal:
            outcome.error = refusal.error

    async def close_view(self, view_id: str, *, clear: bool = False) -> Outcome:
        """Close a modal, with `clear` the whole stack; the app hears of it where the view asks for that."""
        view, user = self._open(view_id)
        if clear or view["clear_on_close"]:
            self._close_stack(view)
        else:
            self._forget(view_id)
        if not view["notify_on_close"]:
            return Outcome(True)
        payload = self._interaction("view_closed", user) | {"view": dict(view), "is_cleared": clear}
        return await self._interact(payload)

    async def press_in_view(
        self,
        view_id: str,
        action_id: str,
        choice: Any,
        block_id: str | None = None,
        values: dict[str, Any] | None = None,
    ) -> Outcome:
        """Act on an element of a view; `values` is what its inputs hold by then, as in `submit_view`."""
        view, user = self._open(view_id)
        block, pressed = element.find(view["blocks"], action_id, block_id)
        if values is not None:
            view["state"]["values"] = state(view["blocks"], values)
        if pressed["type"] != "button":
            view["state"]["values"] |= state([block], {action_id: choice})
        payload = self._interaction("block_actions", user, view_id) | {
            "container": {"type": "view", "view_id": view_id},
            "view": dict(view),
            "actions": [element.action(block, pressed, choice, self.workspace.new_ts())],
        }
        return await self._interact(payload)

    async def suggest(
        self, user: str, where: dict[str, str], block_id: str, action_id: str, value: str
    ) -> list[dict[str, Any]]:
        """What the app offers in an external select for what was typed: options, of groups one after the other.

        `where` is a `view_id`, or a `channel` and a `message_ts`. Raises `LookupError`.
        """
        payload = self._interaction("block_suggestion", user) | {
            "action_id": action_id,
            "block_id": block_id,
            "value": value,
        }
        if "view_id" in where:
            view, _ = self._open(where["view_id"])
            payload |= {"container": {"type": "view", "view_id": view["id"]}, "view": dict(view)}
        else:
            channel = self.workspace.channel(where["channel"])
            message, is_ephemeral = self._message(user, channel, where["message_ts"])
            container = {"type": "message", "message_ts": message["ts"], "channel_id": channel.id}
            payload |= {"container": container | {"is_ephemeral": is_ephemeral}, "channel": named(channel)}
        answer = (await self._interact(payload)).answer or {}
        groups = answer.get("option_groups") or [answer]
        return [option for group in groups for option in group.get("options") or []]

    def _close_stack(self, view: View) -> None:
        for other in list(self.workspace.views.values()):
            if other["root_view_id"] == view["root_view_id"]:
                self._forget(other["id"])

    def _forget(self, view_id: str) -> None:
        del self.workspace.views[view_id]
        del self.backend.view_users[view_id]
        if not any(each["root_view_id"] == view_id for each in self.workspace.views.values()):
            self.backend.view_triggers.pop(view_id, None)
        self.backend.changes.tell("view", view_id, "")


def _check_entry(block: View, values: dict[str, Any]) -> None:
    item = block["element"]
    value = held_by(block, item, values)
    if not value and not block.get("optional"):
        raise ValueError(f"{block['label']['text']}: a value is required")
    length = len(value) if isinstance(value, str) else 0
    if length and not item.get("min_length", 0) <= length <= item.get("max_length", 3000):
        raise ValueError(f"{block['label']['text']}: the length is not allowed")


def _check_errors(view: View, errors: Any) -> None:
    inputs = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise Refused("invalid_response_errors")
