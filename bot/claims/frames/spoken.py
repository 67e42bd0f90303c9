"""Whom the pronoun means that opens what somebody says: "the bank said it had paid" tells that the bank had."""

from collections.abc import Sequence

from bot.claims.frames.actors import Actor
from bot.claims.frames.forms import several
from bot.claims.frames.frames import frames
from bot.claims.frames.parts import parts
from bot.claims.frames.phrases import Phrase
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import BODIES

_PERSON = frozenset({"person"})


def speakers(pronoun: Actor, near: Sequence[Analysed]) -> list[Actor]:
    """Those behind whose verb of saying it stands, and what belongs to them; none where it may be somebody of theirs."""
    sentence, told = pronoun.text, parts(pronoun.text)
    verb, that = pronoun.phrase.head - 1, False
    while verb >= 0 and (
        told[verb] in "qAt" or sentence.tokens[verb].low in ("that", "on") or (that and told[verb] in "ND")
    ):
        that = that or sentence.tokens[verb].low == "that"
        verb -= 1
    frame = frames(sentence).get(verb) if verb > 0 and told[verb] == "V" and told[verb - 1] != "C" else None
    if frame is None or frame.passive or sentence.tokens[verb].low not in sentence.words.reporting:
        return []
    doers, beside = ([Actor(sentence, phrase) for phrase in side or ()] for side in (frame.doers, frame.taken))
    actors = [*doers, *beside]  # "told Thorn that she"
    owned = any(sentence.tokens[actor.phrase.places[0]].low in WORDS.possessive for actor in actors)
    kinds = frozenset(
        kind for actor in doers for kind in actor.kinds(near)
    )  # "one of the hospitals, Saint Bride's, said it"
    fits = [_fits(actor, pronoun.head.low, near, kinds) for actor in actors]
    if owned or None in fits or True not in fits[: len(doers)]:
        return []
    meant = [actor for actor, fit in zip(actors, fits, strict=True) if fit or (actor in beside and not actor.the)]
    return [*meant, *_belonging(meant)]


def _fits(actor: Actor, pronoun: str, near: Sequence[Analysed], beside: frozenset[str]) -> bool | None:
    """No "it" of people, no "he" of bodies; None where that does not show. `beside`: what those are who are named with it."""
    kinds, many = actor.kinds(near), several(actor.text, actor.phrase.head)
    kinds = kinds or (beside if actor.named(near) else kinds)
    if any(token.low in actor.text.words.generic for token in actor.words) or (actor.named(near) and actor.the):
        kinds = kinds or frozenset(BODIES)  # "the newspaper Dagsverk"
    if actor.vague and not actor.phrase.pronoun:
        return False  # "one of the hospitals"
    if actor.phrase.pronoun or (not kinds and not actor.named(near) and not many):
        return None
    match pronoun:
        case "it":
            return not many and (kinds != _PERSON if kinds else None)
        case "he" | "she":
            return (not kinds or bool(kinds & _PERSON)) and not many
        case "they":
            return many or (None if not kinds else kinds != _PERSON)
    return None


def _belonging(actors: Sequence[Actor]) -> list[Actor]:
    """ "Lawyers for 60 families": what prepositions add."""
    found = []
    for actor in actors:
        text, end = actor.text, actor.phrase.places[-1] + 1
        places = []
        while end < len(text.tokens) and parts(text)[end] in "PNDq":
            places.append(end)
            end += 1
        if places:
            found.append(Actor(text, Phrase(tuple(places), places[-1])))
    return found
