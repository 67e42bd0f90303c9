"""A Slack workspace on this machine: a real server that the real app talks to."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Self, Unpack

from bot.playground.delivery.http import HttpTransport
from bot.playground.events import event_body
from bot.playground.faults import Failing, Fault
from bot.playground.installation import another, installed
from bot.playground.page.about import About
from bot.playground.page.routes import Page
from bot.playground.site import Site
from bot.playground.team import Team
from bot.playground.timing import Timing


class LocalSlack(Team):
    """The server, the wire, and the first workspace with the app installed in it. Loopback only.

    Use it as an async context manager. Everything is delivered over Socket Mode until `deliver_over_http` is called.
    `redelivery` holds the pauses before each further attempt of an event, in seconds.
    """

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        timing: Timing | None = None,
        redelivery: tuple[float, ...] | None = None,
        commands: Sequence[str] = ("/claims",),
        link_domains: Sequence[str] = (),
        enterprise_id: str | None = None,
        control: bool = False,
    ) -> None:
        timing = timing or Timing()
        if redelivery is not None:
            timing = replace(timing, redelivery=redelivery)
        backend = installed(timing, enterprise_id)
        if len(link_domains) > 5:
            raise ValueError("Slack takes five domains at most")
        backend.link_domains = tuple(link_domains)
        self.commands = commands
        super().__init__(backend, Site(backend, host, port), commands)
        if control:
            from bot.playground.control import routes

            self.site.extra += routes(self)

    def show_page(self, about: About) -> Page:
        """Serve the page at `/`, for one person, who is in #general and has the app at hand; before the workspace opens."""
        self.backend.workspace.channel(self.general).members[about.person] = None
        self.direct(about.person)
        page = Page(self, about)
        self.site.extra += page.routes()
        self.site.closing.append(page.feed)
        return page

    async def __aenter__(self) -> Self:
        await self.site.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.backend.outbox.close()
        await self.backend.socket.close()
        await self.site.stop()

    def add_workspace(self, name: str, *, install: bool = True, in_org: bool = False) -> Team:
        """Another workspace behind the same addresses, with its own people, bot token and limits.

        Without `install` its token is dead until an OAuth code is exchanged. `in_org`: of the first one's organisation, with
        which it shares one token.
        """
        backend = another(self.backend, len(self.site.backends) + 1, name, in_org=in_org)
        if not in_org:
            backend.secrets.revoked = not install
        self.site.backends.append(backend)
        return Team(backend, self.site, self.commands)

    # The wire

    def deliver_over_http(self, request_url: str) -> None:
        """From now on everything goes as signed POSTs to this address, which must be on loopback."""
        transport = HttpTransport(request_url, self.signing_secret)
        self.site.closing.append(transport)
        self.backend.outbox.transport = transport

    def deliver_over_socket(self) -> None:
        """Back to Socket Mode."""
        self.backend.outbox.transport = self.backend.socket

    async def verify_request_url(self) -> bool:
        """What Slack does when the address is entered: whether the app echoes the challenge."""
        transport = self.backend.outbox.transport
        return isinstance(transport, HttpTransport) and await transport.verify("local-verification")

    async def disconnect(self, reason: str = "warning") -> None:
        """Tell all Socket Mode connections to go; after a grace they are closed."""
        await self.backend.socket.disconnect(reason)

    def cut_connections(self) -> int:
        """Drop all Socket Mode connections without a word; how many there were."""
        return self.backend.socket.cut()

    def fail(self, method: str, **how: Unpack[Failing]) -> None:
        """Make coming calls fail. `method` may hold `*`; `response_url` is one too. See `Fault`."""
        self.backend.faults.add(Fault(method, **how))

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

    async def settled(self, timeout: float = 10.0) -> None:
        """Wait until no delivery is under way or due again. Raises `TimeoutError`."""
        await self.backend.outbox.settled(timeout)
