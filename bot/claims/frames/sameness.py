"""Whether an actor of a restatement may be one of its sentences': by a word, a pronoun, or a noun for what it is."""

from collections.abc import Sequence

from bot.claims.frames.actors import Actor
from bot.claims.frames.forms import several
from bot.claims.frames.frames import frames
from bot.claims.frames.parts import parts
from bot.claims.frames.phrases import Phrase
from bot.claims.frames.spoken import speakers
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import BODIES, feminine_name, listed_name, sorts
from bot.claims.grammar.names import runs
from bot.claims.grammar.nouns import side_by_side
from bot.claims.grammar.titles import titles
from bot.claims.language.likeness import alike, likeness, meet
from bot.claims.language.token import Token
from bot.claims.people.callings import only_body

_PERSONAL = {"he": False, "him": False, "she": True, "her": True}  # whether a woman is meant


def may_be(mine: Actor, theirs: Actor, near: Sequence[Analysed], *, apposed: bool) -> bool:
    """`near` are the sentences that tell who is who; `apposed`: a name stands beside what `theirs` is called."""
    if WORDS.others & {mine.head.low, theirs.head.low}:
        return mine.other and theirs.other
    if mine.phrase.pronoun or theirs.phrase.pronoun:
        return mine.phrase.pronoun or _meant_by(mine, theirs, near, apposed=apposed)
    if mine.counted and mine.head.unit:
        return any(mine.head.values & theirs.text.tokens[i].values for i in theirs.phrase.places)
    if mine.counted and theirs.counted and not (mine.head.unit or theirs.head.unit):
        return bool(mine.head.values & theirs.head.values)  # "two want it, four do not"
    if mine.vague or theirs.vague or mine.counted or theirs.counted or meet(mine.words, theirs.words):
        return True
    return _by_name_or_noun(mine, theirs, near, apposed=apposed)


def _meant_by(mine: Actor, pronoun: Actor, near: Sequence[Analysed], *, apposed: bool) -> bool:
    """Whether a pronoun of the sentence may mean it: by sex and kind, and by who says what the pronoun opens."""
    if _excluded(mine, pronoun.head, near):
        return False
    thing = pronoun.head.low not in _PERSONAL and not mine.named(near) and not mine.kinds(near)
    if thing:
        return True  # it may have been named before
    meant = speakers(pronoun, near)
    told = [pronoun.text.tokens[i] for actor in meant for i in actor.phrase.places]
    return not meant or meet(mine.words, told) or any(may_be(mine, actor, near, apposed=apposed) for actor in meant)


def is_called(mine: Actor, theirs: Actor, near: Sequence[Analysed], *, apposed: bool) -> bool:
    """The same for sure: by its own word, or a noun like "the company" that points at a name; pronouns show nothing."""
    if mine.phrase.pronoun or theirs.phrase.pronoun or not may_be(mine, theirs, near, apposed=apposed):
        return False
    if likeness(mine.head, theirs.head) > 1:
        told = [mine.text.tokens[i] for i in mine.phrase.places if i in mine.text.content]
        there = [theirs.text.tokens[i] for i in theirs.phrase.places]
        return mine.phrase.part == theirs.phrase.part and all(meet([token], there) for token in told)
    bare = mine.text.said(mine.phrase.places).count(" ") == 1  # "the firm"
    points = bare and mine.points and mine.head.low in mine.text.words.generic
    points = points and theirs.named(near) and not theirs.phrase.told and bool(kinds_of(theirs, near))
    return points and _by_name_or_noun(mine, theirs, near, apposed=apposed)


def _by_name_or_noun(mine: Actor, theirs: Actor, near: Sequence[Analysed], *, apposed: bool) -> bool:
    named, told = mine.named(near), theirs.named(near)
    if named and told:
        return _abbreviates(mine, theirs) or _abbreviates(theirs, mine)
    if any(beside(s, a, b) for s in near for a in mine.words for b in theirs.words):
        return True
    if not named and not told:
        one, other = mine.kinds(near), theirs.kinds(near)
        return {mine.head.low, theirs.head.low} <= theirs.text.words.generic and (
            not one or not other or bool(one & other)
        )
    return not (apposed and named) and _noun_for_name(mine, theirs, near, named=named)


def _abbreviates(letters: Actor, name: Actor) -> bool:
    """Capitals that may stand for the name: "VKI" for no Lanter."""
    short, words = letters.head.text, [token.text for token in name.words if token.capital]
    return short.isupper() and (len(words) > 1 or words[0].isupper() or words[0][:1] == short[:1])


