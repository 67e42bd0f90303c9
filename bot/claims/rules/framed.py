"""Frames held against each other: who does what, and to whom, as the build of the article's sentence tells."""

from collections.abc import Sequence

from bot.claims.frames.actors import Actor
from bot.claims.frames.frames import Frame, frames
from bot.claims.frames.parts import parts
from bot.claims.frames.sameness import beside
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike, likeness, meet
from bot.claims.language.token import Token
from bot.claims.rules.agreement import agree, may_be_one
from bot.claims.rules.undergoers import other_clause_acts, speaker_elsewhere, undergoer_acts, undergone

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
        if (places := places_of(text, frame, cited)) and not any(fits((text, frame), place, near) for place in places)
    ]


def places_of(text: Analysed, frame: Frame, cited: Sequence[Analysed]) -> list[Place]:
    """Where the sentences tell of it; none where they have the verb itself outside of what is understood of them."""
    deed = text.tokens[frame.at]
    told = [(s, j) for s in cited for j in {*s.content, *frames(s)} if _form(text, deed, s.tokens[j])]
    if not told or any(j not in frames(s) for s, j in told):
        return []
    places = [(s, other) for s in cited for j, other in frames(s).items() if alike(deed, s.tokens[j])]
    if all(place.negated != frame.negated for _, place in places):
        return []  # "questioned Vance but not Ross"
    if frame.goal is not None:  # "told her to wait" beside "told the inquiry that"
        goal = text.tokens[frame.goal]
        led = [(s, place) for s, place in places if place.goal is not None and alike(goal, s.tokens[place.goal])]
        places = led or places
    limited = any(op.name in ("only", "unless") for op in text.operators)  # "only once they were paid" for "not until"
    if limited or len({place.negated for _, place in places}) == 1:
        return places
    # "would meet Lee but would not meet Park"
    return [(s, place) for s, place in places if place.negated == frame.negated]


def _form(text: Analysed, one: Token, other: Token) -> bool:
    lemma = text.words.lemma
    return one.low == other.low or (likeness(one, other) > 0 and lemma(one.low) == lemma(other.low))


def fits(mine: Place, theirs: Place, near: Sequence[Analysed]) -> bool:
    """Whether the verb of the text may be that of the sentence, with the same for who does it and whom it takes."""
    (text, frame), (sentence, place) = mine, theirs
    if _other_manner(frame, sentence, place) or _other_goal(text, frame, sentence, place):
        return False
    happens = not frame.passive and not frame.taken and bool(place.taken)
    if happens and agree(text, frame.doers, sentence, place.taken, near):
        return True  # "the plant will close" of "will close the plant"
    if frame.passive == place.passive and (
        _crossed(text, frame, sentence, place) or _crossed_by_name(text, frame, sentence, place, near)
    ):
        return False
    if _led_to_another(text, frame, sentence, place):
        return False
    if _changed_place(text, frame, sentence, place, near) or undergoer_acts(text, frame, sentence, place, near):
        return False
    if other_clause_acts(text, frame, sentence, place, near) or speaker_elsewhere(text, frame, sentence, place):
        return False
    if _other_subject(text, frame, sentence, place, near):
        return False
    doers = agree(text, frame.doers, sentence, place.doers, near)
    return doers and (
        _names_goal(text, frame, sentence, place) or agree(text, frame.taken, sentence, place.taken, near)
    )


def _other_subject(text: Analysed, frame: Frame, sentence: Analysed, place: Frame, near: Sequence[Analysed]) -> bool:
    """Of two passives: "Dorn is expected to" of "Fisk is expected to", "the agency was refused data" of "Kessler was"."""
    if frame.raised and place.raised:
        return not agree(text, frame.raised, sentence, place.raised, near)
    kept = bool(frame.kept and place.kept)
    return kept and not agree(text, (*undergone(frame),), sentence, (*undergone(place),), near)


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


def _crossed_by_name(text: Analysed, frame: Frame, sentence: Analysed, place: Frame, near: Sequence[Analysed]) -> bool:
    """ "Medora trusted it" of "it trusted the agency", which is Medora."""
    names = [Actor(text, phrase).head for phrase in frame.doers or ()]
    taken = [Actor(sentence, phrase) for phrase in place.taken or ()]
    pointed = [actor.head for actor in taken if actor.points and not actor.head.capital and actor.kinds(near)]
    doers = {sentence.tokens[i].low for phrase in place.doers or () for i in phrase.places}
    return bool(frame.taken) and any(
        beside(s, name, head)
        for name in names
        if name.capital and name.low not in doers
        for head in pointed
        for s in near
    )


