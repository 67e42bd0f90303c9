"""What something came after or because of is not what was done: "announced his resignation after accusations" announces none."""

from collections.abc import Sequence

from bot.claims.grammar.counterparts import counterparts
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import phrase_end, up_to_phrase
from bot.claims.grammar.verbs import is_verb
from bot.claims.grammar.voice import auxiliary_passive
from bot.claims.language.likeness import alike

_LONGEST = 4  # words from a preposition to the noun of its phrase


def displaced_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each noun right behind a verb that the sentences only have behind "after", "despite" and their like."""
    found: list[str] = []
    for verb in text.content:
        noun = _object(text, verb)
        deeds = counterparts(text, verb, cited) if noun is not None else []
        if noun is None or not deeds or not all(_with_another(text, s, j) for s, j in deeds):
            continue
        places = [(s, i) for s in cited for i in s.content if alike(text.tokens[noun], s.tokens[i])]
        if places and all(_circumstance(s, i) for s, i in places):
            found.append(f"{text.tokens[noun].text!r} is only around {text.tokens[verb].text!r} in its sentences.")
    return list(dict.fromkeys(found))


def _with_another(text: Analysed, sentence: Analysed, verb: int) -> bool:
    """Whether something else stands behind the verb there, which the text leaves out."""
    noun = _object(sentence, verb)
    return noun is not None and not text.has(sentence.tokens[noun])


def _object(text: Analysed, verb: int) -> int | None:
    """The last noun of the phrase that begins behind an active verb, past a time: "announced yesterday his"."""
    if not is_verb(text, verb) or auxiliary_passive(text, verb):
        return None
    passed = (text.words.times, text.words.dates, text.words.deixis)
    start = verb + 1
    while start < len(text.tokens) and any(text.tokens[start].low in each for each in passed):
        start += 1
    return phrase_end(text, start, _LONGEST)


def _circumstance(text: Analysed, index: int) -> bool:
    """Whether its phrase begins with such a preposition."""
    around = text.words.vocabulary.around
    return any(text.tokens[i].low in around for i in up_to_phrase(text, index, _LONGEST))
