"""conversations.* and users.conversations: channels and their members."""

from typing import Any

from bot.playground.api.access import direct, held, scoped, visible
from bot.playground.api.method import Answer, Arguments, Method, Text
from bot.playground.api.paging import Paged, listed, page
from bot.playground.backend import Backend
from bot.playground.refusal import Refused
from bot.playground.workspace import Channel, ChannelKind

READ = ("channels:read", "groups:read", "im:read", "mpim:read")


class Info(Arguments):
    channel: Text
    include_locale: bool | None = None
    include_num_members: bool | None = None


class Listing(Paged):
    exclude_archived: bool | None = None
    types: str = "public_channel"


class UsersConversations(Listing):
    user: str | None = None


class Members(Paged):
    channel: Text


class Join(Arguments):
    channel: Text


class Open(Arguments):
    channel: str | None = None
    users: str | None = None
    return_im: bool | None = None
    prevent_creation: bool | None = None


def info(backend: Backend, given: Info) -> Answer:
    """One channel."""
    channel = scoped(backend, visible(backend, given.channel), "read")
    described = describe(backend, channel)
    if given.include_num_members:
        described["num_members"] = len(channel.members)
    return {"ok": True, "channel": described}


def describe(backend: Backend, channel: Channel) -> dict[str, Any]:
    """A channel as Slack shows it to the bot."""
    common = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.archived,
        "is_im": channel.kind == "im",
        "is_org_shared": channel.org_shared,
        "context_team_id": backend.workspace.team_id,
    }
    if channel.kind == "im":
        return common | {"user": next((each for each in channel.members if each != backend.workspace.bot.id), "")}
    return common | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind == "channel",
        "is_group": channel.kind == "group",
        "is_mpim": channel.kind == "mpim",
        "is_private": channel.is_private,
        "is_member": backend.workspace.bot.id in channel.members,
        "is_general": channel.name == "general",
        "is_shared": channel.shared or channel.org_shared,
        "is_ext_shared": channel.shared,
        "is_pending_ext_shared": False,
        "unlinked": 0,
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "previous_names": [],
    }


KIND_OF_TYPE: dict[str, ChannelKind] = {
    "public_channel": "channel",
    "private_channel": "group",
    "im": "im",
    "mpim": "mpim",
}


def _of_types(backend: Backend, given: Listing, member: str | None) -> list[Channel]:
    """A token of an organisation has to say of which workspace: https://docs.slack.dev/enterprise/organization-ready-apps."""
    if backend.workspace.org_wide and given.team_id is None:
        raise Refused("missing_argument")
    if given.team_id not in (None, backend.workspace.team_id) or not backend.workspace.has_access:
        raise Refused("team_access_not_granted")
    names = {name.strip() for name in given.types.split(",")}
    if not names <= KIND_OF_TYPE.keys():
        raise Refused("invalid_types")
    kinds = {KIND_OF_TYPE[name] for name in names}
    for kind in sorted(kinds):
        held(backend, kind, "read")
    bot = backend.workspace.bot.id
    return [
        channel
        for channel in backend.workspace.channels.values()
        if channel.kind in kinds
        and not (given.exclude_archived and channel.archived)
        and (bot in channel.members or not channel.is_private)
        and (member is None or member in channel.members)
    ]


def listing(backend: Backend, given: Listing) -> Answer:
    """All channels the bot may know of."""
    chosen, cursor = page(_of_types(backend, given, None), given.limit, given.cursor)
    return listed("channels", [describe(backend, channel) for channel in chosen], cursor)


def users_conversations(backend: Backend, given: UsersConversations) -> Answer:
    """The channels somebody is in; the bot, where nobody is named."""
    member = given.user or backend.workspace.bot.id
    if member not in backend.workspace.users:
        raise Refused("user_not_found")
    chosen, cursor = page(_of_types(backend, given, member), given.limit, given.cursor)
    return listed("channels", [describe(backend, channel) for channel in chosen], cursor)


def members(backend: Backend, given: Members) -> Answer:
    """Who is in a channel."""
    channel = scoped(backend, visible(backend, given.channel), "read")
    chosen, cursor = page(list(channel.members), given.limit, given.cursor)
    return listed("members", chosen, cursor)


def join(backend: Backend, given: Join) -> Answer:
    """The bot enters a public channel."""
    channel = visible(backend, given.channel)
    if channel.kind != "channel":
        raise Refused("method_not_supported_for_channel_type")
    if channel.archived:
        raise Refused("is_archived")
    backend.enter(channel, backend.workspace.bot.id)
    return {"ok": True, "channel": describe(backend, channel)}


def open_direct(backend: Backend, given: Open) -> Answer:
    """The direct messages with one person."""
    if given.channel:
        channel = visible(backend, given.channel)
    else:
        users = [each for each in (given.users or "").split(",") if each]
        if not users:
            raise Refused("users_list_not_supplied")
        if len(users) > 1:
            raise Refused("too_many_users")
        if users[0] not in backend.workspace.users:
            raise Refused("user_not_found")
        channel = direct(backend, users[0])
    return {"ok": True, "channel": describe(backend, channel) if given.return_im else {"id": channel.id}}


METHODS = {
    "conversations.info": Method(info, Info, READ, json=False),
    "conversations.list": Method(listing, Listing, READ, json=False),
    "conversations.members": Method(members, Members, READ, json=False),
    "conversations.join": Method(join, Join, ("channels:join",)),
    "conversations.open": Method(open_direct, Open, ("im:write", "mpim:write")),
    "users.conversations": Method(users_conversations, UsersConversations, READ, json=False),
}
