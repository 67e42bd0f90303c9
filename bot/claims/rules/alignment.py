"""Alignment: a restatement that repeats clauses of its sentences word by word says what they say.

The positive test beside all that look for one fault each: every word of the text stands in the order of the article, and
what the article has between or around them is nothing but who says so, when, and clauses of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.operators import Operator
from bot.claims.grammar.verbs import is_verb
from bot.claims.grammar.voice import auxiliary_passive, either_voice
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import ALTHOUGH, JOINTS, THAT, WHILE
from bot.claims.rules.undergone import reduced

_JOINTS = JOINTS | WHILE | ALTHOUGH
_THAT = THAT | {"whether", "ob"}
_CLOSERS = frozenset('.!?;:—–()"“”„«»')
_HARMLESS = frozenset({"contrast", "despite"})  # what joins clauses, and the tense of reported speech


@dataclass(frozen=True, eq=False)
class Units:
    """The words of a text that count here: what carries meaning, numbers, prepositions, and turns of meaning."""

    text: Analysed

    @cached_property
    def turned(self) -> dict[int, Operator]:
        return {op.at: op for op in self.text.operators}

    @cached_property
    def covered(self) -> frozenset[int]:
        return frozenset(i for op in self.text.operators for i in range(op.at + 1, op.end))

    @cached_property
    def places(self) -> list[int]:
        meaning = set(self.text.content)
        tokens = self.text.tokens
        return [
            i
            for i, token in enumerate(tokens)
            if i not in self.covered
            and (i in meaning or token.kind == "number" or self._turns(i) or token.low in self.text.words.prepositions)
            and not self._passed(i)
        ]

    def _turns(self, index: int) -> bool:
        op = self.turned.get(index)
        return op is not None and op.name not in _HARMLESS

    def _passed(self, index: int) -> bool:
        """Small words that form a verb or join clauses."""
        token = self.text.tokens[index]
        infinitive = (
            token.low in ("to", "zu", "a") and is_verb(self.text, index + 1)
            if index + 1 < len(self.text.tokens)
            else False
        )
        return infinitive or (token.low in _THAT and index not in self.turned)

    def edge(self, index: int) -> bool:
        """Whether a clause ends or begins there."""
        token = self.text.tokens[index]
        return token.low in _CLOSERS or token.low == "," or token.low in _JOINTS or token.low in _THAT

    def told(self, index: int) -> bool:
        return self.text.tokens[index].low in self.text.words.reporting


def aligned(text: Analysed, sentences: Sequence[Analysed]) -> tuple[int, ...]:
    """Indices of the sentences of whose clauses the text consists; none where some of it is in no clause of theirs."""
    mine = Units(text)
    found = [Units(s) for s in sentences]
    used = _rest(mine, 0, found, ()) if mine.places else None
    return tuple(sorted(set(used or ())))


def _rest(mine: Units, start: int, theirs: Sequence[Units], seen: tuple[int, ...]) -> tuple[int, ...] | None:
    """From the unit `start` on: some clause of the sentences is what follows, and so is the rest."""
    if start == len(mine.places):
        return ()
    for n, units in enumerate(theirs):
        for first in range(len(units.places)):
            end = _run(mine, start, units, first, seen)
            rest = _rest(mine, end, theirs, tuple(mine.places[:end])) if end > start else None
            if rest is not None:
                return (n, *rest)
    return None


def _run(mine: Units, start: int, units: Units, first: int, seen: tuple[int, ...]) -> int:
    """The unit behind the longest clause that the text takes from there; `start` where none is."""
    if not _same(mine, mine.places[start], units, units.places[first]) or not _begins(mine, units, first, seen):
        return start
    taken: list[int] = []
    i, j = start, first
    best = start
    while i < len(mine.places) and j < len(units.places):
        if _same(mine, mine.places[i], units, units.places[j]):
            taken.append(units.places[j])
            i, j = i + 1, j + 1
            if _ends(mine, i, units, j, taken):
                best = i
        elif (skip := _omitted(units, j)) > j:
            j = skip
        else:
            break
    return best


def _same(mine: Units, a: int, units: Units, b: int) -> bool:
    one, other = mine.text.tokens[a], units.text.tokens[b]
    if is_verb(mine.text, a) and _undergone(units.text, b) and not _may_undergo(mine.text, a):
        return False
    here, there = mine.turned.get(a), units.turned.get(b)
    if one.kind == "number" or other.kind == "number":
        return one.kind == other.kind and one.values == other.values and one.unit == other.unit
    if (here is None) != (there is None) or (here and there and here.name != there.name):
        return False
    if here is not None and here.name not in ("not", "possible", "should", "must"):
        return one.stem == other.stem or one.low == other.low or one.same(other)
    if here is not None:
        return True
    if one.low in mine.text.words.prepositions or other.low in units.text.words.prepositions:
        return one.low == other.low
    strong = mine.text.words.strong
    stronger = one.stem in strong and other.stem not in strong
    return alike(one, other) and not stronger and other.low not in mine.text.words.opposites.get(one.low, frozenset())


def _may_undergo(text: Analysed, index: int) -> bool:
    """That too, or "sirens sounded", which takes nothing."""
    return _undergone(text, index) or either_voice(text, index)


def _undergone(text: Analysed, index: int) -> bool:
    """ "had been refused", "those refused"."""
    return auxiliary_passive(text, index) or reduced(text, index)


def _begins(mine: Units, units: Units, first: int, seen: tuple[int, ...]) -> bool:
    """Whether nothing that counts stands before it in its clause, but a subject that the text has named already."""
    text = units.text
    i = units.places[first] - 1
    while i >= 0 and not units.edge(i) and not units.told(i):
        counts = i in units.places
        if counts and not any(alike(text.tokens[i], mine.text.tokens[k]) for k in seen):
            return False
        i -= 1
    return i < 0 or not (text.tokens[i].low == "," and _governed(units, i))


def _governed(units: Units, comma: int) -> bool:
    """Whether the clause behind a comma hangs on "if" or its like before it."""
    ahead = range(comma - 1, -1, -1)
    for i in ahead:
        if units.text.tokens[i].low in _CLOSERS:
            return False
        op = units.turned.get(i)
        if op is not None and op.name in ("condition", "unless", "whether"):
            return True
    return False


def _ends(mine: Units, i: int, units: Units, j: int, taken: Sequence[int]) -> bool:
    """Whether both clauses end there, and no turn of meaning outside reaches what was taken."""
    rest = units.places[j:]
    last = taken[-1]
    following = next((k for k in range(last + 1, len(units.text.tokens)) if k in rest or units.edge(k)), None)
    closed = following is None or units.edge(following) or _dated(units, j)
    if not closed or not _over(mine, i):
        return False
    inside = set(taken)
    for op in units.text.operators:
        outside = not inside & set(range(op.at, op.end)) and op.name not in _HARMLESS
        if outside and inside & set(op.scope):
            return False
    return True


def _over(mine: Units, i: int) -> bool:
    """Whether the text may go on with another clause behind its unit `i - 1`."""
    if i >= len(mine.places):
        return True
    return any(mine.edge(k) for k in range(mine.places[i - 1] + 1, mine.places[i])) or mine.edge(mine.places[i])


def _dated(units: Units, j: int) -> bool:
    """ "on Tuesday" right behind, and then the end."""
    k = _omitted(units, j)
    if k <= j:
        return False
    last = units.places[k - 1]
    following = next((n for n in range(last + 1, len(units.text.tokens)) if n in units.places or units.edge(n)), None)
    return following is None or units.edge(following)


def _omitted(units: Units, j: int) -> int:
    """Past what may be left out from unit `j` on: a day, and who says so between commas."""
    text = units.text
    places = units.places
    k = j
    if k < len(places) and text.tokens[places[k]].low in text.words.prepositions:
        k += 1
    if k < len(places) and text.tokens[places[k]].low in text.words.dates:
        return k + 1
    return _attribution(units, j)


def _attribution(units: Units, j: int) -> int:
    """ ", she said," and ", sagte Taschner,"."""
    text = units.text
    if j == 0 or j >= len(units.places):
        return j
    between = range(units.places[j - 1] + 1, units.places[j])
    comma = next((k for k in between if text.tokens[k].low in (",", '"')), None)
    if comma is None:
        return j
    end = next((k for k in range(comma + 1, len(text.tokens)) if text.tokens[k].low == ","), None)
    if end is None or not any(units.told(k) for k in range(comma, end)) or end - comma > 12:
        return j
    return next((n for n in range(j, len(units.places)) if units.places[n] > end), j)
