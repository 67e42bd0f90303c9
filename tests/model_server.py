"""A model server on a real socket, as strict as OpenAI, that answers as it is told.

    async with ModelServer() as server:
        server.will(says({"sources": [], "claims": [], "denials": []}), refuses())
        reader = OpenAIReader.of(server.settings())

What `will` was told is answered in order. After that, `answer_with` is asked: a function from the
request to what the model says, see `Asked` for what it can find out. Requests are kept in `requests`.
"""

import asyncio
import json
import re
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self

from aiohttp import web
from bot.settings import Settings
from pydantic import TypeAdapter, ValidationError
from tests.strict_schema import objections

Said = Mapping[str, Any] | str
Kind = Literal["openai", "compatible"]
KEY = "sk-test-not-a-key"
_OPENAI_ONLY = {"store", "safety_identifier", "prompt_cache_key", "reasoning_effort", "service_tier"}


@dataclass(frozen=True)
class Answer:
    """One answer of the model.

    `finish` None ends the stream without a reason; `after` characters the text is cut, and with `reset` the
    connection with it. `pause` seconds pass before each chunk. `choices` False sends none. `usage` is the
    count at the end, made up from the lengths when None.
    """

    text: str = ""
    finish: str | None = "stop"
    refusal: str = ""
    after: int | None = None
    reset: bool = False
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


@dataclass(frozen=True)
class Asked:
    """A request as a model sees it."""

    body: dict[str, Any]
    headers: Mapping[str, str]

    @property
    def instructions(self) -> str:
        return str(self.body["messages"][0]["content"])

    @property
    def text(self) -> str:
        """All that follows the instructions."""
        return "\n".join(str(message["content"]) for message in self.body["messages"][1:])

    @property
    def sentences(self) -> dict[int, str]:
        """The numbered sentences of the article."""
        article = self.text.partition("<<<article-")[2].partition(">>>")[0]
        return {int(n): text for n, text in re.findall(r"^\[(\d+)\] (.*)$", article, re.MULTILINE)}

    @property
    def question(self) -> str | None:
        found = re.search(r"<<<question-\w+\n(.*)\nquestion-\w+>>>", self.text, re.DOTALL)
        return found[1] if found else None

    @property
    def form(self) -> str:
        """Name of the schema asked for: `claims`, `answer`, `probe`; empty without one."""
        return str(self.body.get("response_format", {}).get("json_schema", {}).get("name", ""))


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


class Refused(Exception):
    """A request that a strict server answers with an error."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(str(failure.body))
        self.failure = failure


class ModelServer:
    """`kind`: `openai` takes OpenAI's own parameters, `compatible` refuses them.

    `refuses_formats` are types of `response_format` that this server has never heard of;
    `refuses_parameters` parameters that it answers with 400.
    """

    def __init__(
        self,
        kind: Kind = "compatible",
        *,
        refuses_formats: frozenset[str] = frozenset(),
        refuses_parameters: frozenset[str] = frozenset(),
    ) -> None:
        self.kind = kind
        self.refuses_formats = refuses_formats
        self.refuses_parameters = refuses_parameters
        self.requests: list[Asked] = []
        self.open = 0
        self.broken = 0
        self._script: deque[Script] = deque()
        self._model: Callable[[Asked], Said | Script] | None = None
        self._runner: web.AppRunner | None = None
        self._port = 0

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=8_000_000)
        app.router.add_post("/v1/chat/completions", self._completions)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._port}/v1"

    def settings(self, **changes: Any) -> Settings:
        """Settings of a bot that reads with this server."""
        values = {"openai_base_url": self.base_url, "openai_api_key": KEY, "openai_model": "test-model"}
        return Settings(**({"model_server": self.kind} | values | changes))

    def will(self, *answers: Script) -> Self:
        """Answer the next requests so, one after the other."""
        self._script.extend(answers)
        return self

    def answer_with(self, model: Callable[[Asked], Said | Script]) -> Self:
        """Ask `model` once nothing is scripted."""
        self._model = model
        return self

    @property
    def bodies(self) -> list[dict[str, Any]]:
        return [asked.body for asked in self.requests]

    async def _completions(self, request: web.Request) -> web.StreamResponse:
        try:
            asked = Asked(await _json(request), dict(request.headers))
            self.requests.append(asked)
            self._judge(asked)
            script = self._next(asked)
        except Refused as refused:
            script = refused.failure
        if isinstance(script, Hangup):
            _reset(request)
            return web.Response()
        if isinstance(script, Failure):
            return _failure(script)
        if not asked.body.get("stream"):
            return web.json_response(_whole(asked, script))
        return await self._stream(request, asked, script)

    def _next(self, asked: Asked) -> Script:
        if self._script:
            return self._script.popleft()
        if self._model is None:
            raise Refused(fails(500, "nothing is scripted and there is no model"))
        said = self._model(asked)
        return said if isinstance(said, (Answer, Failure, Hangup)) else says(said)

    def _judge(self, asked: Asked) -> None:
        """Raises `Refused` for what a strict server would not take."""
        if asked.headers.get("Authorization", "") in ("", "Bearer ", "Bearer"):
            raise Refused(fails(401, "You didn't provide an API key.", code="invalid_api_key"))
        for name in asked.body:
            if name in self.refuses_parameters or (self.kind == "compatible" and name in _OPENAI_ONLY):
                raise Refused(fails(400, f"Unrecognized request argument supplied: {name}", param=name))
        _judge_types(asked.body)
        if {"max_tokens", "max_completion_tokens"} <= asked.body.keys():
            raise Refused(
                fails(400, "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.")
            )
        self._judge_format(asked.body.get("response_format"), asked)

    def _judge_format(self, wanted: Any, asked: Asked) -> None:
        if wanted is None:
            return
        kind = wanted["type"]
        if kind in self.refuses_formats:
            message = f"Invalid parameter: 'response_format' of type '{kind}' is not supported with this model."
            raise Refused(fails(400, message, param="response_format"))
        if kind == "json_object" and "json" not in json.dumps(asked.body["messages"]).lower():
            raise Refused(fails(400, "'messages' must contain the word 'json'.", param="messages"))
        if kind == "json_schema":
            _judge_schema(wanted["json_schema"])

    async def _stream(self, request: web.Request, asked: Asked, answer: Answer) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        self.open += 1
        try:
            async for event in _events(asked, answer):
                await response.write(f"data: {json.dumps(event)}\n\n".encode())
            if answer.reset:
                _reset(request)
                return response
            await response.write(b"data: [DONE]\n\n")
        except (ConnectionError, asyncio.CancelledError):
            self.broken += 1
            raise
        finally:
            self.open -= 1
        return response


def _judge_types(body: dict[str, Any]) -> None:
    """The body against the SDK's own types."""
    from openai.types.chat import completion_create_params as params

    kind = params.CompletionCreateParamsStreaming if body.get("stream") else params.CompletionCreateParamsNonStreaming
    if unknown := body.keys() - kind.__annotations__.keys():
        raise Refused(fails(400, f"Unrecognized request argument supplied: {min(unknown)}"))
    try:
        valid: Any = TypeAdapter(kind).validate_python(body)
        messages = list(valid["messages"])  # an iterable is validated as it is read
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise Refused(fails(400, f"Invalid request: {first['msg']}", param=str(first["loc"][0]))) from None
    if not messages or any(message["content"] in ("", None) for message in messages):
        raise Refused(fails(400, "Invalid 'messages': empty content.", param="messages"))


