"""Nothing explicit is replaced: a word from elsewhere in the article may stand where a pronoun stood, not where a noun did."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import listed, sorts
from bot.claims.grammar.nouns import is_noun, side_by_side
from bot.claims.grammar.titles import titles
from bot.claims.grammar.utterers import saying_of_itself
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import likeness
from bot.claims.language.smallwords import INDEFINITE, POSSESSIVES, WHO
from bot.claims.language.token import Token

_WHO = WHO - {"que"}  # which also is "that" and "than"
_MARKS = frozenset('.!?;:—–()…"')


def substitution_problems(text: Analysed, cited: Sequence[Analysed], known: Iterable[Analysed]) -> list[str]:
    """One sentence for each noun or name that its sentences do not have and that took the place of one they have.

    `known` are the sentences that tell who is who.
    """
    comparison = _Comparison(text, cited, tuple(dict.fromkeys(known)))
    found = [comparison.replaced(run) for run in comparison.foreign()]
    return list(dict.fromkeys(problem for problem in found if problem))


class _Comparison:
    def __init__(self, text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> None:
        self._text = text
        self._cited = cited
        self._known = known
        self._words = _told(text)
        self._places = {i: self._found(i) for i in self._words}
        self._taken = {place for places in self._places.values() for place in places}

    def _found(self, index: int) -> list[tuple[int, int]]:
        """(sentence, index) wherever the cited sentences have the word, in the form nearest to it."""
        token = self._text.tokens[index]
        if token.kind == "number":
            return [(n, i) for n, s in enumerate(self._cited) for i in s.numbers if s.tokens[i].values & token.values]
        found = [
            (likeness(token, t), n, i)
            for n, s in enumerate(self._cited)
            for i in _told(s)
            if (t := s.tokens[i]).kind == "word" and not self._only_tells_which(index, s, i)
        ]
        best = max((like for like, _, _ in found), default=0)
        return [(n, i) for like, n, i in found if like == best] if best else []

    def _only_tells_which(self, index: int, sentence: Analysed, place: int) -> bool:
        """ "Cars" of "the car maker": a plural where the sentence has the singular before whom it tells of."""
        said, there = self._text.tokens[index].low, sentence.tokens[place].low
        plural = self._text.words.language == "en" and said == f"{there}s" and not sentence.tokens[place].capital
        return plural and any(bool(sorts("en", token.low)) for token in sentence.tokens[place + 1 : place + 2])

    def foreign(self) -> list[list[int]]:
        """Runs of nouns and names that the cited sentences do not have."""
        runs: list[list[int]] = []
        for place, i in enumerate(self._words):
            if self._places[i] or not self._noun(i) or self._part_of_name(i):
                continue
            if runs and place and runs[-1][-1] == self._words[place - 1]:
                runs[-1].append(i)
            else:
                runs.append([i])
        return runs

    def _part_of_name(self, index: int) -> bool:
        """ "Ola" in "Ola Brandt", where the sentences have "Mr Brandt"."""
        tokens = self._text.tokens
        beside = [
            i for i in (index - 1, index + 1) if 0 <= i < len(tokens) and tokens[i].capital and self._places.get(i)
        ]
        return tokens[index].capital and any(self._touch(tokens[min(i, index)], tokens[max(i, index)]) for i in beside)

    def _touch(self, first: Token, second: Token) -> bool:
        return any(a.low == first.low and b.low == second.low for s in self._known for a, b in pairwise(s.tokens))

    def _noun(self, index: int) -> bool:
        text = self._text
        low = text.tokens[index].low
        return index in text.content and low not in text.words.neutral and is_noun(text, index)

    def replaced(self, run: Sequence[int]) -> str | None:
        """What stands beside the same neighbour in the article instead, and cannot mean the same."""
        for neighbour, step in ((self._neighbour(run[0], -1), 1), (self._neighbour(run[-1], 1), -1)):
            if neighbour is None:
                continue
            gaps = [self._gap(n, i, step) for n, i in self._places[neighbour]]
            if gaps and all(gap and not self._means(gap, n, run) for gap, n in gaps):
                gap, n = gaps[0]
                said = self._text.said(run)
                return f"{said!r} stands where its sentences have {self._cited[n].tokens[gap[0]].text!r}."
        return None

    def _neighbour(self, index: int, step: int) -> int | None:
        """The nearest word of the clause on that side that the sentences have."""
        i = index + step
        while 0 <= i < len(self._text.tokens) and self._text.tokens[i].low not in _MARKS:
            following = self._text.tokens[i + 1].low if i + 1 < len(self._text.tokens) else ""
            if self._text.tokens[i].low == "," and not (step > 0 and following in _WHO):
                return None
            if self._text.tokens[i].low in self._text.words.reporting and step < 0:
                return None
            if i in self._places and not (
                self._text.tokens[i].low in self._text.words.auxiliaries and not self._places[i]
            ):
                return i if self._places[i] else None
            if self._text.tokens[i].low in self._text.words.links and self._text.tokens[i].low not in _WHO:
                return None
            i += step
        return None

    def _gap(self, n: int, index: int, step: int) -> tuple[list[int], int]:
        """The nouns beside the word up to the next one that the restatement has too; none where a pronoun stands."""
        sentence = self._cited[n]
        found: list[int] = []
        i = index + step
        while 0 <= i < len(sentence.tokens) and sentence.tokens[i].low not in _MARKS:
            token = sentence.tokens[i]
            if (n, i) in self._taken or token.kind == "number":
                break
            if token.low == "," and step < 0 and (start := _inserted(sentence, i)) is not None:
                found.clear()
                i = start
                continue
            owner = token.low in POSSESSIVES and (step > 0 or bool(found))
            if token.low in sentence.words.pronouns and not owner and token.low not in _WHO:
                return saying_of_itself(sentence, i), n
            if (token.low in sentence.words.links and token.low not in _WHO) or token.low in sentence.words.reporting:
                break
            if i in sentence.content:
                if is_verb(sentence, i):
                    break
                if is_noun(sentence, i) and not _title(sentence, i):
                    found.append(i)
            i += step
        return found, n

    def _means(self, gap: Sequence[int], n: int, run: Sequence[int]) -> bool:
        sentence = self._cited[n]
        named = any(sentence.tokens[i].capital and not sentence.tokens[i].first and not _kind(sentence, i) for i in gap)
        if any(sentence.tokens[i].low in sentence.words.broad and _bare(sentence, i) for i in gap):
            return True
        if all(self._text.tokens[i].low in self._text.words.generic for i in run):
            return (
                named
                or any(self._opens(sentence.tokens[i]) for i in gap)
                or any(
                    side_by_side(s, sentence.tokens[i], self._text.tokens[j])
                    for s in self._known
                    for j in run
                    for i in gap
                )
            )
        heads = [j for j in run if self._text.tokens[j].capital] or [run[-1]]
        indefinite = any(i and sentence.tokens[i - 1].low in INDEFINITE for i in gap)
        for i in gap:
            token = sentence.tokens[i]
            kind = token.low in sentence.words.neutral or (token.low in sentence.words.generic and _bare(sentence, i))
            meant = kind and not indefinite and not (named and sentence.words.language != "de")
            if meant and not self._unlike(run[-1], token) and self._introduced(run[-1], token):
                return True
            if any(side_by_side(s, token, self._text.tokens[j]) for s in self._known for j in heads):
                return True
        return False

    def _opens(self, token: Token) -> bool:
        """A name elsewhere, and not only by the capital that begins a sentence."""
        known = (other for s in self._known for other in s.tokens if other.low == token.low)
        return token.first and token.capital and any(other.capital and not other.first for other in known)

    def _introduced(self, index: int, token: Token) -> bool:
        """ "A passenger ferry" and "the passengers" introduce no passenger who were the captain."""
        said = self._text.tokens[index]
        if said.capital or self._text.words.language != "en" or "person" not in sorts("en", token.low):
            return True
        return any(
            other.low == said.low and not (i + 1 in s.content and is_noun(s, i + 1) and not s.tokens[i + 1].capital)
            for s in self._known
            for i, other in enumerate(s.tokens)
        )

    def _unlike(self, index: int, token: Token) -> bool:
        """ "The ministry" is no cousin: a noun for people where the sentences have one for bodies, or the other way round. And
        "the council" is no government: only a noun that may stand for many bodies stands for another."""
        language, said = self._text.words.language, self._text.tokens[index]
        if said.capital and language != "de":
            return False
        mine, theirs = sorts(language, said.low), sorts(language, token.low)
        if not mine or not theirs or ("person" in mine) != ("person" in theirs):
            return bool(mine and theirs)
        return "person" not in mine and not {said.low, token.low} & listed(language, "generic")


def _inserted(text: Analysed, comma: int) -> int | None:
    """The comma before "who was not part of the team," where one ends at `comma`."""
    for i in range(comma - 1, 0, -1):
        if text.tokens[i].low in _MARKS or text.tokens[i].low == ",":
            return None
        if text.tokens[i].low in _WHO and text.tokens[i - 1].low == ",":
            return i - 2
    return None


def _title(text: Analysed, index: int) -> bool:
    """ "Captain Brandt", not "the captain"."""
    following = text.tokens[index + 1] if index + 1 < len(text.tokens) else None
    return text.tokens[index].low in titles() and following is not None and (following.capital or following.low == ".")


def _kind(text: Analysed, index: int) -> bool:
    """A German noun for a kind of body: "the state", which is no name."""
    return text.words.language == "de" and text.tokens[index].low in text.words.generic


def _bare(text: Analysed, index: int) -> bool:
    """ "the company", neither "its company" nor "the oil company"."""
    before = text.tokens[index - 1].low if index else ""
    return before in text.words.determiners and before not in POSSESSIVES


@lru_cache(maxsize=512)
def _told(text: Analysed) -> tuple[int, ...]:
    """Numbers and all words but the small ones, also those that only turn the meaning of others ("doubts")."""
    return tuple(
        i
        for i, token in enumerate(text.tokens)
        if token.kind == "number"
        or i in text.content
        or (token.kind == "word" and token.low not in text.words.function)
    )
