"""Tacit subjects: where a Spanish verb has no subject but its own form."""

from bot.readers.offline.speech import content
from bot.readers.offline.syntax import phrases, phrasing
from bot.readers.offline.syntax.cues import Cue, Frame
from bot.readers.offline.syntax.sentence import Sentence

_SAID: frozenset[Frame] = frozenset({"say", "quote"})


def behind_adjunct(sentence: Sentence, helped: int) -> bool:
    """ "En cuanto a los contratos, atribuyó …", "Preguntado por ello, dijo …": what leads in is no subject where the verb tells
    its own."""
    tokens, language = sentence.tokens, sentence.language
    if not language["endings.pro_drop"] or helped < 2 or tokens[helped - 1].text != ",":
        return False
    alone = not any(token.text == "," for token in tokens[: helped - 1])
    leads = tokens[0].low in language["grammar.prepositions"] | language["grammar.subordinators"]
    return alone and (leads or bool(phrasing.phrase(tokens, 0, "sources.asked_first", language)))


def inside(sentence: Sentence, cue: Cue) -> bool:
    """ "El informe, replicó, lleva fecha de marzo": alone between two commas a verb that tells its subject by its form has no
    other, and what stands around it is said."""
    tokens, language = sentence.tokens, sentence.language
    first = phrases.before_helpers(tokens, cue.first, language)
    alone = bool(language["endings.pro_drop"]) and cue.frames & _SAID and cue.last < len(tokens)
    if first < 2 or tokens[first - 1].text != "," or not alone:
        return False
    before = max((at for at in range(first - 1) if tokens[at].text == ","), default=-1)
    if tokens[cue.last].text == ",":
        return before < 0
    clause = [token for token in tokens[before + 1 : first - 1] if token.is_word and not token.is_capital]
    told = any(token.low in language["grammar.auxiliaries"] or language.is_finite(token.low) for token in clause)
    return told and content.only_adjunct(tokens, cue.last, sentence)  # "Se encerraba, aseguró ante el tribunal"
