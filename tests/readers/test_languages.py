"""Claims in a language that was asked for, from the request to the reply and the shelf."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.adapters.processes.checker import BenchChecker
from bot.article.extract import article_from_text
from bot.errors import ReaderUnavailable
from bot.flow import Desk, report_on
from bot.readers.circuit import Circuit
from bot.readers.offline import OfflineReader, hear
from bot.readers.openai import OpenAIReader
from bot.reply.catalogue import words
from bot.reply.compose import reading_reply
from tests.fakes import FakePress, FakeReader, FakeWeb
from tests.model_server import ModelServer
from tests.readers.bridge import Naps, claim, source

PAGE = article_from_text(
    "The pool of Rossmere\n\nThe pool in Rossmere may not reopen before 2031, Dana Okafor said. "
    '"We are out of money," she told the council. The council did not say how much it has.'
).model_copy(update={"language": "en"})
GERMAN = "Das Schwimmbad in Rossmere wird möglicherweise nicht vor 2031 wieder öffnen."


@pytest.fixture
async def reader(server: ModelServer) -> AsyncIterator[OpenAIReader]:
    async with OpenAIReader.of(server.settings(), sleep=Naps()) as made:
        yield made


def filled(text: str) -> dict[str, Any]:
    who = source("s1", "Dana Okafor")
    return {"sources": [who], "claims": [claim("c1", text, sentences=[2])], "denials": []}


def desk(reader: Any) -> Desk:
    return Desk(FakeWeb(), FakePress(PAGE), reader, BenchChecker(hear))


async def test_claims_come_in_the_language_asked_for(server: ModelServer, reader: OpenAIReader) -> None:
    """The request names it behind the article; the reply says what was checked of a translation."""
    server.answer_with(lambda asked: filled(GERMAN))

    report = await report_on(desk(reader).in_language("de"), PAGE)

    assert re.search(r"\narticle-\w+>>>\n\nLanguage of `text` and `implied`: de$", server.requests[0].text)
    assert [(c.text, c.wording) for c in report.reading.claims] == [(GERMAN, "restated")]
    assert any("Translated" in note for note in reading_reply(report, words(None)).notes)
    assert report.as_json()["reader"]["language"] == "de"


async def test_a_translation_that_fails_stays_in_the_articles_words(server: ModelServer, reader: OpenAIReader) -> None:
    """A wrong number is asked about, then the article's own sentence stands there."""
    server.answer_with(lambda asked: filled(GERMAN.replace("2031", "2035")))

    report = await report_on(desk(reader).in_language("de"), PAGE)

    assert [c.wording for c in report.reading.claims] == ["quoted"]
    assert "may not reopen before 2031" in report.reading.claims[0].text
    assert "The number 2035" in " ".join(server.requests[1].problems)
    assert not any("Translated" in note for note in reading_reply(report, words(None)).notes)


async def test_instructions_are_the_same_in_every_language(server: ModelServer, reader: OpenAIReader) -> None:
    """Servers cache what comes before the article."""
    server.answer_with(lambda asked: {"sources": [], "claims": [], "denials": []})

    for language in (None, "de", "fr-CA"):
        await report_on(desk(reader).in_language(language), PAGE)

    assert len({asked.instructions for asked in server.requests}) == 1


def test_languages_have_keys_of_their_own(reader: OpenAIReader) -> None:
    """Readings in several languages are kept side by side; the article's own has the plain key."""
    german, french = reader.in_language("de"), reader.in_language("fr")

    assert len({reader.info.prompt, german.info.prompt, french.info.prompt}) == 3
    assert german.in_language(None).info == reader.info


def test_rules_do_not_translate() -> None:
    """The offline reader's reading is one, whatever was asked."""
    rules = OfflineReader()

    assert rules.in_language("de").info == rules.info


async def test_a_model_that_is_away_is_away_in_every_language() -> None:
    """The circuit is one."""
    fake = FakeReader()
    fake.drafts.extend([ReaderUnavailable()] * 2)
    circuit = Circuit(fake, failures=2)
    for language in ("de", "fr"):
        with pytest.raises(ReaderUnavailable):
            await report_on(desk(circuit.in_language(language)), PAGE)

    assert circuit.is_open
    assert circuit.in_language("es").is_open
