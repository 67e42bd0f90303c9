"""Guards that every test runs behind: a clean environment, an empty folder, loopback only."""

import gc
import os
import signal
import socket
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from bot.commands.running import GARBAGE
from tests.chromium import CHROMIUM, LEFT_OUT
from tests.engines import own_server, postgres_server
from tests.order import dealt

__all__ = ["own_server", "postgres_server"]  # fixtures for every folder

settings.register_profile("beside others", deadline=None)  # an example that waits for a processor is not slow
settings.load_profile("beside others")

SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"


@pytest.hookimpl(trylast=True)  # after they were put in random order
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slow ones first, some for each process that pytest-xdist runs."""
    slow = [item for item in items if item.get_closest_marker("slow")]
    quick = [item for item in items if not item.get_closest_marker("slow")]
    items[:] = dealt(slow, quick, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))


def pytest_collection() -> None:
    """Of what is collected nothing is garbage."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Garbage is looked for as seldom as in a bot that runs, and not among six thousand tests."""
    gc.freeze()
    gc.set_threshold(GARBAGE, 10, 10)
    gc.enable()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """Says in the last lines what was left out, and how to have it."""
    yield
    if CHROMIUM is None:
        terminalreporter.write_line(LEFT_OUT, yellow=True)


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of this machine reaches a test, and nothing a test writes reaches the checkout."""
    for name in list(os.environ):
        if name.startswith(("CLAIMS_", "SLACK_", "OPENAI_", "OTEL_")) or name == "DATABASE_URL":
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True, scope="session")
def interruptible() -> None:
    """Ctrl-C reaches what tests start, even where the tests run in the background of a shell, which ignores it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True, scope="session")
def loopback_only() -> Iterator[None]:
    """A connection that would leave this machine fails the test that makes it."""
    real = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not ip_address(address[0].split("%")[0]).is_loopback:
            raise AssertionError(f"a test tried to connect to {address[0]}")
        real(self, address)

    socket.socket.connect = guarded  # type: ignore[method-assign, assignment]
    yield
    socket.socket.connect = real  # type: ignore[method-assign]


@pytest.fixture
def shared_data() -> Path:
    """Development data that is no part of the project; a test that reads it is skipped where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the development data is not beside this checkout")
    return SHARED_DATA
