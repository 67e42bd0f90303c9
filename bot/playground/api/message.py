"""What a bot's message is made of, checked once for posting, updating, whispering and answering."""

import json
from typing import Any

from bot.playground.api.method import Arguments, Json, Text
from bot.playground.backend import Backend
from bot.playground.blocks.check import check_message
from bot.playground.composer import rich_text
from bot.playground.element import numbered
from bot.playground.mrkdwn import escaped
from bot.playground.refusal import Refused
from bot.playground.workspace import Message

LONGEST_TEXT = 40_000
LONGEST_MARKDOWN = 12_000
LARGEST_METADATA = 8_000
MOST_ATTACHMENTS = 100


class Content(Arguments):
    """The arguments that carry content, common to the `chat.*` methods."""

    text: Text | None = None
    blocks: Json = None
    attachments: Json = None
    markdown_text: Text | None = None
    metadata: Json = None


def content_of(backend: Backend, given: Content, *, longest: int | None = None) -> Message:
    """text, blocks, attachments and metadata, ready to store.

    `longest` refuses a longer text where posting would truncate it. Raises `Refused`.
    """
    if given.markdown_text is not None:
        return _from_markdown(backend, given) | metadata_of(given.metadata)
    text = given.text or ""
    blocks, attachments = _list(given.blocks, "blocks"), _list(given.attachments, "attachments")
    if not text.strip() and not blocks and not attachments:
        raise Refused("no_text")
    if longest is not None and len(text) > longest:
        raise Refused("msg_too_long")
    _check(blocks, attachments)
    stored = escaped(text[:LONGEST_TEXT])
    return {
        "text": stored,
        "blocks": numbered(blocks or rich_text(stored), backend.workspace.new_id),
        "attachments": attachments or None,
    } | metadata_of(given.metadata)


def _check(blocks: list[dict[str, Any]], attachments: list[dict[str, Any]]) -> None:
    if len(attachments) > MOST_ATTACHMENTS:
        raise Refused("too_many_attachments")
    for each in (blocks, *(_list(attachment.get("blocks"), "attachments") for attachment in attachments)):
        if each:
            check_message(each)


def _from_markdown(backend: Backend, given: Content) -> Message:
    if given.text or given.blocks:
        raise Refused("markdown_text_conflict")
    text = given.markdown_text or ""
    if not text.strip():
        raise Refused("no_text")
    if len(text) > LONGEST_MARKDOWN:
        raise Refused("msg_too_long")
    blocks = [{"type": "markdown", "text": text}]
    check_message(blocks)
    return {"text": escaped(text), "blocks": numbered(blocks, backend.workspace.new_id), "attachments": None}


def _list(value: Any, name: str) -> list[dict[str, Any]]:
    if value is None or value == "":
        return []
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return value
    raise Refused("invalid_blocks_format" if name == "blocks" else "invalid_attachments")


def metadata_of(value: Any) -> Message:
    """`{event_type, event_payload}`, or nothing; an empty object removes what was there."""
    if value is None:
        return {}
    if value == {}:
        return {"metadata": None}
    if not isinstance(value, dict):
        raise Refused("invalid_metadata_format")
    kind, payload = value.get("event_type"), value.get("event_payload")
    if (
        not isinstance(kind, str)
        or not kind
        or not isinstance(payload, dict)
        or set(value) - {"event_type", "event_payload"}
    ):
        raise Refused("invalid_metadata_schema")
    if len(json.dumps(value)) > LARGEST_METADATA:
        raise Refused("metadata_too_large")
    return {"metadata": {"event_type": kind, "event_payload": payload}}


def by_bot(backend: Backend, *, ts: str | None = None) -> Message:
    """The fields that say who wrote it."""
    workspace = backend.workspace
    bot = workspace.bot
    return {
        "type": "message",
        "user": bot.id,
        "bot_id": bot.bot_id,
        "app_id": workspace.app_id,
        "team": workspace.team_id,
        "ts": ts or workspace.new_ts(),
        "bot_profile": {
            "id": bot.bot_id,
            "app_id": workspace.app_id,
            "user_id": bot.id,
            "name": bot.name,
            "deleted": False,
            "updated": 0,
            "team_id": workspace.team_id,
        },
    }


def without_nothing(message: Message) -> Message:
    """Fields without a value are not on the wire."""
    return {name: value for name, value in message.items() if value is not None}
