"""What a reply looks like in Slack, and that Slack takes it at any size."""

from bot.reply.compose import help_note, left_out_note, reading_reply, recent_note
from bot.reply.notes import RecentLine
from bot.reply.reply import (
    AnswerLine,
    AnswerReply,
    Note,
    Passage,
)
from bot.slack.drawing import actions
from bot.slack.drawing.blocks import blocks_of, message_of
from tests.reply.readings import CLAIMS, DENIALS, article_of, report_of
from tests.slack.drawings import EN, drawn, kinds
from tests.slack.slack_checker import check_message, strings


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


def test_what_a_button_cannot_hold_is_not_offered_again() -> None:
    """A pasted text that is longer than Slack keeps in a button: the note stands without *Try again*, instead of being refused."""
    short, long = (Note("Unsure.", retry=True, again="x" * length) for length in (2000, 2001))

    assert [block["type"] for block in blocks_of(short)] == ["rich_text", "actions"]
    assert [block["type"] for block in blocks_of(long)] == ["rich_text"]
