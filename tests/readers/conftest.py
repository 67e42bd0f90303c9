"""The model server that readers talk to."""

from collections.abc import AsyncIterator

import pytest

from tests.model_server import ModelServer


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with ModelServer() as running:
        yield running
