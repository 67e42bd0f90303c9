"""Whom something was done to, of whom the text tells that they did it, and who is told to have done what nobody is told to."""

from collections.abc import Iterable, Iterator, Sequence

from bot.claims.frames.actors import Actor
from bot.claims.frames.frames import Frame, frames
from bot.claims.frames.parts import parts
from bot.claims.frames.phrases import Phrase
from bot.claims.frames.spoken import speakers
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import meet
from bot.claims.language.token import Token

_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_THIRD_PERSON = frozenset({"he", "she", "it", "they", "him", "her", "them"})


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
    themselves = _pronouns(text, frame.doers or ()) & _pronouns(sentence, undergone(place))
    return (meet(ours, theirs) or bool(themselves)) and not meet(taken, theirs) and not meet(ours, agents)


def _pronouns(text: Analysed, phrases: Iterable[Phrase]) -> set[str]:
    """ "It" of "it had promised a fund", and of "it had been promised a fund"."""
    return {text.tokens[phrase.head].low for phrase in phrases if phrase.pronoun}


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


def speaker_elsewhere(text: Analysed, frame: Frame, sentence: Analysed, place: Frame) -> bool:
    """ "Dravo had been warned" of " "We warned them," said Dravo's director": "we" are who says so and whose that one is, and
    a pronoun on the other side is somebody else."""
    taken = tuple(undergone(frame)) if frame.passive and not place.passive else frame.taken
    sides = ((frame.doers, place.doers, place.taken), (taken, place.taken, place.doers))
    return any(
        _only(sentence, other, _FIRST_PERSON) and _only(sentence, there, _THIRD_PERSON) and _speak(text, mine, sentence)
        for mine, there, other in sides
    )


def _only(sentence: Analysed, phrases: tuple[Phrase, ...] | None, pronouns: frozenset[str]) -> bool:
    return bool(phrases) and all(sentence.tokens[phrase.head].low in pronouns for phrase in phrases or ())


def _speak(text: Analysed, mine: tuple[Phrase, ...] | None, sentence: Analysed) -> bool:
    """Whether who says something in the sentence, or whose that one is, is named by the text there."""
    said = [f for at, f in frames(sentence).items() if sentence.tokens[at].low in sentence.words.reporting]
    tellers = [
        sentence.tokens[i] for f in said for phrase in f.doers or () for i in phrase.places if i in sentence.content
    ]
    names = [token for phrase in mine or () for token in Actor(text, phrase).words if token.capital]
    return meet(names, tellers)


def _clause_behind(text: Analysed, at: int) -> bool:
    """ "The ministry warned that"."""
    return parts(text)[at + 1 : at + 2] == ("S",)


def _meant(sentence: Analysed, phrase: Phrase, near: Sequence[Analysed]) -> list[Token]:
    actor = Actor(sentence, phrase)
    if not phrase.pronoun or actor.head.low not in WORDS.nominative:
        return actor.words
    return [token for one in speakers(actor, near) for token in one.words]
