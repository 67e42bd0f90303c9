"""Modifiers: what a noun of the restatement has from its antecedent: "the rejected Velmar offer" for "the offer" (English).

A sentence says "the offer", "its chair" or "the researchers" of what one before it has introduced. A restatement stands
alone, and tells with the noun what that one is introduced with; without it, it is what the sentence says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.claims.grammar.evidence import Analysed, Evidence
from bot.claims.grammar.kinds import listed
from bot.claims.grammar.nounphrases import HANGING, NounPhrase, noun_phrase, noun_phrases
from bot.claims.grammar.offsets import offsets
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.smallwords import DEFINITE, DEMONSTRATIVES, POSSESSIVES
from bot.claims.language.token import Token
from bot.claims.people.pointing import Pointer
from bot.claims.people.referents import referents_of
from bot.claims.rules.affiliations import unaffiliated

_POINTING = DEFINITE | DEMONSTRATIVES
_BACK = 3  # sentences back in which a noun finds what it stands for
_OWNERS = frozenset({"of", "by", "from"})
_PLACES = frozenset({"of", "at", "in", "near"})
_AIMS = frozenset({"of", "for"})
_GROUPS = (_OWNERS, _PLACES, _AIMS)

Cut = tuple[int, int, str]
"""Characters of the restatement, and what stands there instead."""


def unmodified(text: Analysed, held: Evidence) -> str | None:
    """The restatement without what its nouns have from their antecedents; None where they have nothing."""
    if held.language != "en":
        return None
    spans = offsets(text)
    cuts: list[Cut] = []
    cuts += [(start, end, "") for start, end in unaffiliated(text, held)]
    for phrase in noun_phrases(text):
        for n, place in _homes(phrase, held):
            cuts += _Home(held, n, place).cuts(phrase, spans)
    told = text.text
    for start, end, instead in _apart(cuts):
        told = told[:start] + instead + told[end:]
    told = re.sub(r"\s+([.,;:!?])", r"\1", re.sub(r" {2,}", " ", told)).strip()
    return told[:1].upper() + told[1:] if cuts and told != text.text else None


def _apart(cuts: Sequence[Cut]) -> list[Cut]:
    """From the last on, none within another."""
    found: list[Cut] = []
    for cut in sorted(set(cuts), key=lambda cut: (cut[0], -cut[1])):
        if not found or cut[0] >= found[-1][1]:
            found.append(cut)
    return found[::-1]


def _homes(phrase: NounPhrase, held: Evidence) -> Iterator[tuple[int, NounPhrase]]:
    """Where the cited sentences have the noun: the number of each sentence, and the phrase there."""
    head = phrase.text.tokens[phrase.head]
    for n in held.numbers:
        sentence = held.sentence(n)
        same = [i for i in sentence.content if _kin(head, sentence.tokens[i])]
        best = [i for i in same if likeness(head, sentence.tokens[i]) > 1] or same
        if len(best) == 1:
            yield n, noun_phrase(sentence, best[0])


def _kin(a: Token, b: Token) -> bool:
    """The same noun, or those who made what the other names: "the study" is told of by "the researchers"."""
    joint = listed("en", "joint")
    return alike(a, b) or any(x.low in listed("en", "studies") and y.low in joint for x, y in ((a, b), (b, a)))


@dataclass(frozen=True, slots=True)
class _Home:
    """A noun phrase of the cited sentence `n` which points back at what a sentence before introduces."""

    held: Evidence
    n: int
    place: NounPhrase

    def cuts(self, phrase: NounPhrase, spans: Sequence[tuple[int, int]]) -> Iterator[Cut]:
        """What `phrase` of the restatement has more than this one, if it is told of its antecedent."""
        if not self._points():
            return
        text = phrase.text
        own = [self.place.text.tokens[i] for i in self.place.before]
        extra = [i for i in phrase.before if not any(alike(text.tokens[i], token) for token in own)]
        if extra and self._told_with(phrase, extra):
            yield self._cut(phrase, extra, spans)
        for preposition, first, end in phrase.hanging:
            more = [i for i in range(first, end) if i in text.content]
            if self._told_with(phrase, more, text.tokens[preposition].low):
                yield spans[preposition][0], spans[end - 1][1], ""
        if phrase.participle and self._done_before(phrase, *phrase.participle):
            yield spans[phrase.participle[0]][0], spans[phrase.participle[1] - 1][1], ""

    def _points(self) -> bool:
        """ "The offer", "its chair", "those members", "director Ann Lee"."""
        at = self.place.article
        tokens = self.place.text.tokens
        if at is not None:
            return tokens[at].low in _POINTING | POSSESSIVES
        following = tokens[self.place.head + 1 : self.place.head + 2]
        return bool(following) and following[0].capital

    def _told_with(self, phrase: NounPhrase, more: Sequence[int], preposition: str = "") -> bool:
        tokens = [phrase.text.tokens[i] for i in more]
        other = any(self.place.text.tokens[i].possessive for i in self.place.before)
        if other and any(token.possessive for token in tokens):
            return False
        if tokens and not other and self._owned(tokens):
            return preposition in {"", *_OWNERS, *_PLACES, *_AIMS}
        if not tokens or any(self.place.text.has(token) for token in tokens):
            return False
        found = next((told for told in self._antecedents(phrase, more) if told), [])
        return all(any(alike(token, other) and _tied(preposition, by) for other, by in found) for token in tokens)

    def _done_before(self, phrase: NounPhrase, at: int, end: int) -> bool:
        """ "The coins found in Hessing", where a sentence before has that they were found, and Hessing."""
        tokens = [phrase.text.tokens[i] for i in range(at, end) if i in phrase.text.content]
        for k in self._before():
            sentence = self.held.sentence(k)
            same = [i for i in sentence.content if _kin(phrase.text.tokens[phrase.head], sentence.tokens[i])]
            done = [sentence.tokens[v] for i in same for v in noun_phrase(sentence, i).deeds()]
            if any(alike(tokens[0], verb) for verb in done):
                return all(sentence.has(token) for token in tokens)
        return False

    def _owned(self, tokens: Sequence[Token]) -> bool:
        """Whether "its chair" is the chair of those."""
        at = self.place.article
        token = self.place.text.tokens[at] if at is not None else None
        if token is None:
            return self._spoken_for(tokens)
        if token.low not in POSSESSIVES:
            return False
        sentence = self.held.article.sentence(self.n)
        ahead = sum(t.low == token.low for t in self.place.text.tokens[: at or 0])
        places = [m.start() for m in re.finditer(rf"\b{re.escape(token.text)}\b", sentence, re.IGNORECASE)]
        if ahead >= len(places):
            return False
        start = places[ahead]
        owner = referents_of(self.held.article, "en").possessor(self.n, Pointer(start, start + len(token.text), "kin"))
        return owner is not None and all(t.low in owner.words for t in tokens if t.low not in ("'", "’"))

    def _spoken_for(self, tokens: Sequence[Token]) -> bool:
        """ "Managing director Ann Lee said": of the body for which she speaks."""
        referents = referents_of(self.held.article, "en")
        speaker, body = referents.speaker(self.n), referents.speaking(self.n)
        following = self.place.text.tokens[self.place.head + 1 : self.place.head + 2]
        named = speaker is not None and any(token.low in speaker.words for token in following)
        return named and body is not None and body is not speaker and all(t.low in body.words for t in tokens)

    def _antecedents(self, phrase: NounPhrase, more: Sequence[int]) -> Iterator[list[tuple[Token, str]]]:
        """What the noun is told with in the sentences before, nearest first: words with the preposition that ties each."""
        joint = listed("en", "joint")
        heads = [phrase.text.tokens[phrase.head]]
        beside = more[-1] + 1
        if beside < phrase.head:
            heads.append(phrase.text.tokens[beside])
        for k in self._before():
            sentence = self.held.sentence(k)
            for i in reversed(sentence.content):
                if any(_kin(head, sentence.tokens[i]) for head in heads):
                    made = (heads[0].low in joint) != (sentence.tokens[i].low in joint)
                    yield [(token, "" if made else by) for token, by in _told(noun_phrase(sentence, i))]

    def _before(self) -> list[int]:
        near = range(self.n - 1, max(0, self.n - 1 - _BACK), -1)
        told = (*near, *reversed(self.held.numbers), 2, 1)
        return [k for k in dict.fromkeys(told) if k < self.n]

    def _cut(self, phrase: NounPhrase, extra: Sequence[int], spans: Sequence[tuple[int, int]]) -> Cut:
        """From the first of the words to the one behind the last; the article that an owner's name had replaced put in."""
        behind = extra[-1] + 1
        titled = phrase.text.tokens[phrase.head + 1 : phrase.head + 2]
        bare = phrase.article is None and not (titled and titled[0].capital)
        return spans[extra[0]][0], spans[behind][0], "the " if bare else ""


def _told(phrase: NounPhrase) -> Iterator[tuple[Token, str]]:
    tokens = phrase.text.tokens
    for i in (*phrase.before, *phrase.deeds()):
        yield tokens[i], ""
    for preposition, first, end in phrase.hanging:
        for i in range(first, end):
            if i in phrase.text.content:
                yield tokens[i], tokens[preposition].low


def _tied(mine: str, theirs: str) -> bool:
    """Whether what hangs on a noun by the one hangs on it by the other too; "" is for what stands before it."""
    if not mine or not theirs:
        return (mine or theirs or "of") in HANGING
    return mine == theirs or any(mine in group and theirs in group for group in _GROUPS)
