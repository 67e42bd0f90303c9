"""Entities: the people and bodies that an article names, with all that it calls them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from bot.article.article import Article
from bot.claims.grammar import kinds
from bot.claims.grammar.kinds import named_sorts, sorts
from bot.claims.grammar.titles import titles
from bot.claims.language.lexicon import lexicon
from bot.claims.language.smallwords import OF
from bot.claims.language.verbatim import fold
from bot.claims.people.appositions import appositions, role
from bot.claims.people.namings import WORD, Mention, names

_AGED = re.compile(r",\s+(?:aged\s+)?\d{1,3}\b|\s+\(\d{1,3}\)")
_AT = frozenset({"in", "at", "near", "from", "im", "bei", "aus", "nach", "en", "a", "dans", "sur", "to"})
_OF = OF | {"at", "for", "from", "with", "bei"}
_DEFINITE = frozenset({"the", "la", "el", "l"})
_TITLED = dict.fromkeys(("mrs", "ms", "frau", "mme", "sra"), True) | dict.fromkeys(("mr", "herr", "sr"), False)
_LONGEST = 3  # words of a person's name


@dataclass(frozen=True)
class Entity:
    """`words` are those of its longest name; `nouns` what the article calls it, `body` the words of the name for which it
    speaks, `owned` whether its role is "its chairman"; `person` is None where nothing tells, and `sure` that more than the form of the name does."""

    words: tuple[str, ...]
    person: bool | None = None
    sorts: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    body: tuple[str, ...] = ()
    owned: bool = False
    place: bool = False
    feminine: bool | None = None
    sure: bool = False

    def called(self, words: Sequence[str]) -> bool:
        """By its whole name, the end of it, or for a body also the beginning."""
        if not words or len(words) > len(self.words):
            return False
        own, n = self.words, len(words)
        return own[-n:] == tuple(words) or own[:n] == tuple(words)


@dataclass(frozen=True)
class Cast:
    """Everybody in an article, and where."""

    entities: tuple[Entity, ...]
    mentions: tuple[tuple[Mention, int], ...]

    def of(self, n: int) -> list[tuple[Mention, Entity]]:
        """In the order of sentence `n`."""
        return [(mention, self.entities[at]) for mention, at in self._by_sentence.get(n, ())]

    @cached_property
    def _by_sentence(self) -> Mapping[int, list[tuple[Mention, int]]]:
        found: dict[int, list[tuple[Mention, int]]] = {}
        for mention, at in self.mentions:
            found.setdefault(mention.n, []).append((mention, at))
        return found

    def find(self, words: Sequence[str]) -> Entity | None:
        return next((e for e in self.entities if e.called(words)), None)


@lru_cache(maxsize=16)
def _cast(sentences: tuple[str, ...], language: str) -> Cast:
    found = [mention for n, text in enumerate(sentences, 1) for mention in names(text, n, language)]
    sure = {word for m in found if not m.opening for word in m.words}
    found = [m for m in found if not m.opening or m.words[0] in sure]
    entities: list[Entity] = []
    called: dict[tuple[str, ...], int] = {}  # the first who goes by these words
    for mention in sorted(found, key=lambda m: -len(m.words)):
        if mention.words not in called:
            for words in _callings(mention.words):
                called.setdefault(words, len(entities))
            entities.append(Entity(mention.words))
    tied = tuple((m, called[m.words]) for m in found)
    own: dict[int, list[Mention]] = {}
    for mention, at in tied:
        own.setdefault(at, []).append(mention)
    told = tuple(_told(entity, own[at], sentences, language) for at, entity in enumerate(entities))
    return Cast(told, tied)


def _callings(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """As `Entity.called` has it."""
    return (part for n in range(1, len(words) + 1) for part in (words[-n:], words[:n]))


def cast(article: Article, language: str) -> Cast:
    return _cast(tuple(article.sentence(s.n) for s in article.sentences), language)


class _Traits:
    """What all mentions of one entity tell of it."""

    def __init__(self, language: str) -> None:
        self.called: set[str] = set()
        self.body: tuple[str, ...] = ()
        self.owned = False
        self.person = 0  # what speaks for a person, less what speaks for a body
        self.placed = 0
        self.feminine: bool | None = None
        self._language = language

    def add(self, before: str, behind: str) -> None:
        """One mention, by what stands before and behind it in its sentence."""
        low = [fold(w) for w in WORD.findall(before)[-3:]]
        last = low[-1] if low else ""
        self.placed += last in _AT
        self.person += 2 * bool(_AGED.match(behind) or last in titles())
        self.feminine = _TITLED.get(last, self.feminine)
        following = re.match(r" ([a-zß-öø-ÿ]+)\b", behind)  # "the RWU union"
        if following and self._language == "en" and sorts("en", following[1]) - {"person"}:
            self.called.add(following[1])
        for segment in appositions(before, behind, self._language):
            self._described(segment)
        kept = {k for w in low[:-1] for k in sorts(self._language, w)} if last in _OF else frozenset()
        definite = last in _DEFINITE and self._language != "de"
        self.person -= 2 * (("person" in kept) + _owner(behind, self._language) + definite)

    def _described(self, segment: str) -> None:
        nouns, names, its = role(segment, self._language)
        self.called |= nouns
        told = [kinds for noun in nouns if (kinds := sorts(self._language, noun))]
        only = any(kinds == {"person"} for kinds in told)
        self.person += only - (not only and any("person" not in kinds for kinds in told))
        self.body = self.body or names
        self.owned = self.owned or its


def _told(entity: Entity, own: Sequence[Mention], sentences: Sequence[str], language: str) -> Entity:
    traits = _Traits(language)
    for mention in own:
        text = sentences[mention.n - 1]
        traits.add(text[: mention.start], text[mention.end :])
    evidence = traits.person
    named = set(named_sorts(language, entity.words) if evidence <= 0 or len(entity.words) > _LONGEST else ())
    evidence -= 3 * bool(named)
    if evidence == 0:
        evidence = 1 if len(entity.words) in (2, 3) and not traits.placed else -(len(entity.words) == 1)
    if evidence < 0:
        named |= {k for noun in traits.called for k in sorts(language, noun)} - {"person"}
    feminine = traits.feminine
    if feminine is None and evidence > 0:
        feminine = _gender(traits.called, entity.words, language)
    return replace(
        entity,
        person=evidence > 0 if evidence else None,
        sorts=frozenset(named),
        nouns=frozenset(traits.called) | {w for w in entity.words if sorts(language, w)},
        body=traits.body,
        owned=traits.owned,
        place=traits.placed == len(own) and evidence <= 0 and not named,
        feminine=feminine,
        sure=traits.person > 0,
    )


def _gender(called: Iterable[str], words: Sequence[str], language: str) -> bool | None:
    """By a role, else by the first name."""
    told = [known for noun in called if (known := kinds.feminine(language, noun)) is not None]
    if told:
        return told[0]
    return kinds.feminine_name(words[0]) if len(words) > 1 else None


def _owner(behind: str, language: str) -> bool:
    """ "Eastmoor Rovers head coach": a body right before a role."""
    found = re.match(r" ((?:[^\W\d_]+ ){1,3})[^\W\d_a-zß-öø-ÿ]", behind)
    roles = found[1].split() if found and language == "en" else []
    words = lexicon(language)
    small = words.function | words.reporting | words.past
    return any("person" in sorts("en", w) for w in roles) and small.isdisjoint(roles)
