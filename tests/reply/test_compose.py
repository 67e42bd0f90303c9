"""What a reading is told as."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.claims.answer import Answer, AnswerPart
from bot.claims.reading import ReaderInfo, Report
from bot.errors import ReaderError
from bot.reply.catalogue import LANGUAGES, words
from bot.reply.compose import Stage, answer_reply, reading_reply
from tests.reply.readings import CLAIMS, PARAGRAPHS, article_of, report_of, reports
from tests.reply.telling import CLAIM, EN, item, told

OFFLINE, MODEL = ReaderInfo(name="offline"), ReaderInfo(name="openai", model="m")


def test_heading_byline_and_counts() -> None:
    """Title with its address, outlet and day, and one line of counts."""
    reply = told(report_of())

    assert reply.heading.startswith("Harbour bridge")
    assert reply.url == "https://news.example/bridge?id=7"
    assert reply.byline == "The Westhaven Times · 17 November 2026"
    assert reply.counts == (
        "5 claims · 4 sources (3 named, 1 anonymous) · 2 second-hand · 1 denial · 1 gave no comment"
        " · 1 in the outlet’s own voice · 27 % of sentences without a source"
    )


def test_passages_are_the_articles_own_sentences() -> None:
    """Number, characters and address; numbers that do not exist are passed over."""
    passages = item(CLAIM.model_copy(update={"sentences": (4, 2, 99, 0)})).passages

    assert [passage.n for passage in passages] == [2, 4]
    assert passages[1].text == PARAGRAPHS[2][1]


def test_article_without_attribution_says_so() -> None:
    """An own-voice article is told plainly, not shown as an empty list."""
    reply = told(report_of(claims=CLAIMS[5:], denials=[]))

    assert reply.counts == "no attributed claims · 1 in the outlet’s own voice"
    assert reply.notes[0].startswith("This article attributes no claim to anybody")


def test_article_without_any_claim_says_so() -> None:
    """Nothing found is said plainly too."""
    reply = told(report_of(claims=[], denials=[]))

    assert reply.counts == "no attributed claims"
    assert reply.notes == (EN("note.nothing"),)


def test_offline_reader_is_honest_about_its_limits() -> None:
    """A reading by rules says so, and that it may miss and misattribute."""
    assert told(report_of(reader="offline")).notes == (EN("note.offline"),)


def test_reading_that_stands_in_says_why_and_offers_to_try_again() -> None:
    """The offline reading in place of the model's."""
    reply = told(report_of(reader="offline", stands_in=True))

    assert reply.notice.startswith("The language model is out of reach")
    assert reply.notes == (EN("note.offline"),)
    assert reply.retry


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("because", sorted({each.code for each in ReaderError.__subclasses__()}))
def test_whatever_was_wrong_with_the_model_is_said_before_the_rules_reading(because: str, language: str) -> None:
    """Every failure of a reader has a sentence that needs nothing but itself, for a reading and for an answer."""
    report = report_of(reader="offline", stands_in=True).model_copy(update={"because": because})
    answer = Answer(question="Why?", told=False, parts=(), reader=OFFLINE, stands_in=True, because=because)

    of_reading = reading_reply(report, words(language)).notice
    of_answer = answer_reply(answer, report.article, words(language)).note

    assert of_reading
    assert of_answer
    assert "{" not in of_reading + of_answer


def test_replaced_and_dropped_are_counted() -> None:
    """What the checks changed is said briefly."""
    notes = told(report_of(dropped=2)).notes

    assert notes == (EN("note.quoted", n=1), EN("note.dropped", n=2))


def test_growing_reading_has_progress_and_no_conclusions() -> None:
    """Counts, notes and hint wait for the end."""
    reply = reading_reply(report_of(reader="offline", stands_in=True), EN, growing="reading")

    assert reply.progress == "Reading … 5 claims so far"  # one more is in the outlet's own voice
    assert (reply.notice, reply.counts, reply.notes, reply.hint, reply.retry) == ("", "", (), "", False)


def test_text_without_title_or_address_has_a_name() -> None:
    """Pasted text is called what it is."""
    assert told(report_of(article=article_of(PARAGRAPHS, url=None, title=None))).heading == "Pasted text"


