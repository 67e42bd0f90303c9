"""Bodily: names that must be those of bodies, by what stands before or behind them."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.kinds import listed_name
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.names import Run, runs
from bot.readers.offline.text.tokens import Token

_TOLD = 5  # words of "a maker of"
_CLAUSE = 4  # words of "that it has" behind "says"


def places(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
    """Where names stand behind a noun for a body, which the headline may have without it: "the airline Norvik Sund"; where nouns
    have capitals it may seem part of the name. So do those that do something with what is "its"."""
    called = (
        language["sources.any_body" if language.capital_nouns else "sources.for_firms"] | language["sources.called"]
    )
    for run in runs(tokens, language):
        opens = language.capital_nouns and run.last - run.first > 1 and language.noun(tokens[run.first].low) in called
        before = tokens[run.first - 1].low if run.first else ""
        if opens or {before, language.noun(before)} & called or _spoken_for(tokens, run, language):
            yield tokens[run.first + 1 if opens else run.core].start, tokens[run.last - 1].end
        elif run.core == run.first and not listed_name(tokens[run.core].low) and _trades(tokens, run, language):
            yield tokens[run.core].start, tokens[run.last - 1].end


def _trades(tokens: Sequence[Token], run: Run, language: Language) -> bool:
    """By what it does, by its trade, as "Delby Storage", or by what stands behind it: "Orbital Maps, the maker of"."""
    trade = run.last - run.core > 1 and tokens[run.last - 1].low in language["sources.trades"]
    return trade or _explained(tokens, run.last, language) or _is_it(tokens, run.last, language)


def _explained(tokens: Sequence[Token], comma: int, language: Language) -> bool:
    """ "…, the maker of navigation software"; not "…, the company's founder"."""
    told = tokens[comma + 1 : comma + 2 + _TOLD] if tokens[comma : comma + 1] and tokens[comma].text == "," else ()
    noun = next((at for at, token in enumerate(told[1:], 1) if token.low in language["sources.for_firms"]), 0)
    if not noun or told[0].low not in language["grammar.articles"] or noun + 1 >= len(told):
        return False
    plain = all(token.is_word and token.low not in language["grammar.prepositions"] for token in told[1:noun])
    return plain and (not told[noun + 1].is_word or told[noun + 1].low in language["grammar.prepositions"])


def _spoken_for(tokens: Sequence[Token], run: Run, language: Language) -> bool:
    """ "A spokesman for the operator, Velin Hydro,": what is no first name is the body's."""
    if run.first < 5 or tokens[run.first - 1].text != "," or listed_name(tokens[run.core].low):
        return False
    speaker, link, article, noun = (token.low for token in tokens[run.first - 5 : run.first - 1])
    spoken = speaker in language["sources.spokespeople"] and link in language["grammar.tight_links"]
    return spoken and article in language["grammar.definite"] and noun in language["sources.for_firms"]


def _is_it(tokens: Sequence[Token], verb: int, language: Language) -> bool:
    """ "Cut its target", "says it has treated": whatever is "it" is no person; the "it" of "says it is cold" may be nobody."""
    if verb == 0 or verb + 1 >= len(tokens) or not tokens[verb].text.islower():
        return False
    parting = language["grammar.prepositions"] | language["grammar.coordinators"] | language["grammar.conjunctions"]
    if tokens[verb].low not in parting and tokens[verb + 1].low in language["grammar.its"]:
        return True
    if tokens[verb].low not in language["cues.say"]:
        return False
    lows = [token.low for token in tokens[verb + 1 : verb + 1 + _CLAUSE] if token.low not in language["grammar.that"]]
    told = len(lows) > 1 and lows[0] in language["grammar.its_subject"] and lows[1] in language["sources.bodily"]
    return told and lows[-1] not in language["grammar.passive"]
