"""Answers: the sentences of an article that match a question best."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence, Set

from bot.article.article import Article
from bot.claims.evidence import analysed
from bot.claims.form import AnswerForm, AnswerPartForm, Form
from bot.readers.offline import names, tokens, topic
from bot.readers.offline.asked import Asked
from bot.readers.offline.language import Language

_MOST = 3
_MOST_DENIALS = 6  # where all denials are asked for
_NAME = 1.5  # a name in the question counts this much more than another word
_ENOUGH = 0.45  # share of the question's weight that the best sentence must hold
_ENOUGH_ACTING = 0.25  # the same where the sentence does what the question asks after
_NEAR = 0.6  # of the best score, for the others
_SPOKEN = 0.15  # what a sentence with a source is ahead where the question asks who
_ACTS = {
    "deny": ("denials.denies", "denials.denial_nouns", "denials.rejects"),
    "accuse": ("cues.accuse", "denials.accusations"),
}  # what is done by speaking, in all its words; the name of each is its stem
_SILENT = ("declines_comment", "no_response", "could_not_reach")


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
    denied = {n for denial in form.denials if denial.kind not in _SILENT for n in denial.sentences}
    sentences = _sentences(article, language, denied, plain="deny" not in asked)
    acts = asked.keys() & _ACTS.keys()
    sentences = _told_of(article, question, language, asked, sentences)
    scores = _scores(asked, sentences)
    acting = {n: scores[n] for n, stems in sentences if acts and acts <= stems}
    enough = _ENOUGH_ACTING if acting else _ENOUGH
    scores = acting or scores
    if not asked or max(scores.values(), default=0.0) < enough:
        return AnswerForm(told=False, parts=[])
    if _asks_who(question, language):
        spoken = denied.union(*(claim.sentences for claim in form.claims if claim.sources))
        scores = {n: score + _SPOKEN * (n in spoken and score > 0) for n, score in scores.items()}
    least = max(_NEAR * max(scores.values()), enough * 0.8)
    most = _MOST_DENIALS if "deny" in acts else _MOST
    chosen = sorted(n for n, _ in Counter(scores).most_common(most) if scores[n] >= least)
    return AnswerForm(told=True, parts=[AnswerPartForm(text="", sentences=[n]) for n in chosen])


def _told_of(
    article: Article,
    question: str,
    language: Language,
    asked: dict[str, float],
    sentences: Sequence[tuple[int, frozenset[str]]],
) -> list[tuple[int, frozenset[str]]]:
    """The sentences that have something of the kind that is asked after, each with all words of the question that it
    has in some form; none where the question has a word that the article lacks."""
    words = analysed(question, language.code)
    wanted = {topic.stem(words.tokens[i].low): words.tokens[i] for i in words.content}
    kind = Asked(words, language)
    found = []
    for n, stems in sentences:
        sentence = analysed(article.sentence(n), language.code)
        more = {stem for stem, token in wanted.items() if stem in asked and sentence.has(token)}
        found.append((n, stems | more, kind.fits(sentence)))
    known = frozenset().union(*(stems for _, stems, _ in found)) | _stems(article.title or "", language)
    if any(stem not in known for stem in asked if stem not in _ACTS):
        return []
    return [(n, stems) for n, stems, fits in found if fits]


def _sentences(
    article: Article, language: Language, denied: Set[int], *, plain: bool
) -> list[tuple[int, frozenset[str]]]:
    """Numbers and stems below the headline; whoever "denied the accusations" denies, and with `plain` no more."""
    met = {"accuse"} if plain else set()
    found = []
    for s in article.sentences[article.lead :]:
        stems = _stems(article.sentence(s.n), language)
        found.append((s.n, (stems - met) | {"deny"} if s.n in denied else stems))
    return found


def _asks_who(question: str, language: Language) -> bool:
    words = tokens.cut(question, 0, len(question))
    return any(word.low in language["grammar.who"] for word in words)


def _stems(text: str, language: Language) -> frozenset[str]:
    """The stems of the content words; "deny", "denies" and "denial" have one, as have "accused" and "accusation"."""
    words = tokens.cut(text, 0, len(text))
    done: set[str] = set()
    acts: set[str] = set()
    for name, lists in _ACTS.items():
        found = {word.low for word in words if any(word.low in language[entry] for entry in lists)}
        done |= {topic.stem(low) for low in found}
        acts |= {name} if found else set()
    return (topic.words(text, language) - done) | acts


def _weights(question: str, language: Language) -> dict[str, float]:
    """The stems of the question's content words; those of names weigh more."""
    words = tokens.cut(question, 0, len(question))
    asking = language["grammar.interrogatives"] | language["grammar.question_words"]
    kept = [word for word in words if word.low not in asking]
    stems = dict.fromkeys(_stems(" ".join(word.text for word in kept), language), 1.0)
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
