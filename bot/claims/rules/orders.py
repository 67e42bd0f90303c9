"""What comes first and what follows from it: "A because B" is not "B because A"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.marks import marks
from bot.claims.grammar.operators import Operator
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.stops import ALL_STOPS
from bot.claims.language.token import Token

_SECOND = 2  # where the noun stands in "nach der Kündigung"
_TURNS = frozenset({"cause", "after", "before", "condition", "unless"})


def order_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each cause, time or condition whose two sides have changed places."""
    return list(
        dict.fromkeys(
            f"The two sides of {text.tokens[op.at].text!r} have changed places."
            for op, ahead, behind in _sides(text)
            for sentence in cited
            for other, before, after in _sides(sentence)
            if _alike(text, op, sentence, other)
            and _nearer(text, ahead, sentence, after, before)
            and _nearer(text, behind, sentence, before, after)
        )
    )


def _alike(text: Analysed, op: Operator, sentence: Analysed, other: Operator) -> bool:
    """ "led to" and "because" name a cause from two sides, and so do "caused" and "caused by"."""
    same = text.tokens[op.at].low == sentence.tokens[other.at].low and _by(text, op) == _by(sentence, other)
    return op.name == other.name and (op.name != "cause" or same)


def _by(text: Analysed, op: Operator) -> bool:
    return any(token.low in text.words.by for token in text.tokens[op.end : op.end + 1])


def inverted(text: Analysed, op: Operator, sentences: Sequence[Analysed]) -> bool:
    """ "B after A" where a sentence has "A before B": each side has what stands on the other there."""
    contrary = {"after": "before", "before": "after"}.get(op.name)
    return any(
        other.name == contrary and _more(text, ahead, s, after, before) and _more(text, behind, s, before, after)
        for mine, ahead, behind in _sides(text)
        if mine is op
        for s in sentences
        for other, before, after in _sides(s)
    )


def _more(text: Analysed, side: Sequence[int], sentence: Analysed, one: Sequence[int], other: Sequence[int]) -> bool:
    """More of the side stands on the one side of the sentence; verbs, which no pronoun stands for, count twice."""
    here, there = 0, 0
    for i in _plain(text, side):
        near, far = (_likest(text.tokens[i], sentence, places) for places in (one, other))
        weight = 1 + is_verb(text, i)
        here, there = here + weight * (near > far), there + weight * (far > near)
    return here > there


def _likest(token: Token, sentence: Analysed, places: Sequence[int]) -> int:
    return max((likeness(token, sentence.tokens[j]) for j in places), default=0)


def _plain(text: Analysed, side: Sequence[int]) -> Sequence[int]:
    """Without names, for which a pronoun may stand on the other side, if anything else is there."""
    plain = [i for i in side if not text.tokens[i].capital] if text.words.language != "de" else []
    return plain or side


def _sides(text: Analysed) -> Iterator[tuple[Operator, list[int], list[int]]]:
    """Each such word within a sentence with the words that carry meaning before and after it."""
    joining = [Operator(mark.kind, mark.start, mark.end) for mark in marks(text, text.words.joining)]
    yield from _begun(text)
    for op in (*text.operators, *joining):
        if op.name not in _TURNS and op not in joining:
            continue
        if not any(i < op.at for i in text.content):
            yield from _fronted(text, op)
            continue
        ahead = _ahead(text, op.at)
        behind = [i for i in _until(text, range(op.end, len(text.tokens))) if i in text.content]
        if ahead and behind:
            yield op, ahead, behind


def _fronted(text: Analysed, op: Operator) -> Iterator[tuple[Operator, list[int], list[int]]]:
    """ "Après la suspension de Chabrol, un audit …": what stands first, up to the comma, and the rest."""
    comma = next((i for i in range(op.end, len(text.tokens)) if text.tokens[i].low == ","), None)
    if op.name not in ("after", "before") or comma is None or text.words.language == "en":
        return
    behind = [i for i in text.content if op.end <= i < comma]
    ahead = [i for i in _until(text, range(comma + 1, len(text.tokens))) if i in text.content]
    if ahead and behind and not any(is_verb(text, i) for i in behind):
        yield op, ahead, behind


def _begun(text: Analysed) -> Iterator[tuple[Operator, list[int], list[int]]]:
    """German "Nach der Kündigung fand …": the noun, and what stands behind it, for no comma parts them."""
    known, first = text.words.vocabulary, next((i for i in text.content), 0)
    if first != _SECOND:
        return
    if text.tokens[0].low in known.following and text.tokens[1].low in text.words.determiners:
        rest = [i for i in _until(text, range(first + 1, len(text.tokens))) if i in text.content]
        if rest and text.tokens[first].low not in known.crediting:
            yield Operator("after", 0, 1), rest, [first]


def _ahead(text: Analysed, at: int) -> list[int]:
    """Up to a mark or who says so; past a comma where nothing but a time stands between: "…, hours after"."""
    found = [i for i in _until(text, range(at - 1, -1, -1)) if i in text.content]
    start = _stop(text, at)
    timed = all(_measures(text, i) for i in range(start + 1, at))
    while start > 0 and text.tokens[start].low == "," and timed:
        found += [i for i in _until(text, range(start - 1, -1, -1)) if i in text.content]
        timed = not any(is_verb(text, i) for i in found)  # "the head, Ann Lee, on Friday after"
        start = _stop(text, start)
    return found


def _stop(text: Analysed, at: int) -> int:
    return next((i for i in range(at - 1, -1, -1) if text.tokens[i].low in ALL_STOPS), -1)


def _measures(text: Analysed, index: int) -> bool:
    """ "Hours", "a year", "some two months"."""
    token = text.tokens[index]
    small = token.low in text.words.determiners or (token.low,) in text.words.approximators
    dated = token.low in text.words.times | text.words.dates | {"on", "in"}
    return small or dated or token.unit is not None


def _until(text: Analysed, places: range) -> Iterator[int]:
    for i in places:
        if text.tokens[i].low in ALL_STOPS or (places.step < 0 and text.tokens[i].low in text.words.reporting):
            return
        yield i


def _nearer(text: Analysed, side: Sequence[int], sentence: Analysed, one: Sequence[int], other: Sequence[int]) -> bool:
    """More of the side's words stand on the one side of the sentence than on the other, and half of them do."""
    side = _plain(text, side)
    here, there = (
        sum(any(alike(text.tokens[i], sentence.tokens[j]) for j in places) for i in side) for places in (one, other)
    )
    return here > there and 2 * here >= len(side)
