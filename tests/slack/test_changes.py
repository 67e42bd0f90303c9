"""What changed in an article, as a message that Slack takes at any size."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims.changes import Changes, ClaimChange, DenialChange
from bot.claims.reading import Report
from bot.playground.blocks.check import check_message as local_check
from bot.reply.catalogue import LANGUAGES, words
from bot.reply.changes import changes_reply
from bot.slack.drawing.blocks import message_of
from tests.reply.readings import report_of, reports
from tests.slack.drawings import ANY_SIZE, drawn
from tests.slack.slack_checker import check_message, strings


def every_change(before: Report, after: Report) -> Changes:
    """As if nothing of the one were in the other, and what is at the same place had changed."""
    claims = [ClaimChange("gone", claim, None, claim.sentences) for claim in before.reading.claims]
    claims += [ClaimChange("added", None, claim, (), claim.sentences) for claim in after.reading.claims]
    claims += [
        ClaimChange("weakened", old, new, old.sentences, new.sentences)
        for old, new in zip(before.reading.claims, after.reading.claims, strict=False)
    ]
    denials = [DenialChange("removed", denial, None, denial.sentences) for denial in before.reading.denials]
    denials += [
        DenialChange("changed", old, new, old.sentences, new.sentences)
        for old, new in zip(before.reading.denials, after.reading.denials, strict=False)
    ]
    return Changes(tuple(claims), tuple(denials))


def message(before: Report, after: Report, language: str = "en") -> dict[str, Any]:
    found = every_change(before, after)
    reply = changes_reply(before, after, found, words(language), was_read="then", now_read="now", shelfmark="a/r")
    return message_of(reply, mark="m")


def test_changes_that_do_not_fit_are_counted() -> None:
    """With those that are shown they are all there are."""
    claim = report_of().reading.claims[0]
    many = [claim.model_copy(update={"id": f"x{i}", "text": f"Claim number {i} is this one."}) for i in range(60)]
    before, after = report_of(claims=many), report_of(claims=[])
    after = after.model_copy(update={"reading": after.reading.model_copy(update={"denials": ()})})
    before = before.model_copy(update={"reading": before.reading.model_copy(update={"denials": ()})})

    said = drawn(message(before, after))

    shown = said.count("Claim number")
    assert 5 < shown < 60
    assert f"… and {60 - shown} more changes" in said


def test_a_group_that_fills_the_message_leaves_room_to_tell_of_the_next() -> None:
    """Slack takes fifty blocks: however many changes of one kind there are, how many of another are left out is told."""
    claim, denial = report_of().reading.claims[0], report_of().reading.denials[0]
    denial = denial.model_copy(update={"claims": (), "implied_claim": "It held."})
    nothing = report_of(claims=[])
    nothing = nothing.model_copy(update={"reading": nothing.reading.model_copy(update={"denials": ()})})

    for several in range(30, 60):
        many = tuple(
            claim.model_copy(update={"id": f"x{i}", "text": f"No. {i}.", "sentences": (1,)}) for i in range(several)
        )
        reading = nothing.reading.model_copy(update={"claims": many, "denials": (denial,)})
        made = message(nothing.model_copy(update={"reading": reading}), nothing)

        check_message(made)


def test_both_passages_stand_under_the_change_and_only_the_new_one_opens() -> None:
    """The old sentence is no longer at its address."""
    before = report_of()

    made = message(before, before)

    quotes = [e for block in made["blocks"] for e in block.get("elements", ()) if e["type"] == "rich_text_quote"]
    for was, now in zip(quotes[::2], quotes[1::2], strict=True):
        assert "".join(strings(was, "text")).startswith("Before: ")
        assert "".join(strings(now, "text")).startswith("Now: ")
        assert not list(strings(was, "url"))


@pytest.mark.slow
@ANY_SIZE
@given(reports(), reports(), st.sampled_from(LANGUAGES))
def test_any_changes_make_a_message_that_slack_takes(before: Any, after: Any, language: str) -> None:
    """From none to more than a thousand, in every script."""
    made = message(before, after, language)

    check_message(made)
    local_check(made["blocks"])
