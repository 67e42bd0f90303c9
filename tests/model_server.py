"""A model server on a real socket, as strict as OpenAI, that answers as it is told.

    async with ModelServer() as server:
        server.will(says({"sources": [], "claims": [], "denials": []}), refuses())
        reader = OpenAIReader.of(server.settings())

What `will` was told is answered in order; `tests/model_answers.py` has the answers there are. After
that `answer_with` is asked: a function from the request to what the model says; see `Asked` for what
it can find out, and `finds_nothing` for the plainest one. Requests are kept in `requests`.
"""

import asyncio
import json
import re
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any, Self

from aiohttp import web

from bot.settings import Settings
from tests.model_answers import Answer, Failure, Hangup, Said, Script, fails, says
from tests.model_rules import Kind, Refused, judge_format, judge_parameters, judge_types

KEY = "sk-test-not-a-key"
_SENTENCE = r"^\[(\d+)\] (?:\((?:headline|standfirst)\) )?(.*)$"
_FORMS = {"Form": "claims", "AnswerForm": "answer", "Alive": "probe"}
_EMPTY: dict[str, Said] = {
    "claims": {"sources": [], "claims": [], "denials": []},
    "answer": {"told": False, "parts": []},
    "probe": {"ok": True},
}


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
        return {int(n): text for n, text in re.findall(_SENTENCE, article, re.MULTILINE)}

    @property
    def question(self) -> str | None:
        found = re.search(r"<<<question-\w+\n(.*)\nquestion-\w+>>>", self.text, re.DOTALL)
        return found[1] if found else None

    @property
    def problems(self) -> list[str]:
        """What was wrong with the answer before, when this is a re-ask."""
        found = re.search(r"<<<problems-\w+\n(.*)\nproblems-\w+>>>", self.text, re.DOTALL)
        return [line.removeprefix("- ") for line in found[1].splitlines()] if found else []

    @property
    def form(self) -> str:
        """What is asked for: `claims`, `answer` or `probe`, by the schema in the request or in the instructions."""
        name = self.body.get("response_format", {}).get("json_schema", {}).get("name")
        titles = re.findall(r'"title": "(Form|AnswerForm|Alive)"', self.instructions)
        return str(name or _FORMS.get(titles[-1] if titles else "", ""))


def finds_nothing(asked: Asked) -> Said:
    """A model that fills every form with nothing, correctly."""
    return _EMPTY.get(asked.form, "Nothing.")


def quotes(asked: Asked) -> Said:
    """A model that finds one claim, the article's first sentence in its own voice: less than rules do, and not nothing."""
    if asked.form != "claims":
        return finds_nothing(asked)
    claim: dict[str, Any] = {"id": "c1", "text": "", "sentences": [min(asked.sentences)], "kind": "fact"}
    claim |= {"sources": [], "via": [], "cue": None, "certainty": "certain", "hedge": None}
    return {"sources": [], "claims": [claim], "denials": []}


class ModelServer:
    """Leaving it raises what a function given to `answer_with` raised.

    `kind`: `openai` takes OpenAI's own parameters, `compatible` refuses them.

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
        self._bug: Exception | None = None
        self._runner: web.AppRunner | None = None
        self._port = 0

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=8_000_000)
        app.router.add_post("/v1/chat/completions", self._completions)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, backlog=1024)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._runner is not None
        await self._runner.cleanup()
        if self._bug is not None:
            raise self._bug

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
        script = _capped(asked, script)
        if not asked.body.get("stream"):
            return web.json_response(_whole(asked, script))
        return await self._stream(request, asked, script)

    def _next(self, asked: Asked) -> Script:
        if self._script:
            return self._script.popleft()
        if self._model is None:
            raise Refused(fails(400, "nothing is scripted and there is no model"))
        try:
            said = self._model(asked)
        except Exception as error:
            self._bug = self._bug or error
            raise Refused(fails(400, "the model of this test raised an error")) from error
        return said if isinstance(said, (Answer, Failure, Hangup)) else says(said)

    def _judge(self, asked: Asked) -> None:
        """Raises `Refused` for what a strict server would not take."""
        if asked.headers.get("Authorization", "") in ("", "Bearer ", "Bearer"):
            raise Refused(fails(401, "You didn't provide an API key.", code="invalid_api_key"))
        judge_parameters(asked.body, self.kind, self.refuses_parameters)
        judge_types(asked.body)
        judge_format(asked.body, self.refuses_formats)

    async def _stream(self, request: web.Request, asked: Asked, answer: Answer) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        self.open += 1
        try:
            async for event in _events(asked, answer):
                await response.write(b"data: %b\n\n" % json.dumps(event).encode())
            if answer.stalls:
                await asyncio.Event().wait()
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


def _capped(asked: Asked, answer: Answer) -> Answer:
    """No more than the request allows, at four characters a token; then the end is `length`."""
    most = asked.body.get("max_tokens") or asked.body.get("max_completion_tokens")
    if most is None or len(answer.text) <= 4 * most - 4:
        return answer
    return replace(answer, text=answer.text[: 4 * most - 4], finish="length")


def _reset(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


async def _events(asked: Asked, answer: Answer) -> AsyncIterator[dict[str, Any]]:
    """The chunks of one answer, as OpenAI streams them."""
    if answer.choices:
        yield _event(asked, {"role": "assistant", "content": ""})
        said, key = (answer.refusal, "refusal") if answer.refusal else (answer.text, "content")
        said = said[: answer.after] if answer.after is not None else said
        due = monotonic()
        for start in range(0, len(said), answer.chunk):
            due += answer.pause  # a machine that is busy makes no answer longer: each pause too long is made good
            await asyncio.sleep(max(0.0, due - monotonic()))
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
