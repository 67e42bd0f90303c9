"""What the app is told: the event payloads and who may see them."""

import time
from typing import Any

from bot.playground.workspace import Channel, Message, Workspace

VERIFICATION_TOKEN = "local-verification"


def event_body(workspace: Workspace, event: dict[str, Any], channel: Channel | None = None) -> dict[str, Any]:
    """The envelope of the Events API around one event."""
    shared = bool(channel and channel.shared)
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": workspace.team_id,
        "context_team_id": workspace.team_id,
        "context_enterprise_id": workspace.enterprise_id,
        "enterprise_id": workspace.enterprise_id,
        "api_app_id": workspace.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": workspace.new_id("Ev"),
        "event_time": int(time.time()),
        "authorizations": [
            {
                "enterprise_id": workspace.enterprise_id,
                "team_id": workspace.team_id,
                "user_id": workspace.bot.id,
                "is_bot": True,
                "is_enterprise_install": workspace.org_wide,
            }
        ],
        "is_ext_shared_channel": shared,
        "event_context": workspace.new_id("4-"),
    }


def app_rate_limited(workspace: Workspace) -> dict[str, Any]:
    """What is sent instead once a minute, where more happens than an app is told in an hour."""
    return {
        "token": VERIFICATION_TOKEN,
        "type": "app_rate_limited",
        "team_id": workspace.team_id,
        "minute_rate_limited": int(time.time()) // 60 * 60,
        "api_app_id": workspace.app_id,
        "event_id": workspace.new_id("Ev"),
    }


def message_event(channel: Channel, message: Message) -> dict[str, Any]:
    """`message`, with its subtype where it has one; reply counts of a root are not part of it."""
    counted = {"reply_count", "reply_users_count", "reply_users", "latest_reply", "is_locked", "subscribed"}
    fields = {name: value for name, value in message.items() if name not in counted}
    return fields | {"channel": channel.id, "event_ts": message["ts"], "channel_type": channel.type}


def mention_event(channel: Channel, message: Message) -> dict[str, Any]:
    """The `app_mention` twin of a message."""
    wanted = (
        "user",
        "ts",
        "client_msg_id",
        "text",
        "team",
        "blocks",
        "thread_ts",
        "parent_user_id",
        "files",
        "user_team",
    )
    fields = {name: message[name] for name in wanted if name in message}
    return fields | {"type": "app_mention", "channel": channel.id, "event_ts": message["ts"]}


def link_shared_event(
    workspace: Workspace, channel: Channel, message: Message, links: list[dict[str, str]]
) -> dict[str, Any]:
    """`link_shared`, for links under the app's registered domains only."""
    event = {
        "type": "link_shared",
        "user": message.get("user"),
        "channel": channel.id,
        "message_ts": message["ts"],
        "is_bot_user_member": workspace.bot.id in channel.members,
        "unfurl_id": f"{channel.id}-{message['ts']}",
        "source": "conversations_history",
        "links": links,
        "event_ts": message["ts"],
    }
    return event | ({"thread_ts": message["thread_ts"]} if "thread_ts" in message else {})


def changed_event(workspace: Workspace, channel: Channel, message: Message, previous: Message) -> dict[str, Any]:
    """`message_changed`: an edit, an unfurl, a bot's update, a stream that ended."""
    stamp = workspace.new_ts()
    return {
        "type": "message",
        "subtype": "message_changed",
        "message": dict(message),
        "previous_message": previous,
        "channel": channel.id,
        "hidden": True,
        "ts": stamp,
        "event_ts": stamp,
        "channel_type": channel.type,
    }


def deleted_event(workspace: Workspace, channel: Channel, previous: Message) -> dict[str, Any]:
    """`message_deleted`."""
    stamp = workspace.new_ts()
    return {
        "type": "message",
        "subtype": "message_deleted",
        "previous_message": previous,
        "channel": channel.id,
        "hidden": True,
        "deleted_ts": previous["ts"],
        "ts": stamp,
        "event_ts": stamp,
        "channel_type": channel.type,
    }
