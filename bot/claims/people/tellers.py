"""Who says something in a text, told by its verbs of reporting, of judging, and of what somebody utters."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.parties import Party, parties
from bot.claims.grammar.verb import Verb, verb_at
from bot.claims.grammar.verbs import is_verb, verbs
from bot.claims.grammar.voice import passive
from bot.claims.language.smallwords import AND, THAT

_STOPS = frozenset('.!?;:—–()…"“”,')
_NEAR = 4  # words behind a verb of reporting among which "that" stands
# Turns of meaning that somebody utters.
_UTTERED = frozenset({"accuse", "blame", "deny", "demand", "predicted", "suggested", "probable", "possible", "intent"})


@lru_cache(maxsize=512)
def utterances(text: Analysed) -> tuple[Verb, ...]:
    """Verbs of reporting, of judging, and of turns of meaning that somebody utters."""
    uttered = {op.at for op in text.operators if op.name in _UTTERED}
    found = [verb_at(text, i) for i in verbs(text)]
    return tuple(verb for verb in found if says(verb) or verb.at in uttered)


def ahead_of_told(sentences: Iterable[Analysed]) -> str:
    """Their words but for what is told: who is named behind "it was reported that" is spoken of there, and does not speak."""
    return " ".join(token.text for sentence in sentences for token in sentence.tokens[: _told_from(sentence)])


def _told_from(sentence: Analysed) -> int:
    reports = (i for i, token in enumerate(sentence.tokens) if token.low in sentence.words.reporting)
    behind = (j for i in reports for j in range(i + 1, min(i + 1 + _NEAR, len(sentence.tokens))))
    return next((j for j in behind if sentence.tokens[j].low in THAT), len(sentence.tokens))


def says(verb: Verb) -> bool:
    return verb.reporting or not verb.text.words.vocabulary.judging.isdisjoint((verb.token.low, verb.token.stem))


def speaking(sentence: Analysed) -> list[Party]:
    """Who speaks in the sentence by the words around its verbs, none where it is a pronoun."""
    reports = utterances(sentence)
    found = [party for verb in reports for party in verb.subjects if not party.loose and not party.phrase]
    return found or [party for verb in reports for party in inserted(verb)]


@lru_cache(maxsize=512)
def telling(text: Analysed) -> tuple[Party, ...]:
    """Who stands before a verb of reporting: "Vos said that …"; with what stands beside the name if anything does."""
    reports = [verb for verb in (verb_at(text, i) for i in verbs(text)) if verb.reporting and not _silent(verb)]
    return tuple(party for verb in reports for party in verb.subjects if not party.loose and not party.phrase)


def _silent(verb: Verb) -> bool:
    """ "has not said"."""
    return any(token.low in ("not", "n't", "never") for token in verb.text.tokens[max(0, verb.at - 3) : verb.at])


def denying(sentence: Analysed) -> list[Party]:
    """Who stands right before a verb of denying."""
    return _before(_verbs(sentence, frozenset({"deny"})))


def accusing(sentence: Analysed) -> list[Party]:
    """Who stands right before a verb of accusing or blaming; in the passive that is the accused."""
    verbs_ = _verbs(sentence, frozenset({"accuse", "blame"}))
    return _before([verb for verb in verbs_ if not passive(sentence, verb.at)])


def _verbs(sentence: Analysed, names: frozenset[str]) -> list[Verb]:
    return [verb_at(sentence, op.at) for op in sentence.operators if op.name in names and is_verb(sentence, op.at)]


def _before(verbs_: Sequence[Verb]) -> list[Party]:
    return [party for verb in verbs_ for party in verb.subjects[:1] if not party.loose and not party.phrase]


def inserted(verb: Verb) -> list[Party]:
    """ "The firm's head of research, Simon Vance, denied": the name between the commas before the verb."""
    text = verb.text
    start = verb.at - 1
    while start > 0 and text.tokens[start - 1].capital and text.tokens[start - 1].low not in _STOPS:
        start -= 1
    between = range(start, verb.at - 1)
    framed = text.tokens[start - 1].low == text.tokens[verb.at - 1].low == ","
    return parties(text, list(between)) if framed and all(i in text.content for i in between) else []


def nested(verb: Verb) -> bool:
    """Behind "Stone said", or before ", Stone said" at the end."""
    text = verb.text
    for i in verbs(text):
        between = text.tokens[i + 1 : verb.at] if i < verb.at else text.tokens[verb.at + 1 : i]
        told = text.tokens[i].low in text.words.reporting and i != verb.at
        if told and i < verb.at and between and not any(t.low in _STOPS | AND for t in between):
            return True
        comma = [t.low for t in between if t.low in _STOPS | AND] == [","]
        if told and i > verb.at and comma and _closes(text, i):
            return True
    return False


def _closes(text: Analysed, index: int) -> bool:
    """Nothing but a name or a noun and the mark at the end follows."""
    return not any(is_verb(text, i) or text.tokens[i].low in _STOPS - {"."} for i in range(index + 1, len(text.tokens)))
