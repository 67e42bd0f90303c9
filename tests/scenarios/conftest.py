"""Every scenario is played over Socket Mode and over HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast

import pytest

from tests.scenarios.lab import Lab, lab_of
from tests.scenarios.scene import Scene, Transport, at_work, town


@pytest.fixture(params=["socket", "http"])
def transport(request: pytest.FixtureRequest) -> Transport:
    return cast(Transport, request.param)


@pytest.fixture
async def newsroom(transport: Transport, tmp_path: Path) -> AsyncIterator[Scene]:
    """The bot with the offline reader, at work."""
    async with town() as here, at_work(here, transport, tmp_path) as scene:
        yield scene


@pytest.fixture
async def lab(transport: Transport, tmp_path: Path) -> AsyncIterator[Lab]:
    async with lab_of(transport, tmp_path, read_seconds=8.0) as lab:
        yield lab
