"""The checks with their ears: who speaks in an article is heard when a check first asks, and remembered."""

from collections.abc import Sequence
from dataclasses import replace

from bot.article.article import Article
from bot.claims.answers import CheckedAnswer, check_answer
from bot.claims.checked import Checked, check
from bot.claims.checked_claim import Spans
from bot.claims.form import AnswerForm, Form
from bot.claims.mentions import mentions
from bot.claims.people.voices import Hear, Voice, concerns_voices

_REMEMBERED = 32  # articles: to hear one takes longer than to check what was made of it


class Checks:
    """Sources are held against the voices that `hear` hears, unless a check is told that they come from the same rules."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._heard: dict[tuple[str, str | None], tuple[Voice, ...]] = {}

    def form(self, article: Article, form: Form, spans: Spans, language: str | None, *, by_rules: bool) -> Checked:
        """With mentions. Never raises, whatever the form says."""
        voices = self._voices(article) if not by_rules and concerns_voices(form) else ()
        checked = check(article, form, spans, language, voices)
        found = mentions(article, checked.claims, checked.sources, checked.denials)
        return replace(checked, mentions=found)

    def answer(self, article: Article, form: AnswerForm, *, by_rules: bool) -> CheckedAnswer:
        """Never raises, whatever the form says."""
        return check_answer(article, form, () if by_rules else self._voices(article))

    def _voices(self, article: Article) -> Sequence[Voice]:
        key = article.digest, article.language
        voices = self._heard.pop(key, None)
        if voices is None:
            voices = self._hear(article)
        while len(self._heard) >= _REMEMBERED:
            self._heard.pop(next(iter(self._heard)), None)
        self._heard[key] = voices
        return voices
