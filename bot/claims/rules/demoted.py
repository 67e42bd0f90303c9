"""Demoted doers: whoever does it in the article is told of, but as somebody to whom another does it."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.counterparts import counterparts
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.verbs import is_verb
from bot.claims.grammar.voice import auxiliary_passive
from bot.claims.language.likeness import likeness
from bot.claims.rules.subjects import subject


def demoted_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "Customers moved the money to Vale's account" of "Vale moved the money to his own account": one sentence for each
    verb before which the text has somebody whom the sentences of that verb do not know, and behind it who stands before it there."""
    if text.words.language == "de":
        return []  # the subject may stand behind
    found = [text.tokens[i].text for i in text.content if is_verb(text, i) and _demoted(text, i, cited)]
    return [f"Somebody else does it in its sentences: {verb!r}." for verb in dict.fromkeys(found)]


def _demoted(text: Analysed, verb: int, cited: Sequence[Analysed]) -> bool:
    doer = subject(text, verb)
    reports = text.tokens[verb].low in text.words.reporting
    if doer is None or doer not in text.content or reports or auxiliary_passive(text, verb):
        return False
    places = counterparts(text, verb, cited)
    return bool(places) and all(_other(text, doer, verb, s, j) for s, j in places)


def _other(text: Analysed, doer: int, verb: int, sentence: Analysed, place: int) -> bool:
    """Whether the doer is nobody there, and the doer there stands behind the verb here."""
    theirs = subject(sentence, place)
    if theirs is None or theirs not in sentence.content or auxiliary_passive(sentence, place):
        return False
    name = sentence.tokens[theirs]
    known = any(sentence.has(text.tokens[i]) for i in _phrase(text, doer))
    return name.capital and not known and any(likeness(name, text.tokens[i]) > 1 for i in text.content if i > verb)


def _phrase(text: Analysed, head: int) -> Iterator[int]:
    """The noun and the words that carry meaning right before it."""
    yield head
    while head - 1 in text.content and is_noun(text, head - 1):
        head -= 1
        yield head
