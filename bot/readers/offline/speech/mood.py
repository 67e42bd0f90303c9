"""Moods of report: what a sentence without a reporting word leaves to the speaker of the one before, by its verb alone."""

from collections.abc import Sequence

from bot.readers.offline.syntax import interjected, phrasing
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line
from bot.readers.offline.text.tokens import Token

_COMPOUND = 4  # words from "aurait" to "été"


def indirect(line: Line, language: Language) -> bool:
    """German indirect speech: the main verb is in the subjunctive, as in "Die Anlage sei sicher" and "Verletzt worden sei
    niemand"."""
    tokens = line.tokens
    return _in_mood(tokens, "grammar.subjunctives", language)


def _in_mood(tokens: Sequence[Token], forms: str, language: Language) -> bool:
    """The main verb of a statement, nobody's own wish, is of the list `forms`."""
    if tokens[-1].text == "?" or any(token.low in language["grammar.first_person"] for token in tokens):
        return False
    listed = language[forms]
    verbs = (at for at, token in enumerate(tokens) if token.low in listed and token.text[0].islower())
    return any(
        _main(tokens, verb, language) and not phrasing.phrase(tokens, verb, "grammar.wishes", language)
        for verb in verbs
    )


def _subjunctive(tokens: Sequence[Token], at: int, language: Language) -> bool:
    return tokens[at].low in language["grammar.subjunctives"] and tokens[at].text[0].islower()


def _main(tokens: Sequence[Token], verb: int, language: Language) -> bool:
    """It is the verb of the main clause, whatever clause or apposition stands before it."""
    start = verb
    while start > 0 and tokens[start - 1].text not in (",", ":", ";"):
        start -= 1
    if start > 0 and tokens[start].low in language["grammar.resuming"]:
        start += 1  # "Was die Pläne betreffe, so sei nichts verloren"
        return start == verb and tokens[0].low in language["grammar.interrogatives"] | language["grammar.subordinators"]
    opens = language["grammar.complementiser"] | language["grammar.subordinators"] | language["grammar.interrogatives"]
    if start > 0:
        apart = tokens[0].low in opens - language["grammar.complementiser"]
        return start == verb and (apart or interjected.subject(tokens, verb, language) is not None)
    told = any(_tells(tokens, at, language) for at in range(1, verb))
    return not told and tokens[0].low not in opens | language["grammar.relative"]


def _tells(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """A verb that says that it is so."""
    return tokens[at].low in language["grammar.indicatives"] and tokens[at].text[0].islower()


def beside(tokens: Sequence[Token], left: int, right: int, language: Language) -> bool:
    """A clause in the subjunctive stands before or behind the tokens `left:right`, behind its comma: "Er habe gewarnt, rief
    sie", "Sie rief (in den Saal), das sei gelogen"."""
    comma = next((at for at in range(right, len(tokens)) if tokens[at].text == ","), len(tokens))
    before = range(left - 1) if left and tokens[left - 1].text == "," else range(0)
    return any(_subjunctive(tokens, at, language) for at in (*before, *range(comma, len(tokens))))


def hearsay(line: Line, before: Line, language: Language) -> bool:
    """What the sentence before reports goes on in the mood of hearsay: the conditional, or the German subjunctive of the past
    where that of the present could not be told from plain speech ("Die Werte hätten unter der Norm gelegen")."""
    tokens = line.tokens
    if any(token.low in language["hedges.supposing"] for token in tokens):
        return False
    return _conditional_of_hearsay(line, before, language) or _in_mood(tokens, "grammar.past_subjunctives", language)


def _conditional_of_hearsay(line: Line, before: Line, language: Language) -> bool:
    """The conditional of what the outlet only passes on, in French and in Spanish: "Il aurait été prévenu"; a simple one
    ("la moitié se paierait en actions") only behind another."""
    tokens = line.tokens
    if any(_compound(tokens, at, language) for at in range(len(tokens))):
        return True
    return _conditional(tokens, language) and _conditional(before.tokens, language)


def reported(line: Line, language: Language) -> bool:
    """It passes something on in the conditional, alone or behind its "que": "habría encargado", "estarían cerca"."""
    listed = language["hedges.to_have"] | language["hedges.to_be"] | language["hedges.to_stand"]
    return any(token.low in listed for token in line.tokens)


def _compound(tokens: Sequence[Token], at: int, language: Language) -> bool:
    if tokens[at].low not in language["hedges.to_have"] | language["hedges.to_be"]:
        return False
    behind = (token.low for token in tokens[at + 1 : at + 1 + _COMPOUND])
    return any(low in language["hedges.participles"] or language.is_participle(low) for low in behind)


def _conditional(tokens: Sequence[Token], language: Language) -> bool:
    return any(language.is_conditional(token.low) for token in tokens if not token.is_capital)
