"""The parts of an answer, checked like restatements."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.article.article import Article
from bot.claims.answer import AnswerPart
from bot.claims.form import AnswerForm, AnswerPartForm, Complaint
from bot.claims.people.voices import Voice
from bot.claims.restatement import problems
from bot.claims.righting import Righting
from bot.claims.sourcing import Sourcing


@dataclass(frozen=True, slots=True)
class CheckedAnswer:
    """The parts that stand, how many had to be left out, and what is to be complained about."""

    parts: tuple[AnswerPart, ...]
    dropped: int
    complaints: tuple[Complaint, ...]


def check_answer(article: Article, form: AnswerForm, voices: Sequence[Voice] = ()) -> CheckedAnswer:
    """Never raises, whatever the form says."""
    against = _Against(article, Sourcing(article, voices, {}) if voices else None, Righting(article, voices))
    checked = [against.checked(part) for part in form.parts]
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
    """A part with the sentences that it stands for; `wrong` is what its text says beside them, or leaves out."""

    form: AnswerPartForm
    numbers: tuple[int, ...]
    wrong: tuple[str, ...]
    last: int

    def stands(self, article: Article) -> AnswerPart:
        """With the article's own words where its own do not."""
        if not self.form.text.strip() or self.wrong:
            return AnswerPart(text=article.excerpt(self.numbers), sentences=self.numbers, wording="quoted")
        return AnswerPart(text=self.form.text.strip(), sentences=self.numbers)

    @property
    def problems(self) -> list[str]:
        missing = sorted(n for n in set(self.form.sentences) if not 0 < n <= self.last)
        found = [f"Sentence {n} does not exist; the last one is {self.last}." for n in missing]
        return [*found, *(self.wrong if self.numbers else ("It cites no existing sentence.",))]


@dataclass(frozen=True, slots=True)
class _Against:
    """What a part is held against; without `sourcing` nobody was heard."""

    article: Article
    sourcing: Sourcing | None
    righting: Righting

    def checked(self, part: AnswerPartForm) -> _Checked:
        cited = tuple(sorted({n for n in part.sentences if self.article.has(n)}))
        numbers = self.righting.with_what_rights(cited)
        wrong = self._wrong(part.text, cited) if cited else []
        return _Checked(part, numbers, tuple(wrong), len(self.article.sentences))

    def _wrong(self, text: str, numbers: tuple[int, ...]) -> list[str]:
        found = [*problems(self.article, text, numbers), *self.righting.problems(text, numbers)]
        if self.sourcing is None:
            return found
        return found + self.sourcing.misquoted(text, numbers) + self.sourcing.untold(text, numbers)
