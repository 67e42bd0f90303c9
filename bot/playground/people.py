"""What people do with messages: say, edit, delete, paste a link that unfurls, react."""

import uuid
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from bot.playground import events
from bot.playground.api.access import root_of
from bot.playground.api.chat import threaded
from bot.playground.api.files import describe, keep_file
from bot.playground.backend import Backend
from bot.playground.composer import compose
from bot.playground.refusal import Refused
from bot.playground.workspace import Channel, Message


class People:
    """Acts of the people in the workspace; each returns once Slack knows, before the app does."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self.workspace = backend.workspace

    def say(
        self,
        user: str,
        channel_id: str,
        text: str,
        *,
        thread_ts: str | None = None,
        blocks: list[dict[str, Any]] | None = None,
        files: Sequence[tuple[str, bytes]] | None = None,
        broadcast: bool = False,
    ) -> str:
        """Post as a person; the ts. Raises `Refused` where Slack would not let them."""
        channel = self.workspace.channel(channel_id)
        if channel.archived:
            raise Refused("is_archived")
        if channel.is_private and user not in channel.members:
            raise Refused("channel_not_found")
        message = self._written(user, text, blocks)
        root = root_of(channel, thread_ts)
        if root is not None:
            message |= threaded(root, broadcast=broadcast)
        if files:
            message |= self._shared(user, channel, message["ts"], files)
        return self._post(channel, message)

    def _written(self, user: str, text: str, blocks: list[dict[str, Any]] | None) -> Message:
        written, made = compose(text)
        message: Message = {
            "client_msg_id": str(uuid.uuid4()),
            "type": "message",
            "user": user,
            "text": written,
            "team": self.workspace.users[user].team,
            "ts": self.workspace.new_ts(),
        }
        shown = made if blocks is None else blocks
        numbered = [{"block_id": self.workspace.new_id("b")} | block for block in shown]
        if self.workspace.users[user].team != self.workspace.team_id:
            message |= {"user_team": message["team"], "source_team": message["team"]}
        return message | ({"blocks": numbered} if numbered else {})

    def _shared(self, user: str, channel: Channel, ts: str, files: Sequence[tuple[str, bytes]]) -> Message:
        kept = [keep_file(self.backend, name, content, user) for name, content in files]
        for file in kept:
            file.shares.setdefault(channel.id, []).append(ts)
        return {
            "subtype": "file_share",
            "files": [describe(self.backend, file) for file in kept],
            "upload": False,
            "display_as_bot": False,
        }

    def _post(self, channel: Channel, message: Message) -> str:
        if channel.kind == "channel" and "user" in message:
            channel.members.setdefault(message["user"])
        self.backend.post(channel, message)
        if channel.kind != "im" and f"<@{self.workspace.bot.id}>" in message["text"]:
            self.backend.emit(events.mention_event(channel, message), channel)
        if shared := registered(list(_links(message.get("blocks", []))), self.backend.link_domains):
            self.backend.emit(events.link_shared_event(self.workspace, channel, message, shared), channel)
        return str(message["ts"])

    def say_as_bot(self, name: str, channel_id: str, text: str, *, thread_ts: str | None = None) -> str:
        """Post as some other app's bot; the ts."""
        channel = self.workspace.channel(channel_id)
        written, blocks = compose(text)
        message: Message = {
            "type": "message",
            "subtype": "bot_message",
            "username": name,
            "bot_id": self.workspace.new_id("B"),
            "text": written,
            "blocks": blocks,
            "ts": self.workspace.new_ts(),
        }
        root = root_of(channel, thread_ts)
        if root is not None:
            message |= threaded(root)
        return self._post(channel, message)

    def edit(self, user: str, channel_id: str, ts: str, text: str) -> None:
        """Change one's own message."""
        channel = self.workspace.channel(channel_id)
        self._own(user, channel, ts, "cant_update_message")
        written, blocks = compose(text)
        edited = {"user": user, "ts": self.workspace.new_ts()}
        self.backend.change(channel, ts, {"text": written, "blocks": blocks, "edited": edited})

    def delete(self, user: str, channel_id: str, ts: str) -> None:
        """Delete one's own message."""
        channel = self.workspace.channel(channel_id)
        self._own(user, channel, ts, "cant_delete_message")
        self.backend.remove(channel, ts)

    def _own(self, user: str, channel: Channel, ts: str, refusal: str) -> None:
        if ts not in channel.messages:
            raise Refused("message_not_found")
        if channel.messages[ts].get("user") != user:
            raise Refused(refusal)

    def unfurl(self, channel_id: str, ts: str) -> None:
        """Slack shows a preview of the first link: `message_changed` without an edit."""
        channel = self.workspace.channel(channel_id)
        link = next(_links(channel.messages[ts].get("blocks", [])), "")
        preview = {
            "id": 1,
            "from_url": link,
            "original_url": link,
            "fallback": "A page",
            "title": "A page",
            "text": "A page.",
        }
        self.backend.change(channel, ts, {"attachments": [preview]})

    def react(self, user: str, channel_id: str, ts: str, name: str, *, remove: bool = False) -> None:
        """Add a reaction, or take one's own back; what changes nothing is told to nobody."""
        channel = self.workspace.channel(channel_id)
        message = channel.messages[ts]
        if not (unreact if remove else react)(message, user, name):
            return
        self.backend.changes.tell("changed", channel_id, ts)
        event = {
            "type": "reaction_removed" if remove else "reaction_added",
            "user": user,
            "reaction": name,
            "item": {"type": "message", "channel": channel_id, "ts": ts},
            "item_user": message.get("user"),
            "event_ts": self.workspace.new_ts(),
        }
        self.backend.emit(event, channel)


def unreact(message: Message, user: str, name: str) -> bool:
    """Take a reaction back; False where this person had none there."""
    found = next((each for each in message.get("reactions", []) if each["name"] == name), None)
    if found is None or user not in found["users"]:
        return False
    found["users"].remove(user)
    found["count"] -= 1
    message["reactions"] = [each for each in message["reactions"] if each["users"]]
    return True


def registered(links: list[str], domains: tuple[str, ...]) -> list[dict[str, str]]:
    """The links under the domains that the app registered, as `link_shared` lists them."""
    found = ((link, (urlsplit(link).hostname or "").removeprefix("www.")) for link in links)
    return [{"url": link, "domain": domain} for link, domain in found if domain in domains]


def react(message: Message, user: str, name: str) -> bool:
    """Record a reaction; False where this person had it there already."""
    reactions = message.setdefault("reactions", [])
    found = next((each for each in reactions if each["name"] == name), None)
    if found is None:
        found = {"name": name, "users": [], "count": 0}
        reactions.append(found)
    if user in found["users"]:
        return False
    found["users"].append(user)
    found["count"] += 1
    return True


def _links(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _links(item)
    elif isinstance(value, dict):
        if value.get("type") == "link":
            yield str(value["url"])
        yield from _links(value.get("elements", []))
