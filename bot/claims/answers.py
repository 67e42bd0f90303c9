"""The parts of an answer, checked like restatements."""

from collections.abc import Sequence

from bot.article.article import Article
from bot.claims.answer import AnswerPart
from bot.claims.form import AnswerForm, AnswerPartForm, Complaint
from bot.claims.restatement import problems
from bot.claims.sourcing import Sourcing
from bot.claims.voices import Voice


def answer_reading(
    article: Article, form: AnswerForm, voices: Sequence[Voice] = ()
) -> tuple[tuple[AnswerPart, ...], int]:
    """The parts that stand, and how many had to be left out."""
    if not form.told:
        return (), 0
    parts: list[AnswerPart] = []
    for part in form.parts:
        numbers = tuple(sorted({n for n in part.sentences if article.has(n)}))
        if numbers:
            parts.append(_part(article, part.text, numbers, voices))
    return tuple(dict.fromkeys(parts)), len(form.parts) - len(parts)


def _part(article: Article, text: str, numbers: tuple[int, ...], voices: Sequence[Voice]) -> AnswerPart:
    if not text.strip() or _wrong(article, text, numbers, voices):
        return AnswerPart(text=article.passage(numbers), sentences=numbers, wording="quoted")
    return AnswerPart(text=text.strip(), sentences=numbers)


def _wrong(article: Article, text: str, numbers: tuple[int, ...], voices: Sequence[Voice]) -> list[str]:
    found = list(problems(article, text, numbers))
    return found + (Sourcing(article, voices, {}).misquoted(text, numbers) if voices else [])


def answer_problems(article: Article, form: AnswerForm, voices: Sequence[Voice] = ()) -> tuple[Complaint, ...]:
    found: list[Complaint] = []
    for index, part in enumerate(form.parts, start=1):
        found += [Complaint(f"part {index}", problem) for problem in _part_problems(article, part, voices)]
    if form.told and not form.parts:
        found.append(Complaint("answer", "`told` is true and there are no parts."))
    if not form.told and form.parts:
        found.append(Complaint("answer", "`told` is false and there are parts."))
    return tuple(found)


def _part_problems(article: Article, part: AnswerPartForm, voices: Sequence[Voice]) -> list[str]:
    numbers = tuple(sorted({n for n in part.sentences if article.has(n)}))
    missing = sorted({n for n in part.sentences if not article.has(n)})
    found = [f"Sentence {n} does not exist; the last one is {len(article.sentences)}." for n in missing]
    if not numbers:
        return [*found, "It cites no existing sentence."]
    return found + _wrong(article, part.text, numbers, voices)
