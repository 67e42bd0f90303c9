"""Next names: the name behind a comma that an office or a noun for a body leads up to."""

from collections.abc import Sequence
from dataclasses import replace

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.syntax import rightward
from bot.readers.offline.syntax.sentence import Sentence
from bot.readers.offline.text import names
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_NAMED = 6  # words of a name with its titles


def of_body(sentence: Sentence, at: int, mention: Mention) -> Mention | None:
    """ "According to their union, Unity.": the name closes what the noun opens."""
    tokens, language = sentence.tokens, sentence.language
    words = sentence.passage.text[mention.start : mention.end].lower().split()
    run = next(iter(names.runs(tokens[at : at + _NAMED], language)), None)
    if mention.kind != "organisation" or words[-1] not in language["sources.called"] or run is None or run.first:
        return None
    owned = words[0] in language["grammar.possessives"] | language["grammar.definite"]
    end = at + run.last
    if not owned or (end < len(tokens) and tokens[end].text not in (",", ".")):
        return None
    name = sentence.passage.text[tokens[at].start : tokens[end - 1].end]
    return replace(mention, name=name, described=name)


def of_person(sentence: Sentence, at: int, mention: Mention) -> Mention:
    """The name behind the role: "said its director, Ada Holt"."""
    passage = sentence.passage
    start, end = rightward.phrase(sentence.tokens, at, sentence.language)
    found = names.runs(sentence.tokens[start:end], sentence.language)
    if not found or found[0].first or not _ends_name(sentence.tokens[start + found[0].last : end], passage.language):
        return mention
    core = sentence.tokens[start + found[0].core : start + found[0].last]
    name = passage.names.person(passage.text[core[0].start : core[-1].end])
    if not name:
        return mention
    return replace(mention, name=name, kind="person", role=mention.role or mention.described, sure=True)


def _ends_name(behind: Sequence[Token], language: Language) -> bool:
    """Nothing behind it, or where somebody works: "Mette Sand of Aarhus University"."""
    return not behind or behind[0].low in language["grammar.prepositions"]
