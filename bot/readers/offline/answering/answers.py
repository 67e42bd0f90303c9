"""Answers: the sentences of an article that match a question best."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bot.article.article import Article
from bot.claims.form import AnswerDraft, AnswerForm, AnswerPartForm, Form
from bot.claims.language.verbatim import fold
from bot.readers.offline.answering import beside, called, candidates, framing, overview, saying, told, wordings
from bot.readers.offline.answering.figured import FIGURES
from bot.readers.offline.answering.needs import NAME, SORT
from bot.readers.offline.answering.questions import Question
from bot.readers.offline.answering.told import Told
from bot.readers.offline.speech import corrections
from bot.readers.offline.text import names, tokens, topic
from bot.readers.offline.text.language import ACTS, Language

_MOST = 3
_MOST_DENIALS = 6  # where all denials are asked for
_REPORTING = 0.5
_ENOUGH = 0.5  # share of the question's weight that the best sentence must hold
_ENOUGH_ACTING = 0.25  # the same where the sentence does what the question asks after
_ENOUGH_SOLE = 0.3  # the same where no other sentence has a number, a time or a reason of what is asked after
_SOLE = frozenset({"number", "measure", "share", "amount", "age", "lasting", "often", "time", "reason"})
_SURE = 2 / 3  # share of the question's words that a sentence has which surely answers it
_NEAR = 0.6  # of the best score, for the others
_SPOKEN = 0.15  # what a sentence with a source is ahead where the question asks who
_DONE = 0.1  # what a sentence is ahead that tells of just what is done in the question
_MEANT = 0.6  # what a word that is only meant counts of one that is said


def answer(
    article: Article, question: str, earlier: Sequence[tuple[str, str]], language: Language, form: Form
) -> AnswerDraft:
    """The best sentences in the article's order, each as it stands; `told` is False when none holds enough. What a
    correction takes back answers only where nothing else does, beside what puts it right. It is `sure` where who is asked for
    speaks, or words enough are there.

    A question with no word of its own ("And why?") is read together with the one before. `form` is what was read
    of the article: its denials answer a question after denials, and its speakers one that asks who.
    """
    of_reading = overview.of(question, article, form, language)
    if of_reading is not None:
        return _draft(of_reading, sure=True)
    question = wordings.plain(question, article, language)
    parsed = Question(question, language)
    framed = _framed(parsed, article, form)
    heard = _heard(framed, article, parsed, form)
    if heard:
        return _draft(beside.with_taken_back(heard, form), sure=True)
    asked = _weights(question, parsed)
    if not asked and earlier:
        question = f"{earlier[-1][0]} {question}"
        parsed = Question(question, language)
        asked = _weights(question, parsed)
    sentences = candidates.told_of(article, parsed, asked, form)
    chosen = _standing(article, question, parsed, asked, form, sentences)
    if framed:
        chosen = [n for n in chosen if saying.may_tell(framed, n, article, parsed, form)]
    sure = _sure(parsed, asked, [one for one in sentences if one.n in chosen])
    return _draft(beside.whole(chosen, article, parsed, form), sure=sure)


def _framed(parsed: Question, article: Article, form: Form) -> framing.Frame | None:
    """Whose words the question is after: of a piece of writing, those of whom it is by."""
    framed = framing.frame(parsed)
    if framed and framed.who[-1].low in parsed.language["asks.writings"]:
        return saying.written(framed, article, form, parsed.language)
    return framed


def _sure(parsed: Question, asked: Mapping[str, float], chosen: Iterable[Told]) -> bool:
    """One of them has most of several words, or the only one and the figure that is asked for."""
    shared = max((len(asked.keys() & one.said) for one in chosen), default=0)
    return shared >= _SURE * len(asked) if shared > 1 else shared == len(asked) and parsed.kind in FIGURES


def _standing(
    article: Article,
    question: str,
    parsed: Question,
    asked: Mapping[str, float],
    form: Form,
    sentences: Sequence[Told],
) -> Sequence[int]:
    """The best of what no correction takes back; where there is none, the best of all, each with what puts it right."""
    righted = corrections.withdrawn(article, parsed.language)
    standing = [one for one in sentences if one.n not in righted]
    chosen = _chosen(standing, question, parsed, asked, form)
    if chosen or not righted:
        return chosen
    return _put_right(_chosen(sentences, question, parsed, asked, form), righted)


def _put_right(chosen: Sequence[int], righted: Mapping[int, Sequence[int]]) -> list[int]:
    """What a correction takes back, each with what puts it right; what is put right by nothing is left out."""
    return sorted({n for one in chosen if righted.get(one) for n in (one, *righted[one])})


def _draft(chosen: Sequence[int], *, sure: bool) -> AnswerDraft:
    parts = [AnswerPartForm(text="", sentences=[n]) for n in chosen]
    return AnswerDraft(AnswerForm(told=bool(chosen), parts=parts), done=True, sure=sure and bool(chosen))


def _heard(framed: framing.Frame | None, article: Article, question: Question, form: Form) -> list[int]:
    """What somebody says who is asked for; none for a question after nobody's words, or where nobody that speaks is called so."""
    if framed is None:
        return []
    ids = called.by(framed.who, article, form, question.language, framed.office)
    if not ids:
        return []
    rest = Question(framed.rest, question.language)
    sentences = told.by(article, question.language, form, plain=True, why=rest.kind == "reason")
    return saying.answering(framed, rest, ids, sentences, article, form)


