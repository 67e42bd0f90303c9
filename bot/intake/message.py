"""What reaches us from a channel, as values. The surface makes them; `triage` decides on them."""

from dataclasses import dataclass
from typing import Literal, TypedDict

from bot.intake.shared import SharedFile

Where = Literal["channel", "group", "direct"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reply goes. `thread` is the ts of the thread's root message, None outside a thread."""

    team: str
    channel: str
    thread: str | None = None

    @property
    def lane(self) -> str:
        """Work of one lane is done one at a time, in order."""
        return f"{self.team}/{self.channel}/{self.thread or '-'}"


class Origin(TypedDict):
    """Which message something comes of, who wrote or chose it, and the thread that it is told in."""

    team: str
    channel: str
    thread: str | None
    user: str | None
    event: str
    message: str


@dataclass(frozen=True, slots=True)
class Message:
    """One message as Slack delivered it.

    `text` has Slack's own escapes undone and mentions taken out; `links` are the addresses in it, in
    order, as pasted; `mentions` are the user ids in it; `event` is the id of this delivery. `edit` is the ts of the edit
    that brought these links, empty for what was written at once.
    """

    team: str
    channel: str
    where: Where
    ts: str
    user: str | None
    text: str
    links: tuple[str, ...] = ()
    files: tuple[SharedFile, ...] = ()
    mentions: tuple[str, ...] = ()
    thread: str | None = None
    subtype: str | None = None
    bot: bool = False
    event: str = ""
    edit: str = ""

    @property
    def root(self) -> str:
        """The ts that a reply to this message names as its thread."""
        return self.thread or self.ts

    @property
    def place(self) -> Place:
        return Place(self.team, self.channel, self.root)

    @property
    def origin(self) -> Origin:
        return {
            "team": self.team,
            "channel": self.channel,
            "thread": self.root,
            "user": self.user,
            "event": self.event,
            "message": self.ts,
        }


@dataclass(frozen=True, slots=True)
class Command:
    """One slash command. `event` is unique to this call (Slack's trigger id)."""

    team: str
    channel: str
    user: str
    text: str
    response_url: str
    event: str
    where: Where = "channel"
