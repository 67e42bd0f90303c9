"""Unshared: who does not share a view, or is not convinced, where the article has just told that view."""

from collections.abc import Sequence

from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.syntax import cues
from bot.readers.offline.syntax.sentence import Attribution, Sentence
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_POINTING = 2  # words before "assessment" among which "that" stands
_LONGEST = 8  # words of "The mayor's office is still not convinced"
_BEFORE = 3  # words before "convinced" among which "is not" stands


def in_line(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """ "The ministry does not share that view", "“We don't share it,” he said"; with no more words than these "is not convinced"."""
    for one in found:
        said = [tokens.cut(passage.text, *span) for span in one.content] if one.frame in cues.SAYING else []
        if one.sources and not one.negated and any(_shares_not(words, passage.language) for words in said):
            return _denied(line, one.sources)
    verb = _shares_not(line.tokens, passage.language) or _unconvinced(line.tokens, passage.language)
    who = speakers.subject(Sentence(line, passage), verb) if verb and not found else ()
    return _denied(line, who) if who and not all(one.pronoun for one in who) else None


def _denied(line: Line, who: tuple[Mention, ...]) -> Denied:
    return Denied(line.n, "counters", who, None, basis="pointing", also="notion")


def _shares_not(words: Sequence[Token], language: Language) -> int | None:
    """Where the verb for sharing stands that is negated and has a view for its object, to which "that" points."""
    verb = next((at for at, word in enumerate(words) if word.low in language["denials.sharing"]), None)
    negated = any(word.low in language["grammar.negations"] for word in words)
    if not verb or not negated:
        return None
    pointing = language["denials.pointing"]
    for at in range(verb + 1, len(words)):
        before = words[max(0, at - _POINTING) : at]
        if words[at].low in language["denials.views"] and any(word.low in pointing for word in before):
            return verb
    return None


def _unconvinced(words: Sequence[Token], language: Language) -> int | None:
    """Where the helping verb of "is not convinced" stands, which ends the sentence."""
    said = [word for word in words if word.is_word]
    if not said or len(said) > _LONGEST or said[-1].low not in language["denials.convinced"]:
        return None
    near = range(max(0, len(said) - 1 - _BEFORE), len(said) - 1)
    negated = any(said[at].low in language["grammar.negations"] for at in near)
    helping = next((at for at in near if said[at].low in language["grammar.auxiliaries"]), None)
    return words.index(said[helping]) if negated and helping else None
