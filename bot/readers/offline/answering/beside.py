"""Beside an answer: the sentences without which it does not tell what was asked."""

from collections.abc import Iterable, Sequence

from bot.article.article import Article
from bot.claims.form import Form
from bot.claims.reading import SILENT
from bot.readers.offline.answering.questions import Question
from bot.readers.offline.speech import interview
from bot.readers.offline.text import names, passage, tokens, topic
from bot.readers.offline.text.language import Language

_TURN = 2  # sentences of an answer in an interview
_BACK = 3  # sentences before "she" in which her name stands


def whole(chosen: Sequence[int], article: Article, question: Question, form: Form) -> list[int]:
    """The `chosen` sentences with what they would mislead without: the "I am not." or "They did." behind one, where it is
    taken back, the answer to an interviewer's question, and where who is asked the name behind "she"."""
    found = set(chosen) | {n + 1 for n in chosen if _is_bare(n + 1, article, question.language)}
    found |= {*with_taken_back(chosen, form)}
    if any(article.sentence(n).rstrip().endswith("?") for n in chosen):
        found = _answered(found, article, question.language)
    if question.kind == "agent":
        found |= {named for n in chosen for named in _named(n, article, question.language)}
    return sorted(found)


def with_taken_back(chosen: Sequence[int], form: Form) -> list[int]:
    """The `chosen` sentences with those in which who says so takes it back, and those with what they take back."""
    return sorted({*chosen, *(n for said in _taken_back(form) if said & {*chosen} for n in said)})


def _is_bare(n: int, article: Article, language: Language) -> bool:
    """Whether sentence `n` says all that it says of the one before it: several words, and no noun, name or full verb."""
    if not article.has(n):
        return False
    text = article.sentence(n)
    several = sum(token.is_word for token in tokens.cut(text, 0, len(text))) > 1
    return several and not topic.words(text, language)


def _taken_back(form: Form) -> Iterable[set[int]]:
    """The sentences of each claim that those who make it deny themselves, with those in which they do."""
    claims = {claim.id: claim for claim in form.claims if claim.sources}
    for denial in form.denials:
        own = [claims[id_] for id_ in denial.claims if id_ in claims and claims[id_].sources == denial.sources]
        if own and denial.kind not in SILENT:
            yield {*denial.sentences, *(n for claim in own for n in claim.sentences)}


def _answered(found: set[int], article: Article, language: Language) -> set[int]:
    turns = interview.questions(passage.of(article, language))
    asked: dict[int, list[int]] = {}
    for n, question in turns.items():
        asked.setdefault(question, []).append(n)
    behind = {question: answer for question, answer in asked.items() if found & set(range(question, answer[0]))}
    return found | {n for answer in behind.values() for n in answer[:_TURN]}


def _named(n: int, article: Article, language: Language) -> Iterable[int]:
    """The nearest sentence before "She demanded it" that names somebody; none where the sentence itself does."""
    words = tokens.cut(article.sentence(n), 0, len(article.sentence(n)))
    pronouns = language["grammar.he"] | language["grammar.she"] | language["grammar.they"]
    if not words or words[0].low not in pronouns:
        return ()
    seen = passage.of(article, language)
    before = reversed(seen.lines[max(0, n - 1 - _BACK) : n - 1])
    return [next((line.n for line in before if _names_person(line.tokens, seen)), n)]


def _names_person(found: Sequence[tokens.Token], seen: passage.Passage) -> bool:
    """ "Silke Ahrens", also behind a description written like a name: "Grünen-Abgeordnete Silke Ahrens"."""
    return any(
        run.last - run.core > 1 and names.is_person(found[run.last - 2 : run.last], seen.language)
        for run in names.runs(found, seen.language)
    )
