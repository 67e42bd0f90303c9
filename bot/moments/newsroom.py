"""What every moment works with."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from time import monotonic
from urllib.parse import urlsplit

from bot.article.address import article_key
from bot.article.article import Article
from bot.courtesy import READ
from bot.errors import LinkInvalid
from bot.flow import Desk
from bot.grounded import Grown
from bot.intake.allowance import Allowance
from bot.intake.message import Place
from bot.intake.rules import Rules
from bot.intake.shared import file_of
from bot.intake.task import TASK, Task
from bot.metrics import Metrics
from bot.moments.patience import Patience
from bot.ports import Ballots, Chat, Directory, Entry, Files, Keeping, Library, Memory, Meters, Rulebook, Windows
from bot.reply.catalogue import Words, words
from bot.reply.compose import reading_reply
from bot.reply.reply import Reply
from bot.telling import Telling
from bot.turnstile import Turnstile


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The desk that reads, the library that keeps, the memory that finds again, the chat that is told and the windows
    that open, the words it is told in, who sees which channels, and who may ask how much.

    `rules` are those of the channel that is worked for, `defaults` those of channels that chose nothing. `in_doubt`: what the ledger
    takes for unsaid may have been said.
    """

    desk: Desk
    library: Library
    chat: Chat
    words: Words
    meters: Meters
    keeping: Keeping
    windows: Windows
    files: Files
    memory: Memory
    ballots: Ballots
    directory: Directory
    rulebook: Rulebook
    rules: Rules = Rules()
    defaults: Rules = Rules()
    allowance: Allowance = Allowance()
    patience: Patience = field(default_factory=Patience)
    metrics: Metrics = field(default_factory=Metrics)
    turnstile: Turnstile = field(default_factory=Turnstile)
    lines: Counter[str] = field(default_factory=Counter)
    in_doubt: bool = False

    async def in_channel(self, team: str, channel: str) -> "Newsroom":
        """The same, as this channel's members want it. Raises `LibraryError`."""
        chosen = await self.rulebook.rules(team, channel) if channel else None
        return self.ruled(chosen or self.defaults)

    def ruled(self, rules: Rules) -> "Newsroom":
        """The same, under these rules; a language of their own is that of our words and of a model's claims."""
        language = rules.language or self.defaults.language
        if language == (self.rules.language or self.defaults.language):
            return replace(self, rules=rules)
        return replace(self, rules=rules, words=words(language or None), desk=self.desk.in_language(language or None))

    def words_about(self, article: Article) -> Words:
        """What we say about an article: in the channel's language where it chose one, else in the article's own."""
        return self.words if self.rules.language else words(article.language)

    async def telling(self, place: Place, link: str, request: str, *, after: str) -> Telling:
        """The reply of this place and link, as far as it has come."""
        return await Telling.of(self.library, self.chat, place, link, request, after=after, in_doubt=self.in_doubt)

    def may_be_said(self, entry: Entry) -> bool:
        """Whether it may have been said though the ledger does not know it."""
        return entry.state == "posting" or (self.in_doubt and entry.state == "new")

    @asynccontextmanager
    async def turn(self, place: Place, stage: float = READ) -> AsyncIterator[None]:
        """For what takes the processor's time: a few at a time, and first what can be told first.

        A channel takes one after the other: what is further back in its line would only wait when it is made.
        """
        ahead = self.lines[place.channel]
        self.lines[place.channel] += 1
        try:
            async with self.turnstile.turn(monotonic() + self.chat.delay(place, ahead), stage):
                yield
        finally:
            self.lines[place.channel] -= 1
            if not self.lines[place.channel]:
                del self.lines[place.channel]

    def growing(self, telling: Telling) -> "Growing":
        return Growing(self, telling)


@dataclass(frozen=True, slots=True)
class Growing:
    """Satisfies `flow.Onlooker`: shows a list as it grows, from its first claim on."""

    room: Newsroom
    telling: Telling

    def watches(self) -> bool:
        return self.telling.takes_progress

    def show(self, grown: Grown, *, again: bool) -> None:
        async def compose() -> Reply | None:
            report = await grown()
            if not report.reading.claims:
                return None
            said = self.room.words_about(report.article)
            return reading_reply(report, said, growing="checking" if again else "reading")

        self.telling.progress(compose, stage="checking" if again else "reading")


def request_of(task: Task, **changes: object) -> str:
    """The task as the ledger keeps it for *Try again*."""
    return TASK.dump_json(task.model_copy(update=changes)).decode()


def link_key(link: str) -> str:
    """The ledger's key of a link; what is no address is its own key."""
    try:
        return article_key(link)
    except LinkInvalid:
        return link[:500]


def host_of(link: str) -> str:
    """Where a link leads, as people say it: a host, or the name of a shared file."""
    file = file_of(link)
    if file is not None:
        return file.name
    try:
        return urlsplit(link).hostname or link
    except ValueError:
        return link
