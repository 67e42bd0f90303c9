"""Who holds an office told by whose it is: "la présidente du conseil" where its sentence has "Sa présidente, Hélène Castan,"."""

import re
from collections.abc import Iterator

from bot.claims.grammar.evidence import Analysed, Evidence
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.smallwords import POSSESSIVES
from bot.claims.language.stops import PARTING
from bot.claims.language.verbatim import fold

_NAME = r"[^\W\d_a-zß-öø-ÿ][\w'’-]+"
_OFFICE = re.compile(
    rf"^(?P<whose>[A-Z][a-z]+) (?P<office>\w+(?: [a-zà-ÿ]+){{0,2}}),? (?P<name>{_NAME}(?: (?:de |del |von )?{_NAME})+)(?=,| )"
)
_OF = r"(?:du|de la|de l['’]|des|de|del|de los|de las|der|des|von der|vom|von|of the|of|de l) ?"
_ARTICLE = r"(?:[Ll]e |[Ll]a |[Ll]['’]|[Ee]l |[Dd]er |[Dd]ie |[Tt]he )"
_ALL = 4  # words of whose it is


def by_office(text: str, held: Evidence) -> str:
    """A text with the name for the office, where the sentence before is about those whose office it is."""
    for n in held.numbers:
        match = _OFFICE.match(held.article.sentence(n))
        if match is None or fold(match["whose"]) not in POSSESSIVES or n == 1:
            continue
        told = re.search(rf"\b{_ARTICLE}{re.escape(match['office'])} {_OF}((?:[\w'’-]+ ?)+)", text)
        owner = {fold(word) for word in _subject(held.sentence(n - 1))}
        end = _end(told, owner, held.sentence(n)) if told else 0
        if told and end:
            return f"{text[: told.start()]}{match['name']}{text[end:]}"
    return text


def _subject(sentence: Analysed) -> Iterator[str]:
    """The words before the first verb."""
    for i, token in enumerate(sentence.tokens):
        small = token.text.casefold() in frozenset().union(*sentence.words.moods.values())
        if is_verb(sentence, i) or small or token.low in PARTING:
            return
        if i in sentence.content:
            yield token.low


def _end(told: re.Match[str], owner: set[str], sentence: Analysed) -> int:
    """Where the words for whose it is end, which all belong to that subject; 0 where there are none."""
    end, passed = 0, 0
    for word in list(re.finditer(r"[\w’'-]+", told[1]))[:_ALL]:
        low = fold(word[0])
        if low in owner:
            end = told.start(1) + word.end()
        elif low not in sentence.words.function or passed:
            break
        passed += low not in owner
    return end
