"""Noun phrases of an English sentence: where each begins and ends, and what "and" adds."""

from dataclasses import dataclass

from bot.claims.frames.parts import parts
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the indices of its words and of its last one, its head; or a pronoun. `told`: "who" or "which" stands
    behind it; `part`: it only tells of what another phrase says, "of 900 workers"; `owners`: the heads of those that
    "whose" before it may mean."""

    places: tuple[int, ...]
    head: int
    pronoun: bool = False
    told: bool = False
    part: bool = False
    owners: tuple[int, ...] = ()


class Phrases:
    """Those of one sentence."""

    def __init__(self, text: Analysed) -> None:
        self.text = text
        self.parts = parts(text)

    def ending_at(self, k: int) -> Phrase | None:
        """The noun phrase that ends at `k`."""
        if k >= 0 and self.parts[k] == "O":
            return Phrase((k,), k, pronoun=True)
        end = k
        while k >= 0 and (self.parts[k] in "ND" or (self.parts[k] in "qA" and k < end and self._inside(k))):
            opened = self.parts[k] == "D"
            k -= 1
            if opened and (k < 0 or self.parts[k] != "D" or self.text.tokens[k].low in WORDS.measures):
                if k >= 0 and self._owned(k):
                    continue
                break
        return self._phrase(range(k + 1, end + 1))

    def _owned(self, k: int) -> bool:
        """ "Brandt's own staff", "the owners' former lawyer": what stands before the determiner belongs to the phrase."""
        later = self.text.tokens[k + 1].low in WORDS.determiners - WORDS.opening
        return later and (self.text.tokens[k].possessive or self.text.tokens[k].low in "'’")

    def _inside(self, k: int) -> bool:
        """A mark or an adverb between words of one phrase: "the doctors' union", "a very long day"."""
        return k > 0 and self.parts[k - 1] in "ND" and self.parts[k + 1] in "ND"

    def beginning_at(self, k: int) -> Phrase | None:
        while k < len(self.parts) and self.parts[k] == "q":
            k += 1
        if k < len(self.parts) and self.parts[k] == "O":
            return Phrase((k,), k, pronoun=True)
        end = k
        while end < len(self.parts) and (self.parts[end] in "ND" or (self.parts[end] in "qA" and end > k)):
            if end > k and self._begins(end):
                break
            end += 1
        while end > k and self.parts[end - 1] in "qA":
            end -= 1
        return self._phrase(range(k, end))

    def _begins(self, k: int) -> bool:
        """Whether a second phrase begins: "cost the owner £8,000", "gave her dog the bone", "left the board last year"."""
        token, after = self.text.tokens[k], self.text.tokens[k + 1 : k + 2]
        sum_of_money = token.kind == "number" and bool(token.unit)
        dates = token.low in WORDS.recent and bool(after) and after[0].low in self.text.words.times
        behind = next((self.parts[i] for i in range(k - 1, -1, -1) if self.parts[i] not in "qA"), "")
        return behind == "N" and (token.low in WORDS.opening or sum_of_money or dates)

    def _phrase(self, places: range) -> Phrase | None:
        alone = len(places) == 1 and self.text.tokens[places[0]].low in WORDS.pointing
        return Phrase(tuple(places), places[-1], alone) if places else None

    def listed(self, phrase: Phrase) -> list[Phrase]:
        """With what "and" and commas add to it."""
        found = [phrase]
        k = phrase.places[-1] + 1
        while k + 1 < len(self.parts) and self.parts[k] in ",C" and self.text.tokens[k].low != "but":
            if self._closes_quotation(k + 1):
                break  # "we are saving it," Silva's director told
            k += 1 + (self.parts[k] == "," and self.text.tokens[k + 1].low in ("and", "or"))
            following = self.beginning_at(k)
            if following is None or self.begins_clause(following) or self._done_by(following):
                break
            found.append(following)
            k = following.places[-1] + 1
        return found

    def _closes_quotation(self, k: int) -> bool:
        quotes = [i for i in range(k + 1) if self.text.tokens[i].low == '"']
        return quotes[-1:] == [k] and len(quotes) % 2 == 0

    def begins_clause(self, phrase: Phrase) -> bool:
        """ "said Corvane had", "told the panel she had"."""
        end = self.past_adverbs(phrase.places[-1] + 1)
        return end < len(self.parts) and self.parts[end] in "XV"

    def _done_by(self, phrase: Phrase) -> bool:
        """ "the tablets were provided by the school and the software by the city"."""
        end = phrase.places[-1] + 1
        return end < len(self.parts) and self.text.tokens[end].low in self.text.words.by

    def timed(self, phrase: Phrase) -> bool:
        """ "last year", "40 minutes"."""
        head = self.text.tokens[phrase.head]
        return (head.kind == "number" and head.unit in WORDS.durations) or self.text.tokens[
            phrase.head
        ].low in self.text.words.times | self.text.words.dates

    def behind(self, k: int) -> Phrase | None:
        """That which begins behind `k`, past adverbs."""
        return self.beginning_at(self.past_adverbs(k + 1))

    def past_adverbs(self, k: int) -> int:
        while k < len(self.parts) and self.parts[k] in "Aq":
            k += 1
        return k
