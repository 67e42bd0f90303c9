"""Gainsaying: who tells to be so what somebody else just said not to be: "I never got a letter," he said. The clerk said that a
letter had been sent.
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.readers.offline.denying import negations
from bot.readers.offline.denying.denied import REJOINED, Basis, Denied
from bot.readers.offline.text import tokens, topic
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_MAY: frozenset[Basis] = frozenset({"answer", "plea", "reply", "account", "excuse", "sequel", "opposite"})
_SOON = 2  # sentences
_SCOPE = 4  # words behind "not" among which its verb stands


def negates(denied: Denied, earlier: Denied) -> bool:
    """A "not" right behind what somebody else told without one: "a letter had been sent" – "there was no letter"."""
    tells = earlier.kind == "counters" and earlier.crux is None and earlier.basis in REJOINED | {"sequel"}
    return tells and denied.crux is not None and denied.n - earlier.n <= _SOON


class Gainsaying:
    """Of one denial, which tells something without a "not"."""

    def __init__(self, denial: Denied, passage: Passage) -> None:
        language, line = passage.language, passage.lines[denial.n - 1]
        words = tokens.cut(passage.text, *denial.matter) if denial.matter else []
        said = [word for word in words if word.is_word]
        self._passage = passage
        self._stems = (
            frozenset(topic.senses(passage.text[slice(*denial.matter)], language)) if denial.matter else frozenset()
        )
        self._tells = denial.basis in _MAY and _affirms(said, language)
        opens = line.tokens[0].low in language["denials.but_openings"]
        self._turns = self._tells and opens and any(word.low in language["grammar.objects"] for word in said)

    def of(self, line: Line, gap: int) -> bool:
        """Somebody else says there, in words of both, that it is not so; or, right before "But …", whatever it is, of "him"."""
        if not (self._tells and 0 < gap <= _SOON):
            return False
        language = self._passage.language
        words = [word for word in tokens.cut(self._passage.text, line.start, line.end) if word.is_word]
        negated = [at for at, word in enumerate(words) if word.negates(language.negating)]
        if self._turns and gap == 1 and negated:
            return True
        return any(topic.stem(word.low) in self._stems for at in negated for word in _beside(words, at, language))


def _beside(words: Sequence[Token], at: int, language: Language) -> Sequence[Token]:
    """What a "not" is said of: its verb, "any letter" behind it, or the verb before "nothing"."""
    if words[at].low in language["denials.objects"]:
        return words[max(0, at - 1) : at + 2]
    behind = words[at + 1 : at + 1 + _SCOPE]
    verb = [word for word in behind if word.low not in language["grammar.auxiliaries"] | language["grammar.passive"]][
        :1
    ]
    return [*verb, *(two for one, two in pairwise(behind) if one.low in language["denials.anys"])]


def _affirms(said: Sequence[Token], language: Language) -> bool:
    none = language["grammar.negations"] | language["denials.negatives"] | language["denials.none"]
    return bool(said) and negations.main_negation(said, language) is None and not any(word.low in none for word in said)