def beside(sentence: Analysed, one: Token, other: Token) -> bool:
    """ "Kim, the minister", "the drug, called Nevostat", but not "an expert whom the court"."""
    nouns = [i for i in sentence.content if parts(sentence)[i] == "N"]
    places = [[i for i in nouns if alike(token, sentence.tokens[i])] for token in (one, other)]
    if any(_calls(sentence, i, j) for i in places[0] for j in places[1]):
        return True
    if not all(places) or places[0] == places[1] or not side_by_side(sentence, one, other):
        return False
    i, j = min(((i, j) for i in places[0] for j in places[1] if i != j), key=lambda pair: abs(pair[0] - pair[1]))
    return "R" not in parts(sentence)[min(i, j) : max(i, j)]


def _calls(sentence: Analysed, one: int, other: int) -> bool:
    between = [token.low for token in sentence.tokens[min(one, other) + 1 : max(one, other)]]
    return bool(between) and between[-1] in WORDS.calling and between[:-1] in ([], [","])


def _noun_for_name(mine: Actor, theirs: Actor, near: Sequence[Analysed], *, named: bool) -> bool:
    """ "The company" for a name that stands before it and is nobody's, "the minister" for somebody's; people are not one."""
    one, other = kinds_of(mine, near), kinds_of(theirs, near)
    common = theirs if named else mine
    several = common.head.low.endswith("s") and (not named or "person" in other)
    if several or (one and other and not one & other):
        return False
    if not named and one and "person" not in one and called_otherwise(mine, theirs, near):
        return False
    if _anothers_name(mine if not named else theirs, near) or (not named and _no_place(mine, theirs, near)):
        return False
    sentence = theirs.text
    told = [i for i in sentence.content if alike(mine.head, sentence.tokens[i])]
    if named:
        generic = theirs.head.low in sentence.words.generic
        elsewhere = any(s is not sentence and s.has(mine.head) for s in near)
        before = any(i < theirs.phrase.head for i in told) or (generic and (elsewhere or not told))
        return theirs.points and before and not _acts_on(mine, theirs)
    return not told or any(_points(sentence, i) for i in told if i > theirs.phrase.head)


def called_otherwise(body: Actor, name: Actor, near: Sequence[Analysed]) -> bool:
    """ "The museum" is no Marston Homes, whom a sentence calls the developer: a body of another sort. A company is whatever sells."""
    there = (s for s in near if s.has(name.head))
    calling = (
        s.tokens[i] for s in there for i in s.content if not s.tokens[i].capital and beside(s, name.head, s.tokens[i])
    )
    called = [found for token in calling if (found := sorts(body.text.words.language, token.low))]
    own = body.kinds(near)
    return bool(called) and "company" not in own and all(own.isdisjoint(found) for found in called)


def _anothers_name(common: Actor, near: Sequence[Analysed]) -> bool:
    """Whether a noun for one person stands beside a name somewhere; those who are beside it there are told of already."""
    alone = common.kinds(near) == {"person"} and not several(common.text, common.phrase.head)
    names = [(s, s.tokens[i]) for s in near if s.has(common.head) for i in s.content if s.tokens[i].capital]
    return alone and any(beside(s, common.head, name) for s, name in names if not name.first)


def _no_place(common: Actor, name: Actor, near: Sequence[Analysed]) -> bool:
    """ "The town" is none of which nothing is told to be in it or from it."""
    if common.head.low not in WORDS.places:
        return False
    led = (s.tokens[i - 1].low for s in near for i in s.content if i and s.tokens[i].low == name.head.low)
    return not any(low in WORDS.placing for low in led)


def _acts_on(mine: Actor, theirs: Actor) -> bool:
    """ "The agency learned it from the company": whoever does something to another, or has it from there, is not the other."""
    sentence = theirs.text
    doers: tuple[Phrase, ...] = ()
    for frame in frames(sentence).values():
        own = frame.doers or ()
        doers = own if not all(phrase.pronoun for phrase in own) else doers  # "said it learned"
        other = {phrase.head for phrase in (*(frame.taken or ()), *(phrase for _, phrase in frame.led))}
        if theirs.phrase.head in other and any(meet(mine.words, Actor(sentence, phrase).words) for phrase in doers):
            return True
    return False


