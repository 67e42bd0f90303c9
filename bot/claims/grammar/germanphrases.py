"""German phrases: where one ends, what its head is, and which words may be finite verbs."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.smallwords import AND, OF

GENITIVE = frozenset({"der", "des", "eines", "einer", "ihrer", "seiner", "ihres", "seines"})
_HEDGES = frozenset({"unlikely", "probable", "possible"})
_TURNING = ("elt", "elte", "elten", "tet", "tete", "teten", "laubt", "glaubte", "schatzt", "schatzte")
_ADJECTIVAL = ("e", "en", "er", "es", "em")


class Phrases:
    """Of one text; a part of it is given by the places of its words."""

    def __init__(self, text: Analysed) -> None:
        self.text = text
        self.words = text.words
        self.known = text.words.vocabulary

    def low(self, part: Sequence[int], k: int) -> str:
        return self.text.tokens[part[k]].low if 0 <= k < len(part) else ""

    def head(self, subject: Sequence[int]) -> Iterator[int]:
        """The nouns and names of the phrase, up to what only tells whose or where it is."""
        seen, whose, last = False, False, -1
        for i in subject:
            low = self.text.tokens[i].low
            apart = last >= 0 and i > last + 1  # "the head of the Greens, Merten Voßkuhl,"
            seen, last = (False if apart else seen), i
            whose = (whose and not apart) or (seen and low in self.words.prepositions | GENITIVE | OF)
            if not whose and self.text.tokens[i].capital and i in self.text.content:
                seen = True
                yield i

    def finite(self, index: int) -> bool:
        """A word that may be a finite verb."""
        token = self.text.tokens[index]
        if token.kind != "word" or token.capital:
            return False
        led = self.words.determiners | self.words.prepositions | self.known.fronting
        beside = index > 0 and self.text.tokens[index - 1].low in led
        within = self.inflected(index) and (beside or token.low.endswith(("er", "es", "em")))
        carries = index in self.text.content or self._doubts(index)
        plain = carries and not self.adverb(index) and not within
        return plain or token.low in self.known.helping

    def _doubts(self, index: int) -> bool:
        """ "bezweifelt", "erwartet": a verb that only turns what it takes."""
        hedges = any(op.name in _HEDGES and op.at == index for op in self.text.operators)
        return hedges and self.text.tokens[index].low.endswith(_TURNING)

    def inflected(self, index: int) -> bool:
        """With the ending of an adjective, and a noun behind."""
        token, after = self.text.tokens[index], self.text.tokens[index + 1 : index + 2]
        small = token.low in self.words.pronouns
        return bool(after) and after[0].capital and token.low.endswith(_ADJECTIVAL) and not small

    def adverb(self, index: int) -> bool:
        token, words = self.text.tokens[index], self.words
        small = token.low in words.function - self.known.helping - words.determiners - words.prepositions
        return token.kind == "word" and not token.capital and small

    def oblique(self, part: Sequence[int], k: int) -> bool:
        led = self.known.oblique | self.words.prepositions | self.known.fronting | self.known.objective
        return self.low(part, k) in led

    def plain_form(self, part: Sequence[int], k: int) -> bool:
        """An infinitive or a participle, if it is no plural of the present: "empfohlen", not "sagten"."""
        low = self.low(part, k)
        return low.endswith("en") and not low.endswith("ten") and low not in self.known.helping

    def phrase(self, part: Sequence[int], start: int) -> int:
        """Behind the noun phrase that begins there; 0 where none does."""
        words, named = self.words, 0
        for k in range(start, len(part)):
            token = self.text.tokens[part[k]]
            led = self.low(part, k - 1) in words.prepositions | AND
            if led and self.adverb(part[k]) and k > start:
                continue  # "für rund 300 Euro"
            ends = token.kind == "number" or (token.low in words.determiners - GENITIVE and not led)
            if (named and ends) or (token.low in words.prepositions | self.known.fronting and not named):
                break
            small = token.first and token.low in words.prepositions | words.determiners | self.known.fronting
            if (token.capital and not small) or token.kind == "number" or token.low == "-":
                named = k + 1
            elif token.low not in words.determiners | words.prepositions | AND and not self.adjective(part, k):
                break
        return named

    def adjective(self, part: Sequence[int], k: int) -> bool:
        """Between an article or a preposition and a noun, or first: "viele Pendler"; no "sagte Taschner"."""
        led = self.words.determiners | self.words.prepositions | self.known.fronting
        past = self.low(part, k).endswith(("te", "ten")) or self.low(part, k) in self.words.reporting
        first = k == 0 and not past and self.low(part, k) not in self.known.helping
        return (first or self.low(part, k - 1) in led) and self.inflected(part[k])