def _judge_schema(wanted: Mapping[str, Any]) -> None:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", wanted.get("name", "")):
        raise Refused(fails(400, "Invalid 'response_format.json_schema.name'.", param="response_format"))
    if wanted.get("strict") and (found := objections(wanted.get("schema", {}))):
        message = f"Invalid schema for response_format '{wanted['name']}': {found[0]}"
        raise Refused(fails(400, message, param="response_format"))


async def _json(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError:
        raise Refused(fails(400, "We could not parse the JSON body of your request.")) from None
    if not isinstance(body, dict):
        raise Refused(fails(400, "The body must be an object."))
    return body


def _failure(script: Failure) -> web.Response:
    text = script.body if isinstance(script.body, str) else json.dumps(script.body)
    return web.Response(status=script.status, text=text, headers=dict(script.headers), content_type=script.content_type)


def _reset(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


async def _events(asked: Asked, answer: Answer) -> AsyncIterator[dict[str, Any]]:
    """The chunks of one answer, as OpenAI streams them."""
    if answer.choices:
        yield _event(asked, {"role": "assistant", "content": ""})
        said, key = (answer.refusal, "refusal") if answer.refusal else (answer.text, "content")
        said = said[: answer.after] if answer.after is not None else said
        for start in range(0, len(said), answer.chunk):
            await asyncio.sleep(answer.pause)
            yield _event(asked, {key: said[start : start + answer.chunk]})
        if answer.finish is None:
            return
        yield _event(asked, {}, answer.finish)
    if answer.count and asked.body.get("stream_options", {}).get("include_usage"):
        yield _event(asked) | {"choices": [], "usage": _usage(asked, answer)}


def _event(asked: Asked, delta: dict[str, Any] | None = None, finish: str | None = None) -> dict[str, Any]:
    return {
        "id": "chatcmpl-test",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": f"{asked.body['model']}-2026-01-01",
        "choices": [{"index": 0, "delta": delta or {}, "finish_reason": finish}],
    }


def _whole(asked: Asked, answer: Answer) -> dict[str, Any]:
    message = {"role": "assistant", "content": answer.text or None, "refusal": answer.refusal or None}
    choice = {"index": 0, "message": message, "finish_reason": answer.finish}
    event = _event(asked) | {"object": "chat.completion", "usage": _usage(asked, answer)}
    return event | {"choices": [choice] if answer.choices else []}


def _usage(asked: Asked, answer: Answer) -> dict[str, int]:
    read, wrote = answer.usage or (len(json.dumps(asked.body)) // 4, len(answer.text or answer.refusal) // 4 + 1)
    return {"prompt_tokens": read, "completion_tokens": wrote, "total_tokens": read + wrote}
