"""What a search found, as a message that Slack takes at any size."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.claims.reading import Report
from bot.playground.blocks.check import check_message as local_check
from bot.reply.catalogue import LANGUAGES, words
from bot.reply.recall import Recalled, find_note, source_note
from bot.slack.drawing.blocks import message_of
from tests.reply.readings import report_of, reports, texts
from tests.slack.drawings import ANY_SIZE
from tests.slack.slack_checker import check_message, strings


def recalled(report: Report, thread: str | None = "https://local.slack.com/archives/C1/p1") -> list[Recalled]:
    found = [("claim", each.id) for each in report.reading.claims] + [("denial", d.id) for d in report.reading.denials]
    return [
        Recalled(report.article, report.reading, kind, item, thread, "2026-11-25 22:00 UTC")  # type: ignore[arg-type]
        for kind, item in found
    ]


def test_what_is_left_out_is_counted() -> None:
    """Those that there was no room for, and those that the search left out, in one figure."""
    message = message_of(find_note("bridge", recalled(report_of()), 31, words("en")))

    assert "… and 31 more" in "".join(strings(message["blocks"], "text"))
    assert "… and 31 more" in message["text"]


@ANY_SIZE
@given(reports(), texts, st.integers(0, 10_000), st.sampled_from(LANGUAGES), st.booleans())
def test_any_search_makes_a_message_that_slack_takes(
    report: Any, asked: str, more: int, language: str, by_name: bool
) -> None:
    """Whatever was asked and found, in every script."""
    make = source_note if by_name else find_note

    message = message_of(make(asked, recalled(report), more, words(language)))

    check_message(message)
    local_check(message["blocks"])
