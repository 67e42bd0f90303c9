"""A failed check in Slack's words, with a JSON pointer to the place."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

Loc = tuple[int | str, ...]


def complaints(error: ValidationError, value: Any, root: str) -> list[str]:
    """One per fault, without the `[ERROR]` that `response_metadata.messages` puts before it.

    `value` is what was checked; `root` the pointer it stands under, such as `/blocks`.
    """
    return list(dict.fromkeys(_said(error, value, root)))


def _said(error: ValidationError, value: Any, root: str) -> Iterator[str]:
    for item in error.errors(include_url=False, include_input=False):
        words, below = _words(item["type"], item["msg"], item.get("ctx", {}), item["loc"])
        loc = item["loc"][:-1] if item["type"] in {"missing", "extra_forbidden"} else item["loc"]
        yield f"{words} [json-pointer:{root}{pointer(value, loc)}{below}]"


def pointer(value: Any, loc: Loc) -> str:
    """The place without the names of union members, which the checker puts into its path."""
    parts: list[str] = []
    for step in loc:
        if (isinstance(value, list) and isinstance(step, int) and step < len(value)) or (isinstance(value, dict) and step in value and step != value.get("type")):
            value = value[step]
        elif isinstance(value, dict) and step in value and isinstance(value[step], str):
            value = None
        else:
            continue
        parts.append(str(step))
    return "".join(f"/{part}" for part in parts)


def _words(kind: str, message: str, ctx: dict[str, Any], loc: Loc) -> tuple[str, str]:
    match kind:
        case "slack":
            return str(ctx["message"]), f"/{ctx['at']}" if ctx["at"] else ""
        case "missing":
            return f"missing required field: {loc[-1]}", ""
        case "extra_forbidden":
            return f"invalid additional property: {loc[-1]}", ""
        case "string_too_long":
            return f"must be less than {ctx['max_length'] + 1} characters", ""
        case "string_too_short":
            return f"must be more than {ctx['min_length'] - 1} characters", ""
        case "too_long":
            return f"no more than {ctx['max_length']} items allowed", ""
        case "too_short":
            return f"no fewer than {ctx['min_length']} items allowed", ""
        case "union_tag_invalid":
            return f"unsupported type: {ctx['tag']}", "/type"
        case "union_tag_not_found":
            return "missing required field: type", ""
        case "string_pattern_mismatch":
            return "must be a valid value", ""
        case "literal_error":
            return f"must be one of {ctx['expected']}", ""
    return message[:1].lower() + message[1:], ""
