"""What people send off: `view_submission` payloads become values of `intake`."""

import json
from typing import Final

from bot.intake.rules import Rules, domains_in
from bot.intake.task import KeepRules, Remark
from bot.reply.catalogue import words
from bot.slack.drawing.actions import OWN
from bot.slack.incoming.payload import Payload


def remark_of(body: Payload, *, team: str) -> Remark:
    """The form of what is wrong, sent: a `view_submission` payload."""
    view: Payload = body["view"]
    about = json.loads(str(view.get("private_metadata") or "{}"))
    held: Payload = view["state"]["values"]
    return Remark(
        team=team,
        channel=str(about["channel"]),
        user=str(body["user"]["id"]),
        reply=str(about["reply"]),
        what=_entered(held, "what"),
        claim=_entered(held, "claim"),
        comment=_entered(held, "comment").strip(),
        event=str(view["id"]),
    )


DOMAINS: Final = ("ignore", "keep_to")
"""The inputs of a channel's settings that take domains."""


def objections_to_rules(body: Payload) -> dict[str, str]:
    """What stands in the way of a channel's settings, by input, in the language of the form."""
    view: Payload = body["view"]
    said = words(json.loads(str(view.get("private_metadata") or "{}")).get("language"))
    wrong = {name: domains_in(_entered(view["state"]["values"], name))[1] for name in DOMAINS}
    return {
        name: said("rules.no_domains", n=len(typed), words=", ".join(each[:40] for each in typed[:5]))
        for name, typed in wrong.items()
        if typed
    }


def rules_of(body: Payload, *, team: str) -> KeepRules:
    """The form of a channel's settings, sent off: a `view_submission`. What cannot be read of it is as by default."""
    view: Payload = body["view"]
    remembered = json.loads(str(view.get("private_metadata") or "{}"))
    held: Payload = view["state"]["values"]
    domains = {name: domains_in(_entered(held, name))[0] for name in DOMAINS}
    chosen = {name: value for name in ("reads", "follow_ups", "language") if (value := _entered(held, name))}
    if chosen.get("language") == OWN:
        del chosen["language"]
    return KeepRules(
        team=team,
        channel=str(remembered.get("channel") or ""),
        user=str(body["user"]["id"]),
        rules=Rules.model_validate(chosen | domains),
        home=bool(remembered.get("home")),
        event=str(view["id"]),
    )


def _entered(held: Payload, name: str) -> str:
    """What an input holds; "" for one that is empty or not there."""
    entry: Payload = (held.get(name) or {}).get(name) or {}
    return str((entry.get("selected_option") or {}).get("value") or entry.get("value") or "")
