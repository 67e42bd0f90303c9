"""Which channel, message or thread a call may touch."""

from bot.playground.backend import Backend
from bot.playground.refusal import Refused
from bot.playground.workspace import FAMILY, Channel, ChannelKind, Message


def readable(backend: Backend, channel_id: str) -> Channel:
    """A channel whose messages the bot may read. Raises `Refused`."""
    channel = visible(backend, channel_id)
    if backend.workspace.bot.id not in channel.members:
        raise Refused("not_in_channel")
    return channel


def scoped(backend: Backend, channel: Channel, right: str) -> Channel:
    """The channel, where the token holds `right` (history or read) for its kind. Raises `Refused`."""
    held(backend, channel.kind, right)
    return channel


def held(backend: Backend, kind: ChannelKind, right: str) -> None:
    """Raises `Refused` where the token does not hold `right` for this kind of channel."""
    needed = f"{FAMILY[kind]}:{right}"
    if needed not in backend.scopes:
        raise Refused("missing_scope", needed=needed, provided=",".join(sorted(backend.scopes)))


def visible(backend: Backend, channel_id: str) -> Channel:
    """A channel the bot may know of: a public one, or one it is in. Raises `Refused`."""
    channel = backend.workspace.channel(channel_id)
    if channel.is_private and backend.workspace.bot.id not in channel.members:
        raise Refused("channel_not_found")
    return channel


def writable(backend: Backend, channel_id: str) -> Channel:
    """A channel the bot may post into; a user's id stands for the direct messages with them. Raises `Refused`."""
    if channel_id.startswith("U"):
        channel_id = direct(backend, channel_id).id
    channel = visible(backend, channel_id)
    if channel.archived:
        raise Refused("is_archived")
    if backend.workspace.bot.id not in channel.members and "chat:write.public" not in backend.scopes:
        raise Refused("not_in_channel")
    return channel


def direct(backend: Backend, user_id: str) -> Channel:
    """The direct messages between the bot and a person, opened where there are none yet. Raises `Refused`."""
    workspace = backend.workspace
    if user_id not in workspace.users or user_id == workspace.bot.id:
        raise Refused("channel_not_found")
    for channel in workspace.channels.values():
        if channel.kind == "im" and set(channel.members) == {user_id, workspace.bot.id}:
            return channel
    channel = Channel(workspace.new_id("D"), "", "im", {user_id: None, workspace.bot.id: None})
    workspace.channels[channel.id] = channel
    backend.changes.tell("channel", channel.id)
    return channel


def root_of(channel: Channel, thread_ts: str | None) -> Message | None:
    """The message that a thread hangs on. Raises `Refused` where there is none, or it is itself an answer."""
    if thread_ts is None:
        return None
    root = channel.messages.get(thread_ts)
    if root is None:
        raise Refused("thread_not_found")
    if root.get("thread_ts", thread_ts) != thread_ts:
        raise Refused("cannot_reply_to_message")
    return root


def own(backend: Backend, channel: Channel, ts: str, refusal: str) -> Message:
    """A message of the bot. Raises `Refused`: there is none, or it is somebody else's."""
    message = channel.messages.get(ts)
    if message is None or message.get("subtype") == "tombstone":
        raise Refused("message_not_found")
    if message.get("bot_id") != backend.workspace.bot.bot_id:
        raise Refused(refusal)
    return message
