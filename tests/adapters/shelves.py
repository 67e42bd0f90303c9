"""An article, its reading and its thread, as a library keeps them."""

from bot.article.article import Article, Sentence
from bot.claims.answer import Answer, AnswerPart
from bot.claims.reading import Claim, Denial, ReaderInfo, Reading, Source
from bot.intake.message import Place
from bot.ports import Entry, Library

TEXT = "Levee holds\nThe mayor said the levee held."


ADDRESS = "https://example.test/levee"


REQUEST = "{}"


OFFLINE = ReaderInfo(name="offline")


MODEL = ReaderInfo(name="openai", model="m-1", prompt="p-1")


THREAD = Place("T1", "C1", "100.1")


def an_article(text: str = TEXT, url: str | None = ADDRESS, title: str = "Levee holds") -> Article:
    return Article(
        url=url, title=title, byline=("A. Writer",), text=text, sentences=(Sentence(n=1, start=0, end=11),), lead=1
    )


def a_reading(reader: ReaderInfo = MODEL, text: str = "The levee held.") -> Reading:
    denials = (Denial(id="d1", sources=(), kind="denies", sentences=(1,)),)
    claims = (Claim(id="c1", text=text, sources=("s1",), sentences=(1,)),)
    sources = (Source(id="s1", name="Mayor", kind="person"),)
    return Reading(claims=claims, sources=sources, denials=denials, reader=reader)


def an_answer(question: str = "Did it hold?", *parts: str) -> Answer:
    told = tuple(AnswerPart(text=part, sentences=(1,)) for part in parts)
    return Answer(question=question, told=bool(told), parts=told, reader=MODEL)


async def a_report(library: Library, place: Place = THREAD, url: str = ADDRESS, text: str = TEXT) -> Entry:
    """An article that was read and posted at `place`."""
    article = an_article(text, url)
    article_id = await library.keep_article(place.team, [url], article)
    reading_id = await library.keep_reading(place.team, article_id, article.digest, a_reading())
    entry = await library.entry(place, url, REQUEST)
    return await library.move(entry, "done", ts="200.1", article=article_id, reading=reading_id)
