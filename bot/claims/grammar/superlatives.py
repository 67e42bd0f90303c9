"""Superlatives: which words are, told by their ending or listed."""

from bot.claims.grammar.evidence import Analysed

ENDINGS = {"en": ("est",), "de": ("ste", "sten", "ster", "stes")}
_SHORT = 5  # letters of a word that only ends like one
_FIRST = frozenset({"first", "last", "most", "least", "only"})
_PERIODS = ("jahr", "quartal", "monat", "tag", "woche", "mal")


def superlative(text: Analysed, index: int) -> bool:
    """ "Largest", "first"; not "the first day", "at least", nor a German noun."""
    token, ending = text.tokens[index], ENDINGS.get(text.words.language)
    if token.low in text.words.vocabulary.no_superlatives:
        return False
    if not (token.low in _FIRST or (ending and token.low.endswith(ending) and len(token.low) > _SHORT)):
        return False
    following = text.tokens[index + 1].low if index + 1 < len(text.tokens) else "of"
    times = text.words.times | text.words.dates | text.words.halves
    ordinal = token.low in _FIRST or token.low.removesuffix("n").removesuffix("r") in text.words.ordinals
    german = text.words.language == "de" and following.endswith(_PERIODS)
    dated = ordinal and (following in times or german)
    bound = token.low == "least" and index > 0 and text.tokens[index - 1].low == "at"
    noun = (token.capital and text.words.language == "de") or bound
    return not (dated or noun or following == "of")
