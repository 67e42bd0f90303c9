"""What restricts a noun, a quantity or a whole clause is taken up with it: "boys older than eleven" are not "boys"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.marks import Mark, marks
from bot.claims.grammar.nouns import is_noun
from bot.claims.language.smallwords import BECAUSE, GERMAN_RELATIVE, INDEFINITE, RELATIVE
from bot.claims.language.stops import PARTING_OR_QUOTING, QUOTING
from bot.claims.rules.rates import difference_dropped, rate_dropped

_BEHIND = 4  # words behind a restrictor of which one is enough
_BEFORE = 4  # words before it of which two are taken up
_SOFT = frozenset({"only", "condition", "unless", "partial", "most", "few", "instead"})
_SUPPOSING = frozenset({"not", "possible", "future", "conditional", "unlikely", "must", "stop", "probable"})
_CONDITIONAL = {"de": ("würde", "würden", "könnte", "könnten", "wäre", "wären", "hätte", "hätten")}
_CONDITIONAL_ENDINGS = {"fr": ("rait", "raient"), "es": ("ría", "rían")}
_SPANS = frozenset({"month", "week", "day", "hour", "minute"})


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
        "save": _saved,
        "but": _whole,
        "without": _unconditioned,
        "limit": _unlimited,
        "rate": rate_dropped,
        "difference": difference_dropped,
    }[mark.kind](text, sentence, mark)


def _clause_bare(text: Analysed, sentence: Analysed, mark: Mark) -> bool:
    """ "evacuated everyone, except the patients"; "but only on dry days"."""
    softened = bool(text.classes() & _SOFT)
    return (
        not softened and _taken_up(text, sentence, _before(sentence, mark.start)) and _untold(text, sentence, mark.end)
    )


def _saved(text: Analysed, sentence: Analysed, mark: Mark) -> bool:
    """ "alle Flüge bis auf die nach Oslo", but not "bis auf 40 Grad"."""
    return "all" in sentence.classes() and _clause_bare(text, sentence, mark)


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
    either = mark.start and sentence.tokens[mark.start - 1].low in sentence.words.links  # "with or without"
    if supposed is None or either or text.classes() & _SOFT:
        return False
    if not opening:
        return _taken_up(text, sentence, _before(sentence, mark.start)) and _untold(text, sentence, mark.end)
    comma = next((i for i in range(mark.end, supposed) if sentence.tokens[i].low == ","), None)
    main = _behind(sentence, supposed) if comma is None else [i for i in sentence.content if i > comma]
    reach = 1 if comma is None else _BEHIND
    pointing = sentence.tokens[mark.end].low in sentence.words.pronouns  # "Without it"
    untold = pointing or _untold(text, sentence, mark.end, reach=reach, comma=True)
    return _taken_up(text, sentence, main) and untold


def _supposed(sentence: Analysed, index: int) -> bool:
    word, language = sentence.tokens[index].text.casefold(), sentence.words.language
    told = word in _CONDITIONAL.get(language, ()) or word.endswith(_CONDITIONAL_ENDINGS.get(language, ("\0",)))
    return told or any(op.at == index and op.name in _SUPPOSING for op in sentence.operators)


def _unlimited(text: Analysed, sentence: Analysed, mark: Mark) -> bool:
    """ "ships with more than 1,500 passengers" told as "ships"; a single ship loses only what it is like."""
    head = _head(sentence, mark.start)
    numbers = [i for i in sentence.numbers if mark.end <= i < mark.end + 2]
    if (
        not numbers
        or _during(sentence, mark, numbers[0])
        or head not in sentence.content
        or not is_noun(sentence, head)
        or _single(sentence, head)
    ):
        return False
    counted = {v for i in text.numbers for v in text.tokens[i].values} & sentence.tokens[numbers[0]].values
    words = [i for i in sentence.content if mark.start <= i < mark.end]
    named = counted or any(text.has(sentence.tokens[i]) for i in words)
    unit = numbers[0] + 1
    named = named or (unit in sentence.content and is_noun(sentence, unit) and text.has(sentence.tokens[unit]))
    return not named and text.has(sentence.tokens[head])


def _during(sentence: Analysed, mark: Mark, number: int) -> bool:
    """ "dividends over two years", "Züge ab 5 Uhr": how long or when; not "boys over eleven years old"."""
    following = sentence.tokens[number + 1 : number + 2]
    german = sentence.words.language == "de"
    aged = german or f"{sentence.tokens[number].text} old" in sentence.text  # a unit takes its "old" along
    unit = sentence.tokens[number].unit
    dated = german and any(token.low in sentence.words.dates or token.low == "uhr" for token in following)
    timed = unit in _SPANS or (unit == "year" and not aged) or dated
    return mark.end - mark.start == 1 and timed


def _head(sentence: Analysed, start: int) -> int:
    """The noun before, also of "boys who are older"."""
    for i in range(start - 1, max(-1, start - 5), -1):
        low = sentence.tokens[i].low
        if not (
            low == "," or low in RELATIVE | GERMAN_RELATIVE | sentence.words.links or low in ("are", "were", "had")
        ):
            return i
    return start - 1


def _single(sentence: Analysed, head: int) -> bool:
    name = sentence.tokens[head].capital and not sentence.tokens[head].first and sentence.words.language != "de"
    before = sentence.tokens[max(0, head - 3) : head]
    defined = sentence.words.language == "en" and any(token.low == "the" for token in before)
    if defined and not sentence.tokens[head].low.endswith("s"):
        return True
    return name or any(token.low in INDEFINITE or token.kind == "number" for token in before)


def _taken_up(text: Analysed, sentence: Analysed, places: Sequence[int]) -> bool:
    """Whether the text has two of the words, or the only one."""
    return bool(places) and sum(text.has(sentence.tokens[i]) for i in places) >= min(2, len(places))


def _before(sentence: Analysed, start: int) -> list[int]:
    """The nearest words of the clause first; a comma right before the mark is not its end."""
    found: list[int] = []
    for i in range(start - 1, -1, -1):
        if (sentence.tokens[i].low in PARTING_OR_QUOTING and not _quotes_on(sentence, i)) or len(found) == _BEFORE:
            break
        if sentence.tokens[i].low in BECAUSE:
            break  # what it restricts is the reason
        if i in sentence.content and sentence.tokens[i].low not in sentence.words.reporting:
            found.append(i)
    return found


def _quotes_on(sentence: Analysed, index: int) -> bool:
    """ "would return "only when it is safe"": a quotation that goes on with the clause."""
    beside = (*sentence.tokens[max(0, index - 1) : index], *sentence.tokens[index + 1 : index + 2])
    return sentence.tokens[index].low in QUOTING and len(beside) == 2 and all(token.kind == "word" for token in beside)


def _behind(sentence: Analysed, end: int, *, comma: bool = False) -> list[int]:
    return list(_until(sentence, end, comma=comma))[:_BEHIND]


def _until(sentence: Analysed, end: int, *, comma: bool) -> Iterator[int]:
    for i in range(end, len(sentence.tokens)):
        if sentence.tokens[i].low in PARTING_OR_QUOTING or (sentence.tokens[i].low == "," and (comma or i > end)):
            return
        if i in sentence.content or sentence.tokens[i].kind == "number":
            yield i


def _untold(text: Analysed, sentence: Analysed, end: int, *, reach: int = _BEHIND, comma: bool = False) -> bool:
    """Whether the text has none of the words behind the mark."""
    behind = _behind(sentence, end, comma=comma)[:reach]
    values = {v for i in text.numbers for v in text.tokens[i].values}
    return bool(behind) and not any(text.has(sentence.tokens[i]) or sentence.tokens[i].values & values for i in behind)
