"""Retractions: where somebody takes back what they said: "She later withdrew the statement"."""

from collections.abc import Sequence

from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Attribution
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_BACK = 4  # sentences before it in which what is taken back was said
_OBJECT = 6  # words around the verb among which "the statement" stands
_TURNED = 3  # words before the verb: "did not withdraw", "should withdraw"


def of(passage: Passage, found: Sequence[Sequence[Attribution]]) -> dict[int, int]:
    """The sentences that somebody takes back, each with the one that tells so; `found` are the attributions of each."""
    taken: dict[int, int] = {}
    for line in passage.lines[: len(found)]:
        act = _act(line.tokens, passage)
        said = _said(line, act, passage, found) if act is not None and not line.lead else None
        if said is not None:
            taken[said] = line.n
    return taken


def _act(words: Sequence[Token], passage: Passage) -> int | None:
    """The place of the word by which it is taken back."""
    language = passage.language
    plain = phrasing.places(words, "retractions.plain", language)
    verbs = (
        (at, end)
        for at, end in phrasing.places(words, "retractions.verbs", language)
        if _on_words(words, at, end, passage)
    )
    owning = (
        (at, end)
        for at, end in phrasing.places(words, "retractions.owning", language)
        if phrasing.holds(words, "retractions.wrong", language, end)
    )
    return next((at for at, _ in (*plain, *verbs, *owning) if not _turned(words, at, passage)), None)


def _on_words(words: Sequence[Token], at: int, end: int, passage: Passage) -> bool:
    """What is withdrawn is a statement, and no troops."""
    objects = passage.language["retractions.statements"]
    behind = words[end : end + _OBJECT]
    before = words[max(0, at - _OBJECT) : at] if passage.language.inverts else ()
    return any(word.low in objects for word in (*behind, *before))


def _turned(words: Sequence[Token], at: int, passage: Passage) -> bool:
    """ "Did not withdraw", "refused to withdraw", "should withdraw", "wies das am Abend zurück"."""
    unreal = passage.language["retractions.unreal"]
    before = words[:at] if passage.language.inverts else words[max(0, at - _TURNED) : at]
    return any(word.low in unreal or word.low.endswith("n't") for word in before)


def _said(line: Line, act: int | None, passage: Passage, found: Sequence[Sequence[Attribution]]) -> int | None:
    """The nearest sentence before in which they speak: by name, or whoever spoke last where a pronoun or a description means
    them."""
    before = [line for line in reversed(passage.lines[max(0, line.n - 1 - _BACK) : line.n - 1]) if not line.lead]
    spoken = [one.n for one in before if any(_asserts(each) for each in found[one.n - 1])]
    subject = [word for word in line.tokens[:act] if word.is_capital]
    named = {word.low for word in subject if any(word.low in _names(n, passage, found) for n in spoken)}
    if named:
        return next(n for n in spoken if named & _names(n, passage, found))
    return spoken[0] if spoken else None


def _asserts(one: Attribution) -> bool:
    return bool(one.sources) and not one.negated and one.frame != "deny"


def _names(n: int, passage: Passage, found: Sequence[Sequence[Attribution]]) -> set[str]:
    """The words of those who speak in sentence `n`."""
    places = [(who.start, who.end) for one in found[n - 1] if _asserts(one) for who in one.sources]
    words = [word for word in passage.lines[n - 1].tokens if any(start <= word.start < end for start, end in places)]
    return {word.low for word in words if word.is_capital}
