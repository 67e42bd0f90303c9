"""Spokespeople: which body officials, a spokeswoman or "aides" speak for."""

from bot.claims.reading import Media
from bot.readers.offline.naming import plurals
from bot.readers.offline.naming.body import Body
from bot.readers.offline.naming.phrase import Phrase
from bot.readers.offline.text import nations
from bot.readers.offline.text.fullnames import Names
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.names import Run


def body(phrase: Phrase, language: Language, names: Names, media: Media) -> Body | None:
    """Officials or a spokesperson of a body are that body; a campaign or a department goes by its whole name."""
    assert phrase.noun is not None
    if not phrase.names:
        body = _named_behind(phrase, names) or _plain(phrase, language)
        return Body(body, "organisation", role=phrase.whole) if body else None
    if _of_nation(phrase, language):
        return None
    behind = [run for run in phrase.names if phrase.head[run.first].start > phrase.noun.end]
    inner = _body_before(phrase, behind[0], language) if behind else None
    if inner is not None:
        return Body(names.body(inner) or inner, "organisation", role=phrase.whole, media=media)
    name = _with_office(phrase, (behind or list(phrase.names))[0], language)
    if phrase.noun.low in language["sources.whole_bodies"] or names.person(name):
        return Body(phrase.whole, "organisation", role=phrase.whole, media=media)
    return Body(names.body(name) or name, "organisation", role=phrase.whole, media=media)


def _named_behind(phrase: Phrase, names: Names) -> str | None:
    """The body in "A spokesman for the operator, Velin Hydro,"."""
    words = [token for token in phrase.rest if token.is_word]
    name = phrase.text[words[0].start : words[-1].end] if words else ""
    return name if name in names.bodies else None


def _body_before(phrase: Phrase, run: Run, language: Language) -> str | None:
    """The ministry in "porte-parole du ministère de la Santé" and "ein Sprecher des Ministeriums in Berlin": the noun for a body
    before a name, which is part of its own where it tells what for."""
    assert phrase.noun is not None
    organisations = language["sources.organisations"]
    near = [at for at, token in enumerate(phrase.head[: run.first]) if token.start > phrase.noun.end]
    at = next((at for at in near if language.noun(phrase.head[at].low) in organisations), None)
    if at is None or at + 1 >= run.first:
        return None
    linked = phrase.head[at + 1].low in language["grammar.tight_links"]
    return phrase.verbatim(at, run.last) if linked else _nominative(phrase.verbatim(at, at + 1), language)


def _of_nation(phrase: Phrase, language: Language) -> bool:
    """ "Danish officials": an adjective of nationality names no body."""
    assert phrase.noun is not None
    if len(phrase.names) != 1:
        return False
    run = phrase.names[0]
    alone = run.last == run.first + 1 and phrase.head[run.first].start < phrase.noun.start
    if not alone or (run.last < len(phrase.head) and phrase.head[run.last].low == "'s"):
        return False
    word = phrase.head[run.first].text
    plural = plurals.by_ending(phrase.noun.low)
    national = nations.is_national(phrase.text, word, language)
    return national or (plural and word.lower().endswith(tuple(language["endings.nations"])))


def _with_office(phrase: Phrase, run: Run, language: Language) -> str:
    """ "Iran", or "Iran's foreign ministry" where that follows."""
    if run.last < len(phrase.head) and phrase.head[run.last].low == "'s":
        near = range(run.last + 1, min(run.last + 4, len(phrase.head)))
        office = next((at for at in near if phrase.head[at].low in language["sources.organisations"]), None)
        if office is not None:
            return phrase.verbatim(run.first, office + 1)
    return phrase.verbatim(run.first, run.last)


def _plain(phrase: Phrase, language: Language) -> str | None:
    """The body in "district officials" and "a spokesman for the company"."""
    assert phrase.noun is not None
    organisations = language["sources.organisations"]
    bodies = [token for token in phrase.head if language.noun(token.low) in organisations]  # "des Ministeriums"
    before = [token for token in bodies if token.end <= phrase.noun.start]
    if before:
        return _nominative(phrase.text[before[0].start : before[-1].end], language)
    after = [at for at, token in enumerate(phrase.head) if token in bodies and token.start > phrase.noun.end]
    if not after:
        return None
    last = after[0]
    while last + 1 in after:
        last += 1  # "the police union"
    whole = _with_field(phrase, last + 1, language)
    if whole is not None:
        return phrase.verbatim(after[0], whole)
    return _nominative(phrase.verbatim(after[0], last + 1), language)


def _with_field(phrase: Phrase, end: int, language: Language) -> int | None:
    """Where "the ministry of transport" and "le syndicat des dockers" end, which tell what for; None where nothing does."""
    head = phrase.head
    if end + 1 >= len(head) or head[end].low not in language["grammar.tight_links"] or language.capital_nouns:
        return None
    parting = language["grammar.prepositions"] | language["grammar.coordinators"] | language["grammar.adverbs"]
    last = end + 1
    while last < len(head) and head[last].is_word and (head[last].low not in parting or last == end + 1):
        last += 1
    return last if head[last - 1].low not in language["grammar.determiners"] | language["grammar.articles"] else None


def _nominative(name: str, language: Language) -> str:
    """ "Innenministerium" of "eine Sprecherin des Innenministeriums"; the name itself where no ending tells a case."""
    low = name.lower()
    noun = language.noun(low)
    at = low.rfind(noun) if noun != low and noun in language["sources.organisations"] else -1
    return name[: at + len(noun)] if at >= 0 else name
