"""The manifest that `claims-bot manifest` prints is one that Slack takes."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bot.slack.manifest import listed, manifest

DEPLOY = Path(__file__).parents[2] / "deploy"
SCHEMA: dict[str, Any] = json.loads((Path(__file__).parent / "slack-manifest.schema.json").read_text(encoding="utf-8"))


def test_the_checked_in_manifest_is_what_the_command_prints() -> None:
    """Whoever copies the file and whoever runs the command make the same app."""
    assert manifest() == (DEPLOY / "slack-manifest.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("host", [None, "claims.example.org"])
def test_slack_takes_the_manifest(host: str | None) -> None:
    """Names, types and lengths are those of Slack's own schema."""
    jsonschema.validate(yaml.safe_load(manifest(host)), SCHEMA)


def test_http_points_every_address_at_the_host_and_leaves_socket_mode() -> None:
    """Events, interactivity, every command and the redirect go to the host; the rest is as before."""
    loaded = yaml.safe_load(manifest("claims.example.org"))

    settings, events = loaded["settings"], "https://claims.example.org/slack/events"
    assert settings["event_subscriptions"].pop("request_url") == events
    assert settings["interactivity"].pop("request_url") == events
    assert [command.pop("url") for command in loaded["features"]["slash_commands"]] == [events]
    assert loaded["oauth_config"].pop("redirect_urls") == ["https://claims.example.org/slack/oauth_redirect"]
    assert settings.pop("socket_mode_enabled") is False
    plain = yaml.safe_load(manifest())
    assert plain["settings"].pop("socket_mode_enabled") is True
    assert loaded == plain


def test_http_leaves_no_placeholder() -> None:
    """Nothing is left to fill in by hand."""
    assert "YOUR-HOST" not in manifest("claims.example.org:8443")


@pytest.mark.parametrize(
    "host", ["", "https://claims.example.org", "claims", "a b.org", "x.org/path", "-x.org", "x.org\n"]
)
def test_what_is_no_host_name_is_refused(host: str) -> None:
    """An address with scheme or path, or a name that nobody can reach, would make an app that hears nothing."""
    with pytest.raises(ValueError, match="host name"):
        manifest(host)


@pytest.mark.parametrize("name", ["slash_commands", "shortcuts"])
def test_its_lists_can_be_had_without_yaml(name: str) -> None:
    """Commands and shortcuts are read out of the text, which is their one home; a value keeps no quotes."""
    told = [
        {key: str(value) for key, value in each.items()}
        for each in yaml.safe_load(manifest())["features"].get(name, [])
    ]

    assert [
        {key: value.capitalize() if value in ("true", "false") else value for key, value in each.items()}
        for each in listed(name)
    ] == told
