"""Whatever is told, the message is one that Slack takes."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block

from bot.claims.reading import Claim, Denial, Source
from bot.reply.catalogue import LANGUAGES, words
from bot.reply.compose import help_note, reading_reply
from bot.reply.reply import (
    AnswerLine,
    AnswerReply,
    ClaimItem,
    DenialLine,
    Note,
    NoteItem,
    Passage,
    Precedent,
    ReadingReply,
)
from bot.slack.drawing.blocks import blocks_of, message_of
from tests.reply.readings import CLAIMS, HOSTILE, article_of, report_of, reports, texts
from tests.slack.drawings import ANY_SIZE, EN, drawn
from tests.slack.slack_checker import check_message, strings

SHELFMARK = f"{'a' * 32}/{'b' * 32}"
_urls = st.sampled_from((None, "https://news.example/a", "https://news.example/" + "y" * 975))
_passages = st.lists(st.builds(Passage, st.integers(1, 40), texts, _urls), max_size=12).map(tuple)
_denials = st.lists(st.builds(DenialLine, st.just("d"), texts, _passages), max_size=6).map(tuple)
_precedents = st.lists(st.builds(Precedent, texts, _urls, texts), max_size=5).map(tuple)
_items = st.lists(
    st.builds(ClaimItem, st.just("c"), texts, st.booleans(), texts, texts, texts, _passages, _denials, _precedents),
    max_size=3,
)


def test_long_reading_is_cut_at_whole_claims_with_the_number_left_out() -> None:
    """Shown claims are complete, and with those left out they are all there are."""
    claims = [
        CLAIMS[0].model_copy(update={"id": f"x{i}", "text": f"Claim number {i} is this one."}) for i in range(400)
    ]
    message = message_of(reading_reply(report_of(claims=claims), EN))

    check_message(message)
    shown = drawn(message).count("is this one.")
    assert f"… and {400 - shown} more claims" in drawn(message)
    assert 25 <= shown < 50


def test_many_claims_leave_room_for_denials_and_own_voice_and_the_other_way_round() -> None:
    """Each part is at least counted, whatever the size of the others."""
    many = [CLAIMS[0].model_copy(update={"id": f"x{i}"}) for i in range(200)]
    own = [CLAIMS[5].model_copy(update={"id": f"y{i}"}) for i in range(200)]
    reply = reading_reply(report_of(claims=[*many, *own]), EN)
    message = message_of(replace(reply, other_denials=reply.other_denials * 200))

    check_message(message)
    assert "more claims" in drawn(message)
    assert "more in the outlet’s own voice" in drawn(message)
    assert "more denials" in drawn(message)
    assert drawn(message).count("Anna Lindqvist (transport") >= 15


def test_one_claim_more_than_fits_is_never_replaced_by_a_line_without_need() -> None:
    """A message that holds everything says nothing about more."""
    for count in range(30, 50):
        claims = [CLAIMS[1].model_copy(update={"id": f"x{i}", "text": "A."}) for i in range(count)]
        message = message_of(reading_reply(report_of(claims=claims, denials=[]), EN))
        check_message(message)
        shown = drawn(message).count("A.\n")
        assert (shown == count) != ("more claim" in drawn(message))


def test_huge_claim_is_cut_after_a_whole_sentence() -> None:
    """A text beyond any block ends at a sentence, with an ellipsis."""
    text = "This sentence is repeated often. " * 300
    message = message_of(reading_reply(report_of(claims=[CLAIMS[0].model_copy(update={"text": text})]), EN))

    check_message(message)
    assert "repeated often. …\n" in drawn(message)


@pytest.mark.parametrize("piece", [HOSTILE[0], HOSTILE[3], "&", "👩‍👧", "x", "long word "])
def test_largest_reading_still_shows_claims_and_counts_the_rest(piece: str) -> None:
    """400 claims by names of 3,000 characters, denied 60 times, at long addresses: some whole, the rest as a number."""
    name = (piece * 3000)[:3000]
    article = article_of(
        [[name.replace("\n", " ")] * 12], url="https://news.example/" + "y" * 900, title=name, outlet=name
    )
    sources = [Source(id=f"s{i}", name=f"{i}{name}", kind="person", role=name) for i in range(4)]
    ids = tuple(source.id for source in sources)
    claims = [
        Claim(id=f"c{i}", text=name, sentences=tuple(range(1, 13, 2)), sources=ids, via=ids[:1], hedge=name)
        for i in range(400)
    ]
    denials = [
        Denial(id=f"d{i}", sources=ids, via=ids, kind="denies", claims=("c0",) if i % 2 else (), sentences=(1, 3, 5))
        for i in range(60)
    ]
    report = report_of(article=article, sources=sources, claims=claims, denials=denials)
    message = message_of(reading_reply(report, EN))

    check_message(message)
    left = re.search(r"… and (\d+) more claims", drawn(message))
    assert left
    bold = [b for b in message["blocks"] if b["type"] == "rich_text" and "named" in "".join(strings(b, "text"))]
    assert len(bold) + int(left[1]) == 400
    assert bold


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_draws_within_the_limits(language: str) -> None:
    """Buttons and lines fit in every catalogue."""
    for reply in (
        reading_reply(report_of(reader="offline", stands_in=True), words(language)),
        help_note(words(language)),
        Note("x", retry=True, language=language),
    ):
        check_message(message_of(reply))


@ANY_SIZE
@given(reports(), st.sampled_from((None, "reading", "checking")))
def test_any_reading_passes_the_local_slack(report: Any, growing: Any) -> None:
    """The strict local Slack, written apart from this, refuses none of it either."""
    local = pytest.importorskip("bot.playground.blocks.check")

    local.check_message(message_of(reading_reply(report, EN, growing=growing, shelfmark=SHELFMARK))["blocks"])


def test_slack_sdk_accepts_every_block() -> None:
    """The SDK's own models find no fault with what we draw."""
    for block in blocks_of(reading_reply(report_of(stands_in=True), EN)):
        parsed = Block.parse(block)
        assert parsed is not None
        parsed.validate_json()


