"""What a strict model server refuses, judged with the SDK's own types and the rules of strict mode."""

import json
import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from tests.model_answers import Failure, fails
from tests.strict_schema import objections

Kind = Literal["openai", "compatible"]
_OPENAI_ONLY = {"store", "safety_identifier", "prompt_cache_key", "reasoning_effort", "service_tier"}


class Refused(Exception):
    """A request that a strict server answers with an error."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(str(failure.body))
        self.failure = failure


def judge_parameters(body: dict[str, Any], kind: Kind, refused: Collection[str]) -> None:
    """Parameters by name: those that are unknown here, and two that exclude each other."""
    for name in body:
        if name in refused or (kind == "compatible" and name in _OPENAI_ONLY):
            raise Refused(fails(400, f"Unrecognized request argument supplied: {name}", param=name))
    if {"max_tokens", "max_completion_tokens"} <= body.keys():
        raise Refused(fails(400, "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported."))


def judge_format(body: dict[str, Any], refused: Collection[str]) -> None:
    """The `response_format`, by its type and its schema."""
    wanted = body.get("response_format")
    if wanted is None:
        return
    kind = wanted["type"]
    if kind in refused:
        message = f"Invalid parameter: 'response_format' of type '{kind}' is not supported with this model."
        raise Refused(fails(400, message, param="response_format"))
    if kind == "json_object" and "json" not in json.dumps(body["messages"]).lower():
        raise Refused(fails(400, "'messages' must contain the word 'json'.", param="messages"))
    if kind == "json_schema":
        _judge_schema(wanted["json_schema"])


def judge_types(body: dict[str, Any]) -> None:
    """The body against the SDK's own types."""
    from openai.types.chat import completion_create_params as params

    kind = params.CompletionCreateParamsStreaming if body.get("stream") else params.CompletionCreateParamsNonStreaming
    if unknown := body.keys() - kind.__annotations__.keys():
        raise Refused(fails(400, f"Unrecognized request argument supplied: {min(unknown)}"))
    try:
        valid: Any = _adapter(kind).validate_python(body)
        messages = list(valid["messages"])  # an iterable is validated as it is read
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise Refused(fails(400, f"Invalid request: {first['msg']}", param=str(first["loc"][0]))) from None
    if not messages or any(message["content"] in ("", None) for message in messages):
        raise Refused(fails(400, "Invalid 'messages': empty content.", param="messages"))


@lru_cache
def _objections(schema: str) -> list[str]:
    """Judged once: every request of a reader has the same schema."""
    return objections(json.loads(schema))


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    """Made once: it takes most of a tenth of a second."""
    return TypeAdapter(kind)


def _judge_schema(wanted: Mapping[str, Any]) -> None:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", wanted.get("name", "")):
        raise Refused(fails(400, "Invalid 'response_format.json_schema.name'.", param="response_format"))
    if wanted.get("strict") and (found := _objections(json.dumps(wanted.get("schema", {})))):
        message = f"Invalid schema for response_format '{wanted['name']}': {found[0]}"
        raise Refused(fails(400, message, param="response_format"))
