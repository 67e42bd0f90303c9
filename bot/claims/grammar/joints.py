"""What joins two words: "A and B" is not "A or B", nor "A but not B"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import likeness
from bot.claims.language.smallwords import AND, BUT, OR

_AND = AND | {"&"}
_BUT = BUT | {"instead", "rather", "statt"}
_TURNS = frozenset({"not", "only"})
_REACH = 4  # words between the joint and either of the two


def joint_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each two words that the article joins in another way, and nowhere in this."""
    found: list[str] = []
    theirs = [(s, joint) for s in cited for joint in _joints(s)]
    for a, kind, b in _joints(text):
        same = [
            kind if {kind, other} == {"and", "but"} and (_adds(text, a, b) or _adds(s, x, y)) else other
            for s, (x, other, y) in theirs
            if _pair(text, a, b, s, x, y)
        ]
        if same and kind not in same and ("but" in (kind, *same) or not _turned(text)):
            found.append(f"{text.tokens[a].text!r} and {text.tokens[b].text!r} are joined otherwise in its sentences.")
    parted = [(s, a, b) for s, (a, kind, b) in theirs if kind == "and" and _parted(text, s, a, b)]
    found += [f"{s.tokens[a].text!r} and {s.tokens[b].text!r} are told alike in its sentences." for s, a, b in parted]
    return list(dict.fromkeys(found))


def _parted(text: Analysed, sentence: Analysed, x: int, y: int) -> bool:
    """ "passwords were not affected, but bank details were": two that the article joins begin the two sides of "but"."""
    cuts = [k for k, token in enumerate(text.tokens) if token.low in _BUT]
    sides = [(text.content[0], next((i for i in text.content if i > k), -1)) for k in cuts if text.content]
    return any(a < b and _pair(text, a, b, sentence, x, y) for a, b in sides)


def _pair(text: Analysed, a: int, b: int, sentence: Analysed, x: int, y: int) -> bool:
    def same(i: int, j: int) -> bool:
        one, other = text.tokens[i], sentence.tokens[j]
        return bool(one.values & other.values) if one.kind == "number" else likeness(one, other) > 1

    return (same(a, x) and same(b, y)) or (same(a, y) and same(b, x))


def _joints(text: Analysed) -> Iterator[tuple[int, str, int]]:
    """(word before, how it is joined, word behind)."""
    held = {*text.content, *text.numbers}
    for k, token in enumerate(text.tokens):
        kind = "and" if token.low in _AND else "or" if token.low in OR else "but" if token.low in _BUT else ""
        if not kind:
            continue
        a = next((i for i in range(k - 1, max(-1, k - _REACH), -1) if i in held), None)
        b = next((i for i in range(k + 1, min(len(text.tokens), k + _REACH)) if i in held), None)
        if a is not None and b is not None:
            yield a, kind, b


def _adds(text: Analysed, a: int, b: int) -> bool:
    """ "was arrested but released on Monday": before what somebody does, "but" joins as "and" does."""
    turned = any(op.name in _TURNS and a - _REACH < op.at <= b for op in text.operators)
    return is_verb(text, b) and not turned


def _turned(text: Analysed) -> bool:
    """Where something is denied, possible or a condition, "or" may say what "and" says."""
    return bool(text.classes() & {"not", "deny", "stop", "possible", "condition"})
