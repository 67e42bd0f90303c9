"""Words and marks of a sentence, with their places in the article."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from bot.readers.offline.text.quotes import Quote

QUOTE = "\x00quote"
_KEPT: Final = 1024  # passages whose tokens are remembered
_LONGEST_KEPT: Final = 400  # characters of such a passage
DASHES = frozenset({"—", "–", "--", "-"})  # a hyphen is a token only where it stands alone

STOPS = frozenset({";", ":", "?", "!", "...", "…"}) | DASHES

# Every alternative starts with its own kind of character and repeats one class, so that matching is linear.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., e.g.
    r"|(?:Mrs?|Ms|Mx|Drs?|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Cmdr|Cpl|Maj|Adm|Prof|Rev|Hon|St|Jr|Sr|Det|Supt"
    r"|Inc|Corp|Co|Ltd|No|vs|Mme|Mlle|Ing|Dra?|Hr|Fr)\.(?!\.)"
    r"|[^\W\d_]\.(?=\s?[^\W\d_])"  # the J. of "George J. Smith"
    r"|\d+-[Jj]ährige[nr]?\b"  # German: who is of that age
    r"|\d+-year-olds?\b"
    r"|\$?\d+(?:[.,:]\d+)*%?"
    r"|(?<=\w)['’]s\b"
    r"|\w+(?:[-’'‐‑&]\w+|\.[a-z]{2,})*"  # Booking.com
    r"|''|``|\.{2,}|--+|\S"
)
_POSSESSIVE = re.compile(r"['’]s$")
# French: "l'accord", "qu'il"; "dit-il", "a-t-elle".
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE)
_CLITIC = re.compile(r"(?:-t)?-(ils?|elles?|on)$")
# Names that would be pronouns in lower case.
_SPELLED = {"US": "u.s.", "WHO": "w.h.o.", "IT": "i.t."}
# Names that would be helping verbs, and the capitals before the month of May or a headline's "May"; first names that would be
# prepositions.
_HELPERS = frozenset({"May", "Will"})
_PREPOSITIONS = frozenset({"Per"})
_BEFORE_MONTHS = frozenset({
    "in", "on", "since", "until", "till", "by", "last", "next", "early", "late", "mid", "this", "from", "before", "after", "for",
    "to", "during", "between", "of", "and", "or", "he", "she", "it", "they", "we", "i", "you", "the", "that", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "march", "april",
})  # fmt: skip
CONTRACTED = frozenset({"he", "she", "it", "that", "who", "what", "there", "here", "let", "where", "how"})


def _is_foreign(letter: str) -> bool:
    """Of a script without capitals, as Chinese or Arabic: in our languages nothing but names is written in it."""
    return letter > "\u02ff" and letter.isalpha() and letter.lower() == letter.upper()


@dataclass(slots=True, unsafe_hash=True)
class Token:
    """`text` stands at `start:end` of the article; a quotation is one token whose `low` is `QUOTE`.

    `plain` marks a word that is capitalised only because it begins a sentence. Nobody changes a token: it is not frozen, and knows
    what it is from the start, for an article has ten thousands of them, of which the rules ask that half a million times.
    """

    text: str
    low: str
    start: int
    end: int
    plain: bool = False

    is_quote: bool = field(init=False, repr=False, compare=False)
    is_word: bool = field(init=False, repr=False, compare=False)
    is_capital: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        first = self.text[0]
        self.is_quote = self.low == QUOTE
        self.is_word = not self.is_quote and (first.isalnum() or first == "$")
        self.is_capital = not self.plain and (first.isupper() or _is_foreign(first))

    def negates(self, negating: Set[str]) -> bool:
        """It is one of these words, or ends in the English "n't"."""
        return self.low in negating or self.low.endswith("n't")


def cut(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`; a possessive ending is a token of its own."""
    return list(_remembered(text, start, end) if end - start <= _LONGEST_KEPT else _cut(text, start, end))


def _cut(text: str, start: int, end: int) -> tuple[Token, ...]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        tokens.extend(_split(match.group(), match.start()))
    return tuple(_respelled(tokens, at) for at in range(len(tokens)))


_remembered = lru_cache(maxsize=_KEPT)(_cut)
"""One rule after the other looks at the same words."""


def _respelled(tokens: Sequence[Token], at: int) -> Token:
    """ "Theresa May" is no month and may nothing: the low form of such a name is no word of the lists."""
    token = tokens[at]
    if token.text in _PREPOSITIONS and tokens[at + 1 : at + 2] and tokens[at + 1].text[0].isupper():
        return replace(token, low=f"{token.low}.")  # "Per Holm"
    if token.text == "Me" and tokens[at + 1 : at + 2] and tokens[at + 1].text[0].isupper():
        return replace(token, low="me.")  # "Me Lemoine", a French lawyer
    if token.text not in _HELPERS or at == 0 or at + 1 == len(tokens):
        return token
    before, after = tokens[at - 1], tokens[at + 1]
    named = before.text[0].isupper() and before.low not in _BEFORE_MONTHS
    goes_on = after.text[0].islower() or after.low == "'s" or after.text == ","
    return replace(token, low=f"{token.low}.") if named and goes_on else token


def _split(word: str, start: int) -> list[Token]:
    if word.isalnum():
        return [_token(word, start)]
    elided = _ELISION.match(word)
    if elided:
        return [_token(elided.group(), start), *_split(word[elided.end() :], start + elided.end())]
    clitic = _CLITIC.search(word)
    if clitic and clitic.start() > 0:
        stem = word[: clitic.start()]
        return [_token(stem, start), _token(clitic[1], start + clitic.start(1))]
    ending = _POSSESSIVE.search(word)
    if ending and ending.start() > 0:
        stem, tail = word[: ending.start()], word[ending.start() :]
        return [
            _token(stem, start),
            Token(tail, "'s", start + len(stem), start + len(word)),
        ]
    return [_token(word, start)]


def _token(word: str, start: int) -> Token:
    return Token(word, _SPELLED.get(word) or word.lower().replace("’", "'"), start, start + len(word))


def outside(text: str, start: int, end: int, quotes: Sequence[Quote]) -> list[Token]:
    """The tokens of a sentence with each quotation, or the part of it that lies here, as one token.

    `quotes` are those that touch the sentence, in order.
    """
    tokens: list[Token] = []
    place = start
    for quote in quotes:
        left, right = max(quote.start, start), min(quote.end, end)
        if left >= right or left < place:
            continue
        tokens.extend(cut(text, place, left))
        tokens.append(Token(text[left:right], QUOTE, left, right))
        place = right
    tokens.extend(cut(text, place, end))
    return tokens
