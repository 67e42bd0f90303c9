"""One of every block and element that the local Slack takes, in the shortest form that can be looked at."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from bot.playground.blocks import layout

Block = dict[str, Any]


def plain(text: str) -> Block:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Block:
    return {"type": "mrkdwn", "text": text}


def options(*names: str) -> list[Block]:
    return [{"text": plain(name), "value": name.lower()} for name in names]


def rich(*elements: Block) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def run(*parts: Block, kind: str = "rich_text_section", **more: Any) -> Block:
    return {"type": kind, "elements": list(parts), **more}


def text(words: str, **style: bool) -> Block:
    return {"type": "text", "text": words, **({"style": style} if style else {})}


FRUIT = options("Apples", "Pears", "Plums")
PICTURE = {"type": "image", "image_url": "https://pictures.example/bridge.png", "alt_text": "A bridge"}
CONFIRM = {
    "title": plain("Sure?"),
    "text": plain("It cannot be undone."),
    "confirm": plain("Do it"),
    "deny": plain("No"),
}

BUTTONS: list[Block] = [
    {"type": "button", "action_id": "plain", "text": plain("Plain"), "value": "1"},
    {"type": "button", "action_id": "primary", "text": plain("Primary"), "style": "primary"},
    {"type": "button", "action_id": "danger", "text": plain("Danger"), "style": "danger", "confirm": CONFIRM},
    {"type": "button", "action_id": "link", "text": plain("Link"), "url": "https://example.org/"},
    {"type": "workflow_button", "action_id": "flow", "text": plain("Workflow"), "workflow": {"trigger": {}}},
    {"type": "overflow", "action_id": "overflow", "options": options("Open", "Close")},
]
MENUS: list[Block] = [
    {"type": "static_select", "action_id": "fruit", "placeholder": plain("A fruit"), "options": FRUIT},
    {"type": "external_select", "action_id": "found", "placeholder": plain("A town"), "min_query_length": 1},
    {"type": "users_select", "action_id": "user", "placeholder": plain("A person")},
    {"type": "channels_select", "action_id": "channel", "placeholder": plain("A channel")},
    {"type": "conversations_select", "action_id": "conversation", "placeholder": plain("A conversation")},
    {"type": "multi_static_select", "action_id": "fruits", "placeholder": plain("Some fruit"), "options": FRUIT},
    {"type": "multi_external_select", "action_id": "founds", "placeholder": plain("Some towns"), "min_query_length": 1},
    {"type": "multi_users_select", "action_id": "users", "placeholder": plain("Some people")},
    {"type": "multi_channels_select", "action_id": "channels", "placeholder": plain("Some channels")},
    {"type": "multi_conversations_select", "action_id": "conversations", "placeholder": plain("Some places")},
    {"type": "datepicker", "action_id": "date", "initial_date": "2026-10-14"},
    {"type": "timepicker", "action_id": "time", "initial_time": "10:30"},
    {"type": "radio_buttons", "action_id": "radio", "options": FRUIT, "initial_option": FRUIT[0]},
    {"type": "checkboxes", "action_id": "checks", "options": FRUIT, "initial_options": FRUIT[:2]},
]
MOMENT: Block = {"type": "datetimepicker", "action_id": "moment", "initial_date_time": 1_793_000_000}
ENTRIES: list[Block] = [
    {"type": "plain_text_input", "action_id": "line", "placeholder": plain("One line")},
    {"type": "plain_text_input", "action_id": "lines", "multiline": True, "initial_value": "Two\nlines"},
    {"type": "email_text_input", "action_id": "email"},
    {"type": "url_text_input", "action_id": "url"},
    {"type": "number_input", "action_id": "number", "is_decimal_allowed": False, "min_value": "1", "max_value": "9"},
    {"type": "rich_text_input", "action_id": "rich"},
    {"type": "file_input", "action_id": "files"},
    MOMENT,
    *MENUS,
]

INLINE = rich(
    run(
        text("bold", bold=True),
        text(" italic", italic=True),
        text(" struck", strike=True),
        text(" code", code=True),
        text(" under", underline=True),
        text(" marked ", highlight=True),
        {"type": "link", "url": "https://example.org/a", "text": "a link"},
        {"type": "emoji", "name": "eyes"},
        {"type": "broadcast", "range": "here"},
        {"type": "usergroup", "usergroup_id": "S1"},
        {"type": "team", "team_id": "T1"},
        {"type": "user", "user_id": "U1"},
        {"type": "channel", "channel_id": "C1"},
        {"type": "date", "timestamp": 1_793_000_000, "format": "{date_short}", "fallback": "in October"},
        {"type": "color", "value": "#1f3a4d"},
    ),
    run(run(text("one")), run(text("two")), kind="rich_text_list", style="bullet"),
    run(run(text("deeper")), kind="rich_text_list", style="ordered", indent=1),
    run(text("quoted"), kind="rich_text_quote"),
    run(text("x = 1"), kind="rich_text_preformatted"),
)

SECTIONS: list[Block] = [
    {"type": "header", "text": plain("A header")},
    {
        "type": "section",
        "text": mrkdwn("*bold* _italic_ ~struck~ `code` <https://example.org|a link> :tada:\n> quoted"),
    },
    {"type": "section", "fields": [mrkdwn("*Who*\nA minister"), mrkdwn("*When*\nTuesday")]},
    {"type": "section", "text": plain("With a picture"), "accessory": PICTURE},
    {"type": "divider"},
    {"type": "context", "elements": [PICTURE, mrkdwn("small *print*"), plain("plain")]},
    INLINE,
    {"type": "image", "image_url": "https://pictures.example/a.png", "alt_text": "A tower", "title": plain("A tower")},
    {"type": "alert", "text": plain("Mind the gap"), "level": "warning"},
    {
        "type": "video",
        "title": plain("A film"),
        "alt_text": "A film of a bridge",
        "video_url": "https://films.example/1",
        "thumbnail_url": "https://films.example/1.png",
    },
    {"type": "actions", "elements": BUTTONS},
    {"type": "actions", "elements": [*MENUS, MOMENT]},
]

MARKDOWN = """# Heading
Some **bold**, *italic*, ~~struck~~, `code` and [a link](https://example.org/b).

- one
  - deeper
- [x] done
1. first

> quoted

```
x = 1
```

---

| who | says |
|:--|--:|
| minister | yes |
"""

CARD: Block = {
    "type": "card",
    "title": plain("A card"),
    "subtitle": plain("below"),
    "body": mrkdwn("with *text*"),
    "actions": [{"type": "button", "action_id": "card", "text": plain("On the card")}],
}
TASK: Block = {
    "type": "task_card",
    "task_id": "1",
    "title": "Read the page",
    "status": "complete",
    "details": rich(run(text("18 sentences"))),
    "sources": [{"type": "url", "url": "https://example.org/c", "text": "the page"}],
}
FEEDBACK: Block = {
    "type": "feedback_buttons",
    "action_id": "vote",
    "positive_button": {"text": plain("Good"), "value": "good"},
    "negative_button": {"text": plain("Bad"), "value": "bad"},
}

IN_MESSAGES: list[Block] = [
    {"type": "markdown", "text": MARKDOWN},
    {
        "type": "context_actions",
        "elements": [
            FEEDBACK,
            {"type": "icon_button", "action_id": "bin", "icon": "trash", "text": plain("Throw away")},
        ],
    },
    {"type": "container", "title": plain("Folded"), "is_collapsible": True, "child_blocks": [SECTIONS[0], SECTIONS[1]]},
    CARD,
    {"type": "carousel", "elements": [CARD, CARD | {"title": plain("Another")}]},
    TASK,
    {"type": "plan", "title": "A plan", "tasks": [TASK | {"status": "in_progress"}]},
    {"type": "file", "external_id": "file-1", "source": "remote"},
]
TABLE: Block = {
    "type": "table",
    "rows": [
        [{"type": "raw_text", "text": "Claim"}, {"type": "raw_text", "text": "Sentence"}],
        [rich(run(text("Cranes sent data"))), {"type": "raw_number", "value": 3, "text": "3"}],
    ],
    "column_settings": [{"is_wrapped": True}, {"align": "right"}],
}


def inputs() -> list[Block]:
    """A block for each entry, none of them required."""
    return [
        {
            "type": "input",
            "block_id": f"b-{entry['action_id']}",
            "label": plain(f"Label of {entry['action_id']}"),
            "element": {name: value for name, value in entry.items() if name != "confirm"},
            "optional": True,
            "hint": plain("A hint"),
        }
        for entry in ENTRIES
    ]


def kinds(shown: Any) -> set[str]:
    """Every `type` in the gallery, at any depth."""
    if isinstance(shown, list):
        return set().union(*map(kinds, shown))
    if not isinstance(shown, dict):
        return set()
    return set().union(*map(kinds, shown.values())) | ({str(shown["type"])} if "type" in shown else set())


def taken(kind: Any) -> Iterator[str]:
    """Every `type` that the local Slack takes under a type of blocks."""
    for inner in get_args(kind):
        yield from taken(inner)
    if isinstance(kind, type) and issubclass(kind, BaseModel) and "type" in kind.model_fields:
        yield from get_args(kind.model_fields["type"].annotation)


def all_kinds() -> set[str]:
    """Blocks and elements of messages and views."""
    return {*taken(layout.MessageBlock), *taken(layout.ViewBlock), *taken(layout.Action), *taken(layout.Entry)}
