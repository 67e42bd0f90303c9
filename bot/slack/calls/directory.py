"""The port `Directory` on Slack's Web API: two short lists and a look at the person.

Which channels somebody is in is asked each time: who has left a channel finds nothing of it any more. The rest is kept for a while.
"""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from time import monotonic
from typing import Any, Final, Generic, TypeVar

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import ChatRefused
from bot.ports import Channel
from bot.slack.calls.call import in_turn
from bot.slack.calls.pace import Pace

_TYPES: Final = "public_channel,private_channel,mpim,im"
_PAGE: Final = 999
_PAGES: Final = 10
_LISTS: Final = 60.0
"""Seconds for which the list of our own channels is kept."""
_PEOPLE: Final = 600.0
_MOST: Final = 5000

T = TypeVar("T")


class SlackDirectory:
    """One workspace's channels and people."""

    def __init__(self, client: AsyncWebClient, *, team: str, pace: Pace) -> None:
        self._client = client
        self._team = team
        self._pace = pace
        self._ours: _Kept[tuple[Channel, ...]] = _Kept(_LISTS)
        self._guests: _Kept[bool] = _Kept(_PEOPLE)

    async def ours(self) -> Sequence[Channel]:
        return await self._ours.get("", partial(self._channels, None))

    async def joined(self, user: str) -> frozenset[str]:
        return frozenset(each.id for each in await self._channels(user))

    async def visible(self, user: str, joined: frozenset[str] | None = None) -> frozenset[str]:
        ours, theirs = await self.ours(), await self.joined(user) if joined is None else joined
        public = frozenset() if await self._guest(user) else frozenset(each.id for each in ours if each.public)
        return public | (theirs & {each.id for each in ours})

    async def audience(self, channel: str, user: str | None) -> frozenset[str]:
        ours = {each.id: each for each in await self.ours()}
        itself = ours.get(channel)
        if itself is None or itself.shared or user is None or await self._guest(user):
            return frozenset({channel})
        return frozenset(each.id for each in ours.values() if each.public) | {channel}

    async def _channels(self, user: str | None) -> tuple[Channel, ...]:
        found: list[Channel] = []
        cursor: str | None = None
        try:
            for _ in range(_PAGES):
                answer = await in_turn(
                    [self._pace.listings],
                    partial(
                        self._client.users_conversations,
                        user=user,
                        team_id=self._team,  # asked of a token of an organisation, and of no harm beside any other
                        types=_TYPES,
                        limit=_PAGE,
                        cursor=cursor,
                    ),
                )
                found += map(_channel, answer.get("channels") or [])
                cursor = (answer.get("response_metadata") or {}).get("next_cursor")
                if not cursor:
                    break
        except ChatRefused:  # a scope is missing, or the person is of another workspace
            return ()
        return tuple(found)

    async def _guest(self, user: str) -> bool:
        return await self._guests.get(user, partial(self._look_up, user))

    async def _look_up(self, user: str) -> bool:
        """Guests and people of other workspaces, of the same organisation too, do not see every public channel.

        In doubt somebody is one.
        """
        try:
            answer = await in_turn([self._pace.people], lambda: self._client.users_info(user=user))
        except ChatRefused:
            return True
        person = answer.get("user") or {}
        teams = {person.get("team_id"), *((person.get("enterprise_user") or {}).get("teams") or ())}
        outsider = self._team not in teams
        return outsider or any(person.get(each) for each in ("is_restricted", "is_ultra_restricted", "is_stranger"))


def _channel(told: dict[str, Any]) -> Channel:
    private = told.get("is_private") or told.get("is_im") or told.get("is_mpim")
    shared = any(told.get(each) for each in ("is_shared", "is_ext_shared", "is_org_shared"))
    return Channel(str(told["id"]), public=not private, shared=shared, direct=bool(told.get("is_im")))


class _Kept(Generic[T]):
    """Values that are asked for at most once in so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._values: dict[str, tuple[float, T]] = {}

    async def get(self, key: str, ask: Callable[[], Awaitable[T]]) -> T:
        known = self._values.get(key)
        if known is not None and monotonic() - known[0] < self._seconds:
            return known[1]
        value = await ask()
        if len(self._values) >= _MOST:
            self._values.clear()
        self._values[key] = (monotonic(), value)
        return value
