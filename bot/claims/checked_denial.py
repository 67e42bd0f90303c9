"""One denial of a form, checked: what stands of it."""

from collections.abc import Mapping

from bot.article.article import Article
from bot.claims.form import DenialForm, Form
from bot.claims.reading import Denial
from bot.claims.references import References
from bot.claims.restatement import problems
from bot.claims.sourcing import Told


class DenialCheck:
    """`claim_ids` tells where each id of the form went; `language` is the one that was asked for."""

    def __init__(
        self, article: Article, form: Form, refers: References, claim_ids: Mapping[str, str], language: str | None
    ) -> None:
        self._article = article
        self._known = {claim.id for claim in form.claims}
        self._refers = refers
        self._claim_ids = claim_ids
        self._language = language

    def denial(self, item: str, form: DenialForm) -> Denial | None:
        """None when it has no sentence or no source left."""
        numbers = self._refers.numbers(item, form.sentences)
        sources = self._refers.sources(item, form.sources)
        if not numbers or (form.sources and not sources):
            return None
        for claim_id in form.claims:
            if claim_id not in self._known:
                self._refers.complain(item, f"There is no claim {claim_id}.")
        via = tuple(s for s in self._refers.sources(item, form.via) if s not in sources)
        told = self._refers.sourced(item, Told(sources, via, numbers, denies=True))
        if told is None:
            return None
        return Denial(
            id=item,
            sources=told.sources,
            via=told.via,
            kind=form.kind,
            claims=tuple(dict.fromkeys(self._claim_ids[c] for c in form.claims if c in self._claim_ids)),
            implied_claim=self._implied(item, form.implied, numbers),
            sentences=numbers,
        )

    def _implied(self, item: str, text: str | None, numbers: tuple[int, ...]) -> str | None:
        if not text or not text.strip():
            return None
        found = problems(self._article, text, numbers, denied=True, language=self._language)
        for problem in found:
            self._refers.complain(item, f"`implied`: {problem}")
        return None if found else text.strip()
