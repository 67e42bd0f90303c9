"""conversations.replies and conversations.history: reading messages back."""

from bot.playground.api.access import readable, scoped
from bot.playground.api.method import Answer, Method, Text, Ts
from bot.playground.api.paging import Paged, listed, page
from bot.playground.backend import Backend
from bot.playground.refusal import Refused
from bot.playground.workspace import Message

SCOPES = ("channels:history", "groups:history", "im:history", "mpim:history")
OUTSIDE_MARKETPLACE_PAGE = 15


class History(Paged):
    channel: Text
    inclusive: bool | None = None
    include_all_metadata: bool | None = None
    latest: str | None = None
    oldest: str | None = None


class Replies(History):
    ts: Ts


def replies(backend: Backend, given: Replies) -> Answer:
    """A thread: its root first, then the answers, oldest first."""
    channel = scoped(backend, readable(backend, given.channel), "history")
    message = channel.messages.get(given.ts)
    if message is None:
        raise Refused("thread_not_found")
    root_ts = message.get("thread_ts", given.ts)
    answers = [channel.messages[ts] for ts in channel.replies.get(root_ts, []) if _within(ts, given)]
    chosen, cursor = page(answers, _limited(backend, given), given.cursor)
    found = [channel.messages[root_ts], *chosen] if root_ts in channel.messages else chosen
    return listed("messages", [shown(each, given) for each in found], cursor)


def history(backend: Backend, given: History) -> Answer:
    """What the channel itself shows, newest first."""
    channel = scoped(backend, readable(backend, given.channel), "history")
    found = [message for ts, message in channel.messages.items() if ts not in channel.hidden and _within(ts, given)]
    chosen, cursor = page(found[::-1], _limited(backend, given), given.cursor)
    return listed("messages", [shown(each, given) for each in chosen], cursor)


def _limited(backend: Backend, given: Paged) -> int:
    return min(given.limit, OUTSIDE_MARKETPLACE_PAGE) if backend.pace.commercial else given.limit


def _within(ts: str, given: History) -> bool:
    after = given.oldest is None or float(given.oldest) < float(ts) or bool(given.inclusive and given.oldest == ts)
    before = given.latest is None or float(ts) < float(given.latest) or bool(given.inclusive and given.latest == ts)
    return after and before


def shown(message: Message, given: History) -> Message:
    """Metadata is left out unless it is asked for."""
    if given.include_all_metadata:
        return message
    return {name: value for name, value in message.items() if name != "metadata"}


METHODS = {
    "conversations.replies": Method(replies, Replies, SCOPES, json=False),
    "conversations.history": Method(history, History, SCOPES, json=False),
}
