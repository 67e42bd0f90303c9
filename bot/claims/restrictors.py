"""What restricts a noun, a quantity or a whole clause is taken up with it: "boys older than eleven" are not "boys"."""

from collections.abc import Iterator, Sequence

from bot.claims.evidence import Analysed
from bot.claims.marks import Mark, marks
from bot.claims.nouns import is_noun

_ENDS = frozenset('.!?;:—–()…"“”„«»')
_BEHIND = 4  # words behind a restrictor of which one is enough
_BEFORE = 4  # words before it of which two are taken up
_COUNTED = 4  # tokens between a number and "a year"
_SOFT = frozenset({"only", "condition", "unless", "partial", "most", "few", "instead"})
_SUPPOSING = frozenset({"not", "possible", "future", "conditional", "unlikely", "must", "stop", "probable"})
_CONDITIONAL = {"de": ("würde", "würden", "könnte", "könnten", "wäre", "wären", "hätte", "hätten")}
_CONDITIONAL_ENDINGS = {"fr": ("rait", "raient"), "es": ("ría", "rían")}
_ONE = frozenset({"a", "an", "one", "ein", "eine", "einen", "einem", "einer", "un", "une", "una"})
# "A year ago", "am Tag nach dem Brand": a time, no rate.
_MOMENTS = frozenset(
    ["ago", "earlier", "later", "before", "after", "old", "long", "nach", "vor", "danach", "davor", "der"]
)
_MOMENTS |= {"des", "plus", "apres", "avant", "siguiente", "despues", "antes"}


