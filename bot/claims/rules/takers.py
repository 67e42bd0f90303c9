"""Who gets something has not given it: "received payments" is not "made payments", nor "made threats" "received threats"."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import phrase_end, up_to_phrase
from bot.claims.grammar.verbs import is_verb
from bot.claims.grammar.voice import auxiliary_passive
from bot.claims.language.likeness import alike
from bot.claims.rules.subjects import subject

_SOME = frozenset({"any", "some"})
_NEAR = 4  # words between such a verb and its noun


def taker_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each noun that somebody gives in the text and gets in the sentences, or the other way round."""
    found: list[str] = []
    for verb in range(len(text.tokens)):
        gives = _gives(text, verb)
        follows = text.tokens[verb + 1 : verb + 2]
        counted = any(token.kind == "number" or token.low in _SOME for token in follows)
        noun = phrase_end(text, verb + 1 + counted, _NEAR) if gives is not None else None
        if noun is None:
            continue
        places = [
            (s, k, j)
            for s in cited
            for k in s.content
            if alike(text.tokens[noun], s.tokens[k]) and (j := _verb(s, k)) is not None
        ]
        if places and all(_gives(s, j) is (not gives) and _same(text, verb, s, j, k) for s, k, j in places):
            found.append(f"Who gives and who gets {text.tokens[noun].text!r} is not as in its sentences.")
    return list(dict.fromkeys(found))


def _gives(text: Analysed, index: int) -> bool | None:
    """Whether the active verb gives what stands behind it, or gets it; None where it does neither."""
    known, low = text.words.vocabulary, text.tokens[index].low
    given, got = low in known.giving | known.making, low in known.receiving
    if given == got or auxiliary_passive(text, index):
        return None
    return given


def _verb(sentence: Analysed, noun: int) -> int | None:
    """Right before the phrase of the noun, a verb of giving or getting."""
    places = list(up_to_phrase(sentence, noun, _NEAR))
    if places and sentence.tokens[places[-1]].low in _SOME:
        places += up_to_phrase(sentence, places[-1], _NEAR)
    return next((i for i in places if _gives(sentence, i) is not None), None)


def _same(text: Analysed, verb: int, sentence: Analysed, place: int, noun: int) -> bool:
    """Whether the one who does both is the same: named there, or pointed at and not told of behind."""
    mine, theirs = _doer(text, verb), _doer(sentence, place)
    if mine is None or theirs is None:
        return False
    doer = text.tokens[mine]
    if mine not in text.content and theirs in sentence.content:
        return text.has(sentence.tokens[theirs])  # "Rae said he had sent it" of "Rae had received it"
    if any(alike(doer, sentence.tokens[i]) for i in sentence.content if i > noun):
        return False
    return theirs not in sentence.content or alike(doer, sentence.tokens[theirs])


def _doer(text: Analysed, verb: int) -> int | None:
    """Whoever "denied having sent" it is who may have sent it."""
    before = verb - 2 if text.tokens[verb - 1].low == "having" else verb - 1
    follows = before < verb - 1 or text.tokens[verb].low.endswith("ing")
    told = text.words.language == "en" and follows and before > 0 and is_verb(text, before)
    return subject(text, before if told else verb)
