"""Whether Slack would take these blocks."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.playground.blocks import total
from bot.playground.blocks.complaints import complaints
from bot.playground.refusal import Refused

MOST_BLOCKS = 50


@cache
def _message() -> TypeAdapter[Any]:
    from bot.playground.blocks.layout import MessageBlock

    return TypeAdapter(list[MessageBlock])


@cache
def _view() -> dict[str, TypeAdapter[Any]]:
    from bot.playground.blocks.view import Home, Modal

    return {"modal": TypeAdapter(Modal), "home": TypeAdapter(Home)}


def check_message(blocks: list[dict[str, Any]]) -> None:
    """Raises `Refused` as chat.postMessage would."""
    if len(blocks) > MOST_BLOCKS:
        raise invalid("invalid_blocks", [f"no more than {MOST_BLOCKS} items allowed [json-pointer:/blocks]"])
    found = faults(_message(), blocks, "/blocks") or list(total.repeated(blocks, "/blocks"))
    if found:
        raise invalid("invalid_blocks", found)
    _check_totals(blocks)


def _check_totals(blocks: list[dict[str, Any]]) -> None:
    if total.text_length(blocks) > total.MOST_TEXT or total.markdown_length(blocks) > total.MOST_MARKDOWN:
        raise Refused("msg_blocks_too_long")
    if total.expanded(blocks) > MOST_BLOCKS:
        raise invalid("invalid_blocks", [f"no more than {MOST_BLOCKS} items allowed [json-pointer:/blocks]"])
    if total.tables(blocks) > 1:
        raise invalid("invalid_blocks", ["only_one_table_allowed [json-pointer:/blocks]"])
    for number, block in enumerate(blocks):
        if block["type"] == "table" and total.cells_length(block) > total.MOST_CELLS:
            where = f"[json-pointer:/blocks/{number}/rows]"
            raise invalid("invalid_blocks", [f"must be less than {total.MOST_CELLS + 1} characters {where}"])


def check_view(view: Any, kinds: tuple[str, ...]) -> dict[str, Any]:
    """The view. Raises `Refused` as views.open and its kin would."""
    if not isinstance(view, dict) or view.get("type") not in kinds:
        raise invalid(
            "invalid_arguments", [f"unsupported type: expected {' or '.join(kinds)} [json-pointer:/view/type]"]
        )
    found = faults(_view()[view["type"]], view, "/view") or list(total.repeated(view["blocks"], "/view/blocks"))
    if not found and view["type"] == "modal" and "submit" not in view and _has_input(view):
        found = ["missing required field: submit [json-pointer:/view]"]
    if found:
        raise invalid("invalid_arguments", found)
    if total.wire_size(view) > total.MOST_VIEW:
        raise Refused("view_too_large")
    return view


def _has_input(view: dict[str, Any]) -> bool:
    return any(block["type"] == "input" for block in view["blocks"])


def faults(adapter: TypeAdapter[Any], value: Any, root: str) -> list[str]:
    """Complaints about the shape of a value; none when it is good."""
    found = list(total.nulls(value, root))
    if found:
        return found
    try:
        adapter.validate_python(value)
    except ValidationError as error:
        return complaints(error, value, root)
    return []


def invalid(error: str, found: list[str]) -> Refused:
    """The refusal, its complaints both in `errors` and in `response_metadata.messages`."""
    return Refused(error, *(f"[ERROR] {each}" for each in found), errors=found)
