"""Where people come in: each kind of delivery, and what it asks for. A line of a table is a door.

What a door makes of a payload is data: a task is accepted before the ack, a look is shown beside it, an objection is the
ack. Nothing here waits for anybody.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.intake.look import NARROWINGS, Look, LookAtRules
from bot.intake.task import Task
from bot.intake.triage import parse_command, triage
from bot.slack.drawing.actions import (
    ALL_CLAIMS,
    LIST_CLAIMS,
    MENU,
    MISTAKE,
    NARROW,
    NEXT,
    PREVIOUS,
    READ_AFRESH,
    RULES,
    SETTINGS,
    TRY_AGAIN,
    VOTE,
)
from bot.slack.incoming.payload import (
    access_taken,
    command_of,
    edit_of_event,
    home_of,
    list_claims_of,
    message_of_event,
    removal_of,
)
from bot.slack.incoming.presses import (
    claims_turned_of,
    command_again_of,
    export_of,
    look_at_claims_of,
    look_at_rules_of,
    mistake_of,
    read_afresh_of,
    reread_of,
    try_again_of,
    vote_of,
)
from bot.slack.incoming.sent import objections_to_rules, remark_of, rules_of

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ours:
    """Whom they come to: our workspace and user, and how many links of one message are read."""

    team: str
    user: str
    links_per_message: int


@dataclass(frozen=True, slots=True)
class Objection:
    """A form cannot be taken as it was filled in: what is shown at each of its inputs, while it stays open."""

    inputs: Mapping[str, str]


Wish = Task | Look | Objection
Door = Callable[[Body, Ours], Iterable[Wish]]


def message(body: Body, ours: Ours) -> Iterable[Wish]:
    event = body["event"]
    if "ts" in event and "channel" in event:
        edited = event.get("subtype") == "message_changed"
        said = (edit_of_event if edited else message_of_event)(body, team=ours.team)
        if said is None:
            return
        task = triage(said, me=ours.user, links_per_message=ours.links_per_message)
        if task is not None:
            yield task


def command(body: Body, ours: Ours) -> Iterable[Wish]:
    task = parse_command(command_of(body, team=ours.team), links_per_message=ours.links_per_message)
    if task.verb == "settings":
        yield LookAtRules(
            task.team, str(task.user), trigger=task.event, channel=task.channel, response_url=task.response_url
        )
    else:
        yield task


def removed(body: Body, _: Ours) -> Iterable[Wish]:
    task = removal_of(body)
    if task is not None:
        yield task


def taken_out(body: Body, _: Ours) -> Iterable[Wish]:
    yield from access_taken(body)


def try_again(body: Body, ours: Ours) -> Iterable[Wish]:
    yield command_again_of(body, team=ours.team) or try_again_of(body, team=ours.team)


def vote(body: Body, ours: Ours) -> Iterable[Wish]:
    cast = vote_of(body, team=ours.team)
    yield cast
    if not cast.good:
        yield mistake_of(body, team=ours.team)


def remark(body: Body, ours: Ours) -> Iterable[Wish]:
    yield remark_of(body, team=ours.team)


def all_claims(body: Body, ours: Ours) -> Iterable[Wish]:
    yield look_at_claims_of(body, team=ours.team)


def read_afresh(body: Body, ours: Ours) -> Iterable[Wish]:
    yield from read_afresh_of(body, team=ours.team)


def turn_claims(body: Body, ours: Ours) -> Iterable[Wish]:
    yield claims_turned_of(body, team=ours.team)


def menu(body: Body, ours: Ours) -> Iterable[Wish]:
    """An entry of the menu under a reading; one of an older version may be known no more."""
    word, _, rest = str(body["actions"][0]["selected_option"]["value"]).partition(":")
    entry = MENU_ENTRIES.get(word)
    if entry is not None:
        yield entry(body, rest, ours)


def list_claims(body: Body, ours: Ours) -> Iterable[Wish]:
    yield list_claims_of(body, team=ours.team, links_per_message=ours.links_per_message)


def export(body: Body, wanted: str, ours: Ours) -> Task | Look:
    return export_of(body, wanted, team=ours.team)


def reread(body: Body, _: str, ours: Ours) -> Task | Look:
    return reread_of(body, team=ours.team)


MENU_ENTRIES: Mapping[str, Callable[[Body, str, Ours], Task | Look]] = {"export": export, "reread": reread}
"""By the first word of an entry's value; each gets what follows it."""


def home(body: Body, ours: Ours) -> Iterable[Wish]:
    """The tab beside it, our direct messages, needs nothing of us."""
    if body["event"].get("tab") == "home":
        yield home_of(body, team=ours.team)


def settings(body: Body, ours: Ours) -> Iterable[Wish]:
    yield look_at_rules_of(body, team=ours.team)


def keep_rules(body: Body, ours: Ours) -> Iterable[Wish]:
    wrong = objections_to_rules(body)
    yield Objection(wrong) if wrong else rules_of(body, team=ours.team)


EVENTS: Mapping[str, Door] = {
    "app_home_opened": home,
    "app_mention": message,
    "app_uninstalled": removed,
    "message": message,
    "team_access_revoked": taken_out,
    "tokens_revoked": removed,
}
"""By type of event; the manifest subscribes to the same."""

COMMANDS: Mapping[str, Door] = {"/claims": command}

SHORTCUTS: Mapping[str, Door] = {LIST_CLAIMS: list_claims}
"""By callback_id; the manifest declares the same."""

VIEWS: Mapping[str, Door] = {MISTAKE: remark, RULES: keep_rules}
"""By callback_id of a form that is sent."""

ACTIONS: Mapping[str, Door] = {
    ALL_CLAIMS: all_claims,
    MENU: menu,
    NEXT: turn_claims,
    PREVIOUS: turn_claims,
    READ_AFRESH: read_afresh,
    **dict.fromkeys((f"{NARROW}{name}" for name in NARROWINGS), turn_claims),
    SETTINGS: settings,
    TRY_AGAIN: try_again,
    VOTE: vote,
}
"""By action_id, in messages and in views."""
