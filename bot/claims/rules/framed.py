"""Frames held against each other: who does what, and to whom, as the build of the article's sentence tells."""

from collections.abc import Iterator, Sequence

from bot.claims.frames.actors import Actor
from bot.claims.frames.frames import Frame, frames
from bot.claims.frames.parts import parts
from bot.claims.frames.phrases import Phrase
from bot.claims.frames.sameness import may_be, meant
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike, likeness, meet
from bot.claims.language.token import Token

Place = tuple[Analysed, Frame]
"""A sentence and the frame of a verb in it."""


def frame_problems(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """One sentence for each verb that the text gives a doer, or what it takes, whom the sentences have elsewhere.

    `known` are the sentences that tell who is who. English alone: other tongues tell who does it by forms, not by place.
    """
    if text.words.language != "en":
        return []
    near = (*cited, *known)
    return [
        f"Who does what in {text.tokens[at].text!r} is told otherwise in its sentences."
        for at, frame in frames(text).items()
        if (places := _places(text, frame, cited)) and not any(_fits((text, frame), place, near) for place in places)
    ]


def _places(text: Analysed, frame: Frame, cited: Sequence[Analysed]) -> list[Place]:
    """Where the sentences tell of it; none where they have the verb itself outside of what is understood of them."""
    deed = text.tokens[frame.at]
    told = [(s, j) for s in cited for j in {*s.content, *frames(s)} if _form(deed, s.tokens[j])]
    if not told or any(j not in frames(s) for s, j in told):
        return []
    places = [(s, other) for s in cited for j, other in frames(s).items() if alike(deed, s.tokens[j])]
    if all(place.negated != frame.negated for _, place in places):
        return []  # "questioned Vance but not Ross"
    limited = any(op.name in ("only", "unless") for op in text.operators)  # "only once they were paid" for "not until"
    if limited or len({place.negated for _, place in places}) == 1:
        return places
    # "would meet Lee but would not meet Park"
    return [(s, place) for s, place in places if place.negated == frame.negated]


def _form(one: Token, other: Token) -> bool:
    return one.low == other.low or (likeness(one, other) > 1 and one.stem == other.stem)


def _fits(mine: Place, theirs: Place, near: Sequence[Analysed]) -> bool:
    (text, frame), (sentence, place) = mine, theirs
    if _other_goal(text, frame, sentence, place):
        return False
    happens = not frame.passive and not frame.taken and bool(place.taken)
    if happens and _agree(text, frame.doers, sentence, place.taken, near):
        return True  # "the plant will close" of "will close the plant"
    if frame.passive == place.passive and _crossed(text, frame, sentence, place):
        return False
    if _led_to_another(text, frame, sentence, place):
        return False
    if _changed_place(text, frame, sentence, place, near):
        return False
    doers = _agree(text, frame.doers, sentence, place.doers, near)
    return doers and (
        _names_goal(text, frame, sentence, place) or _agree(text, frame.taken, sentence, place.taken, near)
    )


def _crossed(text: Analysed, frame: Frame, sentence: Analysed, place: Frame) -> bool:
    """ "Lind owed her" of "she owed Lind": who does it is named as who it is done to, and only there."""
    actors = [Actor(text, phrase) for phrase in frame.doers or () if not phrase.pronoun]
    heads = [actor.head for actor in actors if actor.head.low not in WORDS.quantifying]
    taken = [token for phrase in place.taken or () for token in Actor(sentence, phrase).words]
    doers = {sentence.tokens[i].low for phrase in place.doers or () for i in phrase.places}
    dummy = all(sentence.tokens[phrase.head].first for phrase in place.doers or ())  # "It took the office 26 days to"
    named = [
        head
        for head in heads
        if head.capital or (frame.taken and not (dummy and place.doers and place.doers[0].pronoun))
    ]
    lows = {token.low for token in taken if token.kind == "word"}
    return bool(place.doers) and any(head.low in lows and head.low not in doers for head in named)


def _led_to_another(text: Analysed, frame: Frame, sentence: Analysed, place: Frame) -> bool:
    """ "advised against two letters" of "advised against the sale in two letters": what the same preposition leads, where
    the sentence has both elsewhere behind the verb."""
    theirs = {preposition for preposition, _ in place.led} & WORDS.arguing
    for preposition, phrase in frame.led:
        if preposition not in theirs or phrase.pronoun:
            continue
        mine = Actor(text, phrase).words
        same = [Actor(sentence, other).words for led, other in place.led if led == preposition]
        others = [Actor(sentence, other).words for led, other in place.led if led not in (preposition, "of")]
        if not any(meet(mine, words) for words in same) and any(meet(mine, words) for words in others):
            return True
    return False


def _other_goal(text: Analysed, frame: Frame, sentence: Analysed, place: Frame) -> bool:
    """ "declined to pay" of "declined to say how much it had paid"; "is considering an appeal" of "whether to support"."""
    theirs = frames(sentence).get(place.goal) if place.goal is not None else None
    if theirs is None:
        return False
    if frame.goal is not None:
        mine = text.tokens[frame.goal]
        told = [i for i in sentence.content if alike(mine, sentence.tokens[i])]
        return bool(told) and all(i < place.at or _parted(sentence, theirs.at, i) for i in told)
    if not frame.taken or place.taken or frame.taken[0].pronoun:
        return False
    head = text.tokens[frame.taken[0].head]
    verbal = alike(head, sentence.tokens[theirs.at])
    return not verbal and any(alike(head, sentence.tokens[phrase.head]) for phrase in theirs.taken or ())


def _names_goal(text: Analysed, frame: Frame, sentence: Analysed, place: Frame) -> bool:
    """ "expects the closure" of "expects the group to close"."""
    taken = frame.taken or ()
    return place.goal is not None and any(alike(text.tokens[p.head], sentence.tokens[place.goal]) for p in taken)


def _parted(sentence: Analysed, goal: int, index: int) -> bool:
    """Whether another clause has opened between."""
    return any(part in "SR." for part in parts(sentence)[goal:index])


def _agree(
    text: Analysed,
    mine: tuple[Phrase, ...] | None,
    sentence: Analysed,
    theirs: tuple[Phrase, ...] | None,
    near: Sequence[Analysed],
) -> bool:
    """Whether one of mine is one of theirs, or that does not show."""
    if not mine or not theirs:
        return True
    ours = [meant(Actor(text, phrase)) for phrase in mine]
    others = [Actor(sentence, phrase) for phrase in theirs]
    if all(other.head.low in WORDS.others for other in others) and any(actor.several for actor in ours):
        return False  # "both patients" of "the other"
    apposed = any(other.named(near) for other in others)
    if any(_anothers(actor, ours, other) for actor in ours for other in others):
        return False
    if any(_may_be(actor, other, near, apposed=apposed) for actor in ours for other in others):
        return True
    if all(party.named(near) for party in (*ours, *others)):
        return False  # two names are two
    return not any(_elsewhere(actor, others) for actor in ours if not actor.phrase.part)


def _changed_place(text: Analysed, frame: Frame, sentence: Analysed, place: Frame, near: Sequence[Analysed]) -> bool:
    """Whether the text has who does it there, but not as who does it: "the town rents them from fishermen"."""
    if frame.passive or place.passive:
        return False
    ours = [Actor(text, phrase) for phrase in frame.doers or ()]
    theirs = [Actor(sentence, phrase) for phrase in place.doers or ()]
    taken = {i for actor in ours for i in actor.phrase.places}
    heads = [actor.head for actor in theirs if not actor.phrase.part and not actor.phrase.pronoun]
    moved = any(alike(head, text.tokens[i]) for head in heads for i in text.content if i not in taken)
    return bool(ours) and moved and not any(_may_be(a, b, near, apposed=False) for a in ours for b in theirs)


def _anothers(mine: Actor, ours: Sequence[Actor], theirs: Actor) -> bool:
    """ "The drivers' family" of "the cyclist, whose family"."""
    sentence = theirs.text
    own = [mine.text.tokens[i] for i in mine.phrase.places if mine.owns(i)]
    own += [token for actor in ours if actor.phrase.part for token in actor.words]
    meant = [sentence.tokens[i] for i in theirs.phrase.owners]
    told = bool(own and meant) and meet(mine.words, theirs.words) and not meet(own, meant)
    return told and any(sentence.has(token) for token in own)


def _may_be(mine: Actor, theirs: Actor, near: Sequence[Analysed], *, apposed: bool) -> bool:
    """ "340 of 900 workers" may be the workers by that word, and nobody by what only tells more of both."""
    if mine.phrase.part or theirs.phrase.part:
        return mine.phrase.part != theirs.phrase.part and meet(mine.words, theirs.words)
    return may_be(mine, theirs, near, apposed=apposed)


def _elsewhere(mine: Actor, theirs: Sequence[Actor]) -> bool:
    """Whether the sentence has it, but not among them."""
    sentence, head = theirs[0].text, mine.head
    taken = {i for party in theirs for i in party.phrase.places}
    if not head.capital:
        taken |= {i for party in theirs for i in _led_by(sentence, party.phrase)}
    if mine.counted:
        return any(head.values & sentence.tokens[i].values for i in sentence.numbers if i not in taken)
    if head.low in WORDS.others:
        return any(token.low in WORDS.others for i, token in enumerate(sentence.tokens) if i not in taken)
    return any(alike(head, sentence.tokens[i]) for i in sentence.content if i not in taken)


def _led_by(sentence: Analysed, phrase: Phrase) -> Iterator[int]:
    """The phrases that prepositions add to one: "concerns about safety in the mine"."""
    for i in range(phrase.head + 1, len(sentence.tokens)):
        if parts(sentence)[i] not in "PNDqAOt":
            return
        yield i
