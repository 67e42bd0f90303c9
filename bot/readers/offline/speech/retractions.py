"""Retractions: where somebody takes back what they said: "She later withdrew the statement"."""

from collections.abc import Sequence

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.speech import takersback
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence
from bot.readers.offline.text import topic
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_BACK = 4  # sentences before it in which what is taken back was said
_OBJECT = 6  # words around the verb among which "the statement" stands
_TURNED = 3  # words before the verb: "did not withdraw", "should withdraw"
_FEW = 2  # words that a clause and the sentence it tells again share


def of(passage: Passage, found: Sequence[Sequence[Attribution]]) -> dict[int, int]:
    """The sentences that somebody takes back, each with the one that tells so; `found` are the attributions of each.

    It is the same one where it alone tells what was said: "withdrew its statement that the gate was open", "confirmed this at
    first, but later withdrew her statement".
    """
    taken: dict[int, int] = {}
    for line in passage.lines[: len(found)]:
        act = None if line.lead or line.heads else _act(line.tokens, passage)
        said = _repeated(line, passage, found) or _said(line, act[0], passage, found) if act else None
        if said is None and act and (clause(line, passage) or takersback.own(line, passage, found[line.n - 1], act[0])):
            said = line.n
        if said is not None:
            taken[said] = line.n
    return taken


def clause(line: Line, passage: Passage) -> Place | None:
    """The words for what is taken back: "its statement that the gate was open"."""
    words, language = line.tokens, passage.language
    noun = next((at for at, word in enumerate(words) if word.low in language["retractions.statements"]), len(words))
    opening = phrasing.first(words, "retractions.telling", language, noun)
    told = [word for word in words[opening[1] :] if word.is_word or word.is_quote] if opening else []
    return (told[0].start, told[-1].end) if told else None


def speaking(line: Line, passage: Passage) -> tuple[Mention, ...]:
    """Who takes it back in a sentence that does so."""
    act = _act(line.tokens, passage)
    helpers = passage.language["grammar.auxiliaries"]
    at = next((at for at in range(act[0]) if line.tokens[at].low in helpers), act[0]) if act else 0
    return speakers.subject(Sentence(line, passage), at) if at else ()


def _act(words: Sequence[Token], passage: Passage) -> tuple[int, int] | None:
    """The words by which it is taken back, the first and the one behind the last."""
    kept = [at for at, word in enumerate(words) if not _inverted(word, passage)]
    act = _act_among([words[at] for at in kept], passage)
    return (kept[act[0]], kept[act[1] - 1] + 1) if act else None


def _inverted(word: Token, passage: Passage) -> bool:
    """Who does so may stand amid the words that tell it: "stellte er klar"."""
    language = passage.language
    return language.inverts and word.low in language["grammar.he"] | language["grammar.she"] | language["grammar.they"]


def _act_among(words: Sequence[Token], passage: Passage) -> tuple[int, int] | None:
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
    return next((act for act in (*plain, *verbs, *owning) if not _turned(words, act[0], passage)), None)


def _repeated(line: Line, passage: Passage, found: Sequence[Sequence[Attribution]]) -> int | None:
    """The sentence that says most of what the clause tells again: before it, or behind it where a live blog runs backwards."""
    told = clause(line, passage)
    words = topic.words(passage.text[slice(*told)], passage.language) if told else frozenset[str]()
    shared = {
        one.n: len(words & topic.words(passage.text[start:end], passage.language))
        for said in found
        for one in said
        for start, end in one.content
        if takersback.asserts(one) and one.n != line.n and not passage.lines[one.n - 1].lead
    }
    best = max(shared, key=lambda n: (shared[n], -abs(n - line.n)), default=None)
    return best if best and shared[best] >= max(_FEW, len(words) / 2) else None


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
    return any(word.negates(unreal) for word in before)


def _said(line: Line, act: int, passage: Passage, found: Sequence[Sequence[Attribution]]) -> int | None:
    """The nearest sentence before in which they speak: by name, or whoever spoke last where a pronoun or a description means
    them."""
    before = [line for line in reversed(passage.lines[max(0, line.n - 1 - _BACK) : line.n - 1]) if not line.lead]
    spoken = [one.n for one in before if any(takersback.asserts(each) for each in found[one.n - 1])]
    if takersback.own(line, passage, found[line.n - 1], act):
        return None
    return next((n for n in spoken if takersback.may_be(line, act, passage, found[n - 1])), None)
