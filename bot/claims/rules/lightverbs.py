"""Verbs that say nothing beside their noun: "carried out an inspection" is "inspected", "came under criticism" "was criticised"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb
from bot.claims.grammar.voice import passive
from bot.claims.language.likeness import alike
from bot.claims.language.stops import ALL_STOPS
from bot.claims.language.token import Token

_NEAR = 6  # words between such a verb and its noun


def only_light(text: Analysed, index: int, cited: Sequence[Analysed]) -> bool:
    """Whether the verb at `index` stands beside a noun that is a verb of its sentences, of the same voice."""
    token = text.tokens[index]
    vocabulary = text.words.vocabulary
    conducts, undergoes = ({token.low, token.stem} & words for words in (vocabulary.conducting, vocabulary.undergoing))
    if not conducts and not undergoes:
        return False
    turned = passive(text, index)
    places = _before(text, index) if turned else _behind(text, index)
    noun = next((i for i in places if i in text.content and not text.tokens[i].capital), None)
    if noun is None:
        return False
    same = vocabulary.conducting if conducts else vocabulary.undergoing
    if any(_light_too(text.tokens[noun], s, same) for s in cited):
        return True
    deeds = [(s, j) for s in cited for j in s.content if alike(text.tokens[noun], s.tokens[j]) and is_verb(s, j)]
    if undergoes:
        return any(passive(s, j) or _borne(s, j, text, index) for s, j in deeds)
    return any(turned or not passive(s, j) for s, j in deeds)


def _light_too(noun: Token, sentence: Analysed, verbs: frozenset[str]) -> bool:
    """ "launched an investigation" for "opened an investigation": the same noun beside such a verb."""
    places = [j for j in sentence.content if noun.stem == sentence.tokens[j].stem and not is_verb(sentence, j)]
    return any({sentence.tokens[k].low, sentence.tokens[k].stem} & verbs for j in places for k in _before(sentence, j))


def _borne(sentence: Analysed, verb: int, text: Analysed, index: int) -> bool:
    """Whom the verb is told of stands behind the sentence's verb: "criticised the operator", "the operator faced"."""
    bearer = next((text.tokens[i] for i in _before(text, index) if i in text.content), None)
    return bearer is not None and any(alike(bearer, sentence.tokens[i]) for i in _behind(sentence, verb))


def _behind(text: Analysed, index: int) -> Iterator[int]:
    """The words of the clause behind, nearest first."""
    yield from _until_stop(text, range(index + 1, min(len(text.tokens), index + 1 + _NEAR)))


def _before(text: Analysed, index: int) -> Iterator[int]:
    """The words of the clause before, nearest first; of "a search of four offices" also "search"."""
    found = [*_until_stop(text, range(index - 1, max(-1, index - 1 - 2 * _NEAR), -1))]
    of = next((n for n, i in enumerate(found) if text.tokens[i].low == "of"), -1)
    yield from found[of + 1 :]
    yield from found[: of + 1]


def _until_stop(text: Analysed, places: range) -> Iterator[int]:
    for i in places:
        if text.tokens[i].low in ALL_STOPS:
            return
        yield i
