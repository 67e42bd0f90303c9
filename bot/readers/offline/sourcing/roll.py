"""The roll of an article's sources: which names are one and the same, and who is known so far."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile

from bot.article.spelling import folded_name
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.naming.phrase import noun_of
from bot.readers.offline.sourcing import keptback, places
from bot.readers.offline.text import fullnames, nations
from bot.readers.offline.text.passage import Passage

_ARTICLE = 8  # characters of the word before a noun

Spans = Mapping[int, Sequence[tuple[int, int]]]
"""Characters of an article by sentence."""


@dataclass
class Known:
    id: str
    mention: Mention
    role: str | None
    last: int
    roles: set[str] = field(default_factory=set)


class Roll:
    """Grows while the article is read from the top; ids are s1, s2, …

    `people` and `bodies` are all who are named outside quotations, in order: place, sentence and full name.
    """

    def __init__(self, passage: Passage, asked: Spans, said: Spans) -> None:
        """`asked` and `said` are what a pronoun that speaks is asked and what it says."""
        self.passage = passage
        self._asked = asked
        self._said = said
        self.known: list[Known] = []
        self.anonymous: list[Known] = []
        self._heard: dict[str, Known] = {}  # in the order in which they were heard last
        self._by_name: dict[str, Known] = {}
        self._by_role: dict[str, dict[str, Known]] = {}
        self._by_noun: dict[str, list[Known]] = {}
        self._nations: dict[str, str | None] = {}
        self.people, self.bodies = places.named(passage)

    def people_before(self, place: int, first: int, n: int) -> Iterator[tuple[int, int, str]]:
        """Those named in sentence `first` or later before a pronoun at `place` in sentence `n`, which it may stand for, last first."""
        named = places.before(self.people, place, first)
        return (one for one in named if one[1] != n or not _within(one[0], self._asked.get(n, ())))

    def tells_of(self, place: int, n: int) -> bool:
        """Whether whoever speaks in sentence `n` by a pronoun says what stands at `place`."""
        return _within(place, self._said.get(n, ()))

    def hear(self, known: Known, n: int) -> None:
        """They speak in sentence `n`, the last so far."""
        known.last = n
        self._heard.pop(known.id, None)
        self._heard[known.id] = known

    def since(self, n: int, reach: int) -> list[Known]:
        """Who spoke in the last sentences, and in the same entry of a live blog; in the order in which they came in."""
        first = max(n - reach, self.passage.lines[n - 1].entry)
        return sorted(takewhile(lambda known: known.last >= first, reversed(self._heard.values())), key=_order)

    def latest(self) -> Known | None:
        """Who spoke last; of several in one sentence who came in first."""
        last = next(reversed(self._heard.values()), None)
        return min(self._at(last.last), key=_order) if last else None

    def _at(self, n: int) -> Iterator[Known]:
        return takewhile(lambda known: known.last == n, reversed(self._heard.values()))

    def is_one(self, known: Known) -> bool:
        """One person, by the word before it: "ein Mitarbeiter", "another parent"."""
        first = self.passage.text[known.mention.start : known.mention.end].split(maxsplit=1)[:1]
        language = self.passage.language
        several = language["grammar.possessives"] | language["grammar.they"]
        single = language["grammar.indefinite"] | (language["grammar.vague_articles"] - several)
        return bool(first) and first[0].lower() in single

    def is_definite(self, mention: Mention) -> bool:
        """Its first word says so: "the agency", "l'édile"; who is interviewed has none."""
        language = self.passage.language
        first, *_ = [*self.passage.text[mention.start : mention.end].split(maxsplit=1), ""]
        elided = first.replace("’", "'").partition("'")[0] + "'" if language.noun_first else first
        if language.capital_nouns and first[:1].isupper():  # "nach Darstellung der Firma"
            before = self.passage.text[max(0, mention.start - _ARTICLE) : mention.start].lower().split()[-1:]
            return not (language["grammar.articles"] - language["grammar.indefinite"]).isdisjoint(
                (first.lower(), *before)
            )
        return bool({first.lower(), elided.lower()} & language["grammar.definite"])

    def holding(self, noun: str) -> list[Known]:
        """The people whose role has the noun, who spoke last first."""
        people = (known for known in self._by_role.get(noun, {}).values() if known.mention.kind == "person")
        return sorted(people, key=lambda known: (-known.last, _order(known)))

    def ending_in(self, noun: str) -> list[Known]:
        """The bodies that go by more than this noun: "the Danish foreign ministry" for "the ministry"."""
        return self._by_noun.get(noun, [])

    def bodies_with(self, noun: str, place: int) -> str | None:
        """The body named last before `place` whose name holds the noun."""
        found = self._bodies_by_word.get(noun, [])
        at = bisect_left(found, place, key=lambda body: body[0])
        return found[at - 1][1] if at else None

    @cached_property
    def _bodies_by_word(self) -> Mapping[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = {}
        for place, _, name in self.bodies:
            for word in set(fullnames.words(name)):
                found.setdefault(word, []).append((place, name))
        return found

    @cached_property
    def places_of(self) -> Mapping[str, list[tuple[int, int]]]:
        """Place and sentence of each mention of a person by full name."""
        found: dict[str, list[tuple[int, int]]] = {}
        for place, n, name in self.people:
            found.setdefault(name, []).append((place, n))
        return found

    def named(self, mention: Mention, n: int) -> Known:
        key = self._key(mention)
        known = self._by_name.get(key) or self._introduced(mention, n)
        if known is None:
            spokesperson = mention.kind == "organisation" and self._is_spokesperson(mention)
            known = Known(f"s{len(self.known) + 1}", mention, None if spokesperson else mention.role, n)
            self._enter(known)
        self._by_name[key] = known
        self.hear(known, n)
        if mention.media == "state_media":
            known.mention = replace(known.mention, media="state_media")
        body = mention.kind == known.mention.kind == "organisation"
        if mention.role and not body:
            known.role = known.role or mention.role
            self._enter_role(known, mention.role)
        elif body and mention.role != known.role:
            known.role = None  # it speaks for itself too, not only through "officials"
        return known

    def _enter(self, known: Known) -> None:
        self.known.append(known)
        if known.mention.kind == "anonymous":
            self.anonymous.append(known)
        parts = fullnames.words(known.mention.name or "")
        if known.mention.kind in ("organisation", "document") and len(parts) > 1:
            self._by_noun.setdefault(parts[-1], []).append(known)

    def _enter_role(self, known: Known, role: str) -> None:
        words = fullnames.words(role)
        known.roles.update(words)
        for word in words:
            self._by_role.setdefault(word, {})[known.id] = known

    def _is_spokesperson(self, mention: Mention) -> bool:
        return not self.passage.language["sources.spokespeople"].isdisjoint(fullnames.words(mention.role or ""))

    def _introduced(self, mention: Mention, n: int) -> Known | None:
        """A name right behind a description is its name where it comes with the same role: "The defence minister said
        …. Defence Minister Kim said …". Without a role it is somebody else's as likely as not, but in the article's lead."""
        if mention.kind != "person":
            return None
        held = keptback.one(self.known, mention, self.passage)
        if held is not None:
            held.mention = replace(mention, role=held.role)
            return held
        before = self.latest()
        if before is None or before.mention.kind != "unnamed_person" or n - before.last > 2 or not before.role:
            return None
        first = self.passage.text[before.mention.start : before.mention.end].split()[0].lower()
        if first in self.passage.language["grammar.indefinite"] | self.passage.language["grammar.vague_articles"]:
            return None
        noun, office = (
            noun_of(before.mention.described or "", self.passage.language),
            fullnames.words(mention.role or ""),
        )
        if noun not in office and (office or not self._delayed(before, noun, mention, n)):
            return None
        before.mention = replace(mention, role=before.role)
        return before

    def _delayed(self, before: Known, noun: str, mention: Mention, n: int) -> bool:
        """A lead that keeps back the name of its office holder: "France's defence minister told parliament …. Jean Roux
        said …. The defence minister told lawmakers …".

        Nobody else has spoken, the office is a title, the next sentence begins with a new name, and the title returns.
        """
        people = ("person", "unnamed_person")
        if any(known is not before and known.mention.kind in people for known in self.known):
            return False
        opens = mention.start == self.passage.lines[n - 1].start
        new = all(place >= mention.start for place, _ in self.places_of.get(mention.name or "", ()))
        title = self.passage.language.is_title(noun)
        return title and opens and new and n - before.last == 1 and self._returns(noun, n)

    def _returns(self, noun: str, n: int) -> bool:
        """ "the defence minister", somewhere behind sentence `n`."""
        definite = self.passage.language["grammar.definite"]
        return any(
            token.low == noun and any(near.low in definite for near in line.tokens[max(0, at - 2) : at])
            for line in self.passage.lines[n:]
            for at, token in enumerate(line.tokens)
        )

    def _key(self, mention: Mention) -> str:
        name = mention.name or mention.described or ""
        parts = [
            part for part in fullnames.words(name) if part not in ("the", "a", "an", "this", "its", "their", "another")
        ]
        if mention.kind == "organisation" and any(word[0].isupper() for word in name.split()):
            return f"other {' '.join(self._same_body(name, parts))}"
        kind = mention.kind if mention.kind in ("person", "document") else "other"
        return f"{kind} {' '.join(parts)}"

    def _same_body(self, name: str, parts: Sequence[str]) -> Sequence[str]:
        """ "The Foreign Ministry of Veskara", "Veskara's foreign ministry" and "the Veskaran foreign ministry" are one."""
        language = self.passage.language
        national = {folded_name(word): self._country(word) for word in name.split() if word[0].isupper()}
        kept = [
            folded_name(national.get(part) or part) for part in parts if part not in language["grammar.tight_links"]
        ]
        return sorted(kept) if language["sources.organisations"] & set(kept) else kept

    def _country(self, word: str) -> str | None:
        if word not in self._nations:
            self._nations[word] = nations.country(self.passage.text, word, self.passage.language)
        return self._nations[word]


def _order(known: Known) -> int:
    return int(known.id[1:])


def _within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)
