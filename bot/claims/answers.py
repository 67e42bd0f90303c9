"""The parts of an answer, checked like restatements."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.article.article import Article
from bot.claims.answer import AnswerPart
from bot.claims.form import AnswerForm, AnswerPartForm, Complaint
from bot.claims.people.voices import Voice
from bot.claims.restatement import problems
from bot.claims.sourcing import Sourcing


@dataclass(frozen=True, slots=True)
class CheckedAnswer:
    """The parts that stand, how many had to be left out, and what is to be complained about."""

    parts: tuple[AnswerPart, ...]
    dropped: int
    complaints: tuple[Complaint, ...]


def check_answer(article: Article, form: AnswerForm, voices: Sequence[Voice] = ()) -> CheckedAnswer:
    """Never raises, whatever the form says."""
    sourcing = Sourcing(article, voices, {}) if voices else None
    checked = [_Checked.of(article, part, sourcing) for part in form.parts]
    parts = tuple(dict.fromkeys(each.stands(article) for each in checked if each.numbers)) if form.told else ()
    dropped = sum(not each.numbers for each in checked) if form.told else 0
    found = [
        Complaint(f"part {index}", problem) for index, each in enumerate(checked, start=1) for problem in each.problems
    ]
    if form.told and not form.parts:
        found.append(Complaint("answer", "`told` is true and there are no parts."))
    if not form.told and form.parts:
        found.append(Complaint("answer", "`told` is false and there are parts."))
    return CheckedAnswer(parts, dropped, tuple(found))


@dataclass(frozen=True, slots=True)
class _Checked:
    """A part with the sentences of its that exist; `wrong` is what its text says beside them."""

    form: AnswerPartForm
    numbers: tuple[int, ...]
    wrong: tuple[str, ...]
    last: int

    @classmethod
    def of(cls, article: Article, part: AnswerPartForm, sourcing: Sourcing | None) -> "_Checked":
        numbers = tuple(sorted({n for n in part.sentences if article.has(n)}))
        wrong = _wrong(article, part.text, numbers, sourcing) if numbers else []
        return cls(part, numbers, tuple(wrong), len(article.sentences))

    def stands(self, article: Article) -> AnswerPart:
        """With the article's own words where its own do not."""
        if not self.form.text.strip() or self.wrong:
            return AnswerPart(text=article.excerpt(self.numbers), sentences=self.numbers, wording="quoted")
        return AnswerPart(text=self.form.text.strip(), sentences=self.numbers)

    @property
    def problems(self) -> list[str]:
        missing = sorted(set(self.form.sentences).difference(self.numbers))
        found = [f"Sentence {n} does not exist; the last one is {self.last}." for n in missing]
        return [*found, *(self.wrong if self.numbers else ("It cites no existing sentence.",))]


def _wrong(article: Article, text: str, numbers: tuple[int, ...], sourcing: Sourcing | None) -> list[str]:
    found = list(problems(article, text, numbers))
    if sourcing is None:
        return found
    return found + sourcing.misquoted(text, numbers) + sourcing.untold(text, numbers)
