"""Questions about an article that is too long for one request."""

from collections.abc import Callable

from bot.adapters.processes.checker import BenchChecker
from bot.article.article import Article
from bot.claims.answer import Answer
from bot.flow import Desk, answer_from
from bot.readers.offline import hear
from bot.readers.openai import OpenAIReader
from bot.reply.catalogue import words
from bot.reply.compose import answer_reply
from tests.fakes import FakePress, FakeWeb
from tests.model_answers import Said
from tests.model_server import Asked, ModelServer
from tests.readers.bridge import Naps
from tests.readers.long_article import PAGE, PEOPLE, transcript


async def asked(server: ModelServer, question: str, page: Article = PAGE) -> Answer:
    """The answer to a question about a long article, as it would be shown."""
    settings = server.settings(single_call_sentences=50)
    async with OpenAIReader.of(settings, sleep=Naps()) as reader:
        return await answer_from(Desk(FakeWeb(), FakePress(page), reader, BenchChecker(hear)), page, question, [])


def tells_of(pump: int) -> Callable[[Asked], Said]:
    """A model that answers from the sentence about a pump if it is shown that."""

    def answer(asked: Asked) -> Said:
        found = [n for n, said in asked.sentences.items() if f"Pump {pump} is broken" in said]
        parts = [{"text": asked.sentences[n], "sentences": [n]} for n in found]
        return {"told": bool(found), "parts": parts}

    return answer


async def test_a_question_is_answered_from_the_sentences_that_come_closest(server: ModelServer) -> None:
    """The model sees an excerpt, with the article's own numbers; the reply says that it did."""
    server.answer_with(tells_of(41))

    answer = await asked(server, "Is pump 41 broken?")

    (request,) = server.requests
    assert len(request.sentences) <= 50 < len(PAGE.sentences)
    assert all(PAGE.sentence(n) in said for n, said in request.sentences.items())
    assert f"Excerpt: {len(request.sentences)} of {len(PAGE.sentences)} sentences" in request.text
    assert [part.text for part in answer.parts] == [f"Pump 41 is broken, {PEOPLE[41 % len(PEOPLE)]} said."]
    assert "article is long" in answer_reply(answer, PAGE, words("en")).note


async def test_what_an_excerpt_does_not_tell_may_stand_elsewhere(server: ModelServer) -> None:
    """Nobody is told that the article does not say what was not looked for all over it."""
    server.answer_with(lambda asked: {"told": False, "parts": []})

    reply = answer_reply(await asked(server, "Who painted the lighthouse?"), PAGE, words("en"))

    assert reply.lead == "Nothing found that answers this."
    assert "may stand elsewhere" in reply.note


async def test_a_question_about_a_short_article_sees_all_of_it(server: ModelServer) -> None:
    """No excerpt is made where one request takes the whole."""
    page = transcript(10)
    server.answer_with(tells_of(4))

    answer = await asked(server, "Is pump 4 broken?", page)

    assert len(server.requests[0].sentences) == len(page.sentences)
    assert answer.excerpt is None
