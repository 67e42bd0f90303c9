"""What somebody is: of "Lowe's brother, Martin, a police officer" Lowe is no officer."""

from collections.abc import Iterator, Sequence

from bot.claims.frames.actors import Actor
from bot.claims.frames.phrases import Phrases
from bot.claims.frames.sameness import beside
from bot.claims.frames.subjects import Subjects
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import sorts

_PERSON = "person"


def predicate_problems(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """One sentence for each name of which the text says that it is a noun that all its sentences set beside another name
    only, or that none sets beside it, though they tell what it is. English alone. `known` are the sentences that tell who
    is who."""
    if text.words.language != "en":
        return []
    near = (*cited, *known)
    return [
        f"{name.head.text!r} is not who is {noun.head.text!r} in its sentences."
        for name, noun in _told(text)
        if (_anothers(name, noun, cited) or _told_otherwise(name, noun, near))
        and not any(beside(s, word, noun.head) for s in near for word in name.words)
    ]


def _told_otherwise(name: Actor, noun: Actor, near: Sequence[Analysed]) -> bool:
    """Whether the sentences call somebody something else, and him of the text a person who is one of several kinds."""
    if _PERSON not in noun.kinds(near) or noun.head.low in noun.text.words.neutral:
        return False
    own = [(s, word, s.tokens[i]) for s in near for word in name.words for i in s.content if not s.tokens[i].capital]
    return any(_PERSON in sorts("en", other.low) and beside(s, word, other) for s, word, other in own)


def _told(text: Analysed) -> Iterator[tuple[Actor, Actor]]:
    """Names and what the text says that they are."""
    yield from _copulas(text)
    yield from _appositions(text)


def _appositions(text: Analysed) -> Iterator[tuple[Actor, Actor]]:
    """ "Dravo, the mine's operator, raised it": a name at the beginning, and a noun with an article between commas."""
    phrases = Phrases(text)
    opened = next((i for i, token in enumerate(text.tokens) if token.low == ","), 0)
    name, noun = phrases.ending_at(opened - 1), phrases.beginning_at(opened + 1)
    if name is None or noun is None or name.places[0] != 0 or not text.tokens[name.head].capital:
        return
    told = Actor(text, noun)
    if text.tokens[noun.head].low == "one" and text.tokens[noun.head + 1].low == "of":
        noun = phrases.beginning_at(noun.head + 2) or noun  # "one of the study's authors"
        told = Actor(text, noun)
    closed = phrases.parts[noun.places[-1] + 1 : noun.places[-1] + 2] == (",",)
    if closed and not told.head.capital and told.head.kind == "word":
        yield Actor(text, name), told


def _copulas(text: Analysed) -> Iterator[tuple[Actor, Actor]]:
    """Names that one verb "is" or "was" ties to a noun with an article."""
    phrases = Phrases(text)
    for i, token in enumerate(text.tokens):
        if phrases.parts[i] != "V" or token.low not in WORDS.be:
            continue
        noun, subjects = phrases.beginning_at(i + 1), Subjects(phrases).ending(i - 1, depth=0)
        if noun is None or not subjects or len(subjects) > 1:
            continue
        name, told = Actor(text, subjects[0]), Actor(text, noun)
        if name.head.capital and not told.head.capital and told.a and not told.head.unit:
            yield name, told


def _anothers(name: Actor, noun: Actor, cited: Sequence[Analysed]) -> bool:
    """Whether each sentence that has the noun has it beside a name, and that is another."""
    own = {token.low for token in name.words}
    having = [s for s in cited if s.has(noun.head)]
    others = [[s.tokens[i] for i in s.content if s.tokens[i].capital and s.tokens[i].low not in own] for s in having]
    return bool(having) and all(
        any(beside(s, other, noun.head) for other in names) for s, names in zip(having, others, strict=True)
    )
