"""What people do with the app itself: commands, buttons, shortcuts, modals, App Home."""

from dataclasses import dataclass
from typing import Any

from bot.playground import element
from bot.playground.backend import Backend, ResponseUrl
from bot.playground.delivery.parcel import Kind, Receipt
from bot.playground.events import VERIFICATION_TOKEN
from bot.playground.refusal import Refused
from bot.playground.responses import respond
from bot.playground.workspace import Channel, Message


@dataclass(slots=True)
class Outcome:
    """What came of an act. `error` is what the person is shown where the app did not take it."""

    delivered: bool
    error: str | None = None
    answer: dict[str, Any] | None = None
    trigger_id: str = ""
    response_url: str = ""


class Acts:
    """Each act is one delivery, tried once, and waits for the app's ack."""

    def __init__(self, backend: Backend, commands: set[str]) -> None:
        self.backend = backend
        self.workspace = backend.workspace
        self.commands = commands

    async def slash(self, user: str, channel_id: str, command: str, text: str, thread_ts: str | None) -> Outcome:
        """A slash command. In a thread it reaches nobody; an unknown one neither."""
        if thread_ts is not None:
            return Outcome(False, "not_supported_in_threads")
        if command not in self.commands:
            return Outcome(False, "dispatch_unknown_command")
        if "commands" not in self.backend.scopes:
            return Outcome(False, "missing_scope")
        channel = self.workspace.channel(channel_id)
        entry = self.backend.response_entry(channel_id, user)
        payload = self._command(user, channel, command, text, entry)
        receipt = await self.backend.outbox.request("slash_commands", payload)
        outcome = self._outcome(receipt, payload)
        if receipt.answer and (receipt.answer.get("text") or receipt.answer.get("blocks")):
            self._answer(entry, receipt.answer, outcome)
        return outcome

    def _command(self, user: str, channel: Channel, command: str, text: str, entry: ResponseUrl) -> dict[str, Any]:
        names = {"im": "directmessage", "group": "privategroup"}
        enterprise = self.workspace.enterprise_id
        return {
            "token": VERIFICATION_TOKEN,
            "team_id": self.workspace.team_id,
            "team_domain": self.workspace.team_domain,
            **({"enterprise_id": enterprise, "enterprise_name": "Local"} if enterprise else {}),
            "channel_id": channel.id,
            "channel_name": names.get(channel.kind, channel.name),
            "user_id": user,
            "user_name": self.workspace.users[user].name,
            "command": command,
            "text": text,
            "api_app_id": self.workspace.app_id,
            "is_enterprise_install": str(self.workspace.org_wide).lower(),
            "response_url": self.backend.response_url_for(entry),
            "trigger_id": self.backend.trigger_for(user),
        }

    def _answer(self, entry: ResponseUrl, answer: dict[str, Any], outcome: Outcome) -> None:
        try:
            respond(self.backend, entry, answer)
        except Refused as refusal:
            outcome.error = refusal.error

    async def press(
        self, user: str, channel_id: str, message_ts: str, action_id: str, choice: Any, block_id: str | None = None
    ) -> Outcome:
        """Act on an element of a message, ephemeral ones included. Raises `LookupError` where it is not there."""
        channel = self.workspace.channel(channel_id)
        message, is_ephemeral = self._message(user, channel, message_ts)
        block, pressed = element.find(message.get("blocks", []), action_id, block_id)
        entry = self.backend.response_entry(channel_id, user, message_ts=message_ts, thread_ts=message.get("thread_ts"))
        container = {
            "type": "message",
            "message_ts": message_ts,
            "channel_id": channel_id,
            "is_ephemeral": is_ephemeral,
        }
        if "thread_ts" in message:
            container["thread_ts"] = message["thread_ts"]
        payload = self._interaction("block_actions", user) | {
            "container": container,
            "channel": named(channel),
            "state": {"values": state(message.get("blocks", []), {})},
            "response_url": self.backend.response_url_for(entry),
            "actions": [element.action(block, pressed, choice, self.workspace.new_ts())],
        }
        if not is_ephemeral:
            payload["message"] = dict(message)
        return await self._interact(payload)

    def _message(self, user: str, channel: Channel, ts: str) -> tuple[Message, bool]:
        if ts in channel.messages:
            return channel.messages[ts], False
        for message in self.workspace.ephemerals:
            if message["ts"] == ts and message["channel"] == channel.id and message["reader"] == user:
                return message, True
        raise LookupError(f"no message {ts} in {channel.id} that {user} can see")

    async def shortcut(self, user: str, channel_id: str | None, ts: str | None, callback_id: str) -> Outcome:
        """A message shortcut; without a message, a global one."""
        if channel_id is None or ts is None:
            payload = self._interaction("shortcut", user) | {
                "callback_id": callback_id,
                "action_ts": self.workspace.new_ts(),
            }
            return await self._interact(payload)
        channel = self.workspace.channel(channel_id)
        message, _ = self._message(user, channel, ts)
        entry = self.backend.response_entry(channel_id, user)
        payload = self._interaction("message_action", user) | {
            "callback_id": callback_id,
            "action_ts": self.workspace.new_ts(),
            "message_ts": ts,
            "message": dict(message),
            "channel": named(channel),
            "response_url": self.backend.response_url_for(entry),
        }
        return await self._interact(payload)

    def open_home(self, user: str, channel: Channel) -> str | None:
        """Somebody looks at the app's Home tab; the event id."""
        event = {
            "type": "app_home_opened",
            "user": user,
            "channel": channel.id,
            "tab": "home",
            "event_ts": self.workspace.new_ts(),
        }
        view = self.workspace.views.get(self.workspace.homes.get(user, ""))
        return self.backend.emit(event | ({"view": view} if view else {}))

    def _interaction(self, kind: str, user: str, view: str | None = None) -> dict[str, Any]:
        person = self.workspace.users[user]
        return {
            "type": kind,
            "user": {"id": user, "username": person.name, "name": person.name, "team_id": person.team},
            "api_app_id": self.workspace.app_id,
            "token": VERIFICATION_TOKEN,
            "trigger_id": self.backend.trigger_for(user, view),
            "team": {"id": self.workspace.team_id, "domain": self.workspace.team_domain},
            "enterprise": {"id": self.workspace.enterprise_id, "name": "Local"}
            if self.workspace.enterprise_id
            else None,
            "is_enterprise_install": self.workspace.org_wide,
        }

    async def _interact(self, payload: dict[str, Any], kind: Kind = "interactive") -> Outcome:
        return self._outcome(await self.backend.outbox.request(kind, payload), payload)

    def _outcome(self, receipt: Receipt, payload: dict[str, Any]) -> Outcome:
        error = None if receipt.acked else "operation_timeout" if "timeout" in receipt.reason else "dispatch_failed"
        outcome = Outcome(receipt.acked, error, receipt.answer, payload["trigger_id"])
        outcome.response_url = str(payload.get("response_url", ""))
        return outcome


def named(channel: Channel) -> dict[str, str]:
    names = {"im": "directmessage", "group": "privategroup"}
    return {"id": channel.id, "name": names.get(channel.kind, channel.name)}


def state(blocks: list[dict[str, Any]], values: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """`state.values`: what each input holds, by block and action.

    `values` is keyed by action_id, or by block_id with an object keyed by action_id, for ids that occur twice.
    """
    held: dict[str, dict[str, Any]] = {}
    for block, item in element.elements(blocks):
        if item["type"] in element.INTERACTIVE:
            continue
        choice = held_by(block, item, values)
        held.setdefault(block["block_id"], {})[item["action_id"]] = {"type": item["type"]} | element.chosen(
            item, choice
        )
    return held


def held_by(block: dict[str, Any], item: dict[str, Any], values: dict[str, Any]) -> Any:
    """What an input holds: what was filled in, else what it began with."""
    inside = values.get(block.get("block_id", ""))
    given = inside if isinstance(inside, dict) else values
    return given.get(item.get("action_id", ""), element.initial(item))
