"""What can be seen of the local Slack from outside: addresses, messages, logs."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

from bot.playground.api.access import root_of, writable
from bot.playground.api.endpoint import Call
from bot.playground.backend import Backend
from bot.playground.changes import Change
from bot.playground.delivery.parcel import Delivery
from bot.playground.refusal import Refused
from bot.playground.site import Site
from bot.playground.workspace import Channel, Message, Status


class Seen:
    """Read access; everything returned is a copy at the top level."""

    backend: Backend
    site: Site

    @property
    def api_url(self) -> str:
        """Ends in `/api/`."""
        return f"{self.backend.url}/api/"

    @property
    def bot_token(self) -> str:
        return self.backend.secrets.bot_token

    @property
    def app_token(self) -> str:
        return self.backend.secrets.app_token

    @property
    def signing_secret(self) -> str:
        return self.backend.secrets.signing_secret

    @property
    def client_id(self) -> str:
        return self.backend.secrets.client_id

    @property
    def client_secret(self) -> str:
        return self.backend.secrets.client_secret

    @property
    def team_id(self) -> str:
        return self.backend.workspace.team_id

    @property
    def bot_user_id(self) -> str:
        return self.backend.workspace.bot.id

    @property
    def scopes(self) -> set[str]:
        """The scopes of the bot token; change it in place."""
        return self.backend.scopes

    @property
    def paced(self) -> bool:
        """Whether the rate limits hold."""
        return self.backend.pace.on

    @paced.setter
    def paced(self, on: bool) -> None:
        self.backend.pace.on = on

    @property
    def commercial(self) -> bool:
        """Plays an app outside the Marketplace: a thread is read once a minute, 15 messages at a time."""
        return self.backend.pace.commercial

    @commercial.setter
    def commercial(self, on: bool) -> None:
        self.backend.pace.commercial = on

    @property
    def connections(self) -> int:
        """Open Socket Mode connections."""
        return len(self.backend.socket.connections)

    def messages(self, channel: str, *, threads: bool = False) -> list[Message]:
        """What the channel shows, oldest first; with `threads`, the answers in threads too.

        A message of the bot that calls people carries `notifications`, which Slack's own JSON does not have.
        """
        found = self.backend.workspace.channel(channel)
        return [self._shown(found, each) for ts, each in found.messages.items() if threads or ts not in found.hidden]

    def thread(self, channel: str, ts: str) -> list[Message]:
        """The root and its answers, oldest first; empty where there is no such message."""
        found = self.backend.workspace.channel(channel)
        stamps = [ts, *found.replies.get(ts, [])]
        return [self._shown(found, found.messages[each]) for each in stamps if each in found.messages]

    def _shown(self, channel: Channel, message: Message) -> Message:
        calls = self.notified(channel.id, message["ts"])
        return message | ({"notifications": calls} if calls else {})

    def notified(self, channel: str, ts: str) -> list[dict[str, Any]]:
        """Whom a message of the bot called, in any of its versions: `{kind, target, where}`."""
        found = self.backend.workspace.notifications.get((channel, ts), [])
        return [dict(each) for each in found]

    @property
    def notifications(self) -> list[dict[str, Any]]:
        """All of those, with `channel` and `ts`."""
        stored = self.backend.workspace.notifications
        return [each | {"channel": channel, "ts": ts} for (channel, ts), calls in stored.items() for each in calls]

    def ephemerals(self, channel: str, user: str) -> list[Message]:
        """What only this person sees in this channel, oldest first."""
        stored = self.backend.workspace.ephemerals
        return [dict(each) for each in stored if each["channel"] == channel and each["reader"] == user]

    def status_of(self, channel: str, thread_ts: str) -> str:
        """The status shown beside a thread now, or nothing."""
        status = self.backend.workspace.showing.get((channel, thread_ts))
        return status.status if status is not None and status.until > time.time() else ""

    @property
    def statuses_now(self) -> list[Status]:
        """Every status that is shown now and that the bot could take away."""
        showing = [each for each in self.backend.workspace.showing.values() if each.until > time.time()]
        return [each for each in showing if self._within_reach(each)]

    def _within_reach(self, status: Status) -> bool:
        try:
            root_of(writable(self.backend, status.channel), status.thread_ts)
        except Refused:
            return False
        return True

    @property
    def statuses(self) -> list[Status]:
        """Every status that was set, oldest first."""
        return list(self.backend.workspace.statuses)

    @property
    def views(self) -> list[dict[str, Any]]:
        """Open modals and published Homes, oldest first."""
        return [dict(view) for view in self.backend.workspace.views.values()]

    def home(self, user: str) -> dict[str, Any] | None:
        """What somebody's App Home shows."""
        view = self.backend.workspace.views.get(self.backend.workspace.homes.get(user, ""))
        return dict(view) if view else None

    def file(self, file_id: str) -> bytes:
        """A file's content."""
        return self.backend.workspace.files[file_id].content

    def watch(self) -> AsyncIterator[Change]:
        """Changes of messages, statuses and views as they happen, from the first step of the iteration on."""
        return self.backend.changes.watch()

    async def until(self, condition: Callable[[], bool], timeout: float = 10.0) -> None:
        """Wait for something the app does on its own time. Raises `TimeoutError`."""
        async with asyncio.timeout(timeout):
            while not condition():
                await asyncio.sleep(0.01)

    @property
    def calls(self) -> list[Call]:
        """Web API calls, oldest first; the last 100,000 of them."""
        return list(self.site.endpoint.calls)

    @property
    def deliveries(self) -> list[Delivery]:
        """Every attempt of every delivery, oldest first; the last 100,000 of them."""
        return list(self.backend.outbox.log)

    @property
    def lost(self) -> list[str]:
        """Ids of events whose attempts were all spent without an ack."""
        return list(self.backend.outbox.lost)

    @property
    def rate_limited(self) -> int:
        """Calls that were refused for going too fast."""
        return self.backend.pace.refused
