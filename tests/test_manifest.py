"""The manifest asks for what the code uses, and for nothing else."""

from pathlib import Path
from typing import Any

import yaml

from bot.slack.incoming.doors import COMMANDS, EVENTS, SHORTCUTS
from bot.slack.scopes import BOT_SCOPES

MANIFEST = Path(__file__).parents[1] / "deploy" / "slack-manifest.yaml"


def manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    return loaded


def test_the_scopes_are_those_the_code_uses_each_with_its_reason() -> None:
    """Code and manifest name the same scopes, and the manifest says why."""
    text = MANIFEST.read_text(encoding="utf-8")

    assert manifest()["oauth_config"]["scopes"]["bot"] == list(BOT_SCOPES)
    assert all(f"- {scope} # {reason}" in text for scope, reason in BOT_SCOPES.items())


def test_the_events_are_those_the_listeners_know() -> None:
    """Mentions, the messages of every kind of channel, our removal, and nothing that would be thrown away."""
    events = manifest()["settings"]["event_subscriptions"]["bot_events"]

    assert {event.partition(".")[0] for event in events} == set(EVENTS)
    assert {event for event in events if event.startswith("message.")} == {
        "message.channels",
        "message.groups",
        "message.im",
        "message.mpim",
    }


def test_the_commands_are_those_the_listeners_know() -> None:
    """Slack offers no command that nobody answers."""
    assert {each["command"] for each in manifest()["features"]["slash_commands"]} == set(COMMANDS)


def test_the_shortcuts_are_those_the_listeners_know() -> None:
    """Slack offers nothing in a message's menu that nobody answers."""
    assert {each["callback_id"] for each in manifest()["features"]["shortcuts"]} == set(SHORTCUTS)
