"""Whether those whom a text tells of beside a verb may be those whom a sentence does."""

from collections.abc import Iterator, Sequence

from bot.claims.frames.actors import Actor
from bot.claims.frames.forms import several
from bot.claims.frames.parts import parts
from bot.claims.frames.phrases import Phrase, Phrases
from bot.claims.frames.sameness import called_otherwise, kinds_of, may_be, meant, other_sex
from bot.claims.frames.spoken import speakers
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import listed
from bot.claims.language.likeness import likeness, meet

_PERSON = frozenset({"person"})


def agree(
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
    if any(_done_by_another(actor, other, near) for actor in ours for other in others):
        return False
    others += [agent for other in others if (agent := _agent(other)) is not None]
    if all(_single(other) for other in others if not other.phrase.part) and any(actor.several for actor in ours):
        return False  # "both patients" of "the other", of "one of them"
    apposed = any(other.named(near) for other in others)
    if any(_anothers(actor, ours, other) for actor in ours for other in others):
        return False
    if all(_apart(actor, other, near) or _apart(other, actor, near) for actor in ours for other in others):
        return False
    if any(may_be_one(actor, other, near, apposed=apposed) for actor in ours for other in others):
        return True
    if all(party.named(near) for party in (*ours, *others)):
        return False  # two names are two
    strangers = all(_of_others(actor, other, near) for actor in ours for other in others)
    return not (strangers or any(_elsewhere(actor, others) for actor in ours if not actor.phrase.part))


def _single(actor: Actor) -> bool:
    return actor.head.low == "one" or actor.head.low in WORDS.others


def _done_by_another(mine: Actor, theirs: Actor, near: Sequence[Analysed]) -> bool:
    """ "An inspection by the clinic" of "an inspection by the authority"."""
    own, other = _agent(mine), _agent(theirs)
    return (
        own is not None
        and other is not None
        and meet(mine.words, theirs.words)
        and not may_be(own, other, near, apposed=False)
    )


def _agent(deed: Actor) -> Actor | None:
    """Whom "by" names right behind a noun: "an inspection by the authority"."""
    text, end = deed.text, deed.phrase.places[-1] + 1
    if deed.phrase.pronoun or end == len(text.tokens) or text.tokens[end].low not in text.words.by:
        return None
    phrase = Phrases(text).beginning_at(end + 1)
    if phrase is None or Phrases(text).timed(phrase) or any(text.tokens[i].values for i in phrase.places):
        return None  # "by half a point"
    return Actor(text, phrase)


def _anothers(mine: Actor, ours: Sequence[Actor], theirs: Actor) -> bool:
    """ "The drivers' family" of "the cyclist, whose family"."""
    sentence = theirs.text
    own = [mine.text.tokens[i] for i in mine.phrase.places if mine.owns(i)]
    own += [token for actor in ours if actor.phrase.part for token in actor.words]
    meant = [sentence.tokens[i] for i in theirs.phrase.owners]
    told = bool(own and meant) and meet(mine.words, theirs.words) and not meet(own, meant)
    return told and any(sentence.has(token) for token in own)


def _apart(one: Actor, other: Actor, near: Sequence[Analysed]) -> bool:
    """ "Falk" is no nurses, no lawyer is a client, and Greg Falk is no "she"."""
    if other.phrase.pronoun and not one.phrase.pronoun:
        return other_sex(one, other.head, near)
    if one.phrase.pronoun or other.phrase.pronoun:
        return False
    language = one.text.words.language
    if one.head.low in listed(language, "lawyer") and other.head.low in listed(language, "client"):
        return True
    many = several(other.text, other.phrase.head) and other.head.kind == "word"
    people = many and not other.named(near) and bool(other.kinds(near) & _PERSON)
    return people and one.named(near) and kinds_of(one, near) == _PERSON and not other.phrase.part


def may_be_one(mine: Actor, theirs: Actor, near: Sequence[Analysed], *, apposed: bool) -> bool:
    """ "340 of 900 workers" may be the workers by that word, and nobody by what only tells more of both."""
    if mine.phrase.part or theirs.phrase.part:
        return mine.phrase.part != theirs.phrase.part and meet(mine.words, theirs.words)
    return may_be(mine, theirs, near, apposed=apposed)


def _of_others(mine: Actor, theirs: Actor, near: Sequence[Analysed]) -> bool:
    """Whether another sentence tells of it, which is of another sort: "the union" for "Mr Lund", "the museum" for a developer, "the
    agency" for the "it" of a firm that speaks of itself."""
    if mine.phrase.part or mine.phrase.pronoun or theirs.phrase.part or mine.named(near) or mine.head.kind != "word":
        return False
    if theirs.text.has(mine.head) or not any(s.has(mine.head) for s in near):
        return False
    one = kinds_of(mine, near)
    if theirs.phrase.pronoun:
        return bool(one) and bool(speakers(theirs, near))
    other = kinds_of(theirs, near)
    if one and other and not one & other:
        return True
    return theirs.named(near) and bool(one) and one.isdisjoint(_PERSON) and called_otherwise(mine, theirs, near)


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
    near = 0 if head.capital else 1  # a synonym of a common noun may be anything
    return any(likeness(head, sentence.tokens[i]) > near for i in sentence.content if i not in taken)


def _led_by(sentence: Analysed, phrase: Phrase) -> Iterator[int]:
    """The phrases that prepositions add to one: "concerns about safety in the mine"."""
    for i in range(phrase.head + 1, len(sentence.tokens)):
        if parts(sentence)[i] not in "PNDqAOt":
            return
        yield i