@ANY_SIZE
@given(reports(), st.sampled_from(LANGUAGES), st.sampled_from((None, "reading", "checking")))
def test_any_reading_makes_a_message_that_slack_takes(report: Any, language: str, growing: Any) -> None:
    """From 0 to 400 claims, in every script, with names of 3,000 characters."""
    check_message(message_of(reading_reply(report, words(language), growing=growing, shelfmark=SHELFMARK), mark="m"))


@pytest.mark.slow
@ANY_SIZE
@given(
    st.builds(
        ReadingReply,
        texts,
        _urls,
        texts,
        texts,
        _items.map(tuple),
        _items.map(tuple),
        _denials,
        texts,
        st.lists(texts, max_size=9).map(tuple),
        texts,
        texts,
        st.booleans(),
    ),
    st.integers(1, 130),
)
def test_any_values_at_all_make_a_message_that_slack_takes(reply: ReadingReply, times: int) -> None:
    """The surface holds its limits even against values that no composer makes."""
    check_message(message_of(replace(reply, claims=reply.claims * times, own_voice=reply.own_voice * times)))


@ANY_SIZE
@given(
    st.builds(
        AnswerReply,
        texts,
        st.lists(st.builds(AnswerLine, texts, st.booleans(), _passages), max_size=4).map(lambda rows: tuple(rows * 9)),
        texts,
        texts,
    )
)
def test_any_answer_makes_a_message_that_slack_takes(reply: AnswerReply) -> None:
    """Answers of any length and script."""
    check_message(message_of(reply))


@ANY_SIZE
@given(
    st.builds(
        Note,
        texts,
        st.booleans(),
        st.lists(st.tuples(texts, _urls.map(lambda url: url or "")), max_size=4).map(tuple),
        st.lists(
            st.builds(NoteItem, texts, _urls, texts, st.none() | st.tuples(texts, st.just("https://x.example/"))),
            max_size=4,
        ).map(lambda rows: tuple(rows * 30)),
        again=texts,
    )
)
@example(Note("", retry=True, again="\ud800 half a character"))
def test_any_note_makes_a_message_that_slack_takes(reply: Note) -> None:
    """Notes with any number of entries."""
    check_message(message_of(reply))
