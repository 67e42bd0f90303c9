"""Stock of words: which sentence of an article has which word, in some form or as a synonym."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from bot.readers.offline.syntax.sentence import Place
from bot.readers.offline.text import tokens, topic
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_FIRST, _HEAD = 3, 5  # letters of the first part of a compound, and of its head
_COUNTED = 6  # words between a number and what it counts
_SCOPE = 4  # words that a "not" turns into their contrary

Matter = Mapping[str, frozenset[str]]
"""Words by their stems, each with its synonyms."""


class Stock:
    """Of one article; each sentence is looked at once."""

    def __init__(self, passage: Passage, cues: Mapping[int, Sequence[Place]] | None = None) -> None:
        """`cues` are the words by which somebody says something in each sentence, which are no part of what is said."""
        self._passage = passage
        self._cues = cues or {}
        self._topics: dict[int, frozenset[str]] = {}
        self._held: dict[int, frozenset[str]] = {}
        self._flags: dict[tuple[str, int], bool] = {}
        self._spreads: dict[str, int] = {}

    def holds(self, line: Line, name: str) -> bool:
        """Whether a word of the language's list `name` stands in the sentence."""
        key = (name, line.n)
        if key not in self._flags:
            words = self._passage.language[name]
            self._flags[key] = any(token.low in words for token in line.tokens)
        return self._flags[key]

    def counts(self, line: Line) -> bool:
        """A number stands in the sentence, in figures or spelled out."""
        return any(self._is_number(token) for token in line.tokens)

    def counts_near(self, line: Line, senses: frozenset[str]) -> bool:
        """A number stands near one of these words."""
        at = [i for i, token in enumerate(line.tokens) if topic.stem(token.low) in senses]
        return any(self._is_number(token) for i in at for token in line.tokens[max(0, i - _COUNTED) : i + _COUNTED])

    def _is_number(self, token: Token) -> bool:
        return token.text[0].isdigit() or token.low in self._passage.language.counts

    def words(self, line: Line) -> frozenset[str]:
        """The stems of its telling words."""
        if line.n not in self._topics:
            self._topics[line.n] = topic.words(self._said(line), self._passage.language)
        return self._topics[line.n]

    def senses(self, line: Line) -> frozenset[str]:
        """Those with their synonyms."""
        if line.n not in self._held:
            found = topic.senses(self._said(line), self._passage.language)
            kin = (self._compounds.get(stem, frozenset()) for stem in found)
            self._held[line.n] = frozenset().union(*found.values(), *kin)
        return self._held[line.n]

    def _said(self, line: Line) -> str:
        """Its words, blanks where the cues stand."""
        text = self._passage.text[line.start : line.end]
        for start, end in self._cues.get(line.n, ()):
            text = f"{text[: start - line.start]}{' ' * (end - start)}{text[end - line.start :]}"
        return text

    @cached_property
    def _compounds(self) -> Mapping[str, frozenset[str]]:
        """For each word of the article those that share its head: "Werkssirene" for "Sirene", and the other way round."""
        if not self._passage.language["endings.cases"]:
            return {}
        stems = frozenset().union(*map(self.words, self._passage.lines))
        found: dict[str, frozenset[str]] = {}
        for stem in stems:
            for at in range(_FIRST, len(stem) - _HEAD + 1):
                if stem[at:] in stems:
                    found[stem] = found.get(stem, frozenset()) | {stem[at:]}
                    found[stem[at:]] = found.get(stem[at:], frozenset()) | {stem}
        return found

    def shared(self, matter: Matter, line: Line) -> list[str]:
        """The stems of the matter that stand in the sentence in some form, or as a synonym."""
        held = self.senses(line)
        return [stem for stem, senses in matter.items() if senses & held]

    def spread(self, stem: str, senses: frozenset[str]) -> int:
        """How many sentences have the word or a synonym."""
        if stem not in self._spreads:
            self._spreads[stem] = len(self.having(senses))
        return self._spreads[stem]

    def having(self, senses: frozenset[str]) -> set[int]:
        """The numbers of the sentences with one of these."""
        return set().union(*(self._where[sense] for sense in senses if sense in self._where))

    @cached_property
    def _where(self) -> Mapping[str, set[int]]:
        """The sentences that have a word or a synonym of it."""
        where: dict[str, set[int]] = {}
        for line in self._passage.lines:
            for sense in self.senses(line):
                where.setdefault(sense, set()).add(line.n)
        return where

    def weight(self, stem: str, senses: frozenset[str], line: Line) -> float:
        """Rare words of the article tell more than those in every other sentence; a synonym less than the word."""
        rare = max(0.4, min(2.0, 4.0 / max(1, self.spread(stem, senses))))
        return rare if stem in self.words(line) else 0.7 * rare

    def negated(self, line: Line, crux: frozenset[str]) -> bool:
        """A "not" stands right before the words at the crux."""
        words = tokens.cut(self._passage.text, line.start, line.end)
        denying = self._passage.language["grammar.negations"]
        return any(
            word.low in denying and any(topic.stem(near.low) in crux for near in words[at + 1 : at + 1 + _SCOPE])
            for at, word in enumerate(words)
        )
