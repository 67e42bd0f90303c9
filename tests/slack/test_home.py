"""The form of a channel's settings and the app's Home, as views that Slack takes at any size."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.intake.rules import Rules
from bot.playground.blocks.check import check_view
from bot.reply.catalogue import LANGUAGES, words
from bot.reply.home import home_view
from bot.reply.notes import RecentLine
from bot.reply.rules import rules_sheet, saved_note
from bot.slack.drawing.blocks import message_of
from bot.slack.drawing.home import home_view_of
from bot.slack.drawing.rules import rules_view
from bot.slack.incoming.sent import objections_to_rules, rules_of
from tests.reply.readings import texts
from tests.slack.drawings import ANY_SIZE
from tests.slack.slack_checker import check_message, strings

_domains = st.lists(st.from_regex(r"\A[a-z0-9-]{1,60}(\.[a-z0-9-]{1,60}){1,4}\Z"), max_size=4).map(
    lambda d: tuple(d * 25)
)
_rules = st.builds(
    Rules,
    reads=st.sampled_from(("all", "asked")),
    follow_ups=st.sampled_from(("all", "mentions", "none")),
    language=st.sampled_from(("", "en", "de", "pt-BR")),
    ignore=_domains,
    keep_to=_domains,
)
_rows = st.lists(
    st.builds(
        RecentLine,
        texts,
        st.sampled_from((None, "https://news.example/a", "ftp://x")),
        st.sampled_from((None, "https://local.slack.com/archives/C1/p1")),
        st.just("2026-11-25 22:00 UTC"),
        st.integers(0, 400),
        st.integers(0, 400),
        st.sampled_from(("", "C1")),
        st.booleans(),
    ),
    max_size=10,
)


def sent(view: dict[str, Any]) -> dict[str, Any]:
    """The form as it comes back when nothing in it was touched."""
    values = {}
    for block in view["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            chosen = {"selected_option": element.get("initial_option"), "value": element.get("initial_value")}
            values[block["block_id"]] = {element["action_id"]: chosen}
    return {"user": {"id": "U1"}, "view": view | {"id": "V1", "state": {"values": values}}}


@ANY_SIZE
@given(_rules, st.sampled_from(LANGUAGES), st.booleans())
def test_any_settings_make_a_form_that_slack_takes_and_that_comes_back_as_it_went(
    rules: Rules, language: str, home: bool
) -> None:
    """Sent off untouched, it changes nothing that there was room to show."""
    view = check_view(rules_view(rules_sheet("C1", rules, words(language), home=home)), ("modal",))

    kept = rules_of(sent(view), team="T1")

    assert objections_to_rules(sent(view)) == {}
    assert (kept.channel, kept.home) == ("C1", home)
    assert (kept.rules.reads, kept.rules.follow_ups, kept.rules.language) == (
        rules.reads,
        rules.follow_ups,
        rules.language,
    )
    assert set(kept.rules.ignore) <= set(rules.ignore)
    assert kept.rules.ignore or not rules.ignore


@ANY_SIZE
@given(_rules, st.sampled_from(LANGUAGES))
def test_any_settings_are_confirmed_in_a_message_that_slack_takes(rules: Rules, language: str) -> None:
    """However many domains."""
    check_message(message_of(saved_note(rules, words(language))))


@ANY_SIZE
@given(
    _rows,
    st.dictionaries(st.integers(1, 500).map("C{}".format), _rules, max_size=120),
    st.sampled_from(LANGUAGES),
)
def test_any_home_is_one_that_slack_takes(rows: Any, channels: Any, language: str) -> None:
    """No channel or a hundred, nothing read or anything."""
    yours = frozenset(list(channels)[::2])

    view = check_view(home_view_of(home_view(rows, channels, yours, words(language))), ("home",))

    buttons = [block["accessory"]["value"] for block in view["blocks"] if "accessory" in block]
    assert set(buttons) <= yours
    assert "/claims find" in "".join(strings(view["blocks"], "text"))