def _chosen(
    sentences: Sequence[Told], question: str, parsed: Question, asked: Mapping[str, float], form: Form
) -> list[int]:
    """The numbers of the best for the words that are `asked` after, each with its weight; none where none holds enough."""
    acts = asked.keys() & ACTS.keys()
    scores = _scores(asked, sentences)
    acting = {one.n: scores[one.n] for one in sentences if acts and acts <= one.said}
    done = _acted(parsed, sentences)
    scores = acting or {n: score + _DONE * (n in done) for n, score in scores.items()}
    sole = parsed.kind in _SOLE and sum(score > 0 for score in scores.values()) == 1
    enough = _ENOUGH_ACTING if acting else _ENOUGH_SOLE if sole else _ENOUGH
    if not asked or max(scores.values(), default=0.0) < enough:
        return []
    if _asks_who(question, parsed.language):
        scores = {n: score + _SPOKEN * (n in candidates.spoken(form) and score > 0) for n, score in scores.items()}
    least = max(_NEAR * max(scores.values()), enough * 0.8)
    most = _MOST_DENIALS if "deny" in acts else _MOST
    return sorted(n for n, _ in Counter(scores).most_common(most) if scores[n] >= least)


def _acted(question: Question, sentences: Sequence[Told]) -> set[int]:
    """The sentences with what is done in the question, in that very word."""
    stem = topic.stem(question.act.low) if question.act else None
    return {one.n for one in sentences if stem in one.said}


def _asks_who(question: str, language: Language) -> bool:
    words = tokens.cut(question, 0, len(question))
    return any(word.low in language["grammar.who"] for word in words)


def _weights(text: str, question: Question) -> dict[str, float]:
    """The stems of the question's content words; those of names weigh more, reporting words less ("predicted" may be "said"),
    and least what the answer has whatever it is called: the "firm" of "which firm"."""
    language, words = question.language, tokens.cut(text, 0, len(text))
    asking = language["grammar.interrogatives"] | language["grammar.question_words"] | language["asks.light"]
    kept = [word for word in words if word.low not in asking and fold(word.low) not in question.phrase]
    stems = dict.fromkeys(told.stems(" ".join(word.text for word in kept), language), 1.0)
    if question.kind == "reason":  # what was done and why, also where it is a word for speaking: "kündigten"
        stems |= {topic.stem(token.text.lower()): 1.0 for token in question.events if token.low not in asking}
    vague = language["asks.people"] | language["asks.any_money"]
    people = question.counted if question.counted and question.counted.low in vague else None
    sort = {topic.stem(token.text.lower()) for token in (question.sort, people) if token}
    stems |= dict.fromkeys(sort & stems.keys(), SORT)
    stems |= dict.fromkeys((topic.stem(word.low) for word in kept if told.reports(word.low, language)), _REPORTING)
    for run in names.runs(words, language):
        for word in words[run.core : run.last]:
            stem = topic.stem(word.low)
            if stem in stems:
                stems[stem] = NAME
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
