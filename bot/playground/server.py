"""A Slack workspace on this machine: a real server that the real app talks to."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Self

from bot.playground.acts import Outcome
from bot.playground.api.access import direct
from bot.playground.delivery.http import HttpTransport
from bot.playground.events import event_body
from bot.playground.faults import Fault
from bot.playground.installation import installed
from bot.playground.modals import Modals
from bot.playground.people import People
from bot.playground.refusal import Refused
from bot.playground.seen import Seen
from bot.playground.site import Site
from bot.playground.timing import Timing
from bot.playground.workspace import Channel, User


class LocalSlack(Seen):
    """One workspace with one installed app, on loopback; what can be seen of it is in `Seen`.

    Use it as an async context manager. Everything is delivered over Socket Mode until `deliver_over_http` is called.
    `redelivery` holds the pauses before each further attempt of an event, in seconds.
    Acts of people raise `Refused` where Slack would not let them.
    """

    def __init__(  # noqa: PLR0913 - options of a whole server, all but two by name
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        timing: Timing | None = None,
        redelivery: tuple[float, ...] | None = None,
        commands: Sequence[str] = ("/claims",),
        enterprise_id: str | None = None,
        control: bool = False,
    ) -> None:
        timing = timing or Timing()
        if redelivery is not None:
            timing = replace(timing, redelivery=redelivery)
        self.backend, self.socket = installed(timing, enterprise_id)
        self.site = Site(self.backend, self.socket, host, port)
        self.people = People(self.backend)
        self.acts = Modals(self.backend, set(commands))
        if control:
            from bot.playground.control import routes

            self.site.extra = routes(self)
        self.general = self.add_channel("general")

    async def __aenter__(self) -> Self:
        await self.site.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.backend.outbox.close()
        await self.socket.close()
        await self.site.stop()

    # The workspace

    def add_user(self, name: str, *, team: str | None = None) -> str:
        """A person; with `team`, somebody from a connected workspace. The `U…` id."""
        workspace = self.backend.workspace
        user = User(workspace.new_id("U"), name, team or workspace.team_id)
        workspace.users[user.id] = user
        return user.id

    def add_channel(self, name: str, members: Sequence[str] = (), *, bot: bool = True, shared: bool = False) -> str:
        """A public channel; the `C…` id."""
        return self._add(Channel(self.backend.workspace.new_id("C"), name, "channel", shared=shared), members, bot=bot)

    def add_group(self, name: str, members: Sequence[str] = (), *, bot: bool = True) -> str:
        """A private channel; the id begins with `C` as well, as at Slack, so `channel_type` must be looked at."""
        return self._add(Channel(self.backend.workspace.new_id("C"), name, "group"), members, bot=bot)

    def add_group_direct(self, members: Sequence[str], *, bot: bool = True) -> str:
        """Direct messages between several."""
        return self._add(Channel(self.backend.workspace.new_id("C"), "mpdm-local", "mpim"), members, bot=bot)

    def _add(self, channel: Channel, members: Sequence[str], *, bot: bool) -> str:
        channel.members = dict.fromkeys([*members, *([self.bot_user_id] if bot else [])])
        self.backend.workspace.channels[channel.id] = channel
        return channel.id

    def direct(self, user: str) -> str:
        """The direct messages between a person and the bot; the `D…` id."""
        return direct(self.backend, user).id

    def archive(self, channel: str) -> None:
        self.backend.workspace.channel(channel).archived = True

    def invite_bot(self, channel: str) -> None:
        """Bring the bot into a channel; it hears `member_joined_channel`."""
        self.backend.enter(self.backend.workspace.channel(channel), self.bot_user_id)

    def remove_bot(self, channel: str) -> None:
        self.backend.workspace.channel(channel).members.pop(self.bot_user_id, None)

    def uninstall(self) -> None:
        """Revoke the token and tell the app: `tokens_revoked`, `app_uninstalled`."""
        self.backend.secrets.revoked = True
        self.backend.emit({"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [self.bot_user_id]}})
        self.backend.emit({"type": "app_uninstalled"})

    def oauth_code(self, installer: str) -> str:
        """A code as Slack hands it to the redirect address after consent."""
        code = self.backend.workspace.new_id("code.")
        self.backend.codes[code] = installer
        return code

    # People and messages

    async def say(  # noqa: PLR0913 - a message has that many parts
        self,
        user: str,
        channel: str,
        text: str,
        thread_ts: str | None = None,
        *,
        blocks: list[dict[str, Any]] | None = None,
        files: Sequence[tuple[str, bytes]] | None = None,
        broadcast: bool = False,
    ) -> str:
        """Post as a person; the ts. Files are (name, content)."""
        return self.people.say(
            user, channel, text, thread_ts=thread_ts, blocks=blocks, files=files, broadcast=broadcast
        )

    async def say_as_bot(self, name: str, channel: str, text: str, thread_ts: str | None = None) -> str:
        """Post as some other app's bot; the ts."""
        return self.people.say_as_bot(name, channel, text, thread_ts=thread_ts)

    async def edit(self, user: str, channel: str, ts: str, text: str) -> None:
        self.people.edit(user, channel, ts, text)

    async def delete(self, user: str, channel: str, ts: str) -> None:
        self.people.delete(user, channel, ts)

    async def unfurl(self, channel: str, ts: str) -> None:
        """Slack adds a preview to a message."""
        self.people.unfurl(channel, ts)

    async def react(self, user: str, channel: str, ts: str, name: str) -> None:
        self.people.react(user, channel, ts, name)

    # People and the app

    async def slash(
        self, user: str, channel: str, command: str, text: str = "", thread_ts: str | None = None
    ) -> Outcome:
        """Run a command; returns once the app acked, or with `error` once it did not in time."""
        return await self.acts.slash(user, channel, command, text, thread_ts)

    async def press(self, user: str, channel: str, message_ts: str, action_id: str, choice: Any = None) -> Outcome:
        """Act on an element; `choice` is an option's value, a user, a date, `positive` or `negative`."""
        return await self.acts.press(user, channel, message_ts, action_id, choice)

    async def shortcut(
        self, user: str, channel: str | None = None, ts: str | None = None, callback_id: str = ""
    ) -> Outcome:
        """A message shortcut, or a global one where no message is named."""
        return await self.acts.shortcut(user, channel, ts, callback_id)

    async def submit_view(self, view_id: str, values: dict[str, Any] | None = None) -> Outcome:
        """Submit a modal; `values` by action_id. Raises `ValueError` where the client would not let it through."""
        return await self.acts.submit_view(view_id, values or {})

    async def close_view(self, view_id: str, *, clear: bool = False) -> Outcome:
        return await self.acts.close_view(view_id, clear=clear)

    async def press_in_view(self, view_id: str, action_id: str, choice: Any = None) -> Outcome:
        return await self.acts.press_in_view(view_id, action_id, choice)

    async def open_home(self, user: str) -> None:
        """Look at the app's Home tab."""
        self.acts.open_home(user, direct(self.backend, user))

    # The wire

    def deliver_over_http(self, request_url: str) -> None:
        """From now on everything goes as signed POSTs to this address, which must be on loopback."""
        self.backend.socket_mode = False
        transport = HttpTransport(request_url, self.signing_secret)
        self.site.closing.append(transport)
        self.backend.outbox.transport = transport

    def deliver_over_socket(self) -> None:
        """Back to Socket Mode."""
        self.backend.socket_mode = True
        self.backend.outbox.transport = self.socket

    async def verify_request_url(self) -> bool:
        """What Slack does when the address is entered: whether the app echoes the challenge."""
        transport = self.backend.outbox.transport
        return isinstance(transport, HttpTransport) and await transport.verify("local-verification")

    async def disconnect(self, reason: str = "warning") -> None:
        """Tell all Socket Mode connections to go; after a grace they are closed."""
        await self.socket.disconnect(reason)

    def cut_connections(self) -> int:
        """Drop all Socket Mode connections without a word; how many there were."""
        return self.socket.cut()

    def fail(  # noqa: PLR0913 - ways to fail, each by name
        self,
        method: str,
        *,
        error: str | None = None,
        status: int | None = None,
        rate_limited: float | None = None,
        drop_after_accept: bool = False,
        delay: float = 0.0,
        times: int | None = 1,
        every: int = 1,
    ) -> None:
        """Make coming calls fail. `method` may hold `*`; `response_url` is one too. See `Fault`."""
        fault = Fault(method, error, status, rate_limited, drop_after_accept, delay, times, every)
        self.backend.faults.add(fault)

    def heal(self) -> None:
        """Forget all failures ordered."""
        self.backend.faults.clear()

    def redeliver(self, event_id: str, reason: str = "timeout") -> None:
        """Deliver an event once more, as Slack does when it missed the ack."""
        self.backend.outbox.redeliver(event_id, reason)

    def duplicate(self, event: str | dict[str, Any], *, new_event_id: bool = True) -> str:
        """Deliver an event's content again, under another event id unless told otherwise; the id."""
        events = self.backend.outbox.events
        body = events[event] if isinstance(event, str) else event_body(self.backend.workspace, event)
        if new_event_id and isinstance(event, str):
            body = body | {"event_id": self.backend.workspace.new_id("Ev")}
        self.backend.outbox.send_event(body)
        return str(body["event_id"])

    async def settled(self, timeout: float = 10.0) -> None:  # noqa: ASYNC109 - callers read it so
        """Wait until no delivery is under way or due again. Raises `TimeoutError`."""
        await self.backend.outbox.settled(timeout)


__all__ = ["LocalSlack", "Outcome", "Refused", "Timing"]
