"""The workspace together with its way out: what every call and every person's act works on."""

import time
from dataclasses import dataclass, field
from typing import Any

from bot.playground import events
from bot.playground.changes import Changes
from bot.playground.delivery.outbox import Outbox
from bot.playground.delivery.socket import SocketTransport
from bot.playground.faults import Faults
from bot.playground.mrkdwn import notified
from bot.playground.pace import Pace
from bot.playground.timing import Timing
from bot.playground.workspace import FAMILY, Channel, Message, User, Workspace

TOKEN_SECONDS = 43_200


@dataclass(slots=True)
class Secrets:
    """The tokens of the installation."""

    bot_token: str
    app_token: str
    signing_secret: str
    client_id: str
    client_secret: str
    revoked: bool = field(default=False, init=False)
    rotating: bool = field(default=False, init=False)
    """Whether tokens run out and are renewed, as an app can ask for; never taken back, as at Slack."""
    runs_out: float = field(default=float("inf"), init=False)
    refresh_token: str = field(default="", init=False)
    before: str = field(default="", init=False)
    """The token before this one: it works until its own time has run out."""

    def renew(self, number: str) -> dict[str, object]:
        """Another token with twelve hours to live, and the token that renews it once; as `oauth.v2.access` tells them."""
        self.before, self.bot_token = self.bot_token, f"xoxe.xoxb-local-{number}"
        self.refresh_token = f"xoxe-local-{number}"
        self.runs_out = time.time() + TOKEN_SECONDS
        return {"refresh_token": self.refresh_token, "expires_in": TOKEN_SECONDS}


@dataclass(slots=True)
class Trigger:
    """A `trigger_id`: whose, until when, and whether it was spent; `view` where it was given out from a modal."""

    user: str
    until: float
    view: str | None = None
    spent: bool = False


@dataclass(slots=True)
class ResponseUrl:
    """Where an answer may go five times in half an hour; `message_ts` is the message it may replace."""

    channel: str
    user: str
    until: float
    uses: int = 0
    message_ts: str | None = None
    thread_ts: str | None = None


