"""What a reply looks like in Slack, and that Slack takes it at any size."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block

from bot.claims.reading import Claim, Denial, Source
from bot.reply.catalogue import LANGUAGES, words
from bot.reply.compose import help_note, left_out_note, reading_reply, recent_note
from bot.reply.notes import RecentLine
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
from bot.slack.drawing import actions
from bot.slack.drawing.blocks import blocks_of, message_of
from tests.reply.readings import CLAIMS, DENIALS, HOSTILE, article_of, report_of, reports, texts
from tests.slack.slack_checker import check_message, strings

EN = words("en")
SHELFMARK = f"{'a' * 32}/{'b' * 32}"
# Without shrinking, which takes minutes on values of this size and says little more.
ANY_SIZE = settings(
    max_examples=40,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def drawn(message: dict[str, Any]) -> str:
    """The words of the blocks, one line a block."""
    return "\n".join("".join(strings(block, "text")) for block in message["blocks"])


def kinds(message: dict[str, Any]) -> list[str]:
    return [block["type"] for block in message["blocks"]]


def test_claim_shows_who_says_it_on_what_footing_how_firmly_and_where() -> None:
    """The claim is followed by source with role, footing, firmness with its hedge, and the numbers of its sentences."""
    message = message_of(reading_reply(report_of(), EN))

    assert (
        "The harbour bridge of Westhaven will very likely close this winter.\n"
        "Anna Lindqvist (transport minister) — named · likely (“very likely”) · sentences 2, 4"
    ) in drawn(message)


def test_number_of_a_sentence_opens_the_article_there() -> None:
    """A sentence number is a link with a text fragment."""
    message = message_of(reading_reply(report_of(), EN))

    urls = list(strings(message["blocks"], "url"))
    assert "https://news.example/bridge?id=7#:~:text=A%20closure%20this,she%20told%20lawmakers" in urls


def test_denial_stands_set_off_beneath_the_claim_it_denies() -> None:
    """A denial is a quote element of the claim's own block."""
    message = message_of(reading_reply(report_of(), EN))

    block = next(
        block for block in message["blocks"] if "hiding an inspection report" in "".join(strings(block, "text"))
    )
    assert block["elements"][1]["type"] == "rich_text_quote"
    assert "Denied by the port authority and Baltmar (shipping firm) — sentence 8" in "".join(strings(block, "text"))


def test_own_voice_and_other_denials_stand_apart_under_titles() -> None:
    """What the outlet says itself and denials of nothing listed come after the claims."""
    text = drawn(message_of(reading_reply(report_of(), EN)))

    assert text.index("Foreign divers") < text.index("In the outlet’s own voice") < text.index("opened in 1961")
    assert text.index("Other denials and responses") < text.index("No comment from the mayor’s office — sentence 11")


def test_final_reading_asks_for_a_vote() -> None:
    """Feedback buttons come last, with the action id and values that listeners know."""
    message = message_of(reading_reply(report_of(), EN), mark="m")

    feedback = message["blocks"][-1]["elements"][0]
    assert (feedback["action_id"], feedback["positive_button"]["value"], feedback["negative_button"]["value"]) == (
        actions.VOTE,
        "good",
        "bad",
    )


def test_growing_reading_shows_progress_and_no_buttons() -> None:
    """While the reader writes there is nothing to vote on yet."""
    message = message_of(reading_reply(report_of(), EN, growing="reading"))

    assert "context_actions" not in kinds(message)
    assert "5 claims so far" in drawn(message)


def test_reading_that_stands_in_offers_to_try_again() -> None:
    """The offline reading in place of the model's has the button."""
    message = message_of(reading_reply(report_of(reader="offline", stands_in=True), EN))

    button = next(block for block in message["blocks"] if block["type"] == "actions")["elements"][0]
    assert (button["action_id"], button["text"]["text"]) == ("try_again", "Try again")


def test_reading_that_is_kept_opens_all_its_claims() -> None:
    """The button carries where the reading is kept; while it grows there is none."""
    message = message_of(reading_reply(report_of(), EN, shelfmark="a/b"))

    button, menu = next(block for block in message["blocks"] if block["type"] == "actions")["elements"]
    assert (button["action_id"], button["text"]["text"], button["value"]) == ("all_claims", "All claims", "a/b")
    assert [option["value"] for option in menu["options"]][:2] == ["export:csv:a/b", "export:json:a/b"]
    assert "actions" not in kinds(message_of(reading_reply(report_of(), EN, growing="reading", shelfmark="a/b")))


def test_mark_goes_into_the_metadata() -> None:
    """The mark is how our own message is found again; without one there is no metadata."""
    reply = Note("Hello.")

    assert message_of(reply, mark="r7")["metadata"] == {"event_type": "claims_reply", "event_payload": {"mark": "r7"}}
    assert "metadata" not in message_of(reply)


def test_nothing_unfurls() -> None:
    """Links of ours open no previews in the channel."""
    message = message_of(Note("Hello."))

    assert (message["unfurl_links"], message["unfurl_media"]) == (False, False)


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


