"""Whom something was done to, of whom the text tells that they did it, and who is told to have done what nobody is told to."""

from collections.abc import Iterator, Sequence

from bot.claims.frames.actors import Actor
from bot.claims.frames.frames import Frame, frames
from bot.claims.frames.parts import parts
from bot.claims.frames.phrases import Phrase
from bot.claims.frames.spoken import speakers
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import meet
from bot.claims.language.token import Token


def undergoer_acts(text: Analysed, frame: Frame, sentence: Analysed, place: Frame, near: Sequence[Analysed]) -> bool:
    """ "The bank promised loans" of "the bank was promised loans"; but "the plant closed"."""
    takes = bool(frame.taken) or frame.taken is None or frame.goal is not None or _clause_behind(text, frame.at)
    lemma = text.words.lemma
    mine, other = text.tokens[frame.at].low, sentence.tokens[place.at].low
    same = lemma(mine) == lemma(other)  # whoever is given something gets it
    if frame.passive or not place.passive or place.doers is None or not takes or not same:
        return False
    if place.kept and other not in WORDS.twofold:
        return False  # what else stands behind a passive is no object
    ours = [token for phrase in frame.doers or () if not phrase.pronoun for token in Actor(text, phrase).words]
    taken = [token for phrase in frame.taken or () for token in Actor(text, phrase).words]
    theirs = [token for phrase in undergone(place) for token in _meant(sentence, phrase, near)]
    agents = [token for phrase in place.doers for token in Actor(sentence, phrase).words]
    return meet(ours, theirs) and not meet(taken, theirs) and not meet(ours, agents)


def undergone(frame: Frame) -> Iterator[Phrase]:
    """The subject of a passive, without what it leaves behind: "was awarded damages"."""
    return (phrase for phrase in frame.taken or () if phrase not in frame.kept and not phrase.part)


def other_clause_acts(text: Analysed, frame: Frame, sentence: Analysed, place: Frame, near: Sequence[Analysed]) -> bool:
    """ "The agency withdrew the drug" of "the drug was withdrawn after the agency linked it to deaths": in a clause that
    another word opens, who is named does something else; but a landslide may have done it."""
    if frame.passive or not place.passive or place.doers != ():
        return False
    actors = [Actor(text, phrase) for phrase in frame.doers or () if not phrase.pronoun]
    ours = [token for actor in actors if actor.named(near) or actor.kinds(near) for token in actor.words]
    others = [(at, other) for at, other in frames(sentence).items() if at > place.at and not other.passive]
    others = [(at, other) for at, other in others if sentence.tokens[at].low not in sentence.words.reporting]
    return any(
        "S" in parts(sentence)[place.at : at]
        and "." not in parts(sentence)[place.at : at]
        and meet(ours, [token for phrase in other.doers or () for token in Actor(sentence, phrase).words])
        for at, other in others
    )


def _clause_behind(text: Analysed, at: int) -> bool:
    """ "The ministry warned that"."""
    return parts(text)[at + 1 : at + 2] == ("S",)


def _meant(sentence: Analysed, phrase: Phrase, near: Sequence[Analysed]) -> list[Token]:
    actor = Actor(sentence, phrase)
    if not phrase.pronoun or actor.head.low not in WORDS.nominative:
        return actor.words
    return [token for one in speakers(actor, near) for token in one.words]
