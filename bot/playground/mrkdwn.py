"""The `<…>` of Slack's text: what it links to and whom it notifies.

https://docs.slack.dev/messaging/formatting-message-text
"""

import re
from dataclasses import dataclass
from typing import Any

CONTROL = re.compile(r"<([^<>\n]+)>")
STRAY_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt);)")


@dataclass(frozen=True, slots=True)
class Control:
    """One `<…>`: kind is user, channel, broadcast, group, date or link."""

    kind: str
    target: str
    label: str | None


FORMS = (
    ("user", re.compile(r"@([UWB][A-Z0-9]{2,})")),
    ("channel", re.compile(r"#([CGD][A-Z0-9]{2,})")),
    ("broadcast", re.compile(r"!(here|channel|everyone)")),
    ("group", re.compile(r"!subteam\^([A-Z0-9]+)")),
    ("date", re.compile(r"!(date\^.+)", re.DOTALL)),
    ("link", re.compile(r"((?:https?|mailto|tel|slack|ftp):.+)", re.IGNORECASE)),
)


def control(inner: str) -> Control | None:
    """What stands between the angle brackets, or None where Slack would show it as text."""
    target, _, label = inner.partition("|")
    for kind, form in FORMS:
        if match := form.fullmatch(target):
            return Control(kind, match[1], label or None)
    return None


def controls(text: str) -> list[Control]:
    """All of them, in order."""
    found = (control(match[1]) for match in CONTROL.finditer(text))
    return [item for item in found if item]


def escaped(text: str) -> str:
    """`&`, `<` and `>` as Slack stores them, its own `<…>` kept."""
    parts, at = [], 0
    for match in CONTROL.finditer(text):
        if not control(match[1]):
            continue
        parts += [_escape(text[at : match.start()]), "<", STRAY_AMPERSAND.sub("&amp;", match[1]), ">"]
        at = match.end()
    return "".join([*parts, _escape(text[at:])])


def _escape(text: str) -> str:
    return STRAY_AMPERSAND.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


NOTIFYING = {"user", "broadcast", "group"}


def notified(value: Any, where: str = "") -> list[dict[str, str]]:
    """Whom a message calls: `{kind, target, where}` for each mention in its texts and rich text, at any depth.

    `where` is a JSON pointer into the message. Slack reads these in `text`, in `mrkdwn` objects and in `markdown` blocks.
    """
    if isinstance(value, list):
        return [hit for number, item in enumerate(value) for hit in notified(item, f"{where}/{number}")]
    if isinstance(value, str):
        return [
            {"kind": item.kind, "target": item.target, "where": where}
            for item in controls(value)
            if item.kind in NOTIFYING
        ]
    if not isinstance(value, dict):
        return []
    return _in_object(value, where)


def _in_object(value: dict[str, Any], where: str) -> list[dict[str, str]]:
    match value.get("type"):
        case "user" if "user_id" in value:
            return [{"kind": "user", "target": str(value["user_id"]), "where": where}]
        case "usergroup":
            return [{"kind": "group", "target": str(value.get("usergroup_id")), "where": where}]
        case "broadcast":
            return [{"kind": "broadcast", "target": str(value.get("range")), "where": where}]
        case "mrkdwn" | "markdown" | "markdown_text":
            return notified(value.get("text"), f"{where}/text")
        case "plain_text" | "raw_text" | "text":
            return []
    return [
        hit
        for name, item in value.items()
        if isinstance(item, (dict, list))
        for hit in notified(item, f"{where}/{name}")
    ]
