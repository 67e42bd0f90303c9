"""Scenarios come over Socket Mode or over HTTP: those of how something comes and is answered over both."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast
from zlib import crc32

import pytest

from tests.scenarios.lab import Lab, lab_of
from tests.scenarios.scene import Scene, Transport, at_work, town

TRANSPORTS: tuple[Transport, ...] = ("socket", "http")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A module marked `both_transports` plays each scenario over both, any other over one, chosen by its name.

    What lies behind the listeners is the same for both, so that a scenario twice says little more than once.
    """
    if "transport" not in metafunc.fixturenames:
        return
    both = metafunc.definition.get_closest_marker("both_transports")
    chosen = crc32(metafunc.definition.nodeid.encode()) % len(TRANSPORTS)
    metafunc.parametrize("transport", TRANSPORTS if both else (TRANSPORTS[chosen],), indirect=True)


@pytest.fixture
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
