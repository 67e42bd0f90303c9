"""Wordings: a question without what only carries its verb or its subject: "take effect", "can people see"."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from bot.article.article import Article
from bot.claims.language.lexicon import lexicon
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language, load
from bot.readers.offline.text.tokens import Token


def plain(question: str, article: Article, language: Language) -> str:
    """ "When does the ban take effect?" asks when the ban does, "when can people see it" when anybody can, "why did she walk
    out" why she left, unless the article says "walked out" too."""
    question = _in_one_word(_without_idioms(question, language), article, language)
    found = tokens.cut(question, 0, len(question))
    left_out = {at for at in range(1, len(found)) if _anybody(found, at, language)} | _empty_verb(found, language)
    if len(found) - len(left_out) <= 2 or not left_out:
        return question
    parts, place = [], 0
    for at in sorted(left_out):
        parts.append(question[place : found[at].start])
        place = found[at].end
    return " ".join(" ".join([*parts, question[place:]]).split())


def _without_idioms(question: str, language: Language) -> str:
    """ "Convicted" for "in trouble with the law"."""
    for entry in sorted(language["asks.idioms"], key=len, reverse=True):
        idiom, _, meaning = entry.partition(":")
        question = re.sub(rf"\b{re.escape(idiom)}\b", meaning, question, flags=re.IGNORECASE)
    return question


def _in_one_word(question: str, article: Article, language: Language) -> str:
    """ "Left" for "walked out", where a verb and its particle stand together."""
    words = lexicon(language.code)
    asked = [pair for pair in _particles(question, language) if pair[0] in _phrasal(language.code)]
    said = {key for key, _, _ in _particles(article.text, language)} if asked else set[str]()
    for key, one, other in reversed(asked):
        if key not in said:
            past = language.is_participle(one.low) or one.low in words.past
            question = question[: one.start] + _phrasal(language.code)[key][past] + question[other.end :]
    return question


def _particles(text: str, language: Language) -> list[tuple[str, Token, Token]]:
    """Each two words that stand together, with the plain form of the first: "walk out"."""
    words = lexicon(language.code)
    return [
        (f"{words.lemma(one.low)} {other.low}", one, other) for one, other in pairwise(tokens.cut(text, 0, len(text)))
    ]


@lru_cache(maxsize=8)
def _phrasal(code: str) -> Mapping[str, tuple[str, str]]:
    """Verbs with a particle, each with what it means, in its plain form and as a participle."""
    entries = (entry.split(":") for entry in load(code)["asks.phrasal"])
    return {f"{lexicon(code).lemma(verb)} {particle}": (plain, past) for verb, particle, plain, past in entries}


def _anybody(found: list[Token], at: int, language: Language) -> bool:
    """ "People" right behind a helping verb; a number of them is asked for otherwise."""
    return found[at].low in language["asks.people"] and found[at - 1].low in language["grammar.auxiliaries"]


def _empty_verb(found: list[Token], language: Language) -> set[int]:
    """The words at the end that tell no more than that something is: "take effect", "last"."""
    end = len(found)
    while end and not found[end - 1].is_word:
        end -= 1
    for at in range(2, end):
        if phrasing.phrase(found, at, "asks.occurring", language) == end:
            return set(range(at, end))
    return set()
