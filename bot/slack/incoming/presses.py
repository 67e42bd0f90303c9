"""What people press: `block_actions` payloads, of messages and of views, become values of `intake`."""

import json
from typing import TypedDict

from bot.intake.look import LookAtClaims, LookAtRules, ReportMistake, SeeItBegin, Shelfmark
from bot.intake.task import ExportReading, ReadLinks, Reread, RunCommand, TryAgain, Vote
from bot.slack.drawing.actions import ANY, GOOD, NARROW, NEXT, PREVIOUS
from bot.slack.incoming.payload import Payload, links_in_blocks


def try_again_of(body: Payload, *, team: str) -> TryAgain:
    """*Try again*, pressed: a `block_actions` payload."""
    return TryAgain(team=team, **_pressed(body))


def command_again_of(body: Payload, *, team: str) -> RunCommand | None:
    """The same under what a command answered to one person, or where we may not post: no message leads to it, so the button holds
    the command. None where it holds nothing."""
    again = str(body["actions"][0].get("value") or "")
    if not again:
        return None
    pressed = _pressed(body)
    return RunCommand(
        team=team,
        channel=pressed["channel"],
        user=pressed["user"],
        event=pressed["event"],
        response_url=str(body.get("response_url") or ""),
        **json.loads(again),
    )


def vote_of(body: Payload, *, team: str) -> Vote:
    """A feedback button, pressed: a `block_actions` payload."""
    return Vote(team=team, good=body["actions"][0].get("value") == GOOD, **_pressed(body))


def reread_of(body: Payload, *, team: str) -> Reread:
    """*Read again*, chosen in a reading's menu."""
    return Reread(team=team, **_pressed(body))


def export_of(body: Payload, wanted: str, *, team: str) -> ExportReading:
    """A form of export, chosen in the menu under a reading: a `block_actions` payload. `wanted`: "csv:article/reading"."""
    form, _, shelfmark = wanted.partition(":")
    pressed = _pressed(body)
    del pressed["reply"]
    return ExportReading(
        team=team,
        **pressed,
        form=form,
        shelfmark=shelfmark,
        private=bool((body.get("container") or {}).get("is_ephemeral")),
        response_url=str(body.get("response_url") or ""),
    )


def mistake_of(body: Payload, *, team: str) -> ReportMistake:
    """*Something is wrong*, pressed: a `block_actions` payload."""
    return ReportMistake(**_looking(body, team), reply=_pressed(body)["reply"])


def look_at_claims_of(body: Payload, *, team: str) -> LookAtClaims:
    """*All claims*, pressed under a reading: a `block_actions` payload."""
    message: Payload = body.get("message") or {}
    heading = links_in_blocks((message.get("blocks") or ())[:1])
    return LookAtClaims(
        shelfmark=Shelfmark.of(str(body["actions"][0].get("value") or "")),
        **_looking(body, team),
        link=heading[0] if heading else "",
        thread=str(message.get("thread_ts") or message.get("ts") or ""),
    )


def read_afresh_of(body: Payload, *, team: str) -> tuple[ReadLinks, SeeItBegin]:
    """*Read again*, pressed in the window that says what is kept no more: a `block_actions` payload of a view."""
    action: Payload = body["actions"][0]
    wanted, pressed = json.loads(action["value"]), str(action["action_ts"])
    looking = _looking(body, team)
    task = ReadLinks(
        team=team,
        channel=wanted["channel"],
        thread=wanted["thread"],
        message=wanted["thread"],
        user=looking["user"],
        event=pressed,
        edit=pressed,
        links=(wanted["link"],),
        asked=True,
    )
    return task, SeeItBegin(**looking, view=str(body["view"]["id"]))


def claims_turned_of(body: Payload, *, team: str) -> LookAtClaims:
    """A page turned, or the list narrowed, in the window of all claims: a `block_actions` payload of a view.

    What the menus show counts, and what was just chosen in one of them before all; what Slack leaves out is as it was
    when the window was drawn.
    """
    view: Payload = body["view"]
    before = json.loads(str(view.get("private_metadata") or "{}"))
    action: Payload = body["actions"][0]
    narrowed = before.get("narrowed", {}) | _menus(view) | _chosen(action)
    turned = action["action_id"] in (PREVIOUS, NEXT)
    return LookAtClaims(
        **_looking(body, team),
        view=str(view["id"]),
        shelfmark=Shelfmark.of(str(before.get("shelfmark") or "")),
        narrowed={name: value for name, value in narrowed.items() if value != ANY},
        page=int(action["value"]) if turned else 1,
    )


def look_at_rules_of(body: Payload, *, team: str) -> LookAtRules:
    """*Settings*, pressed beside a channel in the app's Home: a `block_actions` payload of a view."""
    looking = _looking(body, team) | {"channel": str(body["actions"][0].get("value") or "")}
    return LookAtRules(**looking, home=True)


def _menus(view: Payload) -> dict[str, str]:
    values: Payload = (view.get("state") or {}).get("values") or {}
    found: dict[str, str] = {}
    for block in values.values():
        for name, held in block.items():
            found |= _chosen({"action_id": name} | held)
    return found


def _chosen(held: Payload) -> dict[str, str]:
    name, option = str(held["action_id"]), held.get("selected_option")
    return {name.removeprefix(NARROW): str(option["value"])} if name.startswith(NARROW) and option else {}


class _Looking(TypedDict):
    team: str
    user: str
    trigger: str
    channel: str
    response_url: str


def _looking(body: Payload, team: str) -> _Looking:
    return {
        "team": team,
        "user": str(body["user"]["id"]),
        "trigger": str(body.get("trigger_id") or ""),
        "channel": str((body.get("channel") or {}).get("id") or ""),
        "response_url": str(body.get("response_url") or ""),
    }


def _pressed(body: Payload) -> dict[str, str]:
    """Who pressed under which of our messages, and the id of the press."""
    message: Payload = body.get("message") or {}
    container: Payload = body.get("container") or {}
    ts = str(container.get("message_ts") or message["ts"])
    return {
        "channel": str((body.get("channel") or {}).get("id") or container["channel_id"]),
        "thread": str(message.get("thread_ts") or container.get("thread_ts") or ts),
        "user": str(body["user"]["id"]),
        "reply": ts,
        "event": str(body["actions"][0].get("action_ts") or body.get("trigger_id")),
    }
