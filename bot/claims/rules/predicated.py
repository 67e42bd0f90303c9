"""What somebody is: of "Lowe's brother, Martin, a police officer" Lowe is no officer."""

from collections.abc import Iterator, Sequence

from bot.claims.frames.actors import Actor
from bot.claims.frames.phrases import Phrases
from bot.claims.frames.sameness import beside
from bot.claims.frames.subjects import Subjects
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed


def predicate_problems(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """One sentence for each name of which the text says that it is a noun that all its sentences set beside another name
    only. English alone. `known` are the sentences that tell who is who."""
    if text.words.language != "en":
        return []
    return [
        f"{name.head.text!r} is not who is {noun.head.text!r} in its sentences."
        for name, noun in _told(text)
        if _anothers(name, noun, cited)
        and not any(beside(s, word, noun.head) for s in (*cited, *known) for word in name.words)
    ]


def _told(text: Analysed) -> Iterator[tuple[Actor, Actor]]:
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
