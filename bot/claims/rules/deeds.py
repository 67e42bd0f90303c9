"""Deeds that a noun tells: of "warnings from the ministry" the ministry warned, and whoever received them was warned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.claims.frames.actors import Actor
from bot.claims.frames.frames import Frame, frames
from bot.claims.frames.parts import parts
from bot.claims.frames.phrases import Phrase, Phrases
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike, meet
from bot.claims.language.token import Token
from bot.claims.rules.agreement import agree


@dataclass(frozen=True, slots=True)
class _Deed:
    """Those who may do what a noun says, and those whom it reaches; none where its sentence does not tell."""

    doers: tuple[Phrase, ...]
    reached: tuple[Phrase, ...]


def deed_problems(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """One sentence for each verb whose doer in the text is whom the deed reaches in its sentences, which have it as a noun
    only; and the other way round. English alone. `known` are the sentences that tell who is who."""
    if text.words.language != "en":
        return []
    near, found = (*cited, *known), []
    for at, frame in frames(text).items():
        places = [(s, j) for s in cited for j in {*s.content, *frames(s)} if alike(text.tokens[at], s.tokens[j])]
        if not places or not all(_noun(text.tokens[at], s, j) for s, j in places):
            continue
        if not any(_fits(text, frame, s, _deed(s, j), near) for s, j in places):
            found.append(f"Who does what in {text.tokens[at].text!r} is told otherwise by a noun in its sentences.")
    return found


def _noun(verb: Token, sentence: Analysed, j: int) -> bool:
    """A noun of the verb's family, by the words around it too: "the warning", "received warnings", "despite warnings"."""
    token = sentence.tokens[j]
    if parts(sentence)[j] != "N" or token.capital or " " in token.text or token.low[:4] != verb.low[:4]:
        return False
    taken = {phrase.head for frame in frames(sentence).values() for phrase in frame.taken or ()}
    return j in taken or (j > 0 and parts(sentence)[j - 1] in "DP")


def _fits(text: Analysed, frame: Frame, sentence: Analysed, deed: _Deed, near: Sequence[Analysed]) -> bool:
    if _turned(text, frame.doers, sentence, deed.reached, deed.doers):
        return False
    if _turned(text, frame.taken, sentence, deed.doers, deed.reached):
        return False
    return not deed.doers or agree(text, frame.doers, sentence, deed.doers, near)


def _turned(
    text: Analysed,
    mine: Sequence[Phrase] | None,
    sentence: Analysed,
    others: Sequence[Phrase],
    own: Sequence[Phrase],
) -> bool:
    """Whether mine stands on the other side, and not on its own."""
    ours = [token for phrase in mine or () if not phrase.pronoun for token in Actor(text, phrase).words]
    there, here = ([token for phrase in side for token in Actor(sentence, phrase).words] for side in (others, own))
    return meet(ours, there) and not meet(ours, here)


def _deed(sentence: Analysed, noun: int) -> _Deed:
    """By what prepositions lead behind the noun, and by the verb that it stands with: "received warnings"."""
    doers, reached = [*_led(sentence, noun, WORDS.of_doers)], [*_led(sentence, noun, WORDS.of_reached)]
    for frame in frames(sentence).values():
        if not any(phrase.head == noun for phrase in frame.taken or ()):
            continue
        low = sentence.words.lemma(sentence.tokens[frame.at].low)
        if low in WORDS.giving:
            doers += frame.doers or ()
        elif low in WORDS.receiving:
            reached += frame.doers or ()
    return _Deed(tuple(doers), tuple(reached))


def _led(sentence: Analysed, noun: int, prepositions: frozenset[str]) -> Iterator[Phrase]:
    """The phrases behind, up to the next verb."""
    phrases = Phrases(sentence)
    for k in range(noun + 1, len(sentence.tokens)):
        if parts(sentence)[k] not in "PNDqAt":
            return
        if sentence.tokens[k].low in prepositions and (phrase := phrases.beginning_at(k + 1)) is not None:
            yield phrase
