"""Referents: whom a pronoun, "the company" or "we" in a sentence means, out of those named before it."""

from functools import lru_cache

from bot.article.article import Article
from bot.claims.grammar.kinds import BODIES, listed, sorts
from bot.claims.people.articlekey import ArticleKey
from bot.claims.people.cases import case_of
from bot.claims.people.clients import client_of
from bot.claims.people.descriptions import has_role, so_called, speaks
from bot.claims.people.entities import Cast, Entity, cast
from bot.claims.people.namings import WORD, Mention
from bot.claims.people.pointing import Pointer, owning, pointers
from bot.claims.people.spoken import (
    Fits,
    Spoken,
    fitting,
    is_body,
    is_person,
    opens,
)
from bot.claims.people.whosays import WhoSays

_BACK = 4  # sentences back in which a pronoun finds whom it means


class Referents(WhoSays):
    """Of one article. Sentence numbers count from 1, places are characters of the sentence."""

    def __init__(self, article: Article, language: str) -> None:
        super().__init__(article, language)
        self.cast: Cast = cast(article, language)
        self._pointers: dict[int, tuple[Pointer, ...]] = {}
        self._spoken: dict[int, tuple[Spoken, ...]] = {}

    def pointers(self, n: int) -> tuple[Pointer, ...]:
        """Of sentence `n`, in order."""
        if n not in self._pointers:
            found = pointers(self.article.sentence(n), self.language, self.cast.entities)
            self._pointers[n] = tuple(found)
        return self._pointers[n]

    def meant(self, n: int, pointer: Pointer) -> Entity | None:
        """None where nothing tells; of "we" the body for which the one speaks."""
        if pointer.kind == "first":
            return self.speaking(n, plural=pointer.plural)
        if pointer.kind == "client":
            return self._client(n)
        if pointer.kind == "noun":
            return self._described(n, pointer)
        if pointer.kind == "new":
            return self._named_later(n, pointer)
        if pointer.kind == "kin":
            return self._own(n, pointer)
        return self._salient(n, pointer.start, fitting(pointer.kind), pronoun=pointer.kind)

    def possessor(self, n: int, pointer: Pointer) -> Entity | None:
        """Whose "our parliament" or "her team" is; None where nothing tells or no pronoun owns it."""
        word = WORD.match(self.article.sentence(n), pointer.start)
        kind = owning(word[0], self.language) if word else None
        if kind in ("we", "i"):
            return self.speaking(n, plural=kind == "we")
        return self._salient(n, pointer.start, fitting(kind), pronoun=kind) if kind else None

    def spoken(self, n: int) -> tuple[Spoken, ...]:
        """All whom sentence `n` names or describes, in order."""
        if n not in self._spoken:
            text = self.article.sentence(n)
            self._spoken[n] = ()  # what is looked up while it is made comes from before
            named = [self._by_name(m, e) for m, e in self.cast.of(n)]
            nouns = [p for p in self.pointers(n) if p.kind in ("noun", "new", "kin", "client")]
            if any(p.kind == "client" for p in nouns):
                self._spoken[n] = tuple(named)  # whose client it is tells who speaks
            for pointer in nouns:
                if not any(s.start < pointer.end and pointer.start < s.end for s in named):
                    entity = self.meant(n, pointer)
                    kinds = sorts(self.language, pointer.head) or frozenset({"person"})
                    named.append(
                        Spoken(pointer.start, pointer.end, entity, kinds, self._free(text, pointer.start, pointer.end))
                    )
                    self._spoken[n] = tuple(sorted(named, key=lambda s: s.start))
            self._spoken[n] = tuple(sorted(named, key=lambda s: s.start))
        return self._spoken[n]

    def _by_name(self, mention: Mention, entity: Entity) -> Spoken:
        kinds = (
            frozenset({"person"})
            if entity.person
            else entity.sorts or frozenset(BODIES if entity.person is False else ())
        )
        text = self.article.sentence(mention.n)
        return Spoken(mention.start, mention.end, entity, kinds, self._free(text, mention.start, mention.end))

    def _free(self, text: str, start: int, end: int) -> bool:
        return case_of(text, start, end, self.language) == "subject"

    def _salient(self, n: int, before: int, fits: Fits, *, pronoun: str = "", here: bool = True) -> Entity | None:
        """The subject of the sentence up to there, or of the nearest one back that names somebody fitting; nobody where
        that one has no name."""
        speaker = self._quoting(n, before)
        found = [
            s for s in self.spoken(n) if s.end <= before and fits(s) and (s.entity is None or s.entity is not speaker)
        ]
        if found and here:
            return self._first(found).entity
        for back in range(n - 1, max(0, n - 1 - _BACK), -1):
            there = [s for s in self.spoken(back) if fits(s)]
            if not there or (pronoun and self._beside(back, there[0], pronoun)):
                continue
            first = self._told_there(n, before, back, there) if pronoun else self._first(there)
            return first.entity if pronoun != "it" or opens(self.article.sentence(back), first) else None
        return None

    def _first(self, found: list[Spoken]) -> Spoken:
        return next((s for s in found if s.free), found[0])

    def _told_there(self, n: int, before: int, back: int, found: list[Spoken]) -> Spoken:
        """Whom both sentences are about, not who tells the first: "Judge Nwosu said Marsh had …", "Ruth Pellow said he had …"."""
        first, here, there = self._first(found), self.speaker(n), self.speaker(back)
        tells = any(s.entity is here and s.free and s.end <= before for s in self.spoken(n))
        others = [s for s in found if s.free and s.entity not in (None, there)]
        return others[0] if here and there and tells and first.entity is there and others else first

    def _beside(self, n: int, spoken: Spoken, pronoun: str) -> bool:
        """The sentence goes on about whom a pronoun means, and has this one beside him: "He told Ana Ruiz …"."""
        text = self.article.sentence(n)[: spoken.start]
        return any(p.kind == pronoun and p.case == "subject" for p in pointers(text, self.language, self.cast.entities))

    def speaking(self, n: int, *, plural: bool = True) -> Entity | None:
        """Whom "I", or if `plural` "we", means in sentence `n`."""
        speaker = self.speaker(n)
        if speaker is None or not speaker.person or not plural:
            return speaker
        if speaker.body and (body := self.cast.find(speaker.body)):
            return body
        introduced = next((m for m, e in self.cast.mentions if self.cast.entities[e] is speaker), None)
        if introduced is None or not (speaks(self.language, speaker) or speaker.owned):
            return speaker
        body = self._salient(introduced.n, introduced.start, lambda s: is_body(s) and s.free)
        return body or speaker

    def _named_later(self, n: int, pointer: Pointer) -> Entity | None:
        """ "A former director was jailed. Victor Amadi, 58, …": the first person of the next sentence, who is new and has no
        role of his own."""
        if pointer.start > 1 or not self.article.has(n + 1) or any(e.person for _, e in self.cast.of(n)):
            return None
        if "person" not in sorts(self.language, pointer.head):
            return None
        people = [(m, e) for m, e in self.cast.of(n + 1) if e.person and not e.nouns]
        if not people or any(m.n <= n for m, e in self.cast.mentions if self.cast.entities[e] is people[0][1]):
            return None
        return people[0][1]

    def _own(self, n: int, pointer: Pointer) -> Entity | None:
        """ "his party": that of which the article makes him a member."""
        kinds = sorts(self.language, pointer.head) & set(BODIES)
        owner = self._salient(n, pointer.start, is_person) if kinds else None
        body = self.cast.find(owner.body) if owner and owner.body else None
        return body if body and (not body.sorts or body.sorts & kinds) else None

    def _client(self, n: int) -> Entity | None:
        """ "her client": of whom the lawyer who tells sentence `n` speaks."""
        lawyer = self.speaker(n)
        employer = self.cast.find(lawyer.body) if lawyer and lawyer.body else None
        if employer is not None and employer.person is not False:
            return employer  # "Moor's agent said his client"
        return client_of(self.article, self.language, self.cast, n, lawyer, self.spoken)

    def _described(self, n: int, pointer: Pointer) -> Entity | None:
        """ "The union" for the one that has the word in its name or role; "the company" for the one spoken of."""
        before = [self.cast.entities[i] for m, i in self.cast.mentions if (m.n, m.start) < (n, pointer.start)]
        named = list(dict.fromkeys(e for e in before if has_role(self.language, e, pointer.head)))
        if self._told_of_another(n, pointer):
            return None
        if len(named) == 1:
            return named[0]
        if named:
            return self._salient(n, pointer.start, lambda s: s.entity in named)
        kinds = sorts(self.language, pointer.head)
        if pointer.aged or pointer.head in listed(self.language, "epithets"):
            return self._salient(n, pointer.start, is_person, here=False)
        bodies = kinds & set(BODIES)

        def fits(spoken: Spoken) -> bool:
            return (
                is_body(spoken)
                and bool(spoken.kinds & bodies)
                and so_called(self.language, spoken.entity, pointer.head)
            )

        return self._salient(n, pointer.start, fits) if bodies else None

    def _told_of_another(self, n: int, pointer: Pointer) -> bool:
        """Whether the article has the noun before, of somebody who has no name: "a company in Lyon"."""
        if not pointer.head:
            return False
        return any(
            each.kind == "new" and each.head == pointer.head and (k < n or each.end < pointer.start)
            for k in range(max(1, n - 5), n + 1)
            for each in self.pointers(k)
        )


def referents_of(article: Article, language: str) -> Referents:
    """Kept: each claim of an article asks for the same."""
    return _kept(ArticleKey(article), language)


@lru_cache(maxsize=16)
def _kept(key: ArticleKey, language: str) -> Referents:
    return Referents(key.article, language)
