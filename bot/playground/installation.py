"""The app as it is installed in the local workspace."""

from bot.playground.backend import Backend, Secrets
from bot.playground.delivery.outbox import Outbox
from bot.playground.delivery.socket import SocketTransport
from bot.playground.faults import Faults
from bot.playground.pace import Pace
from bot.playground.timing import Timing
from bot.playground.workspace import Workspace

SCOPES = frozenset(
    [
        "app_mentions:read",
        "assistant:write",
        "channels:history",
        "channels:join",
        "channels:read",
        "chat:write",
        "commands",
        "files:read",
        "files:write",
        "groups:history",
        "groups:read",
        "im:history",
        "im:read",
        "im:write",
        "mpim:history",
        "mpim:read",
        "reactions:read",
        "reactions:write",
        "team:read",
        "users:read",
    ]
)

TOKENS = {
    "bot_token": "xoxb-local-bot",
    "app_token": "xapp-1-local-app",
    "signing_secret": "local-signing-secret",
    "client_id": "1.1",
    "client_secret": "local-client-secret",
}
"""No secrets: they open nothing but this server, on loopback."""


def installed(timing: Timing, enterprise_id: str | None) -> tuple[Backend, SocketTransport]:
    """A workspace without people, the app in it, and its Socket Mode."""
    workspace = Workspace("T0LOCAL001", "Local newsroom", "local-newsroom", "A0CLAIMS01", enterprise_id)
    secrets = Secrets(**TOKENS)
    socket = SocketTransport(workspace.app_id, timing)
    backend = Backend(
        workspace=workspace,
        secrets=secrets,
        timing=timing,
        outbox=Outbox(socket, timing),
        pace=Pace(timing),
        faults=Faults(),
        scopes=set(SCOPES),
        new_ticket=socket.ticket,
    )
    return backend, socket
