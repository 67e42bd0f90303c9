"""A phrase hangs on the word it hangs on in the article: "voted to sell it, despite a petition" is no "petition to sell"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.stretches import Stretch, infinitive, opens_time, stretches, verbal
from bot.claims.grammar.verbs import is_verb
from bot.claims.grammar.voice import passive
from bot.claims.language.likeness import likeness
from bot.claims.language.smallwords import AMONG, FOR, FROM, OF
from bot.claims.language.token import Token

_FAR = 5  # tokens between two neighbours
_ANTECEDENT = 5  # tokens between a noun and the clause that says more of it
_FROM_OR_OF = FROM | OF
_LENGTHS = frozenset({"metre", "kilometre", "mile"})
_AMONG = AMONG | OF

Place = tuple[int, int]
"""Which sentence, and which of its tokens."""


def attachment_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each two neighbours that one sentence of the article has in two clauses.

    Only words that the sentences have once are looked at. Where a pronoun may mean the other word, or one clause may
    lend the other its subject or its last phrase, nothing is found.
    """
    places = {i: at for i in _held(text) if (at := _only(text.tokens[i], cited))}
    found: list[str] = []
    for n, sentence in enumerate(cited):
        pairing = _Pairing(text, sentence, {i: j for i, (m, j) in places.items() if m == n})
        found += [
            f"{text.tokens[g].text!r} and {text.tokens[p].text!r} stand apart in its sentences."
            for g, p in pairing.apart()
        ]
        found += [f"The two sides of {text.tokens[i].text!r} have changed places." for i in pairing.swapped()]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=512)
def _held(text: Analysed) -> tuple[int, ...]:
    return tuple(sorted({*text.content, *text.numbers}))


def _only(token: Token, cited: Sequence[Analysed]) -> Place | None:
    """Where the sentences have the word once, or once in a form of it rather than a synonym."""
    places = [(n, j, _same(token, s.tokens[j])) for n, s in enumerate(cited) for j in _held(s)]
    found = [(n, j) for n, j, like in places if like > 1] or [(n, j) for n, j, like in places if like]
    return found[0] if len(found) == 1 else None


def _same(token: Token, other: Token) -> int:
    if token.kind == "number" or other.kind == "number":
        return 3 * (token.kind == other.kind and token.unit == other.unit and bool(token.values & other.values))
    return likeness(token, other)


