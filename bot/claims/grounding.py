"""From a filled form to a reading in which every word is grounded.

Sentence numbers exist, ids resolve, names stand in the article, and a restatement that says more, less or
something else than its sentences is replaced by those sentences. `complaints` tells a model about the same faults.
"""

from collections.abc import Sequence

from bot.article.article import Article
from bot.claims.answer import Answer
from bot.claims.answers import CheckedAnswer, check_answer
from bot.claims.checked import Checked, check
from bot.claims.form import AnswerDraft, AnswerForm, Complaint, Draft, Form
from bot.claims.people.voices import Voice
from bot.claims.reading import ReaderInfo, Reading

__all__ = ["answer_complaints", "answer_of", "complaints", "ground", "ground_answer", "reading_of"]


def ground(article: Article, draft: Draft, info: ReaderInfo, voices: Sequence[Voice] = ()) -> Reading:
    """The checked reading; never raises. Items that had to be left out are added to `dropped`.

    Sources and those who deny are held against `voices`; without any, they only have to stand in the article.
    """
    return reading_of(check(article, draft.form, draft.spans, info.language, voices), draft, info)


def reading_of(checked: Checked, draft: Draft, info: ReaderInfo) -> Reading:
    """The reading of a draft whose form was checked."""
    return Reading(
        claims=checked.claims,
        sources=checked.sources,
        denials=checked.denials,
        reader=info,
        usage=draft.usage,
        dropped=draft.dropped + checked.dropped,
    )


def complaints(
    article: Article, form: Form, language: str | None = None, voices: Sequence[Voice] = ()
) -> tuple[Complaint, ...]:
    """What a model that was to restate in `language` should mend, at most one complaint per fault, in the order of the form."""
    return check(article, form, {}, language, voices).complaints


def ground_answer(
    article: Article, question: str, draft: AnswerDraft, info: ReaderInfo, voices: Sequence[Voice] = ()
) -> Answer:
    """The checked answer: without a part that stands, the article does not tell."""
    return answer_of(check_answer(article, draft.form, voices), question, draft, info)


def answer_of(checked: CheckedAnswer, question: str, draft: AnswerDraft, info: ReaderInfo) -> Answer:
    """The answer of a draft whose form was checked."""
    return Answer(
        question=question,
        told=bool(checked.parts),
        parts=checked.parts,
        reader=info,
        usage=draft.usage,
        dropped=draft.dropped + checked.dropped,
        excerpt=draft.excerpt,
        cut=draft.cut,
    )


def answer_complaints(article: Article, form: AnswerForm, voices: Sequence[Voice] = ()) -> tuple[Complaint, ...]:
    return check_answer(article, form, voices).complaints
