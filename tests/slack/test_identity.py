"""Who we are, asked of a Slack that has its own troubles."""

from typing import Any

import pytest

from bot.errors import SettingsError
from bot.playground.server import LocalSlack
from bot.slack.calls.chat import web_client
from bot.slack.calls.identity import identify

TROUBLES: dict[str, dict[str, Any]] = {
    "500": {"status": 500},
    "503": {"status": 503},
    "429": {"rate_limited": 1},
    "internal error": {"error": "internal_error"},
    "empty": {"garbled": ""},
    "half": {"garbled": '{"ok":tr'},
}


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
async def test_a_start_waits_for_a_slack_in_trouble(slack: LocalSlack, trouble: dict[str, Any]) -> None:
    """A process that is started in an incident is there when it ends."""
    slack.fail("auth.test", times=2, **trouble)

    me = await identify(web_client(slack.bot_token, slack.api_url), (0.01, 0.01))

    assert me.team == slack.team_id


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
async def test_slacks_trouble_is_not_put_down_to_the_token(slack: LocalSlack, trouble: dict[str, Any]) -> None:
    """Nobody is sent after a token that is good."""
    slack.fail("auth.test", **trouble)

    with pytest.raises(SettingsError, match="Slack is in trouble") as told:
        await identify(web_client(slack.bot_token, slack.api_url))

    assert "TOKEN" not in str(told.value)


async def test_a_token_that_slack_refuses_is_named_at_once(slack: LocalSlack) -> None:
    """Waiting would not make it good."""
    with pytest.raises(SettingsError, match=r"SLACK_BOT_TOKEN: .*invalid_auth"):
        await identify(web_client("xoxb-wrong", slack.api_url), (60.0,))
