"""Single words changed in a sentence that is else repeated: what stands between the same words must mean the same."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.names import runs
from bot.claims.grammar.nouns import side_by_side
from bot.claims.grammar.tense import so_they_say
from bot.claims.grammar.titles import titles
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.lexicon import Lexicon
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import AND, OR
from bot.claims.language.token import Token
from bot.claims.rules.figures import same_value

_FLANK = 2  # equal words on each side of a change
_LONGEST = 3  # words of a change; longer ones are other wording
_SUBJECT = 5  # and of a name at the beginning, with all the rest the same: another does it
_REACH = 8  # words between two names
_EITHER_WAY = AND | OR | {"with", "mit", "avec", "con", "&"}
_STRICT = frozenset({"not", "only"})  # turns that may not come or go between the same words
_HEDGES = frozenset({"probable", "possible", "reported"})  # and those that may not go
Change = tuple[range, range]


def edit_problems(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """One sentence for each change between the same words that is not one of form. `known` tell who is who."""
    found = [
        f"{text.said(mine) or sentence.said(theirs)!r} is all that is changed, or left out."
        for sentence in cited
        for theirs, mine in _changes(sentence, text)
        if _alters(sentence, theirs, text, mine, known)
    ]
    return found + [f"{a!r} and {b!r} have changed places." for s in cited for a, b in _transposed(text, s)]


def _changes(sentence: Analysed, text: Analysed) -> Iterator[Change]:
    """(indices in the sentence, indices in the text) of each short change with equal words around it."""
    a, b = [t.low for t in sentence.tokens], [t.low for t in text.tokens]
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    for n, (tag, i, i_end, j, j_end) in enumerate(codes):
        longest = max(i_end - i, j_end - j)
        if tag == "equal" or longest > (_SUBJECT if i == j == 0 and tag == "replace" else _LONGEST):
            continue
        before = codes[n - 1][2] - codes[n - 1][1] if n else 0
        after = codes[n + 1][2] - codes[n + 1][1] if n + 1 < len(codes) else 0
        begins, ends = i == j == 0, _over(a[i_end:]) and _over(b[j_end:])
        edge = (begins or ends) and longest <= (_FLANK if tag == "replace" else 1)
        named = any(token.capital and not token.first for token in sentence.tokens[:i_end])
        other = begins and named and tag == "replace" and _over(a[i_end + after :]) and _over(b[j_end + after :])
        if min(before, after) >= _FLANK or ((edge or other) and max(before, after) > 2 * _FLANK):
            yield range(i, i_end), range(j, j_end)


def _over(rest: Sequence[str]) -> bool:
    return all(not low[:1].isalnum() for low in rest)


def _alters(sentence: Analysed, theirs: range, text: Analysed, mine: range, known: Sequence[Analysed]) -> bool:
    if not mine and _before_name(sentence, theirs):
        return False
    if _contrary(sentence, theirs, text, mine) or _turns(sentence, theirs, text, mine):
        return True
    ours, others = _told(text, mine), _told(sentence, theirs)
    new = [t for t in ours if not any(_same(t, o) or _both_light(t, o, text.words) for o in others)]
    if new and new[-1].capital and text.tokens[mine[-1]] is new[-1] and _name_goes_on(text, mine[-1] + 1):
        return False
    gone = [t for t in others if not any(_same(o, t) or _both_light(o, t, text.words) for o in ours)]
    changed = all(any(_fixed(t, text, sentence) for t in side) for side in (new, gone))
    return changed and not _stands_for(sentence, theirs, new, gone, known)


def _before_name(sentence: Analysed, theirs: range) -> bool:
    """ "former mayor" in "former mayor Elena Costa": what its bearer is or was, which may be left out as a whole."""
    words = [sentence.tokens[i] for i in theirs]
    following = sentence.tokens[theirs.stop : theirs.stop + 1]
    small = all(token.kind == "word" and not token.capital for token in words)
    return (
        small
        and sentence.words.language == "en"
        and words[-1].low in titles()
        and [t.capital for t in following] == [True]
    )


def _name_goes_on(text: Analysed, index: int) -> bool:
    """ "Victor Saye" where the sentence has "Saye"."""
    return index in text.content and text.tokens[index].capital and text.words.language != "de"


def _fixed(token: Token, text: Analysed, sentence: Analysed) -> bool:
    """A name, a number, or what only one of the two has: other words may have been moved."""
    name = token.capital and text.words.language != "de"
    return name or token.kind == "number" or not (text.has(token) and sentence.has(token))


def _told(text: Analysed, places: range) -> list[Token]:
    """Numbers, and words that carry meaning, but titles, those that any summary may bring but as verbs of a deed ("held"
    for "cancelled"), and those that turn others."""
    passed = text.words.neutral | titles()
    turning = {op.at for op in text.operators}
    held = [i for i in places if (i in text.content and i not in turning) or text.tokens[i].kind == "number"]
    return [text.tokens[i] for i in held if text.tokens[i].low not in passed or _deed(text, i)]


def _deed(text: Analysed, index: int) -> bool:
    return is_verb(text, index) and text.tokens[index].low not in text.words.reporting


def _same(a: Token, b: Token) -> bool:
    if a.kind == b.kind == "number":
        return same_value(a, b.values, b.unit)
    return alike(a, b)


def _both_light(a: Token, b: Token, words: Lexicon) -> bool:
    """ "made" for "filed a complaint": neither says more than its noun."""
    light = words.vocabulary.light | words.vocabulary.conducting
    undergone = words.vocabulary.undergoing | words.vocabulary.having
    if all(t.low in undergone for t in (a, b)):
        return True  # "suffered" for "sustained burns"
    return all(t.low in light or t.stem in light for t in (a, b))


def _stands_for(
    sentence: Analysed, theirs: range, new: Sequence[Token], gone: Sequence[Token], known: Sequence[Analysed]
) -> bool:
    """A name for a title, a kind or a part of the name; a word for one that it is set beside."""
    words = sentence.words
    pointing = any(_points(sentence, i) for i in theirs)
    kind = bool(new) and all(t.low in words.generic for t in new) and all(t.capital for t in gone)  # "the company"
    named = any(token.capital for token in new) and not any(token.capital for token in gone)
    names = all(token.capital for token in (*new, *gone)) and words.language != "de"
    beside = not names and any(side_by_side(s, a, b) for s in known for a in gone for b in new)
    return pointing or kind or named or beside or any(t.low in words.deixis or t.low in words.dates for t in gone)


def _points(sentence: Analysed, index: int) -> bool:
    """ "it", "the council"; not "the Security Council"."""
    token, words = sentence.tokens[index], sentence.words
    name = token.capital and not token.first and words.language != "de"
    return not name and token.low in words.pronouns | words.generic | words.broad


def _contrary(sentence: Analysed, theirs: range, text: Analysed, mine: range) -> bool:
    """ "up" for "down", "with" for "without"."""
    there, here = {sentence.tokens[i].low for i in theirs}, {text.tokens[i].low for i in mine}
    opposites = text.words.opposites
    return any(opposites.get(low, frozenset()) & (there - here) for low in here - there)


def _turns(sentence: Analysed, theirs: range, text: Analysed, mine: range) -> bool:
    """ "not" or "only" was put in or left out, and no other word does the same; or a hedge was left out."""
    told = {op.name for op in sentence.operators if op.at in theirs}
    if (
        not mine
        and not so_they_say(text, text.content)
        and (told & _HEDGES - text.classes() or {sentence.tokens[i].low for i in theirs} & text.words.keepers)
    ):
        return True
    if _negations(text) == _negations(sentence):
        return False
    there = (told - {"only"} if _lately(sentence, theirs) else told) & _STRICT
    here = {op.name for op in text.operators if op.at in mine} & _STRICT
    otherwise = {"deny", "stop", "pending", "unless"} & (text.classes() ^ sentence.classes())
    negated = any(_prefixed(s, places) for s, places in ((sentence, theirs), (text, mine)))
    return here != there and max(len(theirs), len(mine)) < _LONGEST and not otherwise and not negated


def _lately(sentence: Analysed, places: range) -> bool:
    """ "only last year": not long ago."""
    following = sentence.tokens[places.stop : places.stop + 1]
    return any(token.low in sentence.words.deixis for token in following)


def _negations(text: Analysed) -> int:
    """ "does not accept that it is": the negation may stand elsewhere."""
    return sum(op.name in _STRICT for op in text.operators)


def _prefixed(text: Analysed, places: range) -> bool:
    """ "unchanged", which is read as "not changed"."""
    return any(text.tokens[i].low == "not" and text.tokens[i + 1 : i + 2] and i + 1 in places for i in places)


def _transposed(text: Analysed, sentence: Analysed) -> Iterator[tuple[str, str]]:
    """ "take Sanders over Trump" is not "take Trump over Sanders": two names around the same words."""
    found = [[*run] for run in runs(text)]
    theirs = {(run[0], run[-1]): [sentence.tokens[i] for i in run] for run in runs(sentence)}
    for one, other in pairwise(found):
        between = [t.low for t in text.tokens[one[-1] + 1 : other[0]]]
        a, b = ([text.tokens[i].low for i in run] for run in (one, other))
        if not between or len(between) > _REACH or set(between) <= _EITHER_WAY | {","} or a == b:
            continue
        for (_, end), first in theirs.items():
            for (start, _), second in theirs.items():
                middle = [t.low for t in sentence.tokens[end + 1 : start]]
                if middle == between and [t.low for t in first] == b and [t.low for t in second] == a:
                    yield " ".join(a), " ".join(b)
