"""The model server that readers talk to."""

from collections.abc import AsyncIterator

import pytest

from bot.readers.openai import OpenAIReader
from tests.model_server import ModelServer
from tests.readers.bridge import Naps


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with ModelServer() as running:
        yield running


@pytest.fixture
def naps() -> Naps:
    return Naps()


@pytest.fixture
async def reader(server: ModelServer, naps: Naps) -> AsyncIterator[OpenAIReader]:
    async with OpenAIReader.of(server.settings(), sleep=naps, pause=0.0) as made:
        yield made
