"""Who denies: whom "he" stands for in ", which he denies", where the sentence tells what somebody else says of him."""

from collections.abc import Sequence

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.syntax import cues, rightward
from bot.readers.offline.syntax.sentence import Attribution, Sentence
from bot.readers.offline.text.passage import Line, Passage

_PEOPLE = ("person", "unnamed_person")


def meant(line: Line, passage: Passage, one: Attribution, found: Sequence[Attribution]) -> tuple[Mention, ...]:
    """Nobody where a name stands, or where nothing tells whom the pronoun stands for."""
    if not all(who.pronoun for who in one.sources):
        return ()
    return _accused(line, passage, one) or _spoken_of(line, passage, one, found)


def _accused(line: Line, passage: Passage, one: Attribution) -> tuple[Mention, ...]:
    """Dovrenia in "Dovrenia has been accused by its neighbour of arming rebels, which it denies", and in "Its neighbour accused
    Dovrenia of arming rebels, which it denies"."""
    sentence = Sentence(line, passage)
    for at, token in enumerate(line.tokens):
        if token.end > one.group[0]:
            return ()
        if token.low in passage.language["cues.accuse"]:
            passive = cues.is_passive(line.tokens, at, passage.language)
            return speakers.subject(sentence, at) if passive else _object(sentence, at + 1)
    return ()


def _object(sentence: Sentence, at: int) -> tuple[Mention, ...]:
    """Who is accused, without what they are accused of: "the minister" of "the minister of lying", "al ministro de mentir"."""
    to = at < len(sentence.tokens) and sentence.tokens[at].low in sentence.language["grammar.addressing"]
    return speakers.read(sentence, rightward.phrase(sentence.tokens, at + to, sentence.language, linked=False))


def _spoken_of(line: Line, passage: Passage, one: Attribution, found: Sequence[Attribution]) -> tuple[Mention, ...]:
    """The minister in "The mayor said that the minister had lied, which he denies": not who says so."""
    tokens, language = line.tokens, passage.language
    at = next((i for i, token in enumerate(tokens) if one.sources and token.start == one.sources[0].start), 0)
    before = [other for other in found if other.frame != "deny" and other.content and other.group[1] <= one.group[0]]
    if not at or tokens[at - 1].low not in language["grammar.relative"] or not before or tokens[at - 2].text != ",":
        return ()
    start = before[-1].content[0][0]
    first = next((i for i, token in enumerate(tokens) if token.start >= start), at)
    told = speakers.read(Sentence(line, passage), rightward.phrase(tokens, first, language, linked=False))
    return told if all(mention.kind in _PEOPLE and not mention.pronoun for mention in told) else ()
