"""chat.*: posting, changing, deleting, whispering, links to messages."""

from typing import Any

from bot.playground.api.access import own, root_of, visible, writable
from bot.playground.api.message import Content, by_bot, content_of, without_nothing
from bot.playground.api.method import Answer, Arguments, Method, Text, Ts
from bot.playground.backend import Backend
from bot.playground.composer import rich_text
from bot.playground.refusal import Refused
from bot.playground.workspace import Channel, Message

LONGEST_UPDATE = 4_000


class Posting(Content):
    """What chat.postMessage and chat.postEphemeral have in common."""

    channel: Text
    thread_ts: Ts | None = None
    as_user: bool | None = None
    icon_emoji: str | None = None
    icon_url: str | None = None
    username: str | None = None
    link_names: bool | None = None
    parse: str | None = None


class PostMessage(Posting):
    reply_broadcast: bool | None = None
    unfurl_links: bool | None = None
    unfurl_media: bool | None = None
    mrkdwn: bool | None = None
    container_id: str | None = None


class PostEphemeral(Posting):
    user: Text


class Update(Content):
    channel: Text
    ts: Ts
    as_user: bool | None = None
    file_ids: Any = None
    link_names: bool | None = None
    parse: str | None = None
    reply_broadcast: bool | None = None


class Delete(Arguments):
    channel: Text
    ts: Ts
    as_user: bool | None = None


class GetPermalink(Arguments):
    channel: Text
    message_ts: Ts


def post_message(backend: Backend, given: PostMessage) -> Answer:
    """Post as the bot, into the channel or a thread."""
    channel = writable(backend, given.channel)
    root = root_of(channel, given.thread_ts)
    message = without_nothing(by_bot(backend) | content_of(backend, given) | _named(backend, given))
    if root is not None:
        message |= threaded(root, broadcast=bool(given.reply_broadcast))
    backend.post(channel, message)
    return {"ok": True, "channel": channel.id, "ts": message["ts"], "message": dict(message)}


def threaded(root: Message, *, broadcast: bool = False) -> Message:
    """The fields of an answer in a thread."""
    fields = {"thread_ts": root["ts"], "parent_user_id": root.get("user")}
    if broadcast:
        fields |= {"subtype": "thread_broadcast", "root": dict(root)}
    return without_nothing(fields)


def _named(backend: Backend, given: Posting) -> Message:
    """Another name or picture needs its own scope and makes an old-style bot message."""
    if not (given.username or given.icon_emoji or given.icon_url):
        return {}
    if "chat:write.customize" not in backend.scopes:
        raise Refused("missing_scope", needed="chat:write.customize", provided=",".join(sorted(backend.scopes)))
    return {"subtype": "bot_message", "username": given.username or backend.workspace.bot.name}


def post_ephemeral(backend: Backend, given: PostEphemeral) -> Answer:
    """Show something to one person; it is stored nowhere but in their window."""
    channel = writable(backend, given.channel)
    if given.user not in channel.members:
        raise Refused("user_not_in_channel")
    root = root_of(channel, given.thread_ts)
    message = without_nothing(by_bot(backend) | content_of(backend, given))
    whisper(backend, channel, given.user, message | ({"thread_ts": root["ts"]} if root else {}))
    return {"ok": True, "message_ts": message["ts"]}


def whisper(backend: Backend, channel: Channel, user: str, message: Message) -> None:
    """Keep an ephemeral message where its reader finds it."""
    backend.workspace.ephemerals.append(message | {"channel": channel.id, "is_ephemeral": True, "reader": user})
    backend.note_mentions(channel, message)
    backend.changes.tell("whispered", channel.id, message["ts"])


def update(backend: Backend, given: Update) -> Answer:
    """Replace what the call names of one of the bot's messages, and keep the rest.

    Blocks that are not named stay, so that a new text alone changes nothing people see:
    https://github.com/slackapi/python-slack-sdk/issues/523
    """
    channel = writable(backend, given.channel)
    old = own(backend, channel, given.ts, "cant_update_message")
    if given.ts in backend.streams:
        raise Refused("streaming_state_conflict")
    content = content_of(backend, _completed(given, old), longest=LONGEST_UPDATE)
    if given.blocks is None and given.markdown_text is None and not made_from_text(old):
        del content["blocks"]
    if given.attachments is None:
        del content["attachments"]
    edited = {"user": backend.workspace.bot.id, "ts": backend.workspace.new_ts()}
    message = backend.change(channel, given.ts, content | {"edited": edited})
    return {"ok": True, "channel": channel.id, "ts": given.ts, "text": message["text"], "message": dict(message)}


def _completed(given: Update, old: Message) -> Update:
    """A call that names nothing but metadata keeps the text."""
    if given.metadata is None or given.text or given.blocks or given.attachments or given.markdown_text:
        return given
    return given.model_copy(update={"text": old["text"] or " "})


def made_from_text(message: Message) -> bool:
    """Whether the blocks are those that Slack itself made of the text."""
    blocks = [{name: block[name] for name in block if name != "block_id"} for block in message.get("blocks", [])]
    return blocks == rich_text(message["text"])


def delete(backend: Backend, given: Delete) -> Answer:
    """Delete one of the bot's messages."""
    channel = writable(backend, given.channel)
    own(backend, channel, given.ts, "cant_delete_message")
    backend.streams.pop(given.ts, None)
    backend.remove(channel, given.ts)
    return {"ok": True, "channel": channel.id, "ts": given.ts}


def get_permalink(backend: Backend, given: GetPermalink) -> Answer:
    """The address of a message in Slack."""
    channel = visible(backend, given.channel)
    message = channel.messages.get(given.message_ts)
    if message is None:
        raise Refused("message_not_found")
    return {"ok": True, "channel": channel.id, "permalink": permalink(backend, channel, message)}


def permalink(backend: Backend, channel: Channel, message: Message) -> str:
    """As Slack builds it; a thread's answer names its root."""
    stamp = message["ts"].replace(".", "")
    link = f"https://{backend.workspace.team_domain}.slack.com/archives/{channel.id}/p{stamp}"
    thread_ts = message.get("thread_ts", message["ts"])
    return link if thread_ts == message["ts"] else f"{link}?thread_ts={thread_ts}&cid={channel.id}"


METHODS = {
    "chat.postMessage": Method(post_message, PostMessage, ("chat:write",)),
    "chat.postEphemeral": Method(post_ephemeral, PostEphemeral, ("chat:write",)),
    "chat.update": Method(update, Update, ("chat:write",)),
    "chat.delete": Method(delete, Delete, ("chat:write",)),
    "chat.getPermalink": Method(get_permalink, GetPermalink, json=False),
}
