"""Interactive elements of a message or view: finding one, and what acting on it sends."""

from collections.abc import Callable, Iterator
from typing import Any

Element = dict[str, Any]

SELECTED = {
    "users_select": "selected_user",
    "channels_select": "selected_channel",
    "conversations_select": "selected_conversation",
    "multi_users_select": "selected_users",
    "multi_channels_select": "selected_channels",
    "multi_conversations_select": "selected_conversations",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "rich_text_input": "rich_text_value",
}
"""Under which name each element carries what was chosen, where that is a plain value."""

ONE_OPTION = {"static_select", "external_select", "radio_buttons", "overflow"}
MANY_OPTIONS = {"multi_static_select", "multi_external_select", "checkboxes"}


def elements(blocks: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Element]]:
    """Each interactive element with the block it stands in."""
    for block in blocks:
        inside = [*block.get("elements", []), block.get("accessory"), block.get("element"), *block.get("actions", [])]
        for element in inside:
            if isinstance(element, dict) and "action_id" in element:
                yield block, element
        yield from elements(block.get("child_blocks", []))


INTERACTIVE = {"button", "overflow", "feedback_buttons", "icon_button", "workflow_button"}


def numbered(blocks: list[dict[str, Any]], new_id: Callable[[str], str]) -> list[dict[str, Any]]:
    """The blocks with the ids that Slack gives where the app gave none: of blocks, and of elements to act on."""
    return [_numbered(block, new_id) for block in blocks]


def _numbered(block: dict[str, Any], new_id: Callable[[str], str]) -> dict[str, Any]:
    named = block if block.get("block_id") else block | {"block_id": new_id("b")}
    for name in ("accessory", "element"):
        if name in named:
            named = named | {name: _with_action(named[name], new_id)}
    for name in ("elements", "actions"):
        if isinstance(named.get(name), list):
            named = named | {name: [_with_action(each, new_id) for each in named[name]]}
    return named | {"child_blocks": numbered(named["child_blocks"], new_id)} if "child_blocks" in named else named


def _with_action(item: Element, new_id: Callable[[str], str]) -> Element:
    kind = str(item.get("type"))
    acts = kind in INTERACTIVE or kind in SELECTED or kind in ONE_OPTION or kind in MANY_OPTIONS or "input" in kind
    return item if not acts or "action_id" in item else item | {"action_id": new_id("a")}


def find(blocks: list[dict[str, Any]], action_id: str, block_id: str | None = None) -> tuple[dict[str, Any], Element]:
    """The element, in the block that is named or the first that has one. Raises `LookupError` where there is none."""
    for block, element in elements(blocks):
        if element["action_id"] == action_id and block_id in (None, block["block_id"]):
            return block, element
    raise LookupError(f"nothing here has the action_id {action_id}")


def action(block: dict[str, Any], element: Element, choice: Any, stamp: str) -> dict[str, Any]:
    """An entry of `actions` in block_actions. `choice` is a value, a user, a date, positive or negative."""
    common = {
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "type": element["type"],
        "action_ts": stamp,
    }
    match element["type"]:
        case "button" | "icon_button" | "workflow_button":
            kept = {name: element[name] for name in ("text", "value", "style", "url") if name in element}
            return common | kept
        case "feedback_buttons":
            pressed = element[f"{choice or 'positive'}_button"]
            return common | {"text": pressed["text"], "value": pressed["value"]}
    return common | chosen(element, choice)


def chosen(element: Element, choice: Any) -> dict[str, Any]:
    """What an element holds after `choice`: the fields of a state value."""
    kind = element["type"]
    if kind == "file_input":
        return {"files": choice or []}
    if kind in ONE_OPTION:
        return {"selected_option": option(element, choice) if choice is not None else None}
    if kind in MANY_OPTIONS:
        return {"selected_options": [option(element, each) for each in choice or []]}
    return {SELECTED.get(kind, "value"): choice}


def option(element: Element, value: str | dict[str, Any]) -> dict[str, Any]:
    """The option with this value; one that the app offered while somebody typed comes whole. Raises `LookupError`."""
    if isinstance(value, dict):
        return {name: value[name] for name in ("text", "value")}
    groups = [group["options"] for group in element.get("option_groups", [])]
    begun = [element["initial_option"]] if "initial_option" in element else element.get("initial_options", [])
    for each in [*element.get("options", []), *(item for group in groups for item in group), *begun]:
        if each["value"] == value:
            return dict(each)
    raise LookupError(f"no option has the value {value}")


def initial(element: Element) -> Any:
    """What an element holds before anybody touched it, as a choice."""
    if (first := element.get("initial_option")) is not None:
        return first["value"]
    if (several := element.get("initial_options")) is not None:
        return [each["value"] for each in several]
    names = ("initial_value", "initial_user", "initial_channel", "initial_conversation", "initial_date", "initial_time")
    plural = ("initial_users", "initial_channels", "initial_conversations", "initial_date_time")
    return next((element[name] for name in (*names, *plural) if name in element), None)