@pytest.mark.parametrize(("when", "byline"), [("2026-02-30", "2026-02-30"), (None, ""), ("1 May", "1 May")])
def test_date_that_is_none_stays_as_it_is(when: str | None, byline: str) -> None:
    """A date that cannot be read is not guessed."""
    assert told(report_of(article=article_of(PARAGRAPHS, outlet=None, published_at=when))).byline == byline


def test_answer_of_a_model_cites_each_sentence() -> None:
    """The parts of the answer with the passages they rest on."""
    answer = Answer(question="When?", told=True, parts=(AnswerPart(text="In winter.", sentences=(2, 4)),), reader=MODEL)
    reply = answer_reply(answer, article_of(PARAGRAPHS), EN)

    assert (reply.lead, reply.lines[0].text, [p.n for p in reply.lines[0].passages]) == ("", "In winter.", [2, 4])


def test_answer_that_the_article_does_not_give_says_so() -> None:
    """No lines, and one plain sentence."""
    answer = Answer(question="Why?", told=False, parts=(), reader=MODEL)

    assert answer_reply(answer, article_of(PARAGRAPHS), EN).lead == "The article does not say."


def test_offline_answer_says_that_it_shows_matching_sentences() -> None:
    """What the offline reader does is said before and after."""
    part = AnswerPart(text=PARAGRAPHS[1][0], sentences=(2,), wording="quoted")
    answer = Answer(question="When?", told=True, parts=(part,), reader=OFFLINE)
    reply = answer_reply(answer, article_of(PARAGRAPHS), EN)

    assert reply.lead.startswith("These sentences of the article come closest")
    assert "without a language model" in reply.note
    assert reply.lines[0].quoted


def test_offline_reader_without_a_match_does_not_claim_that_the_article_is_silent() -> None:
    """It compared words only, and says so."""
    reply = answer_reply(Answer(question="?", told=False, parts=(), reader=OFFLINE), article_of(PARAGRAPHS), EN)

    assert (reply.lead, reply.note) == (EN("answer.no_match"), EN("answer.offline_none"))


@pytest.mark.parametrize("because", ["reader_unavailable", "reader_nonsense"])
def test_what_was_compared_is_said_once(because: str) -> None:
    """Also where the rules stand in for a model, which says it already."""
    answer = Answer(question="?", told=False, parts=(), reader=OFFLINE, stands_in=True, because=because)
    reply = answer_reply(answer, article_of(PARAGRAPHS), EN)

    assert reply.note.casefold().count("words were compared") == 1
    assert reply.note.endswith(EN("answer.instead_none"))


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(reports(most=60), st.sampled_from(LANGUAGES), st.sampled_from((None, "reading", "checking")))
def test_any_reading_can_be_told(report: Report, language: str, growing: Stage | None) -> None:
    """Every claim is told once, whatever it holds."""
    reply = reading_reply(report, words(language), growing=growing)

    assert sorted(claim.id for claim in (*reply.claims, *reply.own_voice)) == sorted(
        c.id for c in report.reading.claims
    )


def test_a_beginning_is_said_to_be_one() -> None:
    """What was read before a login wall is marked, in the reply and in the JSON; a whole article says nothing of it."""
    report = report_of()
    part = report.model_copy(update={"article": report.article.model_copy(update={"partial": True})})

    assert "Only the beginning was read" in told(part).notes[0]
    assert not [note for note in told(report).notes if "beginning" in note]
    assert part.as_json()["article"]["partial"] is True
    assert "partial" not in report.as_json()["article"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“There was no warning.”", False),
        ("“No,” he said.", False),
        ("He said “no”.", True),
        ("He said: “No.”", False),
        ("It closed.", True),
    ],
)
def test_a_quotation_gets_no_second_quotation_marks(text: str, quoted: bool) -> None:
    """The article's own words are quoted, unless they begin or end with marks of their own."""
    part = AnswerPart(text=text, sentences=(1,), wording="quoted")
    answer = Answer(question="Why?", told=True, parts=(part,), reader=OFFLINE)

    assert answer_reply(answer, report_of().article, EN).lines[0].quoted is quoted