def restrictor_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each exception, limit, condition or rate that the text leaves out of what it takes up."""
    found = [(s, mark) for s in cited for mark in marks(s, s.words.restrictors) if _dropped(text, s, mark)]
    said = [" ".join(token.text for token in s.tokens[mark.start : mark.end]) for s, mark in found]
    return [f"{words!r}, which restricts what is said, is missing." for words in dict.fromkeys(said)]


def _dropped(text: Analysed, sentence: Analysed, mark: Mark) -> bool:
    if any(own.kind == mark.kind for own in marks(text, text.words.restrictors)):
        return False
    return {
        "except": _clause_bare,
        "only": _clause_bare,
        "but": _whole,
        "without": _unconditioned,
        "limit": _unlimited,
        "rate": _unrated,
        "difference": _absolute,
    }[mark.kind](text, sentence, mark)


def _clause_bare(text: Analysed, sentence: Analysed, mark: Mark) -> bool:
    """ "evacuated everyone, except the patients"; "but only on dry days"."""
    softened = bool(text.classes() & _SOFT)
    return (
        not softened and _taken_up(text, sentence, _before(sentence, mark.start)) and _untold(text, sentence, mark.end)
    )


def _whole(text: Analysed, sentence: Analysed, mark: Mark) -> bool:
    """ "nothing but biscuits" told as "nothing"; "all but two" as "all"."""
    own = [op.name for op in sentence.operators if mark.start <= op.at < mark.end and op.name in ("not", "all")]
    near = [*_before(sentence, mark.start)[:2], *_behind(sentence, mark.end)[1:3]]
    same = bool(text.classes() & set(own)) and not text.classes() & _SOFT
    return same and any(text.has(sentence.tokens[i]) for i in near) and _untold(text, sentence, mark.end, reach=1)


def _unconditioned(text: Analysed, sentence: Analysed, mark: Mark) -> bool:
    """ "Without the reform the fund would run dry": only beside what is supposed."""
    opening = not any(token.kind == "word" for token in sentence.tokens[: mark.start])
    rest = range(mark.end, len(sentence.tokens)) if opening else range(mark.start)
    supposed = next((i for i in rest if _supposed(sentence, i)), None)
    if supposed is None or text.classes() & _SOFT:
        return False
    if not opening:
        return _taken_up(text, sentence, _before(sentence, mark.start)) and _untold(text, sentence, mark.end)
    comma = next((i for i in range(mark.end, supposed) if sentence.tokens[i].low == ","), None)
    main = _behind(sentence, supposed) if comma is None else [i for i in sentence.content if i > comma]
    reach = 1 if comma is None else _BEHIND
    return _taken_up(text, sentence, main) and _untold(text, sentence, mark.end, reach=reach, comma=True)


def _supposed(sentence: Analysed, index: int) -> bool:
    word, language = sentence.tokens[index].text.casefold(), sentence.words.language
    told = word in _CONDITIONAL.get(language, ()) or word.endswith(_CONDITIONAL_ENDINGS.get(language, ("\0",)))
    return told or any(op.at == index and op.name in _SUPPOSING for op in sentence.operators)


def _unlimited(text: Analysed, sentence: Analysed, mark: Mark) -> bool:
    """ "ships with more than 1,500 passengers" told as "ships"; a single ship loses only what it is like."""
    head = mark.start - 1
    numbers = [i for i in sentence.numbers if mark.end <= i < mark.end + 2]
    if not numbers or head not in sentence.content or not is_noun(sentence, head) or _single(sentence, head):
        return False
    counted = {v for i in text.numbers for v in text.tokens[i].values} & sentence.tokens[numbers[0]].values
    words = [i for i in sentence.content if mark.start <= i < mark.end]
    named = counted or any(text.has(sentence.tokens[i]) for i in words)
    return not named and text.has(sentence.tokens[head]) and _untold(text, sentence, mark.end, reach=2)


def _single(sentence: Analysed, head: int) -> bool:
    name = sentence.tokens[head].capital and sentence.words.language != "de"
    before = sentence.tokens[max(0, head - 3) : head]
    defined = sentence.words.language == "en" and any(token.low == "the" for token in before)
    if defined and not sentence.tokens[head].low.endswith("s"):
        return True
    return name or any(token.low in _ONE or token.kind == "number" for token in before)


def _unrated(text: Analysed, sentence: Analysed, mark: Mark) -> bool:
    """ "310,000 pounds a year" told as "310,000 pounds"."""
    following = sentence.tokens[mark.end : mark.end + 1]
    if following and (following[0].kind == "number" or following[0].low in _MOMENTS):
        return False
    start = max(0, mark.start - _COUNTED)
    number = next((i for i in reversed(sentence.numbers) if start <= i < mark.start), None)
    if number is None or any(_parts(sentence, i) for i in range(number + 1, mark.start)):
        return False
    period = sentence.tokens[mark.end - 1]
    same = any(text.tokens[i].values & sentence.tokens[number].values for i in text.numbers)
    return same and not any(period.same(token) for token in text.tokens if token.kind == "word")


def _absolute(text: Analysed, sentence: Analysed, mark: Mark) -> bool:
    """ "offered it for two euros less" told as "for two euros"."""
    start = max(0, mark.start - 2)
    number = next((i for i in sentence.numbers if start <= i < mark.start and sentence.tokens[i].unit), None)
    if number is None or text.classes() & {"up", "down"}:
        return False
    moved = text.words.rising | text.words.falling
    same = any(text.tokens[i].values & sentence.tokens[number].values for i in text.numbers)
    return same and not any(t.low in moved or t.stem in moved for t in text.tokens)


def _parts(sentence: Analysed, index: int) -> bool:
    token = sentence.tokens[index]
    return token.kind == "punct" or token.low in sentence.words.links


def _taken_up(text: Analysed, sentence: Analysed, places: Sequence[int]) -> bool:
    """Whether the text has two of the words, or the only one."""
    return bool(places) and sum(text.has(sentence.tokens[i]) for i in places) >= min(2, len(places))


def _before(sentence: Analysed, start: int) -> list[int]:
    """The nearest words of the clause first; a comma right before the mark is not its end."""
    found: list[int] = []
    for i in range(start - 1, -1, -1):
        if sentence.tokens[i].low in _ENDS or len(found) == _BEFORE:
            break
        if i in sentence.content and sentence.tokens[i].low not in sentence.words.reporting:
            found.append(i)
    return found


def _behind(sentence: Analysed, end: int, *, comma: bool = False) -> list[int]:
    return list(_until(sentence, end, comma=comma))[:_BEHIND]


def _until(sentence: Analysed, end: int, *, comma: bool) -> Iterator[int]:
    for i in range(end, len(sentence.tokens)):
        if sentence.tokens[i].low in _ENDS or (sentence.tokens[i].low == "," and (comma or i > end)):
            return
        if i in sentence.content or sentence.tokens[i].kind == "number":
            yield i


def _untold(text: Analysed, sentence: Analysed, end: int, *, reach: int = _BEHIND, comma: bool = False) -> bool:
    """Whether the text has none of the words behind the mark."""
    behind = _behind(sentence, end, comma=comma)[:reach]
    values = {v for i in text.numbers for v in text.tokens[i].values}
    return bool(behind) and not any(text.has(sentence.tokens[i]) or sentence.tokens[i].values & values for i in behind)
