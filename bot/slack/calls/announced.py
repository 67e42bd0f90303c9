"""A post leaves soon after it was announced in the ledger, or is announced anew.

Whoever finds the announcement of somebody who fell silent looks for the post and, where there is none, posts. A process that was
frozen between the announcement and the wire wakes after that and would post a second time. So it is asked how long ago it was when
the bytes are about to leave: that is all that is left of the time between.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from time import monotonic
from types import SimpleNamespace
from typing import Final

from aiohttp import ClientSession, TraceConfig, TraceRequestChunkSentParams
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import ChatBusy
from bot.ports import BeforePost
from bot.slack.calls.call import Send
from bot.slack.calls.pace import Bucket
from bot.waits import waiting

SECONDS: Final = 5.0
"""From the announcement to the wire, a new connection included. Nobody is taken for dead as soon as that."""

_TRIES: Final = 3  # one of which may wait at the door for too long


@dataclass(slots=True)
class _Latest:
    """When a post has to leave, and whether it was held back for having missed that."""

    moment: float
    missed: bool = False


_LATEST: Final[ContextVar[_Latest | None]] = ContextVar("latest", default=None)


def in_time() -> TraceConfig:
    """For the session behind the Web API: no byte of a post leaves too late. Without it `announced` holds nothing back."""

    async def leaving(_: ClientSession, __: SimpleNamespace, ___: TraceRequestChunkSentParams) -> None:
        latest = _LATEST.get()
        if latest is not None and monotonic() > latest.moment:
            latest.missed = True
            raise TimeoutError

    trace = TraceConfig()
    trace.on_request_chunk_sent.append(leaving)  # before it is: headers and body leave together
    return trace


async def announced(begin: BeforePost | None, send: Send, posts: Bucket) -> AsyncSlackResponse:
    """Send what `begin` announces, once it may leave. Raises what either raises, and `ChatBusy` where nothing could leave in time."""
    if begin is None:
        await _at_the_door(posts)
        return await send()
    for tried in range(_TRIES):
        await begin()
        latest = monotonic() + SECONDS
        if not tried:
            await _at_the_door(posts)
        posts.leaves()
        with _leaving_by(latest) as leaving:
            try:
                return await send()
            except Exception:
                if not leaving.missed:
                    raise
    raise ChatBusy("too late")


async def _at_the_door(posts: Bucket) -> None:
    with waiting():
        await posts.at_the_door()


@contextmanager
def _leaving_by(moment: float) -> Iterator[_Latest]:
    latest = _Latest(moment)
    token = _LATEST.set(latest)
    try:
        yield latest
    finally:
        _LATEST.reset(token)