@dataclass(slots=True)
class Backend:
    """State and outbox; the acts on messages that people and the API share."""

    workspace: Workspace
    secrets: Secrets
    timing: Timing
    socket: SocketTransport
    outbox: Outbox
    pace: Pace
    faults: Faults
    scopes: set[str]
    changes: Changes
    url: str = ""
    triggers: dict[str, Trigger] = field(default_factory=dict)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)
    streams: dict[str, float] = field(default_factory=dict)
    """ts of each streaming message and when its stream dies."""
    view_users: dict[str, str] = field(default_factory=dict)
    """Who has each view open."""
    view_triggers: dict[str, str] = field(default_factory=dict)
    """The trigger that opened each stack of views, by its root: what a person did, and so the window it was done in."""
    link_domains: tuple[str, ...] = ()
    """Up to five domains whose links are told as `link_shared`, with the scope `links:read`."""
    codes: dict[str, str] = field(default_factory=dict)
    """OAuth codes not yet spent, and who installs."""

    def emit(self, event: dict[str, Any], channel: Channel | None = None) -> str | None:
        """Tell the app, where it is in the channel and may know; the event id."""
        if self.secrets.revoked and event["type"] not in {"tokens_revoked", "app_uninstalled"}:
            return None
        if not self.workspace.has_access:
            return None
        if channel is not None and not self.may_hear(event, channel):
            return None
        if not self.pace.may_tell():
            if self.pace.warn_now():
                self.outbox.send_event(events.app_rate_limited(self.workspace))
            return None
        body = events.event_body(self.workspace, event, channel)
        self.outbox.send_event(body)
        return str(body["event_id"])

    def may_hear(self, event: dict[str, Any], channel: Channel) -> bool:
        if event["type"] == "link_shared":
            return "links:read" in self.scopes
        if self.workspace.bot.id not in channel.members:
            return False
        if event["type"] == "app_mention":
            return "app_mentions:read" in self.scopes
        return f"{FAMILY[channel.kind]}:history" in self.scopes

    def post(self, channel: Channel, message: Message) -> Message:
        """Store a new message and tell the app of it; an answer of the bot ends the thread's status."""
        if message.get("bot_id") == self.workspace.bot.bot_id and "thread_ts" in message:
            self.clear_status((channel.id, message["thread_ts"]))
        self.workspace.store(channel, message)
        self.note_mentions(channel, message)
        self.changes.tell("posted", channel.id, message["ts"])
        self._tell_root(channel, message)
        self.emit(events.message_event(channel, message), channel)
        return message

    def change(self, channel: Channel, ts: str, changes: Message) -> Message:
        """Change a stored message (a None removes the field) and tell the app."""
        message = channel.messages[ts]
        previous = dict(message)
        message |= changes
        for name in [name for name, value in changes.items() if value is None]:
            del message[name]
        self.note_mentions(channel, message)
        self.changes.tell("changed", channel.id, ts)
        self.emit(events.changed_event(self.workspace, channel, message, previous), channel)
        return message

    def remove(self, channel: Channel, ts: str) -> None:
        """Delete a message and tell the app."""
        previous = self.workspace.remove(channel, ts)
        self.changes.tell("deleted", channel.id, ts)
        self._tell_root(channel, previous)
        self.emit(events.deleted_event(self.workspace, channel, previous), channel)

    def _tell_root(self, channel: Channel, message: Message) -> None:
        """An answer changes how many its root counts."""
        root = message.get("thread_ts")
        if root in channel.messages and root != message["ts"]:
            self.changes.tell("changed", channel.id, str(root))

    def enter(self, channel: Channel, user_id: str) -> None:
        """Somebody joins a channel, and the app is told."""
        if user_id in channel.members:
            return
        channel.members[user_id] = None
        self.changes.tell("channel", channel.id)
        event = {
            "type": "member_joined_channel",
            "user": user_id,
            "channel": channel.id,
            "channel_type": "C" if channel.kind == "channel" else "G",
            "team": self.workspace.team_id,
            "event_ts": self.workspace.new_ts(),
        }
        self.emit(event, channel)

    def note_mentions(self, channel: Channel, message: Message) -> None:
        """Record whom a message of the bot calls, so that a test can see that it calls nobody."""
        if message.get("bot_id") != self.workspace.bot.bot_id:
            return
        content = {name: message.get(name) for name in ("text", "blocks", "attachments")}
        hits = notified(content)
        if not hits:
            return
        known = self.workspace.notifications.setdefault((channel.id, message["ts"]), [])
        known += [hit for hit in hits if hit not in known]

    def trigger_for(self, user: str, view: str | None = None) -> str:
        """A fresh `trigger_id`."""
        trigger_id = f"{self.workspace.new_id('')}.{self.workspace.new_id('')}.{len(self.triggers):032x}"
        self.triggers[trigger_id] = Trigger(user, time.monotonic() + self.timing.trigger, view)
        return trigger_id

    def response_url_for(self, entry: ResponseUrl) -> str:
        """Register and return a `response_url`."""
        key = f"{self.workspace.team_id}/{self.workspace.new_id('')}/{self.workspace.new_id('R')}"
        self.response_urls[key] = entry
        return f"{self.url}/response/{key}"

    def response_entry(self, channel: str, user: str, **more: Any) -> ResponseUrl:
        return ResponseUrl(channel, user, time.monotonic() + self.timing.response_url, **more)

    def user(self, user_id: str) -> User:
        return self.workspace.users[user_id]

    def clear_status(self, key: tuple[str, str]) -> None:
        """End the status shown beside a thread: it was answered."""
        status = self.workspace.showing.pop(key, None)
        if status is not None:
            status.until = min(status.until, time.time())
            self.changes.tell("status", *key)
