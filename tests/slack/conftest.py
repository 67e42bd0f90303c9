"""A local Slack for the tests of what talks to it."""

from collections.abc import AsyncIterator

import pytest

from bot.playground.server import LocalSlack


@pytest.fixture
async def slack() -> AsyncIterator[LocalSlack]:
    async with LocalSlack() as slack:
        yield slack
