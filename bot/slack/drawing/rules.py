"""The form of a channel's settings as Slack's modal."""

import json
from collections.abc import Sequence
from typing import Any, Final

from bot.reply.catalogue import words
from bot.reply.plain import shorten
from bot.reply.rules import RulesSheet
from bot.reply.sheet import Choice
from bot.slack.drawing import actions, limits
from bot.slack.drawing.rich import Block, Element, channel, context, menu, option, plain, rich, section, text

View = dict[str, Any]

_DOMAINS: Final = 3000


def rules_view(sheet: RulesSheet) -> View:
    """The modal of a channel's settings."""
    said, rules = words(sheet.language), sheet.rules
    return {
        "type": "modal",
        "callback_id": actions.RULES,
        "private_metadata": json.dumps({"channel": sheet.channel, "home": sheet.home, "language": sheet.language}),
        "title": plain(shorten(said("rules.title"), limits.VIEW_TITLE)),
        "submit": plain(shorten(said("rules.save"), limits.VIEW_TITLE)),
        "close": plain(shorten(said("sheet.close"), limits.VIEW_TITLE)),
        "blocks": [
            rich(section([channel(sheet.channel), text(said("rules.about"))])),
            _input("reads", said("rules.reads"), _radio("reads", sheet.reads, rules.reads)),
            _input("follow_ups", said("rules.follow_ups"), _radio("follow_ups", sheet.follow_ups, rules.follow_ups)),
            _input("language", said("rules.language"), _languages(sheet.languages, rules.language)),
            _input("ignore", said("rules.ignore"), _domains("ignore", rules.ignore), optional=True),
            _input("keep_to", said("rules.keep_to"), _domains("keep_to", rules.keep_to), optional=True),
            context(said("rules.domains")),
        ],
    }


def _input(name: str, label: str, element: Element, *, optional: bool = False) -> Block:
    return {
        "type": "input",
        "block_id": name,
        "label": plain(shorten(label, 2000)),
        "element": element,
        "optional": optional,
    }


def _radio(name: str, choices: Sequence[Choice], chosen: str) -> Element:
    options = [option(each.label, each.value) for each in choices]
    initial = next(each for each in options if each["value"] == chosen)
    return {"type": "radio_buttons", "action_id": name, "options": options, "initial_option": initial}


def _languages(choices: Sequence[Choice], chosen: str) -> Element:
    return menu("language", [option(each.label, each.value or actions.OWN) for each in choices], chosen or actions.OWN)


def _domains(name: str, domains: Sequence[str]) -> Element:
    """One a line; what is there already is put in, as far as Slack has room for it."""
    element: Element = {"type": "plain_text_input", "action_id": name, "multiline": True, "max_length": _DOMAINS}
    shown = list(domains)
    while len("\n".join(shown)) > _DOMAINS:
        shown.pop()
    return element | ({"initial_value": "\n".join(shown)} if shown else {})
