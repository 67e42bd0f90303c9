"""Who tells a sentence: named in it, pointed at, or whoever told the one before."""

from abc import ABC, abstractmethod

from bot.article.article import Article
from bot.claims.grammar.evidence import analysed
from bot.claims.language.lexicon import lexicon
from bot.claims.language.verbatim import fold
from bot.claims.people.entities import Entity
from bot.claims.people.namings import WORD
from bot.claims.people.pointing import Pointer
from bot.claims.people.spoken import START, Spoken, apart, inside, quotes, unquoted
from bot.claims.people.tellers import speaking

_CLOSE = 12  # characters between a verb of saying and the pronoun that says it
_TELLING = frozenset({"deny", "accuse", "intent", "blame", "demand"})


class WhoSays(ABC):
    """Of one article's sentences, counted from 1; whom each names and points at is told by who knows the article."""

    def __init__(self, article: Article, language: str) -> None:
        self.article = article
        self.language = language
        self._words = lexicon(language)
        self._speakers: dict[int, Entity | None] = {}

    @abstractmethod
    def pointers(self, n: int) -> tuple[Pointer, ...]:
        """Of sentence `n`, in order."""

    @abstractmethod
    def spoken(self, n: int) -> tuple[Spoken, ...]:
        """All whom sentence `n` names or describes, in order."""

    @abstractmethod
    def meant(self, n: int, pointer: Pointer) -> Entity | None:
        """Whom a pointer means; None where nothing tells."""

    def _quoting(self, n: int, place: int) -> Entity | None:
        """Who speaks a quotation around the place: "he" in it is somebody else."""
        return self.speaker(n) if inside(place, quotes(self.article.sentence(n))) else None

    def speaker(self, n: int, back: int = 3) -> Entity | None:
        """Who tells what sentence `n` says, named in it or pointed at, or who told the one before."""
        if n not in self._speakers:
            self._speakers[n] = None
            self._speakers[n] = self._teller(n, back)
        return self._speakers[n]

    def _teller(self, n: int, back: int) -> Entity | None:
        text = self.article.sentence(n)
        quoted = quotes(text)
        tells = [m.start() for m in WORD.finditer(text) if self._tells(fold(m[0])) and not inside(m.start(), quoted)]
        if tells or quoted:
            found = [s for s in self.spoken(n) if s.free and not inside(s.start, quoted)]
            inserted = any(s.start < START and text[s.end : s.end + 1] == "," for s in found)
            near = min(
                found,
                key=lambda s: min((apart(text, at, s, inserted=inserted) for at in tells), default=0),
                default=None,
            )
            if near is not None:
                return near.entity
            for pointer in self.pointers(n):
                beside = any(min(abs(at - pointer.end), abs(at - pointer.start)) < _CLOSE for at in tells)
                if pointer.case == "subject" and beside and pointer.kind not in ("first", "client"):
                    return None if inside(pointer.start, quoted) else self.meant(n, pointer)
        if not back or n == 1 or (tells and (self.spoken(n) or self._somebody(unquoted(text, quoted)))):
            return None
        return self.speaker(n - 1, back - 1)

    def _somebody(self, text: str) -> bool:
        """Whether the words around a verb of saying name or describe who says it; in Spanish by a name."""
        return any(party.name or self.language != "es" for party in speaking(analysed(text, self.language)))

    def _tells(self, low: str) -> bool:
        words = self._words
        return low in words.reporting or words.turning.get(low) in _TELLING
