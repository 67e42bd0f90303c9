"""Everything the local Slack knows, in one object: people, channels, messages, files, views."""

import itertools
import time
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.playground.refusal import Refused

Message = dict[str, Any]
ChannelKind = Literal["channel", "group", "im", "mpim"]
FAMILY = {"channel": "channels", "group": "groups", "im": "im", "mpim": "mpim"}
"""How scopes name each kind of channel."""
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(slots=True)
class User:
    """A person or the bot. `team` differs from the workspace's for people of a connected one; a `guest` is of this one."""

    id: str
    name: str
    team: str
    is_bot: bool = False
    bot_id: str | None = None
    guest: bool = False


@dataclass(slots=True)
class Channel:
    """A conversation; `messages` by ts in the order they came, `replies` the ts of each thread's answers."""

    id: str
    name: str
    kind: ChannelKind
    members: dict[str, None] = field(default_factory=dict)
    archived: bool = False
    shared: bool = False
    org_shared: bool = False
    """Shared with other workspaces of the organisation."""
    created: int = 0
    messages: dict[str, Message] = field(default_factory=dict)
    replies: dict[str, list[str]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    """Thread answers, which the channel itself does not show."""

    @property
    def type(self) -> str:
        """Slack's word for it in events."""
        return self.kind

    @property
    def is_private(self) -> bool:
        return self.kind != "channel"


@dataclass(slots=True)
class File:
    """An upload; it belongs to nobody's channel until it is completed."""

    id: str
    name: str
    length: int
    user: str
    title: str = ""
    content: bytes = b""
    done: bool = False
    shares: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Status:
    """One status text that was shown beside a thread; `until` is when it was gone."""

    channel: str
    thread_ts: str
    status: str
    at: float
    until: float


@dataclass(slots=True)
class Workspace:
    """The state; every rule about it lives elsewhere."""

    number: int
    team_name: str
    enterprise_id: str | None = None
    org_wide: bool = False
    """Whether the app was installed into the organisation, not into this workspace alone."""
    has_access: bool = True
    """Whether the organisation's installation counts here."""
    team_id: str = field(init=False)
    team_domain: str = field(init=False)
    app_id: str = "A0CLAIMS01"
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    ephemerals: list[Message] = field(default_factory=list)
    files: dict[str, File] = field(default_factory=dict)
    views: dict[str, dict[str, Any]] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    statuses: list[Status] = field(default_factory=list)
    showing: dict[tuple[str, str], Status] = field(default_factory=dict)
    notifications: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    bot: User = field(init=False)
    _numbers: "itertools.count[int]" = field(init=False)
    _last_ts: int = 0

    def __post_init__(self) -> None:
        self.team_id = f"T0LOCAL{self.number:03}"
        self.team_domain = self.team_name.lower().replace(" ", "-")
        self._numbers = itertools.count((self.number - 1) * 36**6 + 1)
        self.bot = User(self.new_id("U"), "claims", self.team_id, is_bot=True, bot_id=self.new_id("B"))
        self.users[self.bot.id] = self.bot

    def take_bot(self, bot: User) -> None:
        """The bot of the organisation is the same user in each of its workspaces."""
        del self.users[self.bot.id]
        self.bot = bot
        self.users[bot.id] = bot

    def new_id(self, prefix: str) -> str:
        """Such as `C0000000A1`: unique on this server."""
        number, text = next(self._numbers), ""
        while number:
            number, rest = divmod(number, 36)
            text = DIGITS[rest] + text
        return f"{prefix}{text:0>9}"

    def new_ts(self) -> str:
        """The time, made unique as Slack makes it: no two messages share a ts."""
        self._last_ts = max(self._last_ts + 1, time.time_ns() // 1000)
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def pass_time(self, seconds: float) -> None:
        """What is said and pressed from now on is so much later."""
        self._last_ts = max(self._last_ts, time.time_ns() // 1000) + round(seconds * 1_000_000)

    def channel(self, channel_id: str) -> Channel:
        """Raises `Refused` where there is none."""
        if channel_id not in self.channels:
            raise Refused("channel_not_found")
        return self.channels[channel_id]

    def store(self, channel: Channel, message: Message) -> None:
        """Keep a message under its ts, and count it where it answers a thread."""
        channel.messages[message["ts"]] = message
        parent_ts = message.get("thread_ts")
        if parent_ts is None or parent_ts == message["ts"]:
            return
        answers = channel.replies.setdefault(parent_ts, [])
        answers.append(message["ts"])
        if message.get("subtype") != "thread_broadcast":
            channel.hidden.add(message["ts"])
        count_replies(channel, parent_ts)

    def remove(self, channel: Channel, ts: str) -> Message:
        """Forget a message; the root of a thread that has answers stays as a tombstone. The old one."""
        old = channel.messages.pop(ts)
        if channel.replies.get(ts):
            channel.messages[ts] = tombstone(old)
            count_replies(channel, ts)
            channel.messages = dict(sorted(channel.messages.items()))
        parent_ts = old.get("thread_ts")
        if parent_ts in channel.replies and ts in channel.replies[parent_ts]:
            channel.replies[parent_ts].remove(ts)
            channel.hidden.discard(ts)
            count_replies(channel, parent_ts)
        return old


def tombstone(message: Message) -> Message:
    """What stands where the root of a living thread was deleted."""
    return {
        "type": "message",
        "subtype": "tombstone",
        "user": "USLACKBOT",
        "text": "This message was deleted.",
        "hidden": True,
        "ts": message["ts"],
        "thread_ts": message["ts"],
    }


def count_replies(channel: Channel, parent_ts: str) -> None:
    """Bring the root's reply figures up to date."""
    parent = channel.messages.get(parent_ts)
    if parent is None:
        return
    answers = channel.replies.get(parent_ts, [])
    if not answers:
        for name in ("thread_ts", "reply_count", "reply_users_count", "reply_users", "latest_reply", "is_locked"):
            parent.pop(name, None)
        return
    last = channel.messages[answers[-1]]
    users: list[str] = parent.get("reply_users", [])
    who = last.get("user") or last.get("bot_id", "")
    if who and who not in users:
        users = [*users, who]
    parent |= {
        "thread_ts": parent_ts,
        "reply_count": len(answers),
        "reply_users_count": len(users),
        "reply_users": users,
        "latest_reply": answers[-1],
        "is_locked": False,
        "subscribed": True,
    }
