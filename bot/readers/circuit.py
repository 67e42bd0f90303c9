"""A model that is out of reach is left alone for a while, so that nobody waits for it in vain.

closed ──(a few failures in a row)──> open ──(a pause)──> one reading tries
   ^                                   ^                     │
   └───────────── it answers ──────────┼──── it fails ───────┘  the next pause is twice as long
"""

from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from copy import copy
from time import monotonic
from typing import TypeVar

from bot.article.article import Article
from bot.claims.form import AnswerDraft, Draft
from bot.errors import ReaderError, ReaderMisconfigured, ReaderUnavailable
from bot.ports import Reader
from bot.ports.reader import CheckAnswer, CheckForm, Watched, always
from bot.readers.retry import Crowded

D = TypeVar("D")

FAILURES = 3
PAUSE = 5.0
LONGEST = 60.0


class Circuit:
    """Satisfies `ports.Reader` in front of another one. One per process, whatever the languages.

    While it is open every reading raises `ReaderUnavailable` at once. `pause` and `longest` in seconds; `clock`
    must never be set back.
    """

    def __init__(
        self,
        reader: Reader,
        *,
        failures: int = FAILURES,
        pause: float = PAUSE,
        longest: float = LONGEST,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.info = reader.info
        self._reader = reader
        self._fuse = _Fuse(failures, pause, longest, clock)

    @property
    def is_open(self) -> bool:
        return self._fuse.is_open

    def in_language(self, language: str | None) -> "Circuit":
        """Behind the same fuse: a model that is away is away in every language."""
        other = copy(self)
        other._reader = self._reader.in_language(language)
        other.info = other._reader.info
        return other

    def read(self, article: Article, check: CheckForm, watched: Watched = always) -> AsyncGenerator[Draft, None]:
        """Raises `ReaderError`."""
        return self._fuse.watched(self._reader.read(article, check, watched))

    def answer(
        self,
        article: Article,
        question: str,
        earlier: Sequence[tuple[str, str]],
        check: CheckAnswer,
    ) -> AsyncGenerator[AnswerDraft, None]:
        """Raises `ReaderError`."""
        return self._fuse.watched(self._reader.answer(article, question, earlier, check))


class _Fuse:
    """How often the model failed, and until when it is left alone."""

    def __init__(self, failures: int, pause: float, longest: float, clock: Callable[[], float]) -> None:
        self._limit = failures
        self._first_pause = self._pause = pause
        self._longest = longest
        self._clock = clock
        self._failures = 0
        self._open_until: float | None = None
        self._trying = False

    @property
    def is_open(self) -> bool:
        return self._open_until is not None

    async def watched(self, drafts: AsyncGenerator[D, None]) -> AsyncGenerator[D, None]:
        trying = self._enter()
        try:
            async with aclosing(drafts):
                async for draft in drafts:
                    yield draft
        except Crowded:
            raise  # our own limit says nothing about the model
        except (ReaderUnavailable, ReaderMisconfigured) as error:
            self._failed(error, trying=trying)
            raise
        except ReaderError:
            self._answered()
            raise
        else:
            self._answered()
        finally:
            self._trying = self._trying and not trying

    def _enter(self) -> bool:
        """Whether this reading is the one that finds out if the model is back."""
        if self._open_until is None:
            return False
        if self._trying or self._clock() < self._open_until:
            raise ReaderUnavailable("the model was out of reach a moment ago")
        self._trying = True
        return True

    def _failed(self, error: ReaderError, *, trying: bool) -> None:
        self._failures += 1
        if trying:
            self._pause = min(self._longest, self._pause * 2)
        elif self.is_open or self._failures < self._limit:
            return
        self._open_until = self._clock() + self._pause
        _log("model_left_alone", error=error.code, seconds=self._pause)

    def _answered(self) -> None:
        if self.is_open:
            _log("model_is_back")
        self._failures = 0
        self._pause = self._first_pause
        self._open_until = None


def _log(event: str, **values: object) -> None:
    import structlog

    structlog.get_logger("claims_bot.reader").warning(event, **values)
