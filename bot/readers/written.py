"""What a model wrote, as JSON: while it grows, and when it is whole."""

import json
import re

import jiter
from pydantic import ValidationError

from bot.readers.shape import F, Shape

_THOUGHTS = re.compile(r"\s*<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_FENCE = re.compile(r"\s*```[\w-]*[ \t]*\n(.*?)\n?\s*```\s*", re.DOTALL)


class Unusable(Exception):
    """The answer is not the form; `problems` are for the model, one line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def whole(shape: Shape[F], text: str) -> F:
    """The filled form. Raises `Unusable`."""
    raw = _json(text)
    try:
        return shape.model.model_validate(raw, strict=True)
    except ValidationError as error:
        raise Unusable(_lines(error)) from None


def _json(text: str) -> object:
    bare = unwrapped(text)
    if not bare:
        raise Unusable(["The answer is empty."])
    try:
        return jiter.from_json(_bytes(bare), catch_duplicate_keys=True, allow_inf_nan=False)
    except ValueError as error:
        raise Unusable([f"Not valid JSON: {error}"]) from None


def unwrapped(text: str) -> str:
    """Without the thoughts before it, and the Markdown fence and the words around it."""
    bare = _THOUGHTS.sub("", text, count=1).strip().strip("\ufeff")
    if fence := _FENCE.search(bare):
        bare = fence[1].strip()
    start, end = bare.find("{"), bare.rfind("}")
    return bare[start : end + 1] if 0 <= start < end else bare


def items(text: str) -> object:
    """The object of an answer that is JSON, but not the form; None if it is no JSON."""
    try:
        raw: object = jiter.from_json(_bytes(unwrapped(text)), allow_inf_nan=False)
    except ValueError:
        return None
    return raw


def growing(text: str) -> object:
    """The object so far, its unfinished end left out; None before it has begun."""
    thinking = re.match(r"\s*<think(?:ing)?>", text) and not _THOUGHTS.match(text)
    start = -1 if thinking else _THOUGHTS.sub("", text, count=1).find("{")
    if start < 0:
        return None
    try:
        raw: object = jiter.from_json(_bytes(_THOUGHTS.sub("", text, count=1)[start:]), partial_mode=True)
    except ValueError:
        return None
    return raw


def joined(text: str) -> str:
    """Without lone surrogates: pairs that a server cut in two between chunks are put together again."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _bytes(text: str) -> bytes:
    return joined(text).encode()


def _lines(error: ValidationError) -> list[str]:
    """pydantic's errors as JSON lines, without inputs and addresses; the first twenty say enough."""
    problems = error.errors(include_url=False, include_input=False, include_context=False)
    return [json.dumps(problem, ensure_ascii=False) for problem in problems[:20]]
