"""One answer from a model, asked for again while it cannot be used: the loop about meaning."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from time import monotonic
from typing import Generic

from bot.claims.form import Complaint
from bot.claims.reading import Usage
from bot.errors import ReaderCutOff, ReaderError, ReaderFiltered, ReaderNonsense, ReaderRefused, ReaderUnavailable
from bot.ports.reader import Watched, always
from bot.readers.budget import Budget
from bot.readers.endings import Transient, Unsupported
from bot.readers.endpoint import Endpoint, Request
from bot.readers.exchange import Exchange
from bot.readers.prompts import Message, Prompt, about_problems
from bot.readers.shape import F, Shape
from bot.readers.written import Unusable, growing, items, joined, whole

REASKS = 2
SHARE = 9  # for each second of checking what has come so far, as many without
LONGEST_REST = 3.0  # seconds: a check that was held up by others says little about the next one


@dataclass(frozen=True, slots=True)
class Task(Generic[F]):
    """What to ask. `about` makes the message with the article, in new delimiters at each call."""

    prompt: Prompt
    shape: Shape[F]
    about: Callable[[], Message]
    check: Callable[[F], Awaitable[Sequence[Complaint]]]
    most: int
    safety_identifier: str | None = None
    watched: Watched = always


@dataclass(frozen=True, slots=True)
class Step(Generic[F]):
    """A form so far; the last one is `done`."""

    form: F
    done: bool
    usage: Usage
    dropped: int
    reasks: int
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Attempt(Generic[F]):
    """What an answer was good for: `valid` as a whole, `sound` items of it without a complaint; `broken` where its end is missing."""

    form: F
    valid: bool
    sound: int
    complaints: int
    dropped: int
    broken: bool = False

    @property
    def rank(self) -> tuple[bool, int, int]:
        return self.valid, self.sound, -self.complaints


class Conversation(Generic[F]):
    """Asks, checks, and asks again; used once."""

    def __init__(self, endpoint: Endpoint, task: Task[F], budget: Budget) -> None:
        self.model = ""
        self._endpoint = endpoint
        self._task = task
        self._budget = budget
        self._attempts: list[Attempt[F]] = []
        self._problems: list[str] = []
        self._answer = ""
        self._heard = ""
        self._shown = 0
        self._sound: F | None = None
        self._busy_until = 0.0
        self._reasks = 0

    async def steps(self) -> AsyncGenerator[Step[F], None]:
        """Growing forms, the last one done. Raises `ReaderError` when no answer can be used.

        Before the model is asked again, what holds of its answer comes once more, as the step of the re-ask.
        """
        failure: ReaderError = ReaderNonsense("no valid answer after all re-asks")
        self._budget.begin()
        for reask in range(REASKS + 1):
            try:
                async with aclosing(self._forms(reask)) as forms:
                    async for form in forms:
                        yield self._step(form)
            except ReaderError as error:
                failure = error
                if isinstance(error, ReaderUnavailable):
                    self._salvage_beginning(self._heard)
                break
            if not self._problems:
                break
            if self._sound is not None and reask < REASKS:
                self._reasks = reask + 1
                self._shown = max(self._shown, self._task.shape.size(self._sound))
                yield self._step(self._sound)
        yield self._last(failure)

    def _step(self, form: F) -> Step[F]:
        return Step(form, done=False, usage=self._budget.usage, dropped=0, reasks=self._reasks)

    def _last(self, failure: ReaderError) -> Step[F]:
        """The best attempt, the later of equals; a repair that lost claims is none."""
        if not self._attempts:
            raise failure
        best = max(reversed(self._attempts), key=lambda attempt: attempt.rank)
        return Step(
            best.form,
            done=True,
            usage=self._budget.usage,
            dropped=best.dropped,
            reasks=self._reasks,
            cut=best.broken,
        )

    async def _forms(self, reask: int) -> AsyncGenerator[F, None]:
        """Ask once; the parts worth showing as they come. Notes the attempt and what is wrong with it."""
        self._reasks, self._heard = reask, ""
        request = self._request()
        with self._budget.hold(request.characters, request.most) as most:
            exchange = await self._open(request, most)
            try:
                form = exchange.first
                while form is not None:
                    yield form
                    form = await self._next(exchange)
            finally:
                self.model = exchange.model
                try:
                    await exchange.aclose()
                finally:
                    self._budget.spend(exchange.usage)
        try:
            await self._judge(exchange)
        except ReaderError as error:
            self._endpoint.judged(exchange, [str(error)])
            raise
        self._endpoint.judged(exchange, self._problems)

    async def _open(self, request: Request[F], most: int) -> Exchange[F]:
        try:
            return await self._endpoint.open(request, most, self._budget)
        except TimeoutError:
            raise self._budget.late() from None

    async def _next(self, exchange: Exchange[F]) -> F | None:
        """Something was shown, so that a failure is no longer retried."""
        try:
            async with self._budget.time():
                return await exchange.next()
        except (Transient, Unsupported) as error:
            raise ReaderUnavailable(str(error)) from None
        except TimeoutError:
            raise self._budget.late() from None

    def _request(self) -> Request[F]:
        task = self._task
        messages = [task.about()]
        if self._problems:
            messages += about_problems(self._answer, self._problems)
        return Request(task.prompt, messages, self._show, task.most, task.safety_identifier)

    async def _show(self, text: str) -> F | None:
        """The sound part of the form so far, if there is more to it than was shown before."""
        self._heard = max(self._heard, text, key=len)  # of attempts that broke off, what came furthest
        if monotonic() < self._busy_until or not self._task.watched():
            return None
        shape = self._task.shape
        form = shape.complete(growing(text))
        if form is None or shape.size(form) <= self._shown:
            return None
        began = monotonic()
        sound = shape.without(form, {complaint.item for complaint in await self._task.check(form)})
        size = shape.size(sound)
        # The whole form is checked at each showing: a long one must not take the processor from the others.
        pause = self._endpoint.pause if size > self._shown and shape.worth(sound) else 0.0
        self._busy_until = monotonic() + max(pause, min(LONGEST_REST, SHARE * (monotonic() - began)))
        if size <= self._shown:
            return None
        self._shown = size
        return sound

    async def _judge(self, exchange: Exchange[F]) -> None:
        """The order matters: a refusal has no content, a cut answer is no invalid one."""
        if exchange.refusal:
            raise ReaderRefused("the model declined to answer")
        if exchange.finish == "content_filter":
            raise ReaderFiltered("a content filter stopped the model")
        if exchange.finish == "length":
            self._salvage_beginning(exchange.text)
            raise ReaderCutOff("the answer hit the length limit", setting="CLAIMS_ANSWER_TOKENS")
        self._answer = joined(exchange.text)
        if exchange.finish != "stop":
            self._problems = ["The answer did not come to its end."]
            return
        await self._weigh(exchange.text)

    async def _weigh(self, text: str) -> None:
        shape = self._task.shape
        try:
            form = whole(shape, text)
        except Unusable as unusable:
            self._problems = unusable.problems
            if (raw := items(text)) is not None:
                self._salvage(*shape.salvage(raw))
            else:
                self._salvage_beginning(text)  # some servers call an answer whole that ends at a limit of theirs
            return
        complaints = await self._task.check(form)
        self._problems = [f"{complaint.item}: {complaint.problem}" for complaint in complaints]
        if not shape.worth(form) and any(not shape.worth(attempt.form) for attempt in self._attempts):
            self._problems = []  # who finds nothing twice finds nothing
        sound = shape.without(form, {complaint.item for complaint in complaints})
        self._sound = sound if shape.worth(sound) else None
        self._attempts.append(Attempt(form, True, shape.worth(sound), len(complaints), 0))

    def _salvage_beginning(self, text: str) -> None:
        """Keep the complete items of an answer that broke off."""
        self._salvage(self._task.shape.complete(growing(text)), dropped=0, broken=True)

    def _salvage(self, form: F | None, dropped: int, *, broken: bool = False) -> None:
        """Keep what is valid of an answer that is not, if there is anything to show in it; `dropped` items were not."""
        if form is not None and (worth := self._task.shape.worth(form)):
            self._attempts.append(Attempt(form, False, worth, 0, dropped, broken))
