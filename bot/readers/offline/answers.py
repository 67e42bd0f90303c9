"""Answers: the sentences of an article that match a question best."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from bot.article.article import Article
from bot.claims.evidence import analysed
from bot.claims.form import AnswerForm, AnswerPartForm, Form
from bot.claims.reading import SILENT
from bot.readers.offline import names, tokens, told, topic
from bot.readers.offline.asked import Asked
from bot.readers.offline.language import ACTS, Language
from bot.readers.offline.told import Told

_MOST = 3
_MOST_DENIALS = 6  # where all denials are asked for
_NAME = 1.5  # a name in the question counts this much more than another word
_REPORTING = 0.5
_ENOUGH = 0.45  # share of the question's weight that the best sentence must hold
_ENOUGH_ACTING = 0.25  # the same where the sentence does what the question asks after
_KNOWN = 0.75  # share of the question's words, names apart, that the article must have
_NEAR = 0.6  # of the best score, for the others
_SPOKEN = 0.15  # what a sentence with a source is ahead where the question asks who
_MEANT = 0.6  # what a word that is only meant counts of one that is said


def answer(
    article: Article, question: str, earlier: Sequence[tuple[str, str]], language: Language, form: Form
) -> AnswerForm:
    """The best sentences in the article's order, each as it stands; `told` is False when none holds enough.

    A question with no word of its own ("And why?") is read together with the one before. `form` is what was read
    of the article: its denials answer a question after denials, and its speakers one that asks who.
    """
    asked = _weights(question, language)
    if not asked and earlier:
        question = f"{earlier[-1][0]} {question}"
        asked = _weights(question, language)
    acts = asked.keys() & ACTS.keys()
    sentences = _told_of(article, question, language, asked, form)
    scores = _scores(asked, sentences)
    acting = {one.n: scores[one.n] for one in sentences if acts and acts <= one.said}
    enough = _ENOUGH_ACTING if acting else _ENOUGH
    scores = acting or scores
    if not asked or max(scores.values(), default=0.0) < enough:
        return AnswerForm(told=False, parts=[])
    if _asks_who(question, language):
        scores = {n: score + _SPOKEN * (n in _spoken(form) and score > 0) for n, score in scores.items()}
    least = max(_NEAR * max(scores.values()), enough * 0.8)
    most = _MOST_DENIALS if "deny" in acts else _MOST
    chosen = sorted(n for n, _ in Counter(scores).most_common(most) if scores[n] >= least)
    return AnswerForm(told=True, parts=[AnswerPartForm(text="", sentences=[n]) for n in chosen])


def _spoken(form: Form) -> set[int]:
    """The sentences in which a source speaks or denies."""
    claims = {n for claim in form.claims if claim.sources for n in claim.sentences}
    return claims | {n for denial in form.denials if denial.kind not in SILENT for n in denial.sentences}


def _told_of(article: Article, question: str, language: Language, asked: Mapping[str, float], form: Form) -> list[Told]:
    """The sentences that tell something of the kind that is asked after, each with all words of the question that it
    has in some form; none where the question is about something that the article lacks."""
    words = analysed(question, language.code)
    wanted = {topic.stem(words.tokens[i].low): words.tokens[i] for i in words.content}
    events = [stem for stem, weight in asked.items() if weight == 1.0]
    kind = Asked(words, language)
    known = set(told.stems(article.title or "", language))
    found = []
    for one in told.by(article, language, form, plain="deny" not in asked):
        sentence = analysed(article.sentence(one.n), language.code)
        more = {stem for stem, token in wanted.items() if stem in asked and sentence.has(token)}
        full = told.with_forms(one, more)
        known |= full.said
        if kind.fits(sentence) and told.misses_little(full, events):
            found.append(full)
    return found if _knows(known, asked) else []


def _knows(known: Set[str], asked: Mapping[str, float]) -> bool:
    """The article has all names of the question, and of its other words all but a few, which may be put otherwise."""
    names_ = {stem for stem, weight in asked.items() if weight == _NAME}
    words = {stem for stem, weight in asked.items() if weight == 1.0} - ACTS.keys()
    return known >= names_ and len(words & known) >= _KNOWN * len(words)


def _asks_who(question: str, language: Language) -> bool:
    words = tokens.cut(question, 0, len(question))
    return any(word.low in language["grammar.who"] for word in words)


def _weights(question: str, language: Language) -> dict[str, float]:
    """The stems of the question's content words; those of names weigh more, reporting words less: "predicted" may be
    "said"."""
    words = tokens.cut(question, 0, len(question))
    asking = language["grammar.interrogatives"] | language["grammar.question_words"]
    kept = [word for word in words if word.low not in asking]
    stems = dict.fromkeys(told.stems(" ".join(word.text for word in kept), language), 1.0)
    stems |= dict.fromkeys((topic.stem(word.low) for word in kept if told.reports(word.low, language)), _REPORTING)
    for run in names.runs(words, language):
        for word in words[run.core : run.last]:
            stem = topic.stem(word.low)
            if stem in stems:
                stems[stem] = _NAME
    return stems


def _scores(asked: Mapping[str, float], sentences: Sequence[Told]) -> dict[int, float]:
    """The share of the question's weight in each sentence; words that many of these repeat weigh less."""
    spread = Counter(word for one in sentences for word in one.said & asked.keys())
    weights = {word: weight * math.log(1 + len(sentences) / (1 + spread[word])) for word, weight in asked.items()}
    total = sum(weights.values()) or 1.0
    return {
        one.n: sum(weights[word] * (1.0 if word in one.said else _MEANT) for word in one.all & asked.keys()) / total
        for one in sentences
    }
