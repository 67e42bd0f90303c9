"""The model server: one client, what it accepts, and the transport loop."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic

from bot.errors import ReaderMisconfigured
from bot.ports import Starts
from bot.readers.budget import Budget
from bot.readers.endings import Unsupported
from bot.readers.exchange import Exchange
from bot.readers.looks import Looks
from bot.readers.profile import OPENAI, Profile
from bot.readers.prompts import Message, Prompt
from bot.readers.retry import Limiter, Sleep, retried
from bot.readers.shape import F
from bot.readers.tap import Tap
from bot.settings import Settings

ATTEMPTS = 5
PAUSE = 1.0  # seconds between two showings of one growing answer: nobody reads faster
LONGEST_TOKEN = 16  # characters, far more than a token has on average


@dataclass(frozen=True, slots=True)
class Request(Generic[F]):
    """One question to the model. `show` says which part of a growing answer is worth showing."""

    prompt: Prompt
    messages: list[Message]
    show: Callable[[str], Awaitable[F | None]]
    most: int
    safety_identifier: str | None = None

    @property
    def characters(self) -> int:
        return self.prompt.characters + sum(len(each["content"]) for each in self.messages)


class Endpoint:
    """`profile` changes when the server refuses a part of our requests, and stays changed."""

    def __init__(
        self,
        settings: Settings,
        *,
        sleep: Sleep = asyncio.sleep,
        limiter: Limiter | None = None,
        tap: Tap | None = None,
        pause: float = PAUSE,
        kept: Starts | None = None,
    ) -> None:
        self.pause = pause
        self.profile = Profile.of(settings)
        a_minute = settings.model_requests_per_minute
        self.limiter = limiter or Limiter(settings.concurrency, sleep, a_minute=a_minute, kept=kept)
        self._settings = settings
        self._sleep = sleep
        self._tap = tap
        self._made: Any = None
        self._making = asyncio.Lock()
        self._looks = Looks()

    async def open(self, request: Request[F], most: int, budget: Budget) -> Exchange[F]:
        """The answer of at most `most` tokens, read up to the first part worth showing. Close it after use.

        Raises `ReaderError`; TimeoutError when the budget's deadline passes.
        """
        while True:
            profile = self.profile
            body = profile.body(
                request.prompt, request.messages, most=most, safety_identifier=request.safety_identifier
            )
            try:
                async with budget.time():
                    return await retried(
                        partial(self._attempt, request, body, budget),
                        left=budget.left,
                        attempts=ATTEMPTS,
                        sleep=self._sleep,
                        limiter=self.limiter,
                    )
            except Unsupported as refused:
                self._do_without(refused, profile)

    async def warm_up(self) -> None:
        await self._client()

    async def aclose(self) -> None:
        if self._made is not None:
            await self._made.close()

    async def _attempt(self, request: Request[F], body: dict[str, Any], budget: Budget) -> Exchange[F]:
        exchange = Exchange(request.show, request.characters, request.most * LONGEST_TOKEN, self._looks.rest)
        try:
            await exchange.held.enter_async_context(self.limiter.turn(budget.left))
            if self._tap is not None:
                exchange.heard = self._tap.sent(body)
                exchange.held.callback(_tell, self._tap, exchange)
            exchange.held.enter_context(self._looks.answer())
            await exchange.open(await self._client(), body)
        except BaseException as error:
            exchange.failure = _why(error)
            budget.spend(exchange.usage)
            await exchange.aclose()
            raise
        return exchange

    def judged(self, exchange: Exchange[F], problems: Sequence[str]) -> None:
        """What the checks say of an answer that has ended; whoever listens in hears of it."""
        if self._tap is not None and exchange.heard is not None and problems:
            self._tap.judged(exchange.heard, problems)

    def _do_without(self, refused: Unsupported, used: Profile) -> None:
        """Remember what was refused; another request may have found out first."""
        if self.profile != used:
            return
        changed = used.without(refused.parameter, unknown=refused.unknown)
        if changed is None:
            raise ReaderMisconfigured(f"the model server refuses {refused.parameter}", setting="OPENAI_MODEL") from None
        import structlog

        structlog.get_logger("claims_bot.reader").warning(
            "model_server_refused", parameter=refused.parameter, rung=changed.rung
        )
        self.profile = changed

    async def _client(self) -> Any:
        """The SDK's client, made at first use, off the loop: importing it takes most of a second."""
        async with self._making:
            if self._made is None:
                self._made = await asyncio.to_thread(_client, self._settings)
        return self._made


def _tell(tap: Tap, exchange: Exchange[F]) -> None:
    assert exchange.heard is not None
    whole = exchange.finish or exchange.refusal or exchange.failure
    exchange.heard = tap.ended(
        exchange.heard,
        answer=exchange.text or exchange.refusal,
        model=exchange.model,
        usage=exchange.usage,
        error=exchange.failure if whole else "the answer was not read to its end",
        words=exchange.words,
    )


def _client(settings: Settings) -> Any:
    import httpx2
    import openai

    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else ""
    silence = settings.read_seconds / 2  # so that a stalled server leaves time for another try
    client = openai.AsyncOpenAI(
        api_key=key or "none",  # a server without keys still wants the header; an ambient key must never reach it
        base_url=settings.openai_base_url or OPENAI,
        max_retries=0,
        timeout=httpx2.Timeout(silence, connect=min(10.0, silence)),
        http_client=_network(),
    )
    if settings.openai_base_url:
        client.organization = client.project = None  # from the environment, meant for OpenAI
    return client


def _network() -> Any:
    """Both read a stream in C, a third of the processor time a link; the SDK's own knows the proxies of the environment."""
    from urllib.request import getproxies

    import openai

    from bot.readers.transport import Transport

    return openai.DefaultAioHttpClient() if getproxies() else openai.DefaultAioHttpClient(transport=Transport())


def _why(error: BaseException) -> str:
    """In words, for whoever looks at the wire."""
    if isinstance(error, asyncio.CancelledError | TimeoutError):
        return "stopped before the answer had come"
    return str(error) or type(error).__name__
