"""A part is not told as the whole: "half of the staff will leave" is not "the staff will leave", nor "half the cost, 85,000" a
cost of 85,000."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.claims.grammar.clauses import after, before
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import in_phrase, is_noun
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.smallwords import INDEFINITE
from bot.claims.language.token import TIMES, Token
from bot.claims.language.wordlists import word_set
from bot.claims.rules.years import year

_GENITIVES = frozenset({"der", "des", "ihrer", "seiner", "dieser", "unserer"})  # "12 ihrer 40 Filialen"
_DEFINITE = word_set("the its their his der den des ihrer seiner les los las sus")
_PARTS = frozenset({"fraction", "percent"})
_SHARING = frozenset({"partial", "most", "many", "few", "only"})
_MARKS = frozenset(",(–—-")
_LEAST = 2  # words of the same clause
_MOST = 0.6
_FAR = 6  # words between a share and what it is a share of


class Share(NamedTuple):
    """A word for a part at `at`; `whole` is what it is a part of, None where it only tells how far a deed goes."""

    at: int
    whole: int | None


def share_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each whole of which the article tells only a part, and each number that is the part there and the
    whole here, or the other way round."""
    shared = any(True for _ in shares(text)) or any(op.name in _SHARING for op in text.operators)
    parts = [] if shared else [(s, share) for s in cited for share in shares(s)]
    found = [
        f"{s.tokens[share.at].text!r}, the part that is meant, is missing."
        for s, share in parts
        if not text.counts(s.tokens[share.at]) and _as_whole(text, s, share, cited)
    ]
    found += [
        f"The number {text.tokens[n].text} is not the {role!r} in its sentences."
        for n in text.numbers
        if (role := _role(text, n) or ("whole" if not shared and _told_of_whole(text, n, cited) else None))
        and _other_role(text, n, role, cited)
    ]
    found += [f"{text.tokens[at].text!r} is a part of something else." for at in _of_others(text, cited)]
    return list(dict.fromkeys(found))


def _of_others(text: Analysed, cited: Sequence[Analysed]) -> list[int]:
    """ "31% of the district", where it is 31% of the vote in the district."""
    found = []
    for at, whole in shares(text):
        if whole is None or text.tokens[at].unit not in _PARTS:
            continue
        phrase = [text.tokens[i] for i in range(at + 1, whole + 1) if i in text.content]
        told = [(s, w) for s in cited for k, w in shares(s) if w and s.tokens[k].values & text.tokens[at].values]
        if told and all(_apart_from(phrase, s, w) for s, w in told):
            found.append(at)
    return found


def _apart_from(phrase: Sequence[Token], sentence: Analysed, whole: int) -> bool:
    """The phrase has not the whole but what stands behind a preposition there, or before."""
    if any(alike(token, sentence.tokens[whole]) for token in phrase):
        return False
    places = [i for i in sentence.content if any(alike(token, sentence.tokens[i]) for token in phrase)]
    tied = sentence.words.prepositions
    return any(i < whole or any(t.low in tied for t in sentence.tokens[whole + 1 : i]) for i in places)


def _other_role(text: Analysed, n: int, role: str, cited: Sequence[Analysed]) -> bool:
    theirs = {_role(s, i) for s in cited for i in s.numbers if s.tokens[i].values & text.tokens[n].values}
    return len(theirs) == 1 and not theirs & {role, None}


def shares(text: Analysed) -> Iterator[Share]:
    """Each fraction, percentage and half, and each number of a definite many: "three of the pumps"."""
    known = text.words.vocabulary
    for i, token in enumerate(text.tokens):
        part = token.unit in _PARTS or _half(text, i)
        if not part and (token.kind != "number" or token.unit or year(text, i) or max(token.values, default=0) < 2):
            continue
        following = [t.low for t in text.tokens[i + 1 : i + 3]]
        of = bool(following) and following[0] in known.whole_of
        definite = of and (following[0] in _GENITIVES or following[-1] in _DEFINITE)
        if part and token.unit != "percent" and i and text.tokens[i - 1].low in known.shared_by:
            yield Share(i, None)
        elif (part and of) or definite or (_half(text, i) and following[:1] and following[0] in _DEFINITE):
            whole = _head(text, i + 1)
            if whole is not None and text.tokens[whole].low not in text.words.times | text.words.dates:
                yield Share(i, whole)


