"""What a model server can be told to answer: completions of every ending, errors, a hang-up."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

Said = Mapping[str, Any] | str


@dataclass(frozen=True)
class Answer:
    """One answer of the model.

    `finish` None ends the stream without a reason; `after` characters the text is cut, and with `reset` the
    connection with it; with `stalls` nothing more comes. `pause` seconds pass before each chunk. `choices` False sends none. `usage` is the
    count at the end, made up from the lengths when None.
    """

    text: str = ""
    finish: str | None = "stop"
    refusal: str = ""
    after: int | None = None
    reset: bool = False
    stalls: bool = False
    pause: float = 0.0
    chunk: int = 24
    choices: bool = True
    usage: tuple[int, int] | None = None
    count: bool = True


@dataclass(frozen=True)
class Failure:
    """An answer that is an error, or anything else that is not a completion."""

    status: int
    body: Any
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/json"


@dataclass(frozen=True)
class Hangup:
    """The connection is reset before anything was answered."""


Script = Answer | Failure | Hangup


def says(said: Said, **changes: Any) -> Answer:
    """The model's text; an object is written as JSON."""
    text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
    return replace(Answer(text), **changes)


def fenced(said: Said) -> Answer:
    return says(f"```json\n{says(said).text}\n```")


def refuses(words: str = "I'm sorry, I can't help with that.") -> Answer:
    return Answer(refusal=words)


def runs_out(said: Said, after: int, **changes: Any) -> Answer:
    """Hits the length limit after so many characters."""
    return says(said, after=after, finish="length", **changes)


def is_filtered(said: Said = "", after: int = 0) -> Answer:
    return says(said, after=after, finish="content_filter")


def breaks_off(said: Said, after: int, *, reset: bool = False) -> Answer:
    """The stream ends early without a finish reason; with `reset` the connection breaks."""
    return says(said, after=after, finish=None, reset=reset)


def stalls(said: Said, after: int) -> Answer:
    """Says nothing more after so many characters, and keeps the connection."""
    return says(said, after=after, finish=None, stalls=True)


def no_choices() -> Answer:
    return Answer(choices=False)


def fails(
    status: int, message: str = "failed", *, code: str | None = None, param: str | None = None, **headers: str
) -> Failure:
    """OpenAI's shape of an error; header names are written with underscores."""
    kinds = {401: "authentication_error", 429: "rate_limit_error"}
    kind = kinds.get(status, "server_error" if status >= 500 else "invalid_request_error")
    error = {"message": message, "type": kind, "param": param, "code": code}
    return Failure(status, {"error": error}, {name.replace("_", "-"): value for name, value in headers.items()})


def is_busy(retry_after: str | None = None) -> Failure:
    headers = {} if retry_after is None else {"Retry_After": retry_after}
    return fails(429, "Rate limit reached for requests", code="rate_limit_exceeded", **headers)


def has_no_quota() -> Failure:
    return fails(429, "You exceeded your current quota, please check your plan.", code="insufficient_quota")


def context_exceeded() -> Failure:
    message = "This model's maximum context length is 8192 tokens. Please reduce the length of the messages."
    return fails(400, message, code="context_length_exceeded", param="messages")


def error_in_200(message: str = "upstream failed", code: Any = None) -> Failure:
    return Failure(200, {"error": {"message": message, "code": code}})


def web_page() -> Failure:
    return Failure(200, "<html>Sign in</html>", content_type="text/html")
