"""The parts of an answer, checked like restatements."""

from bot.article.article import Article
from bot.claims.answer import AnswerPart
from bot.claims.form import AnswerForm, AnswerPartForm, Complaint
from bot.claims.restatement import problems


def answer_reading(article: Article, form: AnswerForm) -> tuple[tuple[AnswerPart, ...], int]:
    """The parts that stand, and how many had to be left out."""
    if not form.told:
        return (), 0
    parts: list[AnswerPart] = []
    for part in form.parts:
        numbers = tuple(sorted({n for n in part.sentences if article.has(n)}))
        if numbers:
            parts.append(_part(article, part.text, numbers))
    return tuple(dict.fromkeys(parts)), len(form.parts) - len(parts)


def _part(article: Article, text: str, numbers: tuple[int, ...]) -> AnswerPart:
    if not text.strip() or problems(article, text, numbers):
        return AnswerPart(text=article.passage(numbers), sentences=numbers, wording="quoted")
    return AnswerPart(text=text.strip(), sentences=numbers)


def answer_problems(article: Article, form: AnswerForm) -> tuple[Complaint, ...]:
    found: list[Complaint] = []
    for index, part in enumerate(form.parts, start=1):
        found += [Complaint(f"part {index}", problem) for problem in _part_problems(article, part)]
    if form.told and not form.parts:
        found.append(Complaint("answer", "`told` is true and there are no parts."))
    if not form.told and form.parts:
        found.append(Complaint("answer", "`told` is false and there are parts."))
    return tuple(found)


def _part_problems(article: Article, part: AnswerPartForm) -> list[str]:
    numbers = tuple(sorted({n for n in part.sentences if article.has(n)}))
    missing = sorted({n for n in part.sentences if not article.has(n)})
    found = [f"Sentence {n} does not exist; the last one is {len(article.sentences)}." for n in missing]
    if not numbers:
        return [*found, "It cites no existing sentence."]
    return found + list(problems(article, part.text, numbers))
