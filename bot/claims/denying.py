"""Denying: whether the sentences of a denial deny, and of which kind, by what contradicts or keeps silent in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.article.article import Article
from bot.claims.grammar.evidence import evidence
from bot.claims.people.voices import Voice
from bot.claims.reading import SILENT, Claim, DenialKind
from bot.claims.rules.opposition import Opposition, opposition
from bot.claims.rules.ties import Tie


@dataclass(frozen=True, slots=True)
class Denied:
    """What a reader calls a denial: of which kind, in sentences `numbers`, by the bearers of `names`, of claims that others make
    in the sentences `answered`; `implied` where the denial itself tells what is denied.
    """

    kind: DenialKind
    numbers: tuple[int, ...]
    names: tuple[str, ...] = ()
    answered: tuple[tuple[int, ...], ...] = ()
    implied: bool = False


class Denying:
    """By the voices of an article."""

    def __init__(self, article: Article, voices: Sequence[Voice]) -> None:
        self._article = article
        self._language = evidence(article, [1]).language
        self._silence = {voice.n: voice.silence for voice in voices if voice.silence}
        self._contrary = {voice.n: voice.contrary for voice in voices if voice.contrary}
        self._denied = {voice.n for voice in voices if voice.denies}

    def heard(self, numbers: Iterable[int]) -> bool:
        """Whether rules hear somebody deny in one of the sentences."""
        return not self._denied.isdisjoint(numbers)

    def may_answer(
        self, numbers: Sequence[int], claim: Claim, deniers: Iterable[str], claimants: Iterable[str]
    ) -> bool:
        """Whether what is denied in sentences `numbers` can be the claim, by the names and roles of both parties."""
        told = f"{self._article.passage(claim.sentences)} {claim.text if claim.wording == 'restated' else ''}"
        against = opposition(self._article.passage(numbers), told, deniers, self._language)
        return Tie(against, numbers, claim.sentences, deniers, claimants).holds()

    def kind(self, denied: Denied) -> DenialKind | None:
        """The kind that the sentences bear out: the one stated, or that of the silence which they tell; None for neither."""
        silences = [self._silence[n] for n in denied.numbers if n in self._silence]
        if denied.kind in silences or (denied.kind not in SILENT and self._contradicts(denied, bool(silences))):
            return denied.kind
        return silences[0] if silences else None

    def _contradicts(self, denied: Denied, silent: bool) -> bool:
        """By a word that does so whatever is said, or beside what it answers."""
        contrary = {self._contrary[n] for n in denied.numbers if n in self._contrary}
        if "plain" in contrary or (contrary and denied.implied):
            return True
        if silent and not contrary:
            return False
        said = self._article.passage(denied.numbers)
        for numbers in denied.answered:
            behind = min(numbers) < min(denied.numbers)
            against = opposition(said, self._article.passage(numbers), denied.names, self._language)
            if contrary and (against.turned or not set(numbers).isdisjoint(denied.numbers)):
                return True
            if against.concerned and ("own" in contrary or (contrary and behind and not against.agrees)):
                return True
            if behind and (against.opposed or (contrary and against.accused) or _other_story(denied, against)):
                return True
        return False


def _other_story(denied: Denied, against: Opposition) -> bool:
    """ "The film was on time", said of a claim about those who say so, or another sum; only where no more is stated than that."""
    told = against.measured or (against.concerned and against.related)
    return denied.kind == "counters" and told and not against.agrees
