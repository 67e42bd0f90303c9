"""What people write, and what becomes of the app: Slack's payloads become values of `intake`.

Nothing further in sees Slack's JSON. What people press is in `presses`, what they send off in `sent`.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.intake.links import distinct, links_in_slack_text
from bot.intake.message import Command, Message, Where
from bot.intake.shared import SharedFile, links_of
from bot.intake.task import ForgetTeam, ListClaims, ShowHome

Payload = Mapping[str, Any]

EDIT_SECONDS = 600
"""For so long after a message was written a link that is put into it counts as pasted; later edits are tidying up."""

_MENTION = re.compile(r"<@([A-Z0-9]+)(?:\|[^<>]*)?>")
_MARKUP = re.compile(r"<(?:[#@!][^<>|]*|[^<>|\s]+)(?:\|([^<>]*))?>")


def message_of_event(body: Payload, *, team: str) -> Message:
    """The message in an `event_callback` of type `message` or `app_mention`.

    A deletion keeps its `subtype`, which is how intake knows to leave it alone.
    """
    event: Payload = body["event"]
    channel = str(event["channel"])
    raw = str(event.get("text") or "")
    return Message(
        team=team,
        channel=channel,
        where=_where(channel, event.get("channel_type")),
        ts=str(event["ts"]),
        user=event.get("user"),
        text=_plain(raw),
        links=links_in_message(event),
        files=files_in_message(event),
        mentions=tuple(dict.fromkeys(_MENTION.findall(raw))) or _mentions_in_blocks(event.get("blocks") or ()),
        thread=event.get("thread_ts"),
        subtype=event.get("subtype"),
        bot=bool(event.get("bot_id") or event.get("bot_profile")),
        event=str(body.get("event_id", "")),
    )


def edit_of_event(body: Payload, *, team: str) -> Message | None:
    """The message of a `message_changed`, with the links that its writer brought into it within `EDIT_SECONDS`; else None.

    Slack sends the same for previews, for what bots update, and for the replies that a thread counts.
    """
    event: Payload = body["event"]
    after, before = event.get("message") or {}, event.get("previous_message") or {}
    edit = _edited(after)
    if not edit or edit == _edited(before) or float(edit) - float(after["ts"]) > EDIT_SECONDS:
        return None
    known = {*links_in_message(before)}
    links = tuple(link for link in links_in_message(after) if link not in known)
    written = {"channel": event["channel"], "channel_type": event.get("channel_type"), **after}
    message = message_of_event({**body, "event": written}, team=team)
    return replace(message, links=links, files=(), edit=edit) if links else None


def _edited(message: Payload) -> str:
    """When its writer changed it last; empty for what was not changed."""
    return str((message.get("edited") or {}).get("ts") or "")


def links_in_message(message: Payload) -> tuple[str, ...]:
    """The links of a message as Slack gives it: of its blocks, and where these have none, of its text."""
    return links_in_blocks(message.get("blocks") or ()) or links_in_slack_text(str(message.get("text") or ""))


def files_in_message(message: Payload) -> tuple[SharedFile, ...]:
    """The files that came with a message, those that Slack no longer shows aside."""
    return tuple(
        SharedFile(str(file["id"]), str(file.get("name") or file.get("title") or ""), str(file.get("filetype") or ""))
        for file in message.get("files") or ()
        if isinstance(file, Mapping) and file.get("id") and file.get("mode") not in ("tombstone", "hidden_by_limit")
    )


def links_in_blocks(blocks: Any) -> tuple[str, ...]:
    """Addresses of the `link` elements in `rich_text` blocks, which is where Slack's own client puts a paste."""
    return distinct(
        str(element.get("url", "")) for element in _rich_text_elements(blocks) if element.get("type") == "link"
    )


def _mentions_in_blocks(blocks: Any) -> tuple[str, ...]:
    found = (
        str(element.get("user_id", "")) for element in _rich_text_elements(blocks) if element.get("type") == "user"
    )
    return tuple(dict.fromkeys(found))