def _led_to_another(text: Analysed, frame: Frame, sentence: Analysed, place: Frame) -> bool:
    """ "advised against two letters" of "advised against the sale in two letters": what the same preposition leads, where
    the sentence has both elsewhere behind the verb."""
    if any(preposition == _stranded(sentence, place.at) for preposition, _ in frame.led):
        return True
    sides = [_side(text, frame), _side(sentence, place)]
    if all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
        return True  # "voted for the cuts"
    theirs = {preposition for preposition, _ in place.led} & WORDS.arguing
    for preposition, phrase in frame.led:
        mine = Actor(text, phrase).words
        if preposition in WORDS.arguing and _does_itself(mine, preposition, sentence, place):
            return True
        if preposition not in theirs or phrase.pronoun:
            continue
        same = [Actor(sentence, other).words for led, other in place.led if led == preposition]
        others = [Actor(sentence, other).words for led, other in place.led if led not in (preposition, "of")]
        if not any(meet(mine, words) for words in same) and any(meet(mine, words) for words in others):
            return True
    return False


def _side(text: Analysed, frame: Frame) -> set[str]:
    """Whether it is done for or against something; not "for ten years"."""
    led = {preposition for preposition, phrase in frame.led if text.tokens[phrase.head].kind != "number"}
    return led & {"for", "against"}


def _stranded(sentence: Analysed, at: int) -> str:
    """ "Four times what the town had put it at": the preposition of a verb in such a clause, of which nothing tells what it leads."""
    opened = next((k for k in range(at, -1, -1) if parts(sentence)[k] in "SR.,"), 0)
    if sentence.tokens[opened].low != "what":
        return ""
    ends = [k for k in range(at + 1, len(sentence.tokens)) if parts(sentence)[k] in ",.SR"]
    last = ends[0] - 1 if ends else len(sentence.tokens) - 1
    return sentence.tokens[last].low if parts(sentence)[last] == "P" else ""


def _does_itself(led: Sequence[Token], preposition: str, sentence: Analysed, place: Frame) -> bool:
    """ "voted against the Liberals" of "the Liberals voted against raising it": what is led is named before the verb alone."""
    behind = range(place.at + 1, _clause_end(sentence, place.at))
    leads = [k for k in behind if sentence.tokens[k].low == preposition and parts(sentence)[k] == "P"]
    if not leads or parts(sentence)[leads[0] + 1 : leads[0] + 2] != ("G",):
        return False
    before, after = sentence.tokens[: place.at], sentence.tokens[place.at :]
    return meet(led, before) and not meet(led, after)


def _clause_end(sentence: Analysed, at: int) -> int:
    return next((k for k in range(at + 1, len(sentence.tokens)) if parts(sentence)[k] in "SR."), len(sentence.tokens))


def _other_manner(frame: Frame, sentence: Analysed, place: Frame) -> bool:
    """ "took it lightly" of "did not take it lightly, and took it together": how something is not done."""
    told = [other for other in frames(sentence).values() if set(frame.manner) & set(other.manner)]
    return bool(told) and place not in told and all(other.negated != frame.negated for other in told)


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


def _changed_place(text: Analysed, frame: Frame, sentence: Analysed, place: Frame, near: Sequence[Analysed]) -> bool:
    """Whether the text has who does it there, but not as who does it: "the town rents them from fishermen"."""
    if frame.passive or place.passive:
        return False
    ours = [Actor(text, phrase) for phrase in frame.doers or ()]
    theirs = [Actor(sentence, phrase) for phrase in place.doers or ()]
    taken = {i for actor in ours for i in actor.phrase.places}
    heads = [actor.head for actor in theirs if not actor.phrase.part and not actor.phrase.pronoun]
    moved = any(alike(head, text.tokens[i]) for head in heads for i in text.content if i not in taken)
    return bool(ours) and moved and not any(may_be_one(a, b, near, apposed=False) for a in ours for b in theirs)
