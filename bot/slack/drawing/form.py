"""The form behind a thumbs-down, as Slack's modal view."""

import json
from collections.abc import Sequence
from typing import Any, Final

from bot.intake.task import MISTAKES
from bot.reply.catalogue import Words, words
from bot.reply.plain import shorten
from bot.reply.sheet import Choice, MistakeSheet
from bot.slack.drawing import actions, limits
from bot.slack.drawing.budget import json_size
from bot.slack.drawing.rich import Block, Element, option, plain

_IN_A_GROUP: Final = 100
_LABELS: Final = (limits.OPTION_TEXT, 40, 20)
_ROOM: Final = limits.VIEW_JSON - 30_000
"""Bytes of all options: beside them stand up to a hundred labels of groups, and the other questions."""


def form_of(sheet: MistakeSheet) -> dict[str, Any]:
    """What is wrong, which claim, and a comment; the message it is about travels with it."""
    said = words(sheet.language)
    return {
        "type": "modal",
        "callback_id": actions.MISTAKE,
        "title": plain(shorten(said("wrong.title"), limits.VIEW_TITLE)),
        "submit": plain(shorten(said("wrong.submit"), limits.VIEW_TITLE)),
        "close": plain(shorten(said("wrong.cancel"), limits.VIEW_TITLE)),
        "private_metadata": json.dumps({"channel": sheet.channel, "reply": sheet.reply}),
        "blocks": [
            _what(said),
            *([_which(sheet.claims, said)] if sheet.claims else []),
            _comment(said),
        ],
    }


def _what(said: Words) -> Block:
    kinds = [option(said(f"wrong.{kind}"), kind) for kind in MISTAKES]
    return _input("what", said("wrong.kind"), {"type": "radio_buttons", "options": kinds})


def _which(claims: Sequence[Choice], said: Words) -> Block:
    """Slack's menu takes a hundred options in a group, and a hundred groups."""
    options = _options(claims)
    groups = [
        {
            "label": plain(said("wrong.group", first=start + 1, last=min(start + _IN_A_GROUP, len(options)))),
            "options": options[start : start + _IN_A_GROUP],
        }
        for start in range(0, min(len(options), _IN_A_GROUP**2), _IN_A_GROUP)
    ]
    block = _input("claim", said("wrong.claim"), {"type": "static_select", "option_groups": groups})
    return block | {"optional": True, "hint": plain(said("wrong.claim_hint"))}


def _options(claims: Sequence[Choice]) -> list[Element]:
    """One a claim, with as much of its text as a view has room for; where even little is too much, the first ones."""
    for length in _LABELS:
        options = [option(shorten(each.label, length), each.value) for each in claims]
        size = json_size(options)
        if size <= _ROOM:
            return options
    return options[: len(options) * _ROOM // size]


def _comment(said: Words) -> Block:
    element: Element = {"type": "plain_text_input", "multiline": True, "max_length": limits.COMMENT}
    block = _input("comment", said("wrong.comment"), element)
    return block | {"optional": True, "hint": plain(said("wrong.comment_hint"))}


def _input(name: str, label: str, element: Element) -> Block:
    return {"type": "input", "block_id": name, "label": plain(label), "element": element | {"action_id": name}}
