"""A local Slack, a real Bolt app connected to it over either transport, and Slack's own client."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import LocalSlack
from tests.playground.transports import over_http, over_socket

Connect = Callable[[AsyncApp], Awaitable[None]]


@pytest.fixture
async def slack() -> AsyncIterator[LocalSlack]:
    """A local Slack whose redeliveries do not make a test wait."""
    async with LocalSlack(redelivery=(0.0, 0.05, 0.1)) as local:
        yield local


@pytest.fixture
def client(slack: LocalSlack) -> AsyncWebClient:
    """Slack's own client, without its retries."""
    return AsyncWebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])


@pytest.fixture
def ana(slack: LocalSlack) -> str:
    return slack.add_user("ana")


@pytest.fixture
def app(slack: LocalSlack, client: AsyncWebClient) -> AsyncApp:
    """A Bolt app that runs its listeners before it acks, and sees its own messages."""
    return AsyncApp(
        name="app",  # else it looks for one through the whole stack
        client=client,
        signing_secret=slack.signing_secret,
        process_before_response=True,
        ignoring_self_events_enabled=False,
    )


async def _ignore() -> None:
    """Bolt answers 404 to what no listener takes, which Slack takes for a failure and sends again."""


@pytest.fixture(params=["socket", "http"])
async def connect(slack: LocalSlack, request: pytest.FixtureRequest) -> AsyncIterator[Connect]:
    """Connects an app over the transport of this run."""
    way: Any = over_socket if request.param == "socket" else over_http
    async with AsyncExitStack() as stack:

        async def connected(app: AsyncApp) -> None:
            app.event("message")(_ignore)
            await stack.enter_async_context(way(slack, app))

        yield connected
