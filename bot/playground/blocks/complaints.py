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
        inside, value = _step(value, step)
        if inside:
            parts.append(str(step))
    return "".join(f"/{part}" for part in parts)


def _step(value: Any, step: int | str) -> tuple[bool, Any]:
    """Whether `step` leads into `value`, and where to. A member's name is the object's own `type`."""
    if isinstance(value, list) and isinstance(step, int):
        return (True, value[step]) if step < len(value) else (False, value)
    if not isinstance(value, dict) or step not in value:
        return False, value
    if step == value.get("type") and not isinstance(value[step], str):
        return False, value
    return True, value[step] if step != value.get("type") else None


WORDS = {
    "slack": "{message}",
    "missing": "missing required field: {name}",
    "extra_forbidden": "invalid additional property: {name}",
    "string_too_long": "must be less than {above} characters",
    "string_too_short": "must be more than {below} characters",
    "too_long": "no more than {max_length} items allowed",
    "too_short": "no fewer than {min_length} items allowed",
    "union_tag_invalid": "unsupported type: {tag}",
    "union_tag_not_found": "missing required field: type",
    "string_pattern_mismatch": "must be a valid value",
    "literal_error": "must be one of {expected}",
}
"""Slack's words for each kind of fault."""


def _words(kind: str, message: str, ctx: dict[str, Any], loc: Loc) -> tuple[str, str]:
    """The words, and what to add to the pointer."""
    limits = {"above": ctx.get("max_length", 0) + 1, "below": ctx.get("min_length", 0) - 1}
    words = WORDS.get(kind, f"{message[:1].lower()}{message[1:]}".replace("{", "{{").replace("}", "}}"))
    at = "type" if kind == "union_tag_invalid" else ctx.get("at", "")
    return words.format(**{"name": loc[-1] if loc else "", **ctx, **limits}), f"/{at}" if at else ""
