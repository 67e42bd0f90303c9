"""The port `Windows` on Slack's `views.*`.

A trigger lives three seconds, so nothing here waits longer than that for its turn, and nothing is sent twice.
"""

import asyncio

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import ChatBusy
from bot.reply.home import Home
from bot.reply.rules import RulesSheet
from bot.reply.sheet import Sheet
from bot.slack.calls.call import Send, in_turn
from bot.slack.calls.pace import Pace
from bot.slack.drawing.home import home_view_of
from bot.slack.drawing.rules import rules_view
from bot.slack.drawing.views import view_of

PATIENCE = 2.5
"""Seconds that a call may take, its turn included."""


class SlackWindows:
    """One workspace's modals. `pace` keeps us within Slack's tiers."""

    def __init__(self, client: AsyncWebClient, pace: Pace) -> None:
        self._client = client
        self._pace = pace

    async def open(self, trigger: str, sheet: Sheet | RulesSheet) -> None:
        view = rules_view(sheet) if isinstance(sheet, RulesSheet) else view_of(sheet)
        await self._within(lambda: self._client.views_open(trigger_id=trigger, view=view))

    async def publish(self, user: str, home: Home) -> None:
        view = home_view_of(home)
        await self._within(lambda: self._client.views_publish(user_id=user, view=view))

    async def change(self, view: str, sheet: Sheet) -> None:
        drawn = view_of(sheet)
        await self._within(lambda: self._client.views_update(view_id=view, view=drawn))

    async def _within(self, send: Send) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                await in_turn([self._pace.views], send)
        except TimeoutError:
            raise ChatBusy("no turn in time") from None
