"""Subjects: whose reporting word it is, before the verb or behind it."""

from bot.readers.offline.naming.people import is_people
from bot.readers.offline.speech import inverted, tacit
from bot.readers.offline.syntax import phrases, verbsecond
from bot.readers.offline.syntax.cues import Cue, Frame
from bot.readers.offline.syntax.sentence import Place, Sentence
from bot.readers.offline.text import names, relatives

_GERUNDS: frozenset[Frame] = frozenset({"say", "tell", "accuse", "call", "quote", "deny"})


def find(sentence: Sentence, cue: Cue) -> tuple[Place | None, bool]:
    """Token indices of the subject, and whether it follows the verb."""
    tokens, language = sentence.tokens, sentence.language
    if language.verb_second:
        return verbsecond.subject(sentence, cue)
    helped = phrases.before_helpers(tokens, cue.first, language)
    if language.is_gerund(tokens[cue.first].low) and not _progressive(sentence, cue):
        return _main(sentence, cue) if cue.frames & _GERUNDS else None, False
    if tokens[cue.first].low in language["grammar.prepositions"]:
        return _main(sentence, cue), False  # "se desvinculó tras asegurar que"
    estimates = tokens[cue.first].low in language["estimates.verbs"]  # "puts the value at" has no speaker behind it
    behind = None if estimates else inverted.subject(sentence, cue, helped)
    if behind is not None:
        return behind, True
    if tacit.inside(sentence, cue) or tacit.behind_adjunct(sentence, helped):
        return None, False
    governor = _governor(sentence, cue)
    if governor is None and helped and tokens[helped - 1].low in language["grammar.verb_links"]:
        return _main(sentence, cue), False
    return phrases.left(tokens, cue.first if governor is None else governor, language, floor=_floor(sentence)), False


def elsewhere(sentence: Sentence, cue: Cue) -> bool:
    """ "to say", and "for saying": the subject is somebody else."""
    if cue.first == 0:
        return False
    language, before = sentence.language, sentence.tokens[cue.first - 1].low
    if language.is_gerund(sentence.tokens[cue.first].low) and before in language["grammar.gerund_objects"]:
        return True
    return before in language["grammar.to"] and _governor(sentence, cue) is None


def is_predicate(sentence: Sentence, subject: Place) -> bool:
    """ "Safe" in "officials who said the test was safe told the paper": what a helping verb tells, and nobody."""
    tokens, language = sentence.tokens, sentence.language
    first = tokens[subject[0]]
    begins = language["grammar.determiners"] | language["grammar.articles"] | language.pronouns
    told = subject[0] > 0 and tokens[subject[0] - 1].low in language.helpers and first.text[0].islower()
    return (
        told
        and not language.verb_second
        and first.low not in begins
        and language.noun(first.low) not in language["sources.people"]
    )


def _governor(sentence: Sentence, cue: Cue) -> int | None:
    """The verb in "went on to say", "took to Twitter to accuse", whose subject is the infinitive's too."""
    tokens, language = sentence.tokens, sentence.language
    if cue.first == 0 or tokens[cue.first - 1].low not in language["grammar.to"]:
        return None
    near = range(cue.first - 2, max(-1, cue.first - 6), -1)
    return next((at for at in near if tokens[at].low in language["cues.governors"]), None)


def _floor(sentence: Sentence) -> int:
    """The token behind the last cue: no subject reaches over a verb, but for that of "Acme, which announced a sale, said"."""
    if not sentence.found:
        return 0
    last, tokens = sentence.found[-1], sentence.tokens
    edge = max(last.group[1], last.cue[1] if last.cue else 0)
    behind = next((at for at, token in enumerate(tokens) if token.start >= edge), len(tokens))
    first = next((at for at, token in enumerate(tokens) if token.start >= last.group[0]), 0)
    apart = relatives.set_apart(tokens, first, behind, sentence.language)
    return 0 if apart and not sentence.language.verb_second else behind


def _progressive(sentence: Sentence, cue: Cue) -> bool:
    """ "is saying", "he's (now) claiming"; not "was on the jetty shouting"."""
    language = sentence.language
    for token in sentence.tokens[max(0, cue.first - 4) : cue.first][::-1]:
        if token.low in language["grammar.passive"] or token.low in ("'s", "'re"):
            return True
        if not (token.low in language.helpers or language.is_adverb(token.low)):
            return False
    return False


def _main(sentence: Sentence, cue: Cue) -> Place | None:
    """Whose "saying …" it is: the last source of the sentence, else its subject."""
    if sentence.found:
        return _same(sentence)
    tokens, language = sentence.tokens, sentence.language
    for at in range(1, cue.first):
        if language.is_finite(tokens[at].low):
            place = phrases.left(tokens, at, language)
            if place:
                return place
    return _opening(sentence, cue)


def _opening(sentence: Sentence, cue: Cue) -> Place | None:
    """The name with which the sentence begins: "Mr Finch remembers the fair but disputes that"."""
    tokens, language = sentence.tokens, sentence.language
    found = names.runs(tokens[: cue.first], language)
    openers = language["grammar.openers"]
    if not found or any(token.low not in openers for token in tokens[: found[0].first]):
        return None
    first, last = found[0].first, found[0].last
    if len(found) > 1 and found[1].first == last + 1 and is_people(tokens[last].low, language):
        last = found[1].last  # "Orbis analyst Kim Osei"
    return first, last


def _same(sentence: Sentence) -> Place | None:
    """The token indices of the last source found in this sentence."""
    last = sentence.found[-1].sources
    if not last:
        return None
    start, end = last[0].start, last[-1].end
    inside = [at for at, token in enumerate(sentence.tokens) if token.start >= start and token.end <= end]
    return (inside[0], inside[-1] + 1) if inside else None
