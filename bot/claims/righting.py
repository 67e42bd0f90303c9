"""Righting: what somebody takes back, or the outlet corrects, is not told without that."""

from collections.abc import Sequence

from bot.article.article import Article
from bot.claims.grammar.evidence import Analysed, analysed, evidence
from bot.claims.language.guessing import guess
from bot.claims.people.voices import Voice


class Righting:
    """By the voices of an article; nothing is known to be taken back without any."""

    def __init__(self, article: Article, voices: Sequence[Voice]) -> None:
        self._article = article
        self._righted = {voice.n: voice.righted for voice in voices if voice.righted}
        self._withdrawn = {voice.n for voice in voices if voice.withdrawn}

    def with_what_rights(self, numbers: Sequence[int]) -> tuple[int, ...]:
        """The same sentences, with those that take back what they tell."""
        return tuple(sorted({*numbers, *(r for n in numbers for r in self._lacking(n, numbers))}))

    def takes_back(self, numbers: Sequence[int], said: Sequence[int]) -> bool:
        """Whether sentences `numbers` take back what is told in those that are `said`."""
        return any(not set(self._righted.get(n, ())).isdisjoint(numbers) for n in said)

    def concerns(self, numbers: Sequence[int]) -> bool:
        """Whether one of the sentences is taken back, or takes something back."""
        return any(n in numbers or not set(righting).isdisjoint(numbers) for n, righting in self._righted.items())

    def taken_back(self, said: Sequence[int]) -> tuple[int, ...]:
        """Those that tell that who says what sentences `said` tell no longer does, where none of these tells it."""
        found = {r for n in said if n not in self._withdrawn for r in self._lacking(n, said)}
        return tuple(sorted(found))

    def problems(self, text: str, numbers: Sequence[int]) -> list[str]:
        """One sentence for each that is taken back while the text does not say so."""
        found = [
            f"Sentence {r} takes back what sentence {n} tells." for n in numbers for r in self._lacking(n, numbers)
        ]
        for n in numbers:
            righting = self._righted.get(n, ())
            if righting and n not in righting and set(righting) <= {*numbers} and not self._tells(text, n, righting):
                found.append(f"It does not tell that what sentence {n} says was taken back.")
        return found

    def _lacking(self, n: int, numbers: Sequence[int]) -> Sequence[int]:
        righting = self._righted.get(n, ())
        return () if set(righting) & {*numbers} else righting

    def _tells(self, text: str, n: int, righting: Sequence[int]) -> bool:
        """It has a word of what takes it back that is not among those of what is taken back."""
        language = evidence(self._article, [n]).language
        if (guess(text) or language) != language:
            return True
        said, wrong = analysed(text, language), analysed(self._article.sentence(n), language)
        right = [analysed(self._article.sentence(r), language) for r in righting]
        return any(_has(right, said, at) and not _has([wrong], said, at) for at in said.content)


def _has(sentences: Sequence[Analysed], said: Analysed, at: int) -> bool:
    return any(sentence.has(said.tokens[at]) for sentence in sentences)
