"""reactions.add and reactions.remove."""

import re

from bot.playground.api.access import readable
from bot.playground.api.method import Answer, Arguments, Method, Text, Ts
from bot.playground.backend import Backend
from bot.playground.people import react, unreact
from bot.playground.refusal import Refused
from bot.playground.workspace import Message


class Reaction(Arguments):
    channel: Text
    name: str
    timestamp: Ts


class RemoveReaction(Arguments):
    name: str
    channel: Text | None = None
    timestamp: Ts | None = None
    file: str | None = None
    file_comment: str | None = None


def _message(backend: Backend, channel: str | None, ts: str | None) -> Message:
    if channel is None or ts is None:
        raise Refused("no_item_specified")
    found = readable(backend, channel).messages.get(ts)
    if found is None:
        raise Refused("message_not_found")
    return found


def add(backend: Backend, given: Reaction) -> Answer:
    """React as the bot."""
    message = _message(backend, given.channel, given.timestamp)
    if not re.fullmatch(r"[a-z0-9_+'-]+(?:::skin-tone-[2-6])?", given.name):
        raise Refused("invalid_name")
    if not react(message, backend.workspace.bot.id, given.name):
        raise Refused("already_reacted")
    backend.changes.tell("changed", given.channel, given.timestamp)
    return {"ok": True}


def remove(backend: Backend, given: RemoveReaction) -> Answer:
    """Take the bot's reaction back."""
    message = _message(backend, given.channel, given.timestamp)
    if not unreact(message, backend.workspace.bot.id, given.name):
        raise Refused("no_reaction")
    backend.changes.tell("changed", str(given.channel), str(given.timestamp))
    return {"ok": True}


METHODS = {
    "reactions.add": Method(add, Reaction, ("reactions:write",), json=False),
    "reactions.remove": Method(remove, RemoveReaction, ("reactions:write",), json=False),
}
