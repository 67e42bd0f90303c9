"""Verbs of quoting: where a subject may stand behind its verb, whatever verb stands between a quotation and who speaks reports it."""

from collections.abc import Sequence

from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_SHORTEST = 4  # letters of a verb


def verb(tokens: Sequence[Token], at: int, language: Language) -> int:
    """The end of the verb that begins at `at` right behind a quotation: "knurrte" in "„Nein“, knurrte der Wirt", "s'étrangle" in
    "« Non », s'étrangle Anne Roy"; 0 where there is none, or nobody behind it."""
    if not language.inverts or not _behind_quotation(tokens, at):
        return 0
    reflexive = language["grammar.reflexive"]
    place = at + (tokens[at].low in reflexive)
    end = place + 1
    end += language.verb_second and end < len(tokens) and tokens[end].low in reflexive  # "freute sich"
    if end >= len(tokens) or not _is_verb(tokens[place], language) or tokens[end].low in language["grammar.days"]:
        return 0  # "„Faust“, letzte Woche gezeigt, …"
    names = tokens[end].is_capital or tokens[end].low in language["grammar.articles"] | language["grammar.possessives"]
    return end if names else 0


def _behind_quotation(tokens: Sequence[Token], at: int) -> bool:
    return at > 1 and tokens[at - 1].text == "," and tokens[at - 2].is_quote


def _is_verb(token: Token, language: Language) -> bool:
    """By its ending; no word of the grammar."""
    low = token.low
    listed = low in language.empty or low in language.listed or language.is_title(low)
    spelt = token.text.islower() and token.text.isalpha() and len(low) >= _SHORTEST
    return spelt and not listed and low.endswith(tuple(language["endings.quoting"]))
