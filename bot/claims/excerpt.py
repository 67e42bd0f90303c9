"""Excerpts: the sentences of a long article that a question may be answered from."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bot.article.article import Article
from bot.claims.grammar.sameness import language_of
from bot.claims.grammar.terms import words_of
from bot.claims.language.lexicon import Lexicon, lexicon

_MEANT = 0.6  # what a synonym of a word that is asked for counts of the word itself
_FEW = 2  # words of its own from which a question can be understood without the one before


def excerpt(article: Article, question: str, earlier: Sequence[tuple[str, str]], most: int) -> tuple[int, ...]:
    """At most `most` numbers in order: headline and standfirst, the sentences with most of what is asked for, each with
    its neighbours, and where no word of the question occurs, the first sentence of paragraphs all over the article."""
    words = lexicon(language_of(article))
    asked = _asked(question, words)
    if len(asked) < _FEW and earlier:
        asked = _asked(earlier[-1][0], words) | asked
    kept = dict.fromkeys(range(1, article.lead + 1))
    for n in _ranked(article, asked, words) or _spread(article, most):
        more = [near for near in (n, n - 1, n + 1) if article.has(near) and near not in kept]
        if len(kept) + len(more) > most:
            break
        kept |= dict.fromkeys(more)
    return tuple(sorted(kept))[:most]


def _asked(question: str, words: Lexicon) -> dict[str, float]:
    """Stems of the words that carry meaning, and of their synonyms, with what each counts."""
    said = [word for word in words_of(question) if word not in words.function | words.auxiliaries | words.pronouns]
    groups = {group for word in said for group in words.synonyms(word, words.stem(word))}
    meant = {words.stem(word): _MEANT for word, ids in words.groups.items() if groups and ids & groups}
    return meant | {words.stem(word): 1.0 for word in said}


def _ranked(article: Article, asked: Mapping[str, float], words: Lexicon) -> list[int]:
    """The sentences that have any of it, best first; words that many sentences have count less."""
    has = {s.n: _stems(article.sentence(s.n), words) & asked.keys() for s in article.sentences}
    spread = Counter(stem for stems in has.values() for stem in stems)
    weight = {stem: asked[stem] * math.log(1 + len(has) / count) for stem, count in spread.items()}
    score = {n: sum(weight[stem] for stem in stems) for n, stems in has.items() if stems}
    return sorted(score, key=lambda n: (-score[n], n))


def _stems(text: str, words: Lexicon) -> frozenset[str]:
    return frozenset(words.stem(word) for word in words_of(text))


def _spread(article: Article, most: int) -> Iterable[int]:
    """The first sentences of paragraphs at even distances, each of which brings its neighbours."""
    firsts = [group[0] for group in article.paragraphs]
    step = max(1, math.ceil(3 * len(firsts) / most))
    return firsts[::step]
