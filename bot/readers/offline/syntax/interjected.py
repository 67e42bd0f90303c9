"""Interjections: what two commas set apart between a German subject and its verb, a relative clause or an apposition."""

from collections.abc import Sequence

from bot.readers.offline.syntax import rightward
from bot.readers.offline.syntax.sentence import Place
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import STOPS, Token

_LONGEST = 30  # words between the two commas


def subject(tokens: Sequence[Token], verb: int, language: Language) -> Place | None:
    """The subject before the commas, with what they hold, where the verb stands right behind the second one: "Der Verband,
    der 40 Firmen vertritt, warnt", "Jan Holt, Sprecher der Polizei, sagte". None where nothing is set apart like that.
    """
    if verb < 3 or tokens[verb - 1].text != "," or _told_in_passing(tokens, verb, language):
        return None
    for opening in range(verb - 2, max(0, verb - _LONGEST), -1):
        if tokens[opening].is_quote or tokens[opening].text in STOPS:
            return None
        if tokens[opening].text == "," and _set_apart(tokens[opening + 1 : verb - 1], language):
            start = _start(tokens, opening, language)
            if start is not None:
                return start, verb - 1
    return None


def _set_apart(words: Sequence[Token], language: Language) -> bool:
    """A relative clause, whose verb stands last, or a noun with what belongs to it."""
    if not words:
        return False
    relative = language["grammar.relative_articles"] | language["grammar.relative"]
    behind = words[words[0].low in language["grammar.prepositions"] :]
    if behind and behind[0].low in relative and words[-1].text[0].islower():
        return True
    noun = words[0].is_capital or words[0].text[0].isdigit() or words[0].low in language["grammar.articles"]
    auxiliary = any(word.low in language["grammar.auxiliaries"] for word in words)
    return noun and not auxiliary and any(word.text[0].isupper() for word in words)


def _start(tokens: Sequence[Token], opening: int, language: Language) -> int | None:
    """Where the noun phrase before the first comma begins, when it begins its sentence or clause."""
    start = opening
    while start > 0 and tokens[start - 1].is_word:
        start -= 1
    while start < opening and tokens[start].low in language["grammar.openers"] | language["grammar.adverbs"]:
        start += 1
    never = language["grammar.prepositions"] | language["grammar.conjunctions"] | language.pronouns
    if start >= opening or tokens[start].low in never | language["grammar.oblique"]:
        return None
    return start if rightward.phrase(tokens, start, language)[1] == opening else None


def _told_in_passing(tokens: Sequence[Token], verb: int, language: Language) -> bool:
    """ "Die Firma, die pleite ist, sagte Weber, habe nie gezahlt": who speaks stands behind the verb."""
    start, end = rightward.phrase(tokens, verb + 1, language)
    if start >= end or end >= len(tokens) or tokens[end].text not in (",", "."):
        return False
    goes_on = end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].text[0].islower()
    clause = goes_on and tokens[end + 1].low in language["grammar.complementiser"] | language["grammar.conjunctions"]
    pronoun = end - start == 1 and tokens[start].low in language.pronouns
    return pronoun or (goes_on and not clause)
