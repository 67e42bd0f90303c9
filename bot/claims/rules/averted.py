"""What is put off or averted is no deed: "pidió que aplace el cierre" is not "que cierre", nor "verhinderte den Verkauf" "verkaufte"."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.negations import NEGATIONS
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.stops import ALL_STOPS

_TURNED = NEGATIONS | {"stop", "against", "instead", "unless"}
_NEAR = 6  # words between a noun and the verb that puts it off
_INFINITIVES = {"fr": ("er", "ir", "re"), "es": ("ar", "er", "ir")}


def averted_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each deed that the text tells by a verb, and all its sentences by the noun of what is put off."""
    averting = text.words.vocabulary.averting
    if not averting or text.classes() & _TURNED or any(token.low in averting for token in text.tokens):
        return []
    found = []
    for i in text.content:
        places = [(s, j) for s in cited for j in s.content if alike(text.tokens[i], s.tokens[j])]
        if places and told_by_verb(text, i) and all(_put_off(s, j) for s, j in places):
            found.append(f"{text.tokens[i].text!r} is put off or averted in its sentences.")
    return list(dict.fromkeys(found))


def told_by_verb(text: Analysed, index: int) -> bool:
    """Whether a word of a deed is no noun here: by its case in German, else by what stands before it."""
    token, words = text.tokens[index], text.words
    if words.language == "de" or token.capital:
        return not token.capital
    before = text.tokens[index - 1] if index else None
    if before is None or before.kind != "word":
        return False
    if before.text.casefold() == "a" and words.language == "fr":  # no "à"
        return True
    infinitive = token.low.endswith(_INFINITIVES.get(words.language, ("\0",)))
    return before.low not in words.determiners and (infinitive or before.low not in words.prepositions)


def _put_off(sentence: Analysed, index: int) -> bool:
    """Whether it is a noun and the verb of putting off takes it, or tells it in the passive."""
    if told_by_verb(sentence, index):
        return False
    averting = sentence.words.vocabulary.averting
    for step in (-1, 1):
        for k in range(index + step, index + step * _NEAR, step):
            token = sentence.tokens[k] if 0 <= k < len(sentence.tokens) else None
            if token is None or token.low in ALL_STOPS:
                break
            if token.low in averting:
                return step < 0 or sentence.words.language == "de" or _undergoes(sentence, index, k)
            if is_verb(sentence, k) or (step < 0 and k in sentence.content):
                break
    return False


def _undergoes(sentence: Analysed, noun: int, verb: int) -> bool:
    """ "El cierre fue aplazado"."""
    return any(token.low in sentence.words.passive for token in sentence.tokens[noun:verb])
