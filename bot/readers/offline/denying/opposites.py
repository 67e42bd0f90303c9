"""Opposites: who says to be so what the other side says not to be, in words of their own and with no "not": "everybody got a
letter" to "nobody was told", "the water is clean" to "the water is polluted".

Whether the other side did say so is seen when it is known who they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.readers.offline.denying import negations
from bot.readers.offline.denying.denied import Basis, Denied
from bot.readers.offline.syntax import cues, phrasing
from bot.readers.offline.syntax.sentence import Attribution, length
from bot.readers.offline.text import tokens, topic
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

MAY_BE: frozenset[Basis] = frozenset(
    {"opposite", "answer", "plea", "reply", "account", "excuse", "sequel", "rival", "contrary", "own deeds"}
)
"""What may be told by saying the opposite."""

_OPENS = 2  # words among which "every household" or "we" stands
_SUBJECT = 6  # words of "the water off the northern beach"
_VERDICT = 4  # words from "was" on among which "clean" stands
_HELPED = 2  # words before "told" among which "been" stands
_UNTOLD = 4  # words behind "no" or "without" among which "letter" or "warning" stands


@dataclass(frozen=True, slots=True)
class Said:
    """That somebody was `told`, that it was so for `all`, that a thing is `sound`, that there is or was such a thing (`there`);
    that who speaks heard of it `late`."""

    told: bool = False
    all: bool = False
    sound: bool = False
    late: bool = False
    there: bool = False


def of(words: Sequence[Token], language: Language) -> Said | None:
    """What the words say by which they may be the opposite of others; None where they negate, ask or promise."""
    said = [word for word in words if word.is_word]
    if any(phrasing.holds(said, name, language) for name in ("denials.first_known", "denials.late")):
        return Said(late=True)
    if (
        not said
        or words[-1].text == "?"
        or _open(said, language)
        or negations.main_negation(said, language) is not None
    ):
        return None
    first = {word.low for word in said[:_OPENS]}
    everyone = bool(first & language["denials.everyone"])
    own = bool(first & (language["grammar.first_person"] | language.pronouns))
    told = _informs(said, language, heard=everyone) if everyone or own else False
    there = phrasing.phrase(said, 0, "denials.there_is", language) > 0
    found = Said(told, everyone, _sound(said, language), there=there)
    return found if found != Said() else None


def told(
    passage: Passage, found: Sequence[Sequence[Attribution]], denied: Sequence[Denied | None]
) -> list[Denied | None]:
    """The denials of all sentences, and what may be one because it is the opposite of what others say."""
    return [
        known or _in_line(line, passage, one) for line, one, known in zip(passage.lines, found, denied, strict=True)
    ]


def answered(said: Said, shared: Sequence[str], line: Line, language: Language, *, near: bool, accuses: bool) -> bool:
    """The sentence tells of the opposite: "nobody was told", "no letter came", "was rigged"; `shared` are the stems that it has of
    what is said, `near` it stands, and it may accuse somebody."""
    words = [token for token in line.tokens if token.is_word]
    if said.late:
        return _knew(words, language)
    untold = said.told and (near or bool(shared)) and _without(words, language["denials.informing"], language)
    if untold:
        return True
    if said.there and _lacks(words, shared, language):
        return True
    unsound = accuses or phrasing.holds(words, "denials.unsound", language)
    return said.sound and bool(shared) and unsound and not phrasing.holds(words, "denials.sound", language)


def _in_line(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    if line.lead:
        return None
    for one in found:
        if one.frame not in cues.SAYING or one.negated or not one.content:
            continue
        place = max(one.content, key=length)
        if of(tokens.cut(passage.text, *place), passage.language):
            return Denied(line.n, "counters", one.sources, place, via=one.via, basis="opposite")
    return None


def _open(said: Sequence[Token], language: Language) -> bool:
    """It is to come, or may be; "in May" is neither."""
    unreal = language["denials.to_come"] | language["denials.modals"]
    return any(word.text != "May" and (word.low in unreal or language.is_future(word.low)) for word in said)


def _informs(said: Sequence[Token], language: Language, *, heard: bool) -> bool:
    """ "Everyone was told", "we told them"; not "we had been told", unless those who were may have `heard`."""
    places = [at for at, word in enumerate(said) if word.low in language["denials.informing"]]
    passive = language["grammar.passive"]
    return any(heard or not any(word.low in passive for word in said[max(0, at - _HELPED) : at]) for at in places)


def _sound(said: Sequence[Token], language: Language) -> bool:
    """ "The vote was fair": what is found so is one thing that was just told, and nothing is wished or compared."""
    if said[0].low not in language["grammar.definite"] | language["grammar.possessives"] | language["denials.everyone"]:
        return False
    be = next((at for at, word in enumerate(said[: _SUBJECT + 1]) if word.low in language["denials.is_found"]), 0)
    return be > 1 and phrasing.holds(said[be + 1 : be + 1 + _VERDICT], "denials.sound", language)


def untold(line: Line, language: Language) -> bool:
    """The sentence says that somebody was not told, or did not know."""
    words = [token for token in line.tokens if token.is_word]
    return _without(words, language["denials.informing"] | language["denials.knowing"], language)


def _knew(words: Sequence[Token], language: Language) -> bool:
    """Somebody "knew" or "was warned", and not "nobody was"."""
    wanted = language["denials.informing"] | language["denials.knowing"]
    none = language["grammar.negations"] | language["denials.negatives"] | language["denials.none"]
    places = (at for at, word in enumerate(words) if word.low in wanted)
    return any(none.isdisjoint(word.low for word in words[max(0, at - _UNTOLD) : at]) for at in places)


def _lacks(words: Sequence[Token], shared: Sequence[str], language: Language) -> bool:
    """ "Awarded without a tender", "no tender was held": what is missing is what others say that there was."""
    none = language["grammar.negations"] | language["denials.adjuncts"] | language["denials.none"]
    places = (at for at, word in enumerate(words) if word.low in none)
    return any(topic.stem(word.low) in shared for at in places for word in words[at + 1 : at + 1 + _UNTOLD])


def _without(words: Sequence[Token], wanted: frozenset[str], language: Language) -> bool:
    """ "No letter", "never told", "nobody had been warned"."""
    none = language["grammar.negations"] | language["denials.negatives"] | language["denials.none"]
    places = (at for at, word in enumerate(words) if word.low in none)
    return any(word.low in wanted for at in places for word in words[at + 1 : at + 1 + _UNTOLD])
