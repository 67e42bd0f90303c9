"""An independent stand-in, `llmock`, watches how we behave when the server does not."""

from typing import Any

import pytest

from bot.claims.form import Form
from bot.errors import ReaderCutOff, ReaderUnavailable
from bot.readers.openai import OpenAIReader
from bot.settings import Settings
from tests.model_answers import says
from tests.readers.bridge import GOOD, drafts

WRITTEN = says(GOOD).text


def settings(llmock: Any, **changes: Any) -> Settings:
    values = {"openai_base_url": llmock.base_url("openai"), "openai_api_key": "dummy", "openai_model": "gpt-4o"}
    return Settings(**(values | changes))


async def test_a_rate_limit_is_waited_out(llmock: Any) -> None:
    """Two 429s with `Retry-After`, then the answer: the judge saw no retry come too early."""
    llmock.rate_limit(times=2, retry_after=0.3).reply(WRITTEN)

    async with OpenAIReader.of(settings(llmock)) as reader:
        last = (await drafts(reader))[-1]

    assert last.form == Form.model_validate(GOOD)
    assert len(llmock.requests) == 3
    llmock.assert_resilient(strict=True)


async def test_an_outage_is_given_up_on_with_grace(llmock: Any) -> None:
    """A server that is down gets a few requests with growing pauses, and then no more."""
    llmock.outage()

    async with OpenAIReader.of(settings(llmock, read_seconds=2)) as reader:
        with pytest.raises(ReaderUnavailable):
            await drafts(reader)

    assert 2 <= len(llmock.requests) <= 5
    llmock.assert_resilient(strict=True)


@pytest.mark.parametrize("fault", ["disconnect", "truncate", "corrupt"])
async def test_a_broken_stream_is_never_taken_for_an_answer(llmock: Any, fault: str) -> None:
    """Dropped, silently cut and garbled streams are read again while nothing was shown."""
    getattr(llmock, fault)(after_chunks=1)
    llmock.reply(WRITTEN, times=None)

    async with OpenAIReader.of(settings(llmock)) as reader:
        last = (await drafts(reader))[-1]

    assert last.form == Form.model_validate(GOOD)
    assert len(llmock.requests) == 2
    # Whether all was sent before we stopped reading what is garbled is up to the machine, and only a warning.
    llmock.assert_resilient(strict=fault != "corrupt")


async def test_what_cannot_succeed_is_not_tried_again(llmock: Any) -> None:
    """An article that is too long stays too long."""
    llmock.context_overflow(times=None)

    async with OpenAIReader.of(settings(llmock)) as reader:
        with pytest.raises(ReaderCutOff):
            await drafts(reader)

    assert len(llmock.requests) == 1
    llmock.assert_resilient(strict=True)
