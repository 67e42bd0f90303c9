"""The offline reader on articles as long as a page may be."""

import asyncio
from collections.abc import Callable, Sequence

import pytest

from bot.adapters.processes.checker import BenchChecker
from bot.article.article import Article
from bot.article.manuscript import article_from_text
from bot.claims.form import Complaint, Draft, Form
from bot.claims.grounding import ground
from bot.claims.reading import Report
from bot.grounded import grounded_report
from bot.readers.offline import OfflineReader, hear
from bot.readers.offline.reader import draft
from bot.reply.catalogue import words
from bot.reply.compose import reading_reply
from tests.processor import seconds_of

FIRST = ["Al", "Be", "Ca", "Do", "El", "Fa", "Gu", "Ha", "In", "Jo", "Ka", "Lu", "Ma", "Ne"]
LAST = ["nadine", "rindal", "dorsen", "melkov", "vister", "lanham", "torres", "senkel", "kimble", "barlow"]


def crowd(paragraphs: int) -> list[str]:
    """Somebody new in every sixth paragraph, whom pronouns, descriptions and denials point back at."""
    told = []
    for i in range(paragraphs):
        at = i // 6
        who = f"{FIRST[at % 14]}{LAST[at % 10][1:]} {LAST[at // 10 % 10].title()}{FIRST[at // 100].lower()}"
        told.append((
            f"{who}, a resident of street {i}, said the noise of lorries had grown worse.",
            f"The council denied the allegation about street {i - 1}.",
            f"The chairman of group {i} said it would not pay.",
            f"“It is a scandal on road {i},” said {who}.",
            "She also said that the officials knew about it all along.",
            "A spokesman for the company declined to comment on it.",
        )[i % 6])  # fmt: skip
    return told


def one_voice(paragraphs: int) -> list[str]:
    """The same words by one person, denied now and then."""
    return [
        f"Anna Holt denied that claim number {i} about the harbour was true."
        if i % 5 == 4
        else f"The mayor, Anna Holt, said that claim number {i} about the harbour was true."
        for i in range(paragraphs)
    ]


def answered(paragraphs: int) -> list[str]:
    """Somebody new each time, denied at once."""
    return [
        f"Person{i} Berg said that the ministry of water number {i} had paid {i} million. Ministry {i} denied that."
        for i in range(paragraphs)
    ]


def article(paragraphs: list[str]) -> Article:
    return article_from_text("\n\n".join(["A row over the road", *paragraphs]))


@pytest.mark.slow
@pytest.mark.parametrize("told", [crowd, one_voice])
def test_four_times_the_paragraphs_take_four_times_the_time(told: Callable[[int], list[str]]) -> None:
    """From the text to the reply no step looks at every sentence for each one; ten times allows for noise, where
    it would be sixteen."""

    def work(paragraphs: int) -> None:
        reading_reply(asyncio.run(read(article(told(paragraphs)), OfflineReader())), words("en"))

    work(30)  # the word lists are read once
    short = min(seconds_of(lambda: work(150)) for _ in range(2))

    # A second try, for other programs slow a processor too.
    assert any(seconds_of(lambda: work(600)) < 10 * short for _ in range(2))


@pytest.mark.slow
@pytest.mark.parametrize("told", [crowd, one_voice])
def test_four_times_the_voices_are_held_against_in_four_times_the_time(told: Callable[[int], list[str]]) -> None:
    """The same for what a model says, where each source is held against those whom rules hear."""

    def seconds(paragraphs: int) -> float:
        whole = article(told(paragraphs))
        drafted = asyncio.run(last(whole, OfflineReader()))
        return seconds_of(lambda: ground(whole, drafted, OfflineReader.info, hear(whole)))

    seconds(30)  # the word lists are read once
    short = min(seconds(120) for _ in range(2))

    assert any(seconds(480) < 10 * short for _ in range(2))  # as above


def test_a_reading_ends_at_its_deadline() -> None:
    """What was read by then is told, and which sentences were not."""
    whole = article(one_voice(400))

    report = asyncio.run(read(whole, OfflineReader(seconds=0.35)))

    ((first, end),) = report.unread
    assert report.cut
    assert 1 < first <= end == len(whole.sentences)
    assert report.reading.claims
    assert all(n < first for claim in report.reading.claims for n in claim.sentences)


def test_no_stage_of_a_reading_runs_past_its_time() -> None:
    """Whom each denial answers takes far longer than who speaks, and is in the time too."""
    whole = article(answered(2000))
    draft(article(answered(3)))  # the word lists are read once

    took = min(seconds_of(lambda: draft(whole, seconds=2.0)) for _ in range(2))

    assert took < 4


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_a_reading_in_part_says_so(language: str) -> None:
    """The reply names the sentences that are missing, blames no model, and offers no second try that would end the same."""
    whole = article(one_voice(400))

    report = asyncio.run(read(whole, OfflineReader(seconds=0.35)))
    reply = reading_reply(report, words(language))

    note = next(note for note in reply.notes if f"–{len(whole.sentences)}" in note)
    assert "odel" not in note
    assert not reply.retry


async def read(whole: Article, reader: OfflineReader) -> Report:
    return await grounded_report(reader, BenchChecker(hear), whole, None)


async def last(whole: Article, reader: OfflineReader) -> Draft:
    return [draft async for draft in reader.read(whole, nothing)][-1]


async def nothing(form: Form) -> Sequence[Complaint]:
    return ()
