"""Verbs that say nothing beside their noun: "carried out an inspection" is "inspected", "came under criticism" "was criticised"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.clauses import after, before
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import in_phrase
from bot.claims.grammar.verb import verb_at
from bot.claims.grammar.verbs import closing, is_verb
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
    if text.words.language == "de":
        nouns = [i for i in _clause(text, index) if text.tokens[i].capital]
    else:
        places = _before(text, index) if turned else _behind(text, index)
        nouns = [i for i in places if i in text.content and not text.tokens[i].capital][:1]
    same = vocabulary.conducting if conducts else vocabulary.undergoing | vocabulary.having
    if any(_light_too(text.tokens[noun], s, same) for noun in nouns for s in cited):
        return True
    told = [
        (noun, s, j)
        for noun in nouns
        for s in cited
        for j in s.content
        if alike(text.tokens[noun], s.tokens[j]) and (is_verb(s, j) or closing(s, j))
    ]
    if undergoes:
        return any(_undergone(text, index, noun, s, j) for noun, s, j in told)
    return any(turned or (not passive(s, j) and _same_doer(text, index, noun, s, j)) for noun, s, j in told)


def _undergone(text: Analysed, index: int, noun: int, sentence: Analysed, verb: int) -> bool:
    if passive(sentence, verb):
        return _same_doer(text, index, noun, sentence, verb)
    return _borne(sentence, verb, text, index)


def _clause(text: Analysed, index: int) -> list[int]:
    """Words of the clause, on whichever side of the verb: a German one may stand anywhere."""
    return sorted(i for i in (*before(text, index), *after(text, index)) if i in text.content)


def _same_doer(text: Analysed, index: int, noun: int, sentence: Analysed, verb: int) -> bool:
    """Whether who is told beside the light verb is who is told beside the plain one; yes where either has but a pronoun."""
    mine, theirs = _doers(text, index, noun), _doers(sentence, verb, verb)
    known = not mine or not theirs or any(alike(a, b) for a in mine for b in theirs)
    return known or not any(sentence.has(token) for token in mine)


def _doers(text: Analysed, at: int, deed: int) -> list[Token]:
    if text.words.language == "de":
        nouns = [i for i in _clause(text, at) if i != deed and text.tokens[i].capital and not in_phrase(text, i)]
        return [text.tokens[i] for i in nouns[:1]]
    return [token for party in verb_at(text, at).subjects for token in party.tokens]


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
