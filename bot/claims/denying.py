"""Denying: whether the sentences of a denial deny, and of which kind, by what contradicts or keeps silent in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.article.article import Article
from bot.claims.grammar.evidence import analysed, evidence
from bot.claims.grammar.tense import later
from bot.claims.people.voices import Voice
from bot.claims.reading import SILENT, Claim, DenialKind
from bot.claims.righting import Righting
from bot.claims.rules.opposition import opposition
from bot.claims.rules.stories import Story
from bot.claims.rules.ties import Tie, named

_OPENING = 3  # sentences below the headline with what the article is about
_RETOLD: tuple[DenialKind, ...] = ("counters", "partly_denies")


@dataclass(frozen=True, slots=True)
class Denied:
    """What a reader calls a denial: of which kind, in sentences `numbers`, by the bearers of `names`, of claims that others make
    in the sentences `answered`; `called` are their roles too, `implied` where the denial itself tells what is denied.
    """

    kind: DenialKind
    numbers: tuple[int, ...]
    names: tuple[str, ...] = ()
    answered: tuple[tuple[int, ...], ...] = ()
    called: tuple[str, ...] = ()
    implied: bool = False


class Denying:
    """By the voices of an article."""

    def __init__(self, article: Article, voices: Sequence[Voice]) -> None:
        self._article = article
        self._language = evidence(article, [1]).language
        self._silence = {voice.n: voice.silence for voice in voices if voice.silence}
        self._contrary = {voice.n: voice.contrary for voice in voices if voice.contrary}
        self._denied = {voice.n for voice in voices if voice.denies}
        self._accounts = [voice for voice in voices if voice.account]
        self._clauses = {voice.n: voice.clause for voice in voices if voice.clause}
        self._vouching = {voice.n for voice in voices if voice.vouches}
        self._righting = Righting(article, voices)

    def heard(self, numbers: Iterable[int]) -> bool:
        """Whether rules hear somebody deny in one of the sentences."""
        return not self._denied.isdisjoint(numbers)

    def takes_back(self, numbers: Sequence[int], claim: Claim) -> bool:
        """Whether the sentences tell that those who say the claim no longer do."""
        return self._righting.takes_back(numbers, claim.sentences)

    def taken_back(self, claim: Claim) -> tuple[int, ...]:
        """The sentences that tell that those who say the claim no longer do, where its own do not."""
        return self._righting.taken_back(claim.sentences)

    def may_answer(
        self, numbers: Sequence[int], claim: Claim, deniers: Iterable[str], claimants: Iterable[str]
    ) -> bool:
        """Whether what is denied in sentences `numbers` can be the claim, by the names and roles of both parties."""
        if self._vouching.issuperset(numbers) and self._righting.concerns(claim.sentences):
            return False  # who stands by a report that somebody has taken back does not deny it
        told = f"{self._article.passage(claim.sentences)} {claim.text if claim.wording == 'restated' else ''}"
        against = opposition(self._article.passage(numbers), told, deniers, self._language)
        spans = [self._clauses[n] for n in numbers if n in self._clauses]
        said = " ".join(self._article.text[start:end] for start, end in spans)
        denied = opposition(said, told, deniers, self._language) if said else None
        opening = self._article.lead + _OPENING
        return Tie(against, numbers, claim.sentences, deniers, claimants, denied, opening).holds()

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
        if contrary and any(not set(numbers).isdisjoint(denied.numbers) for numbers in denied.answered):
            return True
        stories = list(self._stories(denied, announced="answer" in contrary))
        behind = stories if contrary - {"perhaps"} else [story for story in stories if story.gap]
        if contrary and any(story.refutes(own="own" in contrary) for story in behind):
            return True
        retold = denied.kind in _RETOLD and any(story.retells() for story in stories)
        return retold or any(story.gap and story.against.opposed for story in stories)

    def _stories(self, denied: Denied, *, announced: bool) -> Iterator[Story]:
        """What the denial says to each claim that it answers."""
        said, facts = self._article.passage(denied.numbers), self._facts(denied.numbers)
        for numbers in denied.answered:
            claim, behind = self._article.passage(numbers), min(numbers) < min(denied.numbers)
            against = opposition(said, claim, denied.names, self._language, denied.called)
            told = opposition(facts, claim, denied.names, self._language) if facts else None
            gap = max(1, min(denied.numbers) - max(numbers)) if behind else 0
            yield Story(against, told, gap, announced, named(denied.called or denied.names, claim))

    def _facts(self, numbers: Sequence[int]) -> str:
        """What is told as facts in the sentences, in the words of those who tell it."""
        text = self._article.text
        spans = [text[start:end] for voice in self._accounts if voice.n in numbers for start, end in voice.content]
        return " ".join(span for span in spans if not later(analysed(span, self._language)))
