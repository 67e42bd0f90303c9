"""What stands in a thread or a channel, looked up where our own records do not tell."""

from functools import partial
from typing import Any, Final

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.intake.message import Place
from bot.slack.calls.call import in_turn
from bot.slack.calls.pace import Pace

_PAGES: Final = 5
"""Pages of a hundred messages in which we look for something of ours."""


class History:
    """Messages of a thread, oldest first, or of a channel, newest first. Raises `ChatError`."""

    def __init__(self, client: AsyncWebClient, pace: Pace) -> None:
        self._client = client
        self._pace = pace

    async def messages(self, place: Place, *, limit: int = 100) -> list[dict[str, Any]]:
        """Up to five pages of `limit`; of a limit of 1 only the first."""
        found: list[dict[str, Any]] = []
        cursor: str | None = None
        for _ in range(_PAGES):
            answer = await in_turn([self._pace.lookups], partial(self._page, place, limit, cursor))
            found.extend(answer.get("messages") or [])
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor or limit == 1:
                break
        return found

    async def _page(self, place: Place, limit: int, cursor: str | None) -> AsyncSlackResponse:
        if place.thread is None:
            return await self._client.conversations_history(
                channel=place.channel, limit=limit, cursor=cursor, include_all_metadata=True
            )
        return await self._client.conversations_replies(
            channel=place.channel, ts=place.thread, limit=limit, cursor=cursor, include_all_metadata=True
        )