@dataclass(frozen=True, eq=False)
class _Pairing:
    """A text and a sentence; `places` has for words of the text where they stand in the sentence."""

    text: Analysed
    sentence: Analysed
    places: dict[int, int]

    @cached_property
    def mine(self) -> list[Stretch | None]:
        return stretches(self.text)

    @cached_property
    def theirs(self) -> list[Stretch | None]:
        return stretches(self.sentence, self._verbs)

    @cached_property
    def _verbs(self) -> frozenset[int]:
        return frozenset(j for i, j in self.places.items() if is_verb(self.text, i))

    def apart(self) -> Iterator[tuple[int, int]]:
        held = _held(self.text)
        for k, p in enumerate(held[1:], start=1):
            g = held[k - 1]
            if p - g > _FAR or self.mine[g] is not self.mine[p] or p not in self.places or self._marked(g, p):
                continue
            if g not in self.places and k > 1 and held[k - 2] == g - 1 and not is_verb(self.text, g):
                g -= 1  # "the ground floor" of two floors
            if g in self.places and self.text.tokens[g].low not in self.text.words.reporting and self._wrong(g, p):
                yield g, p

    def _marked(self, g: int, p: int) -> bool:
        return any(token.kind == "punct" for token in self.text.tokens[g + 1 : p])

    def _turned(self, g: int, p: int) -> bool:
        """Whether what joins them turns the meaning and is no time: other checks hold that against the sentence."""
        return any(g < op.at < p and op.name not in ("before", "after") for op in self.text.operators)

    def _wrong(self, g: int, p: int) -> bool:
        """By what joins the two: an infinitive, a preposition, or nothing but that one is a verb."""
        text, a, b = self.text, self.places[g], self.places[p]
        between = [token.low for token in text.tokens[g + 1 : p]]
        joining = [low for low in between if low in text.words.prepositions]
        if is_verb(text, p) and between[-1:] and between[-1] in text.words.vocabulary.infinitive:
            return not self._turned(g, p) and self._parted(a, b, "infinitive", "")
        if joining and joining[0] in text.words.by and is_verb(text, g):
            return self._foreign_subject(g, b, a)
        if joining and self._measured(a, b, joining[0]):
            return True
        if joining:
            linked = joining[0] in text.words.by | _AMONG or is_verb(self.sentence, b) or self._turned(g, p)
            return not linked and self._parted(a, b, "preposition", joining[0])
        if is_verb(text, p) and not is_verb(text, g):
            return passive(text, p) == passive(self.sentence, b) and self._foreign_subject(g, a, b)
        if (is_verb(text, g) or infinitive(text, g)) and not is_verb(text, p):
            return self._excepted(g, a, b) or (not is_verb(self.sentence, b) and self._parted(a, b, "object", ""))
        return self._counted(g, p, a, b) or (text.words.language == "de" and p == g + 1 and self._last(g, p, a, b))

    def _parted(self, a: int, b: int, kind: str, joining: str) -> bool:
        """Whether the clauses of the two are surely two, one of which hangs on the other or goes on from it."""
        one, other = self.theirs[a], self.theirs[b]
        if one is None or other is None or one is other:
            return False
        joined = other if other.host is one else one if one.host is other else None
        if joined is None or joined.kind == "main":
            return False
        if joined.kind == "turn":
            return self.sentence.tokens[a].low in self.sentence.words.vocabulary.at_first and kind == "preposition"
        if joined.kind == "and":
            return self._in_other_conjunct(joined, a, b, kind)
        inner, outer = (a, b) if joined is one else (b, a)
        taken = a + 1 < len(self.sentence.tokens) and self.sentence.tokens[a + 1].low == joining
        near = joined.start - _ANTECEDENT <= outer < joined.start
        antecedent = near and (kind != "infinitive" or joined.kind == "relative")
        if antecedent or (kind != "infinitive" and not taken and self._points(inner)):
            return False
        return taken or kind != "preposition" or joined.kind == "relative"

    def _in_other_conjunct(self, joined: Stretch, a: int, b: int, kind: str) -> bool:
        """What stands behind the first verb belongs to it; what the second verb stands before, to the second."""
        if b < a:
            first = self._first_verb(b)
            if kind == "preposition" and self._subject(self._first_verb(a)):
                return False
            return kind != "infinitive" and first is not None and first < b and not self._points(a)
        own = self._first_verb(b)
        ahead = [token.low for token in self.sentence.tokens[max(0, b - 3) : b]]
        bare = (
            own is not None and own < b and not any(low in self.sentence.words.prepositions - {"to"} for low in ahead)
        )
        return kind == "object" and bare and joined.start - a > 2

    def _first_verb(self, index: int) -> int | None:
        part = self.theirs[index]
        return next((i for i, p in enumerate(self.theirs) if p is part and verbal(self.sentence, i, self._verbs)), None)

    def _foreign_subject(self, g: int, noun: int, verb: int) -> bool:
        """Whether the verb's clause has a subject ahead of it that this clause of the text does not name."""
        part = self.theirs[verb]
        if part is None or self.theirs[noun] is None or self.theirs[noun] is part:
            return False
        ahead = self._subject(verb)
        told = [self.text.tokens[i] for i in self.text.content if self.mine[i] is self.mine[g]]
        broad = self.text.words.generic | self.text.words.broad
        return bool(ahead) and not any(a.low in broad or any(likeness(a, b) for b in told) for a in ahead)

    def _subject(self, verb: int | None) -> list[Token]:
        """Words that carry meaning ahead of a verb in its clause, back to a comma."""
        found: list[Token] = []
        for i in range((verb or 0) - 1, -1, -1):
            if self.theirs[i] is not self.theirs[verb or 0] or self.sentence.tokens[i].kind == "punct":
                break
            if i in self.sentence.content and not is_verb(self.sentence, i):
                found.append(self.sentence.tokens[i])
        return found

    def _points(self, index: int) -> bool:
        """Whether a pronoun of its clause may mean what stands in the other."""
        known = self.sentence.words.vocabulary
        places = range(len(self.theirs))
        own = [(i, t.low) for i, t in enumerate(self.sentence.tokens) if self.theirs[i] is self.theirs[index]]
        return any(
            low in known.standing_in
            or (
                low in known.clitics
                and any(verbal(self.sentence, k, self._verbs) for k in (i + 1, i + 2) if k in places)
            )
            for i, low in own
        )

    def _measured(self, a: int, b: int, joining: str) -> bool:
        """ "in a hut, 11 kilometres from the route" is not that far from the hut."""
        tokens = self.sentence.tokens
        follows = a + 1 < len(tokens) and {tokens[a + 1].low, joining} <= _FROM_OR_OF
        return tokens[a].unit in _LENGTHS and follows and b < a

    def _excepted(self, g: int, a: int, b: int) -> bool:
        """ "never stored faces, only the direction": what is denied of the one is not of the other."""
        part = self.theirs[b]
        denied = [op for op in self.text.operators if op.name == "not" and g - 3 < op.at < g]
        return bool(denied) and part is not None and part.kind == "turn" and part.host is self.theirs[a]

    def _counted(self, g: int, p: int, a: int, b: int) -> bool:
        """ "tents for 2,000 people" are not "2,000 tents"."""
        tokens = self.sentence.tokens
        if self.text.tokens[g].kind != "number" or p != g + 1 or b != a - 2 or tokens[a - 1].low not in FOR:
            return False
        return a + 1 in self.sentence.content and not self.text.has(tokens[a + 1])

    def _last(self, g: int, p: int, a: int, b: int) -> bool:
        """German "die Schule sanieren und das Bad schließen": an infinitive stands behind its own noun."""
        tokens, joint = self.sentence.tokens, min(a, b) + 1
        plain = self.text.tokens[g].capital and not self.text.tokens[p].capital and tokens[b].low.endswith("en")
        if not plain:
            return False
        if b < a:
            own = a + 1 < len(tokens) and tokens[a + 1].low.endswith("en") and a + 1 in self.sentence.content
            return own and not tokens[a + 1].capital and tokens[joint].low == "und"
        own = tokens[joint].low.endswith("en") and not tokens[joint].capital and joint in self.sentence.content
        return joint + 1 < b and own and tokens[joint + 1].low == "und"

    def swapped(self) -> Iterator[int]:
        """Where what the text has behind "after" stands before it in the sentence, and the other way round."""
        for part in dict.fromkeys(self.mine):
            if part is None or part.host is None or not opens_time(self.text, part.start):
                continue
            behind, ahead = self._across(part), self._across(part.host)
            for other in dict.fromkeys(self.theirs):
                same = other and self.sentence.tokens[other.start].low == self.text.tokens[part.start].low
                if other and other.host and same and behind == {other.host} and ahead == {other}:
                    yield part.start

    def _across(self, part: Stretch) -> set[Stretch | None]:
        """The clauses of the sentence that have the words of a clause of the text; none for less than two words."""
        found = [self.theirs[j] for i, j in self.places.items() if self.mine[i] is part]
        return set(found) if len(found) > 1 else set()
