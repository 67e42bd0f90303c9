"""Candidates: the sentences of an article that may answer a question, each with all words of the question that it has."""

from collections.abc import Mapping, Set
from itertools import pairwise

from bot.article.article import Article
from bot.claims.form import Form
from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.reading import SILENT
from bot.readers.offline.answering import bearers, doers, needs, told
from bot.readers.offline.answering.asked import fits
from bot.readers.offline.answering.needs import NAME, SORT, of_weight
from bot.readers.offline.answering.questions import Question
from bot.readers.offline.answering.told import Told
from bot.readers.offline.text import topic
from bot.readers.offline.text.language import ACTS

_KNOWN = 2 / 3  # share of the question's words, names apart, that the article must have
_PAIR = 2  # words of a yes-or-no question, which must both be there


def told_of(article: Article, question: Question, asked: Mapping[str, float], form: Form) -> list[Told]:
    """The sentences that tell something of the kind that is asked after, each with all words of the question that it
    has in some form; none where the question is about something that the article lacks."""
    language = question.language
    known = set(told.stems(article.title or "", language))
    why, matter = question.kind == "reason", len(asked.keys() - ACTS.keys()) > 1
    sentences = told.by(article, language, form, plain="deny" not in asked, why=why, matter=matter)
    sorts, needed = of_weight(asked, SORT), needs.of(question, asked, sentences, form)
    asks_doer = _asks_doer(question)
    found: list[Told] = []
    before: Told | None = None
    names, himself = bearers.by_noun(question, article), needs.speakers(question, form)
    for one in told.borne(sentences, names, article, language):
        sentence = analysed(article.sentence(one.n), language.code)
        full = _in_full(one, question, asked, article)
        known |= full.said
        events = of_weight(asked, 1.0)
        sorted_ = sorts <= full.all
        exactly, named = full.said if sorted_ else one.said, sorted_ and question.kind != "number"
        little = told.misses_little(full, events, exactly=exactly, named=named)
        little &= not question.of_truth or len(events) > _PAIR or events <= full.all
        undergone = asks_doer and not _by_its_holder(question, sentence)
        there = needs.met(needed, full, before, sentence.tokens, language, undergone=undergone)
        there &= needs.of_another(himself.get(one.n, frozenset()), full, sentence.tokens, language)
        if little and there and fits(question, sentence):
            found.append(full)
        before = one
    if question.reacts:
        found = [one for one in found if one.n in spoken(form)]
    return found if _knows(known, asked) and known >= needs.parties(question) & asked.keys() else []


def _asks_doer(question: Question) -> bool:
    """Who denies it is read from elsewhere too."""
    read = any(token.low in question.language.speech_acts for token in question.behind)
    return question.kind == "agent" and not (question.role or question.passive or read)


def spoken(form: Form) -> set[int]:
    """The sentences in which a source speaks or denies."""
    claims = {n for claim in form.claims if claim.sources for n in claim.sentences}
    return claims | {n for denial in form.denials if denial.kind not in SILENT for n in denial.sentences}


def _by_its_holder(question: Question, sentence: Analysed) -> bool:
    """ "Its head" tells who runs it."""
    owning = question.language["grammar.possessives"]
    return any(
        one.low in owning and any(question.alike(word, other) for word in question.behind)
        for one, other in pairwise(sentence.tokens)
    )


def _in_full(one: Told, question: Question, asked: Mapping[str, float], article: Article) -> Told:
    """With the question's words in other forms; for a reason also with those of the sentences to which it goes back."""

    def forms(n: int) -> set[str]:
        return _forms(question, asked, analysed(article.sentence(n), question.language.code))

    full = told.with_forms(one, forms(one.n))
    return told.meaning(full, map(forms, one.back)) if question.kind in ("reason", "time") else full


def _forms(question: Question, asked: Mapping[str, float], sentence: Analysed) -> set[str]:
    """The stems of the question that the sentence has in another form, or by another word."""
    wanted = {topic.stem(token.text.lower().partition(" ")[0]): token for token in question.meaning}
    found = {stem for stem, token in wanted.items() if stem in asked and question.has(sentence, token)}
    if question.kind == "agent":
        bought = (
            token for stem, token in wanted.items() if stem in asked and doers.receives(question, sentence, token)
        )
        found |= {topic.stem(token.text.lower()) for token in bought}
    if question.kind != "number" or question.counted is None:
        return found
    if question.counted.low in question.language.speech_acts:
        found |= ACTS.keys() & asked.keys()  # "how many charges" asks for no accuser
    return found | (
        {topic.stem(question.counted.text.lower())} & asked.keys()
    )  # what has no number of them does not fit


def _knows(known: Set[str], asked: Mapping[str, float]) -> bool:
    """The article has all names of the question, and of its other words all but a few, which may be put otherwise."""
    words = of_weight(asked, 1.0) - ACTS.keys()
    return known >= of_weight(asked, NAME) and len(words & known) >= _KNOWN * len(words)
