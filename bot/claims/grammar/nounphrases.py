"""Noun phrases: a noun with what stands before it and with the phrases that hang on it, told by form and place (English)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb, participle
from bot.claims.grammar.voice import passive
from bot.claims.language.smallwords import OF
from bot.claims.language.stops import ALL_STOPS
from bot.claims.language.wordlists import word_set

HANGING = word_set("of by from for at in with near")
_LONGEST = 14  # words behind a noun that may hang on it
_NEAR = 7  # words between a noun and the verb whose object or subject it is


@dataclass(frozen=True, eq=False)
class NounPhrase:
    """`text.tokens[head]` with all that stands before it from `start` on, its article left out."""

    text: Analysed
    start: int
    head: int

    @property
    def before(self) -> list[int]:
        """The words that carry meaning before the noun."""
        return [i for i in range(self.start, self.head) if i in self.text.content]

    @property
    def article(self) -> int | None:
        """Where the small word before it stands: "the", "its", "this"."""
        at = self.start - 1
        while at > 0 and self.text.tokens[at].kind == "number":
            at -= 1
        return at if at >= 0 and self.text.tokens[at].low in self.text.words.determiners else None

    @cached_property
    def hanging(self) -> list[tuple[int, int, int]]:
        """Phrases behind the noun, as (preposition, first, behind the last): "by the firm", "at the museum"."""
        return list(behind(self.text, self.head))

    @cached_property
    def participle(self) -> tuple[int, int] | None:
        """ "The coins found in Hessing were": from the participle to the verb of the clause, half open."""
        text, at = self.text, self.head + 1
        opens = (
            at in text.content and participle(text, at) and text.tokens[at].low in text.words.past | _formed(text, at)
        )
        end = next((i for i in range(at + 1, min(len(text.tokens), at + _LONGEST)) if _goes_on(text, i)), None)
        if not opens or end is None or any(text.tokens[i].low in ALL_STOPS for i in range(at, end)):
            return None
        return at, end

    def deeds(self) -> list[int]:
        """Verbs whose object it is, or whose subject where they are passive: "rejected the offer", "the offer was rejected"."""
        text = self.text
        found: list[int] = []
        for step in (-1, 1):
            i = (self.start if step < 0 else self.head) + step
            for _ in range(_NEAR):
                if not 0 <= i < len(text.tokens) or text.tokens[i].low in ALL_STOPS:
                    break
                if i in text.content and (is_verb(text, i) or " " in text.tokens[i].low):
                    if (step < 0) != passive(text, i):
                        found.append(i)
                    break
                i += step
        return found


def behind(text: Analysed, head: int) -> Iterator[tuple[int, int, int]]:
    """Phrases behind a noun or a name, as (preposition, first, behind the last)."""
    tokens = text.tokens
    i = head + 1
    while i < min(len(tokens), head + _LONGEST) and tokens[i].low in HANGING:
        first = i + 1
        while first < len(tokens) and tokens[first].low in text.words.determiners - OF:
            first += 1
        end = first
        while end < len(tokens) and (_inside(text, end) or _names_on(text, end)):
            end += 1
        if end == first:
            return
        yield i, first, end
        i = end


def _formed(text: Analysed, index: int) -> frozenset[str]:
    low = text.tokens[index].low
    return frozenset({low}) if low.endswith(("ed", "en")) else frozenset()


def _goes_on(text: Analysed, index: int) -> bool:
    """The finite verb behind a participle."""
    low = text.tokens[index].low
    return low in text.words.auxiliaries - {"to"} or low in text.words.passive or is_verb(text, index)


def noun_phrases(text: Analysed) -> Iterator[NounPhrase]:
    for i in text.content:
        if _heads(text, i):
            yield noun_phrase(text, i)


def noun_phrase(text: Analysed, head: int) -> NounPhrase:
    start = head
    while start > 0 and (_inside(text, start - 1) or _names_on(text, start - 1)):
        start -= 1
    while start < head and start not in text.content:
        start += 1
    return NounPhrase(text, start, head)


def _heads(text: Analysed, index: int) -> bool:
    """A noun that is no name, behind which no other one stands."""
    token = text.tokens[index]
    named = token.capital and not token.first
    if named or token.kind != "word" or token.possessive or is_verb(text, index) or _timed(text, index):
        return False
    if index + 1 >= len(text.tokens):
        return True
    following = text.tokens[index + 1]
    titled = following.capital and not token.low.endswith("ed")
    more = index + 1 in text.content and not titled and not is_verb(text, index + 1)
    return following.low != "-" and not (more and not following.low.endswith("ly"))


def _inside(text: Analysed, index: int) -> bool:
    token = text.tokens[index]
    if token.low == "-" or (token.low in "'’" and text.tokens[index - 1].possessive):
        return True
    plain = index in text.content and token.kind == "word" and not is_verb(text, index) and not _timed(text, index)
    return plain and not _takes(text, index)


def _takes(text: Analysed, index: int) -> bool:
    """ "an ad hitting Ann Lee": a gerund before a name, which it takes."""
    token, following = text.tokens[index], text.tokens[index + 1 : index + 2]
    return token.low.endswith("ing") and not token.capital and any(name.capital for name in following)


def _names_on(text: Analysed, index: int) -> bool:
    """ "University of Velmar", "Halvard & Sons": small words within a name."""
    if text.tokens[index].low not in ("of", "&") or not 0 < index < len(text.tokens) - 1:
        return False
    return text.tokens[index - 1].capital and text.tokens[index + 1].capital


def _timed(text: Analysed, index: int) -> bool:
    low = text.tokens[index].low
    return low in text.words.dates or low in text.words.times or low in text.words.deixis
