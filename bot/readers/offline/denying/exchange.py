"""Exchanges: a party of whom others have spoken has its turn right behind what somebody else says.

News tells both sides one after the other, and the second seldom says "no": "The union said Acme had torn up the agreement. Acme
said the agreement had run out."
"""

from collections.abc import Mapping, Sequence, Set

from bot.readers.offline.denying import negations
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.denying.link import Link
from bot.readers.offline.denying.parties import Parties
from bot.readers.offline.syntax.stock import Stock
from bot.readers.offline.text import fullnames, tokens, topic
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Passage
from bot.readers.offline.text.tokens import Token

_SOON = 3  # sentences behind what the other side says
_EARLY = 14  # words among which the first clause has its verb
_NAME = 2  # words with which "Mr Silva" begins
_SUBJECT = 6  # words of "the roof of the old mill"


class Exchange:
    """Of one article; `spoken` has the ids of the sources that speak in each sentence."""

    def __init__(self, passage: Passage, spoken: Mapping[int, Set[str]], parties: Parties, stock: Stock) -> None:
        self._passage = passage
        self._spoken = spoken
        self._parties = parties
        self._stock = stock

    def answers(self, denial: Denied, side: Set[str], links: Sequence[Link]) -> bool:
        """What was is told by a party that comes right behind somebody else, or back to a thing of which others spoke; `links` are
        the sentences that it may answer."""
        said = self._said(denial)
        if (
            not (_past(said, self._passage.language) or self._told_now(denial))
            or self._names_itself(said, side)
            or self._unheard(denial, said)
        ):
            return False
        if self._in_turn(denial.n, side):
            return (denial.basis == "answer" and self._volley(denial.n, side)) or self._bears(denial, side, links)
        telling = [link for link in links if link.claimed and link.telling and link.gap > 0]
        return self._takes_up(denial, telling) and self._spoken_of(denial.n, side)

    def takes_up(self, denial: Denied, links: Sequence[Link]) -> bool:
        """It begins with a thing of which somebody else just spoke; `links` are the sentences that it may answer."""
        return self._takes_up(denial, [link for link in links if link.claimed and 0 < link.gap <= _SOON])

    def _bears(self, denial: Denied, side: Set[str], links: Sequence[Link]) -> bool:
        """What was just said is of those who have their turn or of what they tell, and they are a party; so they are where they
        name who said it."""
        near = [link for link in links if link.claimed and 0 < link.gap <= _SOON]
        just = [link for link in near if link.gap == 1 and link.telling and self._of_matter(link, denial)]
        if denial.basis != "answer":
            return (
                any(link.telling for link in near)
                and any(link.crux and not link.negated for link in near)
                and self._spoken_of(denial.n, side)
            )
        if any(link.accuser for link in just):
            return True
        of_them = any((link.named or link.owned) and (link.gap == 1 or link.shares) for link in near)
        if not (just or of_them or self._takes_up(denial, near)):
            return False
        return self._speaks_again(denial.n, side) or self._spoken_of(denial.n, side)

    def _said(self, denial: Denied) -> list[Token]:
        start, end = denial.matter or (0, 0)
        return [word for word in tokens.cut(self._passage.text, start, end) if word.is_word]

    def _told_now(self, denial: Denied) -> bool:
        """ "Says she has a bad knee": where saying is told in the present, so is what is the case."""
        language, line = self._passage.language, self._passage.lines[denial.n - 1]
        return any(token.low in language["denials.present_verbs"] for token in line.tokens)

    def _unheard(self, denial: Denied, said: Sequence[Token]) -> bool:
        """A "not" that denies nothing by itself, as in "did not dispute the ruling", does not so in its turn."""
        return denial.basis == "answer" and negations.main_negation(said, self._passage.language) is not None

    def _names_itself(self, said: Sequence[Token], side: Set[str]) -> bool:
        """Nobody is reported to speak of themselves by name: "he" is somebody else in "He said Silva had been dismissed"."""
        first = {low for word in said[:_NAME] if word.is_capital for low in fullnames.words(word.text)}
        return not self._parties.words(side).isdisjoint(map(topic.stem, first))

    def _subject(self, denial: Denied) -> Sequence[Token]:
        """The words with which it begins; those before the speaker in "The crates, he said, had held bread"."""
        said = self._said(denial)
        first = self._passage.lines[denial.n - 1].tokens
        comma = next((at for at, token in enumerate(first[: _SUBJECT + 1]) if token.text == ","), 0)
        if comma and said and first[comma].end <= said[0].start and self._passage.language.is_finite(said[0].low):
            return [*first[:comma], said[0]]
        return said

    def _in_turn(self, n: int, side: Set[str]) -> bool:
        """Somebody else spoke last, and praised nobody."""
        last = self._last_before(n)
        return last > 0 and bool(self._spoken[last] - side) and not self._favours(last)

    def _takes_up(self, denial: Denied, near: Sequence[Link]) -> bool:
        """It begins with "the crates", of which somebody just spoke."""
        head = _subject_head(self._subject(denial), self._passage.language)
        return head is not None and any(head in self._told(link) for link in near)

    def _told(self, link: Link) -> frozenset[str]:
        """The words of a sentence but for those by which its speakers go."""
        words = self._stock.words(self._passage.lines[link.n - 1])
        return words - self._parties.words(link.speakers, common=True)

    def _of_matter(self, link: Link, denial: Denied) -> bool:
        """They speak of the same thing, and not of "the memo" that says it."""
        return any(topic.stem(word.low) in self._told(link) for word in self._said(denial))

    def _last_before(self, n: int) -> int:
        """The nearest sentence before `n` in which somebody speaks, if it is near; else 0."""
        near = (line.n for line in reversed(self._passage.lines[max(0, n - 1 - _SOON) : n - 1]) if not line.lead)
        return next((at for at in near if self._spoken.get(at)), 0)

    def _favours(self, n: int) -> bool:
        """Who is praised or thanked has nothing to answer."""
        return self._stock.holds(self._passage.lines[n - 1], "denials.favouring")

    def _spoken_of(self, n: int, side: Set[str]) -> bool:
        """A sentence before names them, and not for its own speakers: "a second driver" is not "a driver"."""
        for word in self._parties.words(side, common=True):
            for at in self._stock.having(frozenset({word})):
                line, speaking = self._passage.lines[at - 1], self._spoken.get(at, frozenset())
                told = self._stock.words(line) - self._parties.of_others(line, side)
                if at < n and word in told - self._parties.words(speaking, common=True):
                    return True
        return False

    def _volley(self, n: int, side: Set[str]) -> bool:
        """They, somebody else and again they speak, sentence behind sentence."""
        at_once = self._last_before(n) == n - 1 and self._last_before(n - 1) == n - 2
        return at_once and self._speaks_again(n, side)

    def _speaks_again(self, n: int, side: Set[str]) -> bool:
        """They spoke right before the other did."""
        before = self._last_before(self._last_before(n))
        return before > 0 and bool(self._spoken[before] & side)


def _subject_head(words: Sequence[Token], language: Language) -> str | None:
    """The stem of "crates" in "that the crates had held bread"; None where the subject is nothing definite."""
    said = words[1:] if words and words[0].low in language["grammar.that"] else words
    if not said or said[0].low not in language["grammar.definite"]:
        return None
    ends = language["grammar.prepositions"] | language["grammar.auxiliaries"] | language["grammar.relative"]
    last = next(
        (at for at, word in enumerate(said[1:_SUBJECT], 1) if word.low in ends or language.is_finite(word.low)), 0
    )
    return topic.stem(said[last - 1].low) if last > 1 else None


def _past(words: Sequence[Token], language: Language) -> bool:
    """Its first verb tells what was: "was tested", "had run out"; not "is looking into it"."""
    present = language["grammar.passive"] | language["grammar.auxiliaries"]
    for word in words[:_EARLY]:
        if word.low in language["denials.past_helpers"]:
            return True
        if word.low in present and word.low != "'s":
            return False
        if language.is_finite(word.low) and not word.low.endswith("s"):
            return True
    return False
