"""A model that is out of reach is left alone for a while; one reading then finds out whether it is back."""

import asyncio
from collections.abc import AsyncGenerator, Iterator

import pytest

from bot.article.article import Article
from bot.article.extract import article_from_text
from bot.claims.form import Draft, Form
from bot.claims.reading import Usage
from bot.errors import ClaimsBotError, ReaderMisconfigured, ReaderRefused, ReaderUnavailable
from bot.ports.reader import CheckForm, Watched, always, unchecked
from bot.readers.circuit import Circuit
from bot.readers.retry import Crowded
from tests.fakes import FakeReader

ARTICLE = article_from_text("Ferry stays shut\nMara Ilves said on Monday that the ferry would stay shut.")
NOTHING = Form(sources=[], claims=[], denials=[])
GOOD = [Draft(NOTHING, done=False, usage=Usage()), Draft(NOTHING, done=True, usage=Usage())]


class SlowReader(FakeReader):
    """Out of reach, as it turns out after a moment."""

    async def read(self, article: Article, check: CheckForm, watched: Watched = always) -> AsyncGenerator[Draft, None]:
        self.drafts.append(ReaderUnavailable())
        await asyncio.sleep(0.01)
        async for draft in super().read(article, check, watched):
            yield draft


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


async def read(circuit: Circuit) -> str:
    """How one reading ends: `done`, or the code of its error."""
    try:
        async for _ in circuit.read(ARTICLE, unchecked):
            pass
    except ClaimsBotError as error:
        return error.code
    return "done"


@pytest.fixture
def reader() -> FakeReader:
    return FakeReader()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def circuit(reader: FakeReader, clock: Clock) -> Iterator[Circuit]:
    """Opens after two failures, for ten seconds and then twice as long, forty at most."""
    yield Circuit(reader, failures=2, pause=10, longest=40, clock=clock)
    assert not reader.drafts, "everything that was played was asked for"


async def opened(circuit: Circuit, reader: FakeReader) -> None:
    reader.drafts.extend([ReaderUnavailable(), ReaderUnavailable()])
    for _ in range(2):
        await read(circuit)


@pytest.mark.parametrize("failure", [ReaderUnavailable(), ReaderMisconfigured()])
async def test_a_few_failures_in_a_row_open_it(circuit: Circuit, reader: FakeReader, failure: ClaimsBotError) -> None:
    """From then on nobody waits: readings fail at once, and the model hears nothing."""
    reader.drafts.extend([failure, failure])

    ends = [await read(circuit) for _ in range(4)]

    assert ends == [failure.code, failure.code, "reader_unavailable", "reader_unavailable"]
    assert reader.read_count == 2


async def test_an_answer_in_between_keeps_it_closed(circuit: Circuit, reader: FakeReader) -> None:
    """Failures count in a row only, and a refusal is an answer too."""
    reader.drafts.extend([ReaderUnavailable(), GOOD, ReaderUnavailable(), ReaderRefused(), ReaderUnavailable(), GOOD])

    for _ in range(6):
        await read(circuit)

    assert not circuit.is_open


async def test_after_the_pause_one_reading_tries(circuit: Circuit, reader: FakeReader, clock: Clock) -> None:
    """It finds the model back, and everybody reads with it again."""
    await opened(circuit, reader)
    clock.now += 10
    reader.drafts.extend([GOOD, GOOD])

    ends = [await read(circuit) for _ in range(2)]

    assert ends == ["done", "done"]
    assert not circuit.is_open


async def test_only_one_reading_tries_at_a_time(circuit: Circuit, reader: FakeReader, clock: Clock) -> None:
    """While it is under way the others do not wait for it."""
    await opened(circuit, reader)
    clock.now += 10
    reader.drafts.append(GOOD)
    trying = circuit.read(ARTICLE, unchecked)
    await anext(trying)

    assert await read(circuit) == "reader_unavailable"
    assert [draft.done async for draft in trying] == [True]


async def test_each_try_in_vain_doubles_the_pause(circuit: Circuit, reader: FakeReader, clock: Clock) -> None:
    """Up to the longest; an answer makes it short again."""
    await opened(circuit, reader)
    for pause in (10, 20, 40, 40):
        clock.now += pause - 0.01
        assert await read(circuit) == "reader_unavailable"
        asked = reader.read_count
        clock.now += 0.01
        reader.drafts.append(ReaderUnavailable())
        assert await read(circuit) == "reader_unavailable"
        assert reader.read_count == asked + 1

    clock.now += 40
    reader.drafts.append(GOOD)
    assert await read(circuit) == "done"
    await opened(circuit, reader)
    clock.now += 10
    reader.drafts.append(GOOD)
    assert await read(circuit) == "done"


async def test_a_try_that_is_broken_off_lets_another_one_try(
    circuit: Circuit, reader: FakeReader, clock: Clock
) -> None:
    """A reading that was cancelled found nothing out."""
    await opened(circuit, reader)
    clock.now += 10
    reader.drafts.extend([GOOD, GOOD])
    trying = circuit.read(ARTICLE, unchecked)
    await anext(trying)
    await trying.aclose()

    assert await read(circuit) == "done"


async def test_our_own_limit_does_not_open_it(circuit: Circuit, reader: FakeReader) -> None:
    """Requests that we held back ourselves say nothing about the model."""
    reader.drafts.extend([Crowded(), Crowded(), Crowded()])

    for _ in range(3):
        await read(circuit)

    assert not circuit.is_open


async def test_what_was_under_way_when_it_opened_changes_nothing(clock: Clock) -> None:
    """Five readings fail at once: the pause is as long as after two."""
    reader = SlowReader()
    circuit = Circuit(reader, failures=2, pause=10, longest=40, clock=clock)

    ends = await asyncio.gather(*(read(circuit) for _ in range(5)))

    assert (ends, reader.read_count) == (["reader_unavailable"] * 5, 5)
    clock.now += 10
    await read(circuit)
    assert reader.read_count == 6