def kinds_of(actor: Actor, near: Sequence[Analysed]) -> frozenset[str]:
    """What it is called, or a person by a title or the first name."""
    known = actor.kinds(near)
    if known or not actor.named(near):
        return known
    titled = any(actor.text.tokens[i].low in titles() for i in actor.phrase.places if i != actor.phrase.head)
    return frozenset({"person"}) if titled or _first_name(actor, near) is not None else known


def _points(sentence: Analysed, head: int) -> bool:
    """Whether the noun there is all that tells who is meant."""
    start = head
    while start and parts(sentence)[start - 1] in "ND" and sentence.tokens[start].low not in WORDS.definite:
        start -= 1
    return Actor(sentence, Phrase(tuple(range(start, head + 1)), head)).points


def meant(actor: Actor) -> Actor:
    """Whom "she" means in a text that has named one before as who does something, and nobody else."""
    if not actor.phrase.pronoun or actor.head.low not in _PERSONAL:
        return actor
    text, at = actor.text, actor.phrase.head
    before = [frame for verb, frame in frames(text).items() if verb < at and actor.phrase not in (frame.taken or ())]
    doers = {phrase for frame in before for phrase in frame.doers or ()}  # "she saw her" is two
    named = [phrase for phrase in doers if text.tokens[phrase.head].capital and phrase.head < at]
    others = [i for i in text.content if i < at and text.tokens[i].capital and parts(text)[i] == "N"]
    told = [phrase for phrase in doers if not phrase.pronoun and not phrase.part]
    alone = len(named) == len(told) == 1 and set(others) <= set(
        named[0].places
    )  # not "Kim said Lee's staff had warned him"
    own = Actor(text, named[0]) if alone else actor
    return actor if _excluded(own, actor.head, (text,)) else own


def _excluded(mine: Actor, pronoun: Token, near: Sequence[Analysed]) -> bool:
    """ "he" is no company, no Anna and no inspectors, "it" nobody with a first name."""
    named = mine.named(near)
    first = _first_name(mine, near) if named else None
    if pronoun.low == "it":
        return first is not None
    if pronoun.low not in _PERSONAL:
        return False
    own = [token.low for token in mine.words if token.capital]
    first = first or (own[0] if named and len(own) == 2 else None)
    if first is not None:
        return feminine_name(first) is (not _PERSONAL[pronoun.low])
    if _speaks_of_herself(mine, near) == {not _PERSONAL[pronoun.low]}:
        return True
    if named is False and mine.head.kind == "word" and several(mine.text, mine.phrase.head):
        return True  # "two inspectors" are no "him"
    if named:
        # "the Elmstead Post", "the agency, Medora"
        return mine.the or only_body([mine.head], near, mine.text.words.language)
    kinds = mine.kinds(near)
    if mine.head.low in mine.text.words.generic:
        kinds = kinds or frozenset(BODIES)  # "the newspaper"
    return bool(kinds) and "person" not in kinds


def other_sex(mine: Actor, pronoun: Token, near: Sequence[Analysed]) -> bool:
    """Whether somebody whose first name tells it is a man and "she" stands there, or the other way round."""
    first = _first_name(mine, near) if pronoun.low in _PERSONAL and mine.named(near) else None
    return first is not None and feminine_name(first) is (not _PERSONAL[pronoun.low])


def _speaks_of_herself(mine: Actor, near: Sequence[Analysed]) -> set[bool]:
    """Whether a woman is meant by "the manager said she had", for each such sentence."""
    found = set()
    for sentence in near:
        for at, frame in frames(sentence).items():
            own = any(meet(mine.words, Actor(sentence, phrase).words) for phrase in frame.doers or ())
            told = next((t.low for t in sentence.tokens[at + 1 : at + 3] if t.low != "that"), "")
            if (
                own
                and told in WORDS.nominative & _PERSONAL.keys()
                and sentence.tokens[at].low in sentence.words.reporting
            ):
                found.add(_PERSONAL[told])
    return found


def _first_name(mine: Actor, near: Sequence[Analysed]) -> str | None:
    """Folded, where lists have it: of the name as it stands, or of the whole one that the article has somewhere."""
    own = [token for token in mine.words if token.capital]
    whole = [own] if len(own) > 1 else [[s.tokens[i] for i in run] for s in near for run in runs(s)]
    firsts = (run[-2].low for run in whole if len(run) > 1 and run[-1].low == mine.head.low)
    return next((first for first in firsts if listed_name(first)), None)
