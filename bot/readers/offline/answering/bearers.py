"""Bearers: the names that a noun of a question stands for, because the article puts it beside them somewhere: "striker Jo Lind"."""

from collections.abc import Mapping, Sequence

from bot.article.article import Article
from bot.claims.grammar.evidence import analysed
from bot.claims.language.token import Token
from bot.readers.offline.answering.called import beside
from bot.readers.offline.answering.questions import Question
from bot.readers.offline.text import topic


def by_noun(question: Question, article: Article) -> Mapping[str, frozenset[str]]:
    """The last words of the names, by the stem of the noun."""
    language = question.language
    if language.capital_nouns:
        return {}  # a name is not known there by its capital
    bearing = (language["sources.any_body"] - language["asks.media"]) | language["asks.located_in"]
    nouns = [
        token
        for i, token in enumerate(question.words)
        if not token.capital and any(word.low in bearing for word in question.words[i : i + 2])
    ]  # "payroll" too in "the payroll firm"
    found: dict[str, set[str]] = {}
    for sentence in article.sentences if nouns else ():
        tokens = analysed(article.sentence(sentence.n), language.code).tokens
        for start, end in _names(tokens):
            near = [token for token in beside(tokens, start, end, language) if not token.capital]
            for noun in nouns:
                if any(question.alike(noun, token) for token in near):
                    found.setdefault(topic.stem(noun.low), set()).add(tokens[end].text)
    return {stem: frozenset(names) for stem, names in found.items()}


def _names(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The first and the last index of each run of capitals that does not only open the sentence."""
    found: list[tuple[int, int]] = []
    for i, token in enumerate(tokens):
        if not token.capital or token.kind != "word":
            continue
        if found and found[-1][1] == i - 1:
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    return [(start, end) for start, end in found if end > start or not tokens[start].first]
