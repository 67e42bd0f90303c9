"""Passives: who denies in "a charge dismissed by the firm", "une accusation rejetée par la mairie", "was von der Firma bestritten wird"."""

from bot.readers.offline.syntax import bracket, phrasing, rightward, trimming
from bot.readers.offline.syntax.cues import Cue
from bot.readers.offline.syntax.sentence import Place, Sentence

_LISTS = ("denials.denies", "denials.rejects", "denials.disputes")
_NEAR = 4  # words of "rejected out of hand by"


def denying(clause: Sentence) -> tuple[Cue, Place] | None:
    """The participle by which something is denied in the clause, and the tokens that name by whom."""
    tokens, language = clause.tokens, clause.language
    for at, token in enumerate(tokens):
        end = max(phrasing.phrase(tokens, at, name, language) for name in _LISTS)
        participle = language.is_participle(token.low) or token.low in language["denials.participles"]
        if not end or not (participle or language.verb_second):
            continue
        place = _bracketed(clause, at) if language.verb_second else _behind(clause, end)
        if place is not None and place[0] < place[1]:
            return Cue(at, end, frozenset({"deny"})), place
    return None


def _behind(clause: Sentence, end: int) -> Place | None:
    """Behind the "by" that follows the participle, with nothing but adverbs between."""
    near = range(end, min(end + _NEAR, len(clause.tokens) - 1))
    by = next((at for at in near if clause.tokens[at].low in clause.language["grammar.by"]), None)
    return rightward.phrase(clause.tokens, by + 1, clause.language) if by is not None else None


def _bracketed(clause: Sentence, verb: int) -> Place | None:
    """ "Von der Firma bestritten wird"."""
    tokens, language = clause.tokens, clause.language
    helped = verb + 1 < len(tokens) and tokens[verb + 1].low in language["grammar.passive"]
    return agent(clause, verb) if helped else None


def agent(sentence: Sentence, verb: int) -> Place | None:
    """The tokens that name by whom it is done, before the participle `verb`."""
    by = bracket.by(sentence.tokens, verb, sentence.language)
    if by is None:
        return None
    start, end = rightward.phrase(sentence.tokens, by + 1, sentence.language)
    return (start, min(end, verb)) if start < min(end, verb) else None


def told(sentence: Sentence, verb: int) -> Place | None:
    """The characters that say what is said or denied in "Der Vorwurf wurde von der Stadt zurückgewiesen", "Am Montag wurde der
    Vorwurf von …" and "Lang wird von Roth vorgeworfen, gelogen zu haben"."""
    tokens, language = sentence.tokens, sentence.language
    helped, by = bracket.helper(tokens, verb, language), bracket.by(tokens, verb, language)
    comma = next((at for at in range(verb + 1, len(tokens) - 1) if tokens[at].text == ","), None)
    if comma is not None and not _answers(sentence, comma):
        return trimming.trimmed(sentence, comma + 1, len(tokens))
    if helped is None or by is None:
        return None
    opens = next((at for at in range(helped - 1, -1, -1) if not tokens[at].is_word), -1) + 1
    led_in = tokens[opens].low in language["grammar.prepositions"] | language["grammar.adverbs"]
    return trimming.trimmed(sentence, helped + 1, by) if led_in else trimming.trimmed(sentence, opens, helped)


def _answers(sentence: Sentence, comma: int) -> bool:
    """ ", was er bestreitet", ", aber …": what follows is no content."""
    apart = sentence.language["denials.tails"] | sentence.language["grammar.conjunctions"]
    low = sentence.tokens[comma + 1].low
    return low in apart and low not in sentence.language["grammar.that"]
