"""Answers: the sentences of an article that match a question best."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.article.article import Article
from bot.claims.form import AnswerForm, AnswerPartForm
from bot.readers.offline import names, tokens, topic
from bot.readers.offline.language import Language

_MOST = 3
_NAME = 1.5  # a name in the question counts this much more than another word
_ENOUGH = 0.45  # share of the question's weight that the best sentence must hold
_NEAR = 0.6  # of the best score, for the others


def answer(article: Article, question: str, earlier: Sequence[tuple[str, str]], language: Language) -> AnswerForm:
    """The best sentences in the article's order, each as it stands; `told` is False when none holds enough.

    A question with no word of its own ("And why?") is read together with the one before.
    """
    asked = _weights(question, language)
    if not asked and earlier:
        asked = _weights(f"{earlier[-1][0]} {question}", language)
    sentences = [(s.n, topic.words(article.sentence(s.n), language)) for s in article.sentences if s.n > article.lead]
    scores = _scores(asked, sentences)
    best = max(scores.values(), default=0.0)
    if not asked or best < _ENOUGH:
        return AnswerForm(told=False, parts=[])
    chosen = sorted(n for n, _ in Counter(scores).most_common(_MOST) if scores[n] >= max(_NEAR * best, _ENOUGH * 0.8))
    return AnswerForm(told=True, parts=[AnswerPartForm(text="", sentences=[n]) for n in chosen])


def _weights(question: str, language: Language) -> dict[str, float]:
    """The stems of the question's content words; those of names weigh more."""
    words = tokens.cut(question, 0, len(question))
    asking = language["grammar.interrogatives"] | language["grammar.question_words"]
    kept = [word for word in words if word.low not in asking]
    stems = dict.fromkeys(topic.words(" ".join(word.text for word in kept), language), 1.0)
    for run in names.runs(words, language):
        for word in words[run.core : run.last]:
            stem = topic.stem(word.low)
            if stem in stems:
                stems[stem] = _NAME
    return stems


def _scores(asked: dict[str, float], sentences: Iterable[tuple[int, frozenset[str]]]) -> dict[int, float]:
    """The share of the question's weight in each sentence; words that the article repeats everywhere weigh less."""
    sentences = list(sentences)
    spread = Counter(word for _, words in sentences for word in words & asked.keys())
    rarity = {word: math.log(1 + len(sentences) / (1 + spread[word])) for word in asked}
    total = sum(weight * rarity[word] for word, weight in asked.items()) or 1.0
    return {n: sum(asked[word] * rarity[word] for word in words & asked.keys()) / total for n, words in sentences}
