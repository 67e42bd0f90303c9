"""One call to Slack's Web API: when its turn is, and how it ended."""

from collections.abc import Awaitable, Callable, Sequence

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import ChatBusy, ChatUnavailable, ChatUntaken
from bot.slack.calls.apierror import code_of, is_of_our_token, told_apart
from bot.slack.calls.gate import Gate, share, try_share, try_take
from bot.waits import waiting

log = structlog.get_logger("claims_bot.calls")

_TRIES = 5
"""Of a call that Slack says 429 to."""
_REST = 30.0
"""Seconds of rest that are waited for here; a longer one is for the job to wait for."""

Send = Callable[[], Awaitable[AsyncSlackResponse]]
Turn = Callable[[Sequence[Gate], Send], Awaitable[AsyncSlackResponse | None]]


async def in_turn(gates: Sequence[Gate], send: Send) -> AsyncSlackResponse:
    """A call that matters: waits for its turn, and again when Slack says 429. Raises `ChatError`."""
    for left in reversed(range(_TRIES)):
        with waiting():
            for gate in gates:
                await gate.take()
            await share(gates)
        try:
            return await _passed(gates, send)
        except ChatBusy as busy:
            _tell(gates, busy)
            if not left or busy.retry_after > _REST:
                raise
    raise AssertionError("the last try returns or raises")


async def if_there_is_room(gates: Sequence[Gate], send: Send) -> AsyncSlackResponse | None:
    """Progress: None where final answers need the room, or Slack says 429. Raises `ChatError`."""
    if not (try_take(gates) and await try_share(gates)):
        return None
    try:
        return await _passed(gates, send)
    except ChatBusy as busy:
        _tell(gates, busy)
        return None


def _tell(gates: Sequence[Gate], busy: ChatBusy) -> None:
    """The first gate is the narrowest; a rest longer than its pace explains is about the second one too."""
    for gate in gates[: 2 if busy.retry_after > 2 else 1]:
        gate.refused(busy.retry_after)


async def _passed(gates: Sequence[Gate], send: Send) -> AsyncSlackResponse:
    response = await _call(send)
    for gate in gates:
        gate.passed()
    return response


async def _call(send: Send) -> AsyncSlackResponse:
    """One Web API call; `ChatUnavailable` for what may pass, `ChatRefused` with Slack's code for what will not."""
    try:
        return await send()
    except SlackApiError as error:
        if is_of_our_token(error):
            log.warning("token_refused", reason=code_of(error))
            raise ChatUntaken("token refused") from None
        raise told_apart(error) from None
    except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError) as error:
        raise ChatUnavailable(type(error).__name__) from None
