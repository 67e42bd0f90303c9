"""The app as it is installed in the local workspace."""

from bot.playground.backend import Backend, Secrets
from bot.playground.changes import Changes
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
    "app_token": "xapp-1-local-app",
    "signing_secret": "local-signing-secret",
    "client_id": "1.1",
    "client_secret": "local-client-secret",
}
"""No secrets: they open nothing but this server, on loopback. Each workspace has its own bot token."""


def installed(timing: Timing, enterprise_id: str | None) -> Backend:
    """A workspace without people, the app in it, and its Socket Mode."""
    workspace = Workspace(1, "Local newsroom", enterprise_id)
    socket = SocketTransport(workspace.app_id, timing)
    changes = Changes()
    return Backend(
        workspace=workspace,
        secrets=Secrets(bot_token="xoxb-local-bot", **TOKENS),
        timing=timing,
        socket=socket,
        outbox=Outbox(socket, timing, changes),
        pace=Pace(timing),
        faults=Faults(),
        scopes=set(SCOPES),
        changes=changes,
    )


def another(first: Backend, number: int, name: str, *, in_org: bool = False) -> Backend:
    """A further workspace with the same app: the wire is shared, the limits are not.

    `in_org`: of the first one's organisation, whose installation, with its token and its bot user, is this one's too.
    """
    workspace = Workspace(number, name, first.workspace.enterprise_id if in_org else None)
    if in_org:
        workspace.take_bot(first.workspace.bot)
    return Backend(
        workspace=workspace,
        secrets=first.secrets if in_org else Secrets(bot_token=f"xoxb-local-bot-{number}", **TOKENS),
        timing=first.timing,
        socket=first.socket,
        outbox=first.outbox,
        pace=Pace(first.timing),
        faults=first.faults,
        scopes=set(SCOPES),
        changes=Changes(),
        url=first.url,
    )