def _rich_text_elements(blocks: Any) -> Iterator[Payload]:
    waiting = [block for block in reversed(blocks) if isinstance(block, Mapping) and block.get("type") == "rich_text"]
    while waiting:
        element = waiting.pop()
        yield element
        inner = element.get("elements") or ()
        waiting.extend(child for child in reversed(inner) if isinstance(child, Mapping))


def _where(channel: str, channel_type: str | None) -> Where:
    if channel_type == "im" or channel.startswith("D"):
        return "direct"
    return "group" if channel_type in ("group", "mpim") else "channel"


def _plain(raw: str) -> str:
    """Text as a person would read it: mentions out, links as their label, escapes undone."""
    without_mentions = _MENTION.sub(" ", raw)
    labelled = _MARKUP.sub(lambda match: match[1] or match[0][1:-1], without_mentions)
    return re.sub(r"[ \t]+", " ", html.unescape(labelled)).strip()


def command_of(body: Payload, *, team: str) -> Command:
    """A slash command, as Slack posts it."""
    channel = str(body["channel_id"])
    return Command(
        team=team,
        channel=channel,
        user=str(body["user_id"]),
        text=html.unescape(str(body.get("text") or "")) if "<" not in str(body.get("text")) else str(body["text"]),
        response_url=str(body["response_url"]),
        event=str(body.get("trigger_id") or body["response_url"]),
        where=_where(channel, None),
    )


def list_claims_of(body: Payload, *, team: str, links_per_message: int) -> ListClaims:
    """*List claims*, chosen in a message's menu: a `message_action` payload. Other apps' messages hold links too."""
    message: Payload = body["message"]
    ts = str(message.get("ts") or body["message_ts"])
    files = links_of(files_in_message(message), asked=True)
    links = (*(links_in_message(message) or distinct(_links_elsewhere(message))), *files)
    return ListClaims(
        team=team,
        channel=str(body["channel"]["id"]),
        thread=str(message.get("thread_ts") or ts),
        user=str(body["user"]["id"]),
        message=ts,
        links=links[:links_per_message],
        left_out=links[links_per_message:],
        response_url=str(body["response_url"]),
        event=str(body.get("action_ts") or body["trigger_id"]),
    )


def _links_elsewhere(message: Payload) -> Iterator[str]:
    """In the texts of other blocks, and in attachments, which is where feeds and unfurls have them."""
    for block in message.get("blocks") or ():
        for part in (block.get("text"), *(block.get("fields") or ())):
            if isinstance(part, Mapping):
                yield from links_in_slack_text(str(part.get("text") or ""))
    for attachment in message.get("attachments") or ():
        yield from (
            str(attachment[name]) for name in ("title_link", "from_url", "original_url") if attachment.get(name)
        )
        yield from links_in_slack_text(str(attachment.get("text") or ""))


def home_of(body: Payload, *, team: str) -> ShowHome:
    """`app_home_opened`."""
    event: Payload = body["event"]
    return ShowHome(
        team=team, channel=str(event.get("channel") or ""), user=str(event["user"]), event=str(body["event_id"])
    )


def access_taken(body: Payload) -> Iterator[ForgetTeam]:
    """`team_access_revoked`: an organisation took us out of some of its workspaces.

    Slack's own example has the event within another: https://docs.slack.dev/reference/events/team_access_revoked
    """
    event: Payload = body["event"]
    teams = event.get("team_ids") or (event.get("event") or {}).get("team_ids") or ()
    for team in map(str, teams):
        yield ForgetTeam(team=team, event=f"{body['event_id']}/{team}")


def removal_of(body: Payload) -> ForgetTeam | None:
    """`app_uninstalled`, or `tokens_revoked` of the bot; None where only some person's token was revoked.

    What was installed into an organisation is removed from all its workspaces.
    """
    event: Payload = body["event"]
    tokens: Payload = event.get("tokens") or {}
    if event["type"] == "tokens_revoked" and tokens.get("oauth") and not tokens.get("bot"):
        return None
    rights: Sequence[Payload] = body.get("authorizations") or ()
    org_wide = any(right.get("is_enterprise_install") for right in rights)
    return ForgetTeam(team=str(body["enterprise_id"] if org_wide else body["team_id"]), event=str(body["event_id"]))