def test_words_of_an_article_cannot_mention_link_or_format() -> None:
    """Markup of an article stays visible as characters and does nothing."""
    hostile = "<!channel> <@U1> <https://evil.example|x> & *b* `c` @here"
    article = article_of([[hostile]], title=hostile, outlet=hostile)
    claim = CLAIMS[0].model_copy(update={"text": hostile, "sentences": (1,)})
    message = message_of(reading_reply(report_of(article=article, claims=[claim], denials=[]), EN))

    check_message(message)
    assert "&lt;!channel&gt;" in message["text"]
    assert all("evil" not in url.split("#")[0] for url in strings(message["blocks"], "url"))
    assert {
        element["type"]
        for block in message["blocks"]
        if block["type"] == "rich_text"
        for row in block["elements"]
        for element in row["elements"]
    } <= {"text", "link"}


def test_right_to_left_words_cannot_reorder_ours() -> None:
    """They stand within isolates, and override characters are gone."""
    claim = CLAIMS[0].model_copy(update={"text": "\u202eتنفي موسكو ذلك", "hedge": "ربما"})
    message = message_of(reading_reply(report_of(claims=[claim]), EN))

    check_message(message)
    assert "\u2068تنفي موسكو ذلك\u2069" in drawn(message)
    assert "likely (“\u2068ربما\u2069”)" in drawn(message)


def test_text_reads_as_the_whole_reply_for_a_screen_reader() -> None:
    """The fallback says title, counts, each claim with its source, and denials."""
    text = message_of(reading_reply(report_of(), EN))["text"]

    assert text.startswith("Harbour bridge ‘very likely’ to close this winter, minister says (The Westhaven Times")
    assert "Anna Lindqvist (transport minister) — named · likely (“very likely”): The harbour bridge" in text
    assert "Denied by the port authority" in text


def test_a_screen_reader_says_no_claim_of_the_outlet_without_those_who_deny_it() -> None:
    """A denial of what the outlet says itself stands on that claim's line, as it does in the blocks."""
    own_voice = next(claim for claim in CLAIMS if claim.is_own_voice)
    denial = DENIALS[0].model_copy(update={"claims": (own_voice.id,), "implied_claim": None})
    text = message_of(reading_reply(report_of(denials=[denial]), EN))["text"]

    line = next(line for line in text.split("\n") if line.startswith("In the outlet’s own voice"))
    assert "Denied by the port authority" in line


def test_that_rules_read_in_the_models_place_is_said_before_the_first_claim() -> None:
    """To whoever sees the message and to whoever hears it."""
    message = message_of(reading_reply(report_of(reader="offline", stands_in=True), EN))

    for said in (drawn(message), message["text"]):
        assert said.index("simpler reading by rules") < said.index("The harbour bridge of Westhaven")


def test_answer_cites_its_sentences() -> None:
    """Each line of an answer ends in links to the sentences it rests on; the article's own words are in quotes."""
    passage = Passage(3, "x", "https://news.example/#:~:text=x")
    reply = AnswerReply("", (AnswerLine("It closes.", False, (passage,)), AnswerLine("As said.", True, (passage,))))
    message = message_of(reply, mark="m")

    assert drawn(message).startswith("It closes. — sentence 3\n“As said.” — sentence 3")
    assert list(strings(message["blocks"], "url")) == [passage.url, passage.url]
    assert kinds(message)[-1] == "context_actions"


def test_help_lists_its_commands_as_bullets() -> None:
    """Commands are one list, and stay visible as typed."""
    message = message_of(help_note(EN))

    check_message(message)
    assert "/claims quietly <link> — the same" in drawn(message)


def test_recent_lines_link_title_and_thread() -> None:
    """Each line leads to the article and to the thread it was read in."""
    line = RecentLine("Bridge closes", "https://news.example/b", "https://team.slack.example/p1", "17 November", 3, 1)
    message = message_of(recent_note([line], EN))

    assert "Bridge closes — 17 November · 3 claims · 1 denial · thread" in drawn(message)
    assert list(strings(message["blocks"], "url")) == [line.url, line.thread]


def test_links_left_out_are_named() -> None:
    """The note lists them as links."""
    message = message_of(left_out_note(["https://a.example/one", "https://b.example/two?x=<y>"], EN))

    check_message(message)
    assert list(strings(message["blocks"], "url")) == ["https://a.example/one", "https://b.example/two?x=%3Cy%3E"]


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


_urls = st.sampled_from((None, "https://news.example/a", "https://news.example/" + "y" * 975))
_passages = st.lists(st.builds(Passage, st.integers(1, 40), texts, _urls), max_size=12).map(tuple)
_denials = st.lists(st.builds(DenialLine, st.just("d"), texts, _passages), max_size=6).map(tuple)
_precedents = st.lists(st.builds(Precedent, texts, _urls, texts), max_size=5).map(tuple)
_items = st.lists(
    st.builds(ClaimItem, st.just("c"), texts, st.booleans(), texts, texts, texts, _passages, _denials, _precedents),
    max_size=3,
)


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
    )
)
def test_any_note_makes_a_message_that_slack_takes(reply: Note) -> None:
    """Notes with any number of entries."""
    check_message(message_of(reply))
