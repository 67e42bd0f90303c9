"""How a request to a model can end, told apart.

Nothing that a server says is repeated in our errors: servers quote keys and prompts in theirs.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from time import time

from bot.errors import ReaderCutOff, ReaderError, ReaderFiltered, ReaderMisconfigured

# By code: Gemini says "exceeded your current quota" of limits that pass within a minute, too.
_QUOTA = re.compile(r"insufficient_quota|billing_hard_limit|insufficient[ _](?:funds|balance|credits)", re.IGNORECASE)
_FILTERED = re.compile(
    r"content_filter|content_policy|invalid_prompt|usage policy|ResponsibleAIPolicy|content management policy",
    re.IGNORECASE,
)
_TOO_LONG = re.compile(
    r"context_length|context (?:length|window|size)|prompt is too long|input is too long", re.IGNORECASE
)
_UNKNOWN = re.compile(
    r"unsupported|unrecognized|unknown|not supported|not permitted|extra|use '?\w+'? instead", re.IGNORECASE
)
_FORMAT = re.compile(
    r"response_format|json_schema|json schema|json_object|grammar|guided|structured output", re.IGNORECASE
)
_PASSING = re.compile(
    r"rate.?limit|overload|timeout|temporar|try again|unavailable|server_error|internal", re.IGNORECASE
)
_OURS = re.compile(r"invalid_request|invalid_api_key|authentication|permission|not.?found", re.IGNORECASE)
_PARAMETERS = {
    "stream": r""""param": "stream\"""",  # OpenAI streams some models to verified organisations only
    "stream_options": r"\bstream_options\b",
    "store": r"""['"`]store\b""",  # bare, it is an ordinary word
    "reasoning_effort": r"\breasoning_effort\b",
    "prompt_cache_key": r"\bprompt_cache_key\b",
    "safety_identifier": r"\bsafety_identifier\b",
    "max_completion_tokens": r"\bmax_completion_tokens\b",
    "max_tokens": r"\bmax_tokens\b",
}


class Transient(Exception):
    """Worth another try, not before `after` seconds if the server said so."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class Unsupported(Exception):
    """The server does not take `parameter`: `unknown` to it, or not with this value."""

    def __init__(self, parameter: str, *, unknown: bool) -> None:
        super().__init__(f"the model server refuses {parameter}")
        self.parameter = parameter
        self.unknown = unknown


@dataclass(frozen=True, slots=True)
class ServerError:
    """What a server said of its failure, whatever shape it chose; `words` are for matching only."""

    status: int | None
    words: str
    param: str = ""

    @classmethod
    def of(cls, body: object, status: int | None = None) -> "ServerError":
        error = body.get("error", body) if isinstance(body, Mapping) else body
        if not isinstance(error, Mapping):
            return cls(status, str(error or "")[:2000])
        code = error.get("code")
        if status is None and (isinstance(code, int) or (isinstance(code, str) and re.fullmatch(r"[45]\d\d", code))):
            status = int(code)
        words = json.dumps(error, default=str, ensure_ascii=False)[:2000]
        return cls(status, words, str(error.get("param") or ""))


def of_server(error: ServerError, after: float | None = None) -> Exception:
    """The end that a server's error means: `Transient`, `Unsupported` or a `ReaderError`."""
    status = error.status
    if _QUOTA.search(error.words) or status == 402:
        return ReaderMisconfigured("the model server says that the quota is spent", setting="OPENAI_API_KEY")
    if status is not None and status >= 500 and _FORMAT.search(error.words):
        return Unsupported("response_format", unknown=True)  # llama.cpp answers 500 to a grammar it cannot build
    if status in (408, 409, 429) or (status or 0) >= 500:
        return Transient(f"the model server answered {status}", after)
    if status in (None, 200):
        return _of_words(error)
    if status in (400, 413, 422):
        return _of_bad_request(error)
    setting = {401: "OPENAI_API_KEY", 403: "OPENAI_API_KEY", 404: "OPENAI_MODEL"}.get(status, "OPENAI_BASE_URL")
    return ReaderMisconfigured(f"the model server answered {status}; see {setting}", status=status, setting=setting)


def _of_words(error: ServerError) -> Exception:
    """An error without a status, from within a stream or a 200."""
    if _FILTERED.search(error.words):
        return ReaderFiltered("a content filter stopped the model")
    if _TOO_LONG.search(error.words) and not _PASSING.search(error.words):
        return ReaderCutOff("the article is too long for the model")
    if _OURS.search(error.words):
        return ReaderMisconfigured("the model server refused the request", setting="OPENAI_MODEL")
    return Transient("the model server answered with an error")


def _of_bad_request(error: ServerError) -> ReaderError | Unsupported:
    if _FILTERED.search(error.words):
        return ReaderFiltered("a content filter stopped the request")
    parameter = _named_parameter(error)
    if parameter:
        return Unsupported(parameter, unknown=bool(_UNKNOWN.search(error.words)))
    if _TOO_LONG.search(error.words) or error.status == 413:
        return ReaderCutOff("the article is too long for the model")
    return ReaderMisconfigured(
        f"the model server answered {error.status}", status=error.status or 400, setting="OPENAI_MODEL"
    )


def _named_parameter(error: ServerError) -> str:
    if error.param == "messages":
        return ""
    named = next((name for name, pattern in _PARAMETERS.items() if re.search(pattern, error.words)), "")
    return named or ("response_format" if _FORMAT.search(error.words) else "")


def of_exception(error: Exception) -> Exception | None:
    """The end that an exception of the SDK means; None for one that is not the server's doing."""
    import httpx2
    import openai

    if isinstance(error, openai.APIStatusError):
        return of_server(ServerError.of(error.body, error.status_code), _retry_after(error.response.headers))
    if isinstance(error, (openai.APIConnectionError, httpx2.TransportError)):
        return Transient("the connection to the model server failed")
    if isinstance(error, openai.APIError):
        return of_server(ServerError.of(error.body))
    if isinstance(error, openai.OpenAIError):
        return ReaderMisconfigured("the request to the model server could not be made", setting="OPENAI_BASE_URL")
    if isinstance(error, (json.JSONDecodeError, UnicodeDecodeError)):
        return Transient("the model server sent a garbled stream")
    return None


def words_of(error: Exception) -> str:
    """What the server said, where it is its error; never part of an error of ours."""
    import openai

    return error.response.text if isinstance(error, openai.APIStatusError) else ""


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds: `retry-after-ms`, or `Retry-After` as a number or a date."""
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        value = headers.get(name, "")
        if re.fullmatch(r"\s*\d+(\.\d+)?\s*", value):
            return float(value) / unit
    try:
        return max(0.0, parsedate_to_datetime(headers.get("retry-after", "")).timestamp() - time())
    except (TypeError, ValueError):
        return None
