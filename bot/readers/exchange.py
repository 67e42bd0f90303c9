"""One request and its answer, as it arrives."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from functools import partial
from typing import Any, Generic

from bot.claims.reading import Usage
from bot.errors import ReaderMisconfigured
from bot.readers.budget import estimated
from bot.readers.endings import ServerError, Transient, of_exception, of_server, words_of
from bot.readers.events import events
from bot.readers.shape import F
from bot.readers.tap import Heard

MOST_WORDS = 10_000
"""Characters that are kept of what a server says instead of an answer."""

Rest = Callable[[asyncio.Event | None], Awaitable[None]]
"""Waits between two looks at an answer; the event tells that all of it is here."""


class Exchange(Generic[F]):
    """What a model has said so far.

    `first` is the first part worth showing, read before the exchange is handed over; None when the
    answer ended before there was one. `finish` is the server's own reason, None until it has come.
    `failure` says why there was no answer, `words` how the server put it: for who listens in alone, since servers
    quote keys and prompts. `held` is let go of by `aclose`; `rest` is
    between two looks at what has come.
    """

    def __init__(self, show: Callable[[str], Awaitable[F | None]], asked: int, most: int, rest: Rest) -> None:
        self.text = ""
        self.refusal = ""
        self.failure = ""
        self.words = ""
        self.heard: Heard | None = None
        self.finish: str | None = None
        self.model = ""
        self.first: F | None = None
        self._show = show
        self._asked = asked
        self._most = most
        self._rest = rest
        self._usage: Usage | None = None
        self._choices = False
        self._sent = 0
        self._answered = False
        self._chunks: AsyncIterator[Any] | None = None
        self.held = AsyncExitStack()

    @property
    def usage(self) -> Usage:
        """The server's count, or an estimate where it gave none; refused requests cost no tokens."""
        if self._usage is not None:
            return self._usage
        if not self._answered:
            return Usage(requests=self._sent)
        return Usage(input_tokens=estimated(self._asked), output_tokens=estimated(len(self.text)), requests=1)

    async def open(self, client: Any, body: dict[str, Any]) -> None:
        """Send the request and read up to the first part worth showing.

        Raises `Transient`, `Unsupported` or a `ReaderError`; nothing was shown then.
        """
        self._sent = 1
        try:
            answer = await _asked(client, body)
            if body.get("stream"):
                self.held.push_async_callback(answer.close)
                self._chunks = await self._chunks_of(answer)
            else:
                self._chunks = self._only(answer)
        except Exception as error:
            self.words = self.words or words_of(error)[:MOST_WORDS]
            raise of_exception(error) or error from None
        self._answered = True
        self.first = await self.next()

    async def next(self) -> F | None:
        """The next part worth showing, None once the answer is complete. Raises as `open` does."""
        while chunk := await self._chunk():
            if self._take(chunk) and (shown := await self._show(self.text)):
                return shown
            if len(self.text) > self._most:  # a server that keeps to no limit
                self.finish = "length"
                return None
        if not self._choices:
            raise Transient("the model server answered without choices")
        if self.finish is None and not self.refusal:
            raise Transient("the answer broke off")
        return None

    async def aclose(self) -> None:
        await self.held.aclose()

    async def _chunk(self) -> Any:
        """The next chunk, None at the end; what the SDK cannot read is garbled."""
        assert self._chunks is not None
        try:
            return await anext(self._chunks, None)
        except Exception as error:
            raise of_exception(error) or Transient("the model server sent a garbled stream") from None

    async def _chunks_of(self, stream: Any) -> AsyncIterator[Any]:
        """The chunks of a stream, or of the one object with which a server answers that does not stream."""
        kind = stream.response.headers.get("content-type", "").lower()
        if "html" in kind:
            self.words = await _beginning(stream.response) if self.heard is not None else ""
            raise ReaderMisconfigured("OPENAI_BASE_URL leads to a web page", setting="OPENAI_BASE_URL")
        if "json" not in kind or "stream" in kind or "ndjson" in kind:
            rest = partial(self._rest, stream.response.extensions.get("ended"))
            return events(aiter(stream.response.aiter_bytes()), rest)
        return self._only(json.loads(await stream.response.aread()))

    def _only(self, answer: object) -> AsyncIterator[Any]:
        """A whole answer as a stream of one chunk. Raises what the error means that a proxy sent in a 200."""
        if not isinstance(answer, dict):
            self.words = str(answer)[:MOST_WORDS]
            raise Transient("the model server sent something else than an answer")
        if error := answer.get("error"):
            raise self._server_said(error)

        async def chunks() -> AsyncIterator[Any]:
            yield answer

        return chunks()

    def _server_said(self, error: object) -> Exception:
        self.words = json.dumps(error, default=str, ensure_ascii=False)[:MOST_WORDS]
        return of_server(ServerError.of(error))

    def _take(self, chunk: object) -> bool:
        """Note what a chunk brings; whether an item may have become complete with it."""
        if not isinstance(chunk, dict):
            raise Transient("the model server sent a garbled stream")
        if error := chunk.get("error"):
            raise self._server_said(error)
        self._count(chunk.get("usage"))
        self.model = _words(chunk, "model") or self.model
        choices = chunk.get("choices") or ()
        if not isinstance(choices, list | tuple):
            raise Transient("the model server sent a garbled stream")
        choice = next((each for each in choices if isinstance(each, dict) and not each.get("index")), None)
        return choice is not None and self._take_choice(choice)

    def _take_choice(self, choice: dict[str, Any]) -> bool:
        self._choices = True
        said = choice.get("delta") or choice.get("message")
        content = _words(said, "content")
        self.text += content
        self.refusal += _words(said, "refusal")
        self.finish = _words(choice, "finish_reason") or self.finish
        return "{" in content or "]" in content

    def _count(self, usage: object) -> None:
        if not isinstance(usage, dict):
            return
        read, wrote = usage.get("prompt_tokens", 0), usage.get("completion_tokens", 0)
        if isinstance(read, int) and isinstance(wrote, int) and min(read, wrote) >= 0 and 0 < read + wrote < 10**9:
            self._usage = Usage(input_tokens=read, output_tokens=wrote, requests=1)


async def _asked(client: Any, body: dict[str, Any]) -> Any:
    """The SDK's own `create` makes objects of its types of each chunk, which costs more than all the rest of reading it."""
    from openai import AsyncStream

    kind = AsyncStream[object] if body.get("stream") else None
    return await client.post("/chat/completions", body=body, cast_to=object, stream=kind is not None, stream_cls=kind)


def _words(of: object, name: str) -> str:
    value = of.get(name) if isinstance(of, dict) else None
    return value if isinstance(value, str) else ""


async def _beginning(response: Any) -> str:
    """Of a body of any length and pace, as far as it can be read."""
    kept = b""
    with suppress(Exception):
        async with asyncio.timeout(2.0):
            async for part in response.aiter_bytes():
                kept += part
                if len(kept) > MOST_WORDS:
                    break
    return kept.decode("utf-8", "replace")[:MOST_WORDS]
