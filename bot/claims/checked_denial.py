"""One denial of a form, checked: what stands of it."""

from collections.abc import Mapping, Sequence

from bot.article.article import Article
from bot.claims.denying import Denied, Denying
from bot.claims.form import DenialForm, Form
from bot.claims.reading import SILENT, Claim, Denial, DenialKind
from bot.claims.references import References
from bot.claims.restatement import problems
from bot.claims.told import Told

_NO_SILENCE = "Its sentences do not tell that somebody kept silent."
_NO_DENIAL = "Its sentences deny nothing; where they tell another story about what it answers, its kind is `counters`."


class DenialCheck:
    """`claims` are those that stand, by their ids in the form; `language` is the one that was asked for; without `denying`,
    which hears who denies, a denial is believed to be one.
    """

    def __init__(
        self,
        article: Article,
        form: Form,
        refers: References,
        denying: Denying | None,
        claims: Mapping[str, Claim],
        language: str | None,
    ) -> None:
        self._article = article
        self._known = {claim.id for claim in form.claims}
        self._refers = refers
        self._denying = denying
        self._claims = claims
        self._language = language

    def denial(self, item: str, form: DenialForm) -> Denial | None:
        """None when it has no sentence or no source left, or its sentences deny nothing."""
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
        implied = self._implied(item, form.implied, numbers)
        answered = self._answered(item, form, told, implied)
        kind = self._kind(item, form.kind, told, answered, implied) if answered is not None else None
        if kind is None or answered is None:
            return None
        return Denial(
            id=item,
            sources=told.sources,
            via=told.via,
            kind=kind,
            claims=tuple(claim.id for claim in answered),
            implied_claim=implied,
            sentences=numbers,
        )

    def _answered(self, item: str, form: DenialForm, told: Told, implied: str | None) -> list[Claim] | None:
        """The claims that it answers, without those that only the deniers make and do not take back; None where these were all."""
        claims = list({self._claims[c].id: self._claims[c] for c in form.claims if c in self._claims}.values())
        if self._denying is None or form.kind in SILENT:
            return claims
        others = [claim for claim in claims if not (claim.sources and set(claim.sources) <= set(told.sources))]
        if taken_back := [claim for claim in claims if self._denying.takes_back(told.numbers, claim)]:
            return taken_back
        if claims and not others and not implied and not self._denying.heard(told.numbers):
            self._refers.complain(item, "Nobody denies what only they claim.")
            return None
        return [claim for claim in others if self._tied(item, claim, told, self._denying)]

    def _tied(self, item: str, claim: Claim, told: Told, denying: Denying) -> bool:
        """Whether it may answer the claim."""
        deniers, claimants = self._refers.called(told.sources), self._refers.called(claim.sources)
        tied = denying.may_answer(told.numbers, claim, deniers, claimants)
        if not tied:
            self._refers.complain(item, f"Its sentences do not speak of the claim in {_listed(claim.sentences)}.")
        return tied

    def _kind(
        self, item: str, stated: DenialKind, told: Told, answered: Sequence[Claim], implied: str | None
    ) -> DenialKind | None:
        if self._denying is None:
            return stated
        if any(self._denying.takes_back(told.numbers, claim) for claim in answered):
            return "denies" if stated in SILENT else stated
        sentences = tuple(claim.sentences for claim in answered)
        names, called = self._refers.names(told.sources), self._refers.called(told.sources)
        kind = self._denying.kind(Denied(stated, told.numbers, names, sentences, called, implied=implied is not None))
        if kind is None:
            self._refers.complain(item, _NO_SILENCE if stated in SILENT else _NO_DENIAL)
        return kind

    def _implied(self, item: str, text: str | None, numbers: tuple[int, ...]) -> str | None:
        if not text or not text.strip():
            return None
        found = problems(self._article, text, numbers, denied=True, language=self._language)
        for problem in found:
            self._refers.complain(item, f"`implied`: {problem}")
        return None if found else text.strip()


def _listed(numbers: Sequence[int]) -> str:
    return f"sentence{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"