def _half(text: Analysed, index: int) -> bool:
    before = text.tokens[index - 1].low if index else ""
    return text.tokens[index].low in text.words.halves and before not in text.words.ordinals


def _head(text: Analysed, start: int) -> int | None:
    """The noun of the phrase: the last of its words in English and German, the first in French and Spanish."""
    run: list[int] = []
    for i in range(start, min(start + _FAR, len(text.tokens))):
        first = text.words.language in ("fr", "es")
        if i in text.content and (first or is_noun(text, i)):
            run.append(i)
            if first or (text.words.language == "de" and text.tokens[i].capital):
                break
        elif run or text.tokens[i].kind == "punct":
            break
    return run[-1] if run else None


def _as_whole(text: Analysed, sentence: Analysed, share: Share, cited: Sequence[Analysed]) -> bool:
    """Whether the text tells the same of the whole, or without how far it goes."""
    clause = [*before(sentence, share.at), *after(sentence, share.at)]
    told = [sentence.tokens[i] for i in clause if i in sentence.content and i != share.whole]
    rest = [t for t in text.meaning if share.whole is None or not alike(t, sentence.tokens[share.whole])]
    same = sum(any(alike(t, other) for other in told) for t in rest)
    if same < _LEAST or same < _MOST * len(rest):
        return False
    if share.whole is None:
        return True
    whole = sentence.tokens[share.whole]
    wholes = {(s, w) for s in cited for _, w in shares(s)}
    if any(likeness(whole, s.tokens[i]) > 1 and (s, i) not in wholes for s in cited for i in s.content):
        return False
    return any(alike(whole, text.tokens[i]) and _definite(text, i) for i in text.content)


def _definite(text: Analysed, index: int) -> bool:
    """No "a driver", no "7 drivers", and nothing that only tells where or of what something is."""
    ahead = text.tokens[max(0, index - 2) : index]
    some = any(t.low in INDEFINITE or t.kind == "number" for t in ahead)
    return not some and not in_phrase(text, index)


def _role(text: Analysed, n: int) -> str | None:
    """ "part" in "half of the cost, 85,000 euros", "whole" in "half of the cost of 85,000 euros"; None where nothing tells."""
    token = text.tokens[n]
    if token.unit in _PARTS or token.unit in TIMES or year(text, n):
        return None
    known = text.words.vocabulary
    for share in shares(text):
        if share.whole is None:
            continue
        if share.at < n <= share.whole or (share.whole < n and _only(text, share.whole + 1, n, known.whole_of)):
            return "whole"
        if share.whole < n and _apposed(text, share.whole + 1, n):
            return "part"
        if n < share.at and _apposed(text, n + 1, share.at):
            return "part"
    behind = [t.low for t in text.tokens[n + 1 : n + 4]]
    halved = any(_half(text, i) or text.tokens[i].unit in _PARTS for i in range(n + 1, min(n + 7, len(text.tokens))))
    return "whole" if halved and "," in behind and known.of_which & set(behind) else None


def _apposed(text: Analysed, start: int, end: int) -> bool:
    """A mark, before it at most the rest of a phrase or of its clause, and nothing behind it that counts."""
    mark = next((i for i in range(start, end) if text.tokens[i].kind == "punct"), None)
    if mark is None or mark - start >= _FAR or text.tokens[mark].low not in _MARKS:
        return False
    return not any(i in text.numbers for i in range(start, mark)) and _only(
        text, mark + 1, end, text.words.vocabulary.that_is
    )


def _only(text: Analysed, start: int, end: int, passed: frozenset[str]) -> bool:
    rough = {word for phrase in text.words.approximators for word in phrase}
    small = passed | rough | text.words.determiners
    return all(text.tokens[i].low in small for i in range(start, end)) and end - start < _FAR


def _told_of_whole(text: Analysed, n: int, cited: Sequence[Analysed]) -> bool:
    """Whether the text, which has no part, has the whole of which the article's number is one."""
    linked = text.tokens[n + 1 : n + 2] and text.tokens[n + 1].low in text.words.prepositions
    return not linked and any(s.whole is not None and text.has(c.tokens[s.whole]) for c in cited for s in shares(c))
