"""Whatever is sent, the local Slack answers as Slack would: it takes it or refuses it, and never breaks."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.playground.api.endpoint import Endpoint
from bot.playground.blocks.check import check_message, check_view
from bot.playground.composer import compose
from bot.playground.mrkdwn import controls, escaped, notified
from bot.playground.refusal import Refused
from bot.playground.server import LocalSlack

OFTEN = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])

KINDS = [
    "section",
    "header",
    "context",
    "actions",
    "rich_text",
    "markdown",
    "table",
    "image",
    "container",
    "card",
    "input",
    "plan",
]
NAMES = [
    "type",
    "text",
    "elements",
    "fields",
    "accessory",
    "rows",
    "child_blocks",
    "title",
    "element",
    "block_id",
    "url",
    "action_id",
]
TYPES = [
    *KINDS,
    "mrkdwn",
    "plain_text",
    "button",
    "text",
    "link",
    "rich_text_section",
    "raw_text",
    "static_select",
    "modal",
]

leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=20)
    | st.sampled_from(TYPES)
)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=12,
)
blocks = st.lists(
    st.fixed_dictionaries({"type": st.sampled_from(KINDS)}, optional=dict.fromkeys(NAMES[1:], values)), max_size=3
)


def outcome(call: Callable[[], object]) -> str:
    """The code of the refusal, or that there was none; anything else that is raised goes through."""
    try:
        call()
    except Refused as refusal:
        return refusal.error
    return "taken"


@OFTEN
@given(blocks)
def test_any_blocks_are_taken_or_refused(value: list[dict[str, Any]]) -> None:
    """No shape of block breaks the check."""
    assert outcome(lambda: check_message(value)) in {"taken", "invalid_blocks", "msg_blocks_too_long"}


@OFTEN
@given(values)
def test_any_view_is_taken_or_refused(value: Any) -> None:
    """No shape of view breaks the check."""
    assert outcome(lambda: check_view(value, ("modal", "home"))) in {"taken", "invalid_arguments"}


@OFTEN
@given(
    st.text(alphabet=st.sampled_from("ab <>|@#!&;`.\nU0C:/htps()é字\u200f") | st.characters(codec="utf-8"), max_size=80)
)
def test_any_text_is_composed_and_escaped(text: str) -> None:
    """Typed text makes blocks that Slack takes; stored text holds no stray angle bracket, and is stable."""
    written, made = compose(text)
    if made:
        check_message(made)

    assert escaped(escaped(text)) == escaped(text)
    assert len(controls(written)) == written.count("<") or "```" in text or "`" in text
    assert isinstance(notified({"text": text, "blocks": made}), list)


def endpoint_of(slack: LocalSlack) -> Endpoint:
    """An endpoint that tells nobody of anything, for there is no loop to do it on."""
    slack.paced = False
    slack.scopes.difference_update({"channels:history", "im:history"})
    slack.scopes.add("chat:write.public")
    return slack.site.endpoint


METHODS = sorted(LocalSlack().site.endpoint.methods)


@pytest.mark.parametrize("method", METHODS)
def test_any_arguments_are_taken_or_refused(method: str) -> None:
    """No argument of any type makes a method fail otherwise than by a refusal."""
    slack = LocalSlack()
    endpoint = endpoint_of(slack)
    ana = slack.add_user("ana")
    called = endpoint.methods[method]
    known = st.sampled_from([slack.general, ana, "1795447970.836147", "[]", "{}", "1", "true", "C0", "x" * 50])
    arguments = st.dictionaries(st.sampled_from(sorted(called.arguments.model_fields)), known | values, max_size=6)
    token = slack.app_token if called.caller == "app" else slack.bot_token

    @settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
    @given(arguments)
    def any_arguments(given_arguments: dict[str, Any]) -> None:
        slack.backend.secrets.revoked = False
        assert outcome(lambda: endpoint.run(slack.backend, method, token, given_arguments))

    any_arguments()
