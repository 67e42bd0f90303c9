"""Rating: what of a sentence speaks for its being what a denial answers."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from typing import Any

from bot.claims.reading import SILENT
from bot.readers.offline.denying import figures, opposites, traits
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.denying.gainsaying import Gainsaying
from bot.readers.offline.denying.link import Link
from bot.readers.offline.denying.parties import Parties
from bot.readers.offline.denying.traits import Traits
from bot.readers.offline.speech import mood
from bot.readers.offline.syntax import cues, phrasing
from bot.readers.offline.syntax.stock import Stock
from bot.readers.offline.text import tokens, topic
from bot.readers.offline.text.passage import Line, Passage

_Told = Mapping[str, Any]
"""Fields of a link."""

_OPPOSED = 6  # sentences within which somebody says the opposite
_NEAR = 3  # sentences within which they need share no word
RARE = 3  # sentences, the denial's own among them, in which a telling word stands at most


class Rating:
    """Of one denial by the sources `own`: rates one sentence after another; what is the same for all is done once.

    `spoken` has the ids of the sources that speak in each sentence; somebody accuses in the sentences `accusing`.
    """

    def __init__(
        self,
        denial: Denied,
        own: Set[str],
        passage: Passage,
        stock: Stock,
        parties: Parties,
        spoken: Mapping[int, Set[str]],
        accusing: Set[int] = frozenset(),
    ) -> None:
        self._denial = denial
        self._own = own
        self._passage = passage
        self._stock = stock
        self._parties = parties
        self._spoken = spoken
        self._accusing = accusing
        self._accusers = parties.accusers(denial, own)
        self._claimants = parties.claimants(denial, self._accusers)
        self._owners = parties.owners(denial)
        self._deniers = _deniers(denial, own, parties)
        self._described = parties.descriptions(own) if _answers(denial) else []
        said = passage.text[slice(*denial.matter)] if denial.matter else ""
        words = tokens.cut(said, 0, len(said))
        self._opposing = opposites.of(words, passage.language) if _may_oppose(denial) else None
        self._gainsaying = Gainsaying(denial, passage)
        self._reports = denial.basis == "topic" or (denial.basis == "rival" and denial.crux is not None)
        self._unaware = denial.basis == "rival" and phrasing.holds(words, "denials.unknowing", passage.language)
        self._called = traits.called(said, passage.language)
        self._told = _without(traits.of(denial, passage), parties.words(self._claimants, common=True))

    def of(self, line: Line, *, main: bool) -> Link:
        """What the sentence has of the denial's matter, of whom it tells and who says it; it is the `main` claim or not. Made in
        one go: an article has thousands of these."""
        gap = self._denial.n - line.n
        beside = line.paragraph == self._passage.lines[self._denial.n - 1].paragraph
        speaking = self._spoken.get(line.n, frozenset[str]())
        others = frozenset(speaking - self._own)
        return Link(
            line.n,
            gap=gap,
            paragraph=line.paragraph,
            beside=beside,
            main=main,
            claimed=bool(others),
            speakers=others,
            accuser=bool(speaking & self._accusers),
            claimant=bool(speaking & self._claimants),
            opposed=bool(others) and self._opposed(line, gap),
            agreeing=self._unaware and opposites.untold(line, self._passage.language),
            reported=self._reports and mood.reported(line, self._passage.language),
            **self._numbered(line),
            **self._saying(line, claimed=bool(others)),
            **self._about(line, gap, claimed=bool(others)),
        )

    def of_another(self, line: Line) -> bool:
        """ "Contract number 1001" goes by another number than the one that is denied."""
        here = self._called and traits.called(self._passage.text[line.start : line.end], self._passage.language)
        shared = {noun for noun, _ in self._called & here} if here else set[str]()
        return any(noun not in shared for noun in {noun for noun, _ in self._called} & {noun for noun, _ in here or ()})

    def _opposed(self, line: Line, gap: int) -> bool:
        """It says that what is told was not so, and stands not far before."""
        if self._gainsaying.of(line, gap):
            return True
        if self._opposing is None or not 0 < gap <= _OPPOSED:
            return False
        shared = self._stock.shared(self._told.matter, line)
        accuses, language = self._stock.holds(line, "denials.accusing"), self._passage.language
        if self._opposing.all and self._stock.negated(line, frozenset(shared)):
            return True
        return opposites.answered(self._opposing, shared, line, language, near=gap <= _NEAR, accuses=accuses)

    def _saying(self, line: Line, *, claimed: bool) -> _Told:
        """What of the matter it has."""
        told, held = self._told, self._stock.senses(line)
        shared = self._stock.shared(told.matter, line)
        if not shared and claimed:
            line = self._topic(line)
            shared = self._stock.shared(told.matter, line)
        half = 0 < len(told.matter) <= 2 * len(shared)
        crux = frozenset(self._stock.shared(told.crux, line))
        crux = crux if half else crux & self._stock.words(line)
        return {
            "generic": not told.matter,
            "shares": len(shared),
            "half": half,
            "most": 0 < len(told.matter) < 2 * len(shared),
            "telling": any(self._stock.spread(stem, told.matter[stem]) <= RARE for stem in shared),
            "weight": sum(self._stock.weight(stem, told.matter[stem], line) for stem in shared),
            "crux": bool(crux),
            "negated": bool(crux) and self._stock.negated(line, crux),
            "act": bool(told.act & held),
            "counted": told.figures and self._counts(line, shared),
        }

    def _counts(self, line: Line, shared: Iterable[str]) -> bool:
        """A number stands in it, of what the denial counts where that is only people or money, and near what it counts where
        both name that: "three widows say that recordings were used" gives no number of recordings."""
        counted = [self._told.matter[stem] for stem in shared] if self._denial.basis == "figure" else []
        near = not counted or any(self._stock.counts_near(line, senses) for senses in counted)
        return near and self._stock.counts(line) and figures.of_unit(line, self._told.unit, self._passage.language)

    def _text(self, line: Line) -> str:
        return self._passage.text[line.start : line.end]

    def _numbered(self, line: Line) -> _Told:
        """ "Crane 1" is not meant where "crane 2" is denied."""
        own = self._told.numbers
        here = traits.numbers(self._text(line)) if own else frozenset[str]()
        return {"numbered": bool(own & here), "misnumbered": bool(here) and not own & here}

    def _topic(self, line: Line) -> Line:
        """The sentence whose words tell what this one is about: the one before it in its paragraph, in which nobody speaks, where
        it begins with a pronoun ("It says that …")."""
        before = self._passage.lines[max(0, line.n - 2)]
        apart = before.paragraph != line.paragraph or before.lead or bool(self._spoken.get(before.n))
        opening = next((token.low for token in line.tokens if token.is_word), "")
        return line if apart or opening not in self._passage.language.pronouns else before

    def _about(self, line: Line, gap: int, *, claimed: bool) -> _Told:
        """Whom it tells of, and how."""
        told, here = self._told, self._stock.words(line) - self._parties.of_others(line, self._own)
        if "answer" in (self._denial.basis, self._denial.also):
            here &= self._charged(line)
        apart = self._half_described(here)
        named = bool((self._deniers - apart) & here)
        nobodys = named and self._denial.basis == "stated" and not self._spoken.get(line.n)
        hearsay = nobodys and self._stock.holds(line, "denials.hearsay")
        accuses = self._stock.holds(line, "denials.accusing") or line.n in self._accusing
        generic = not told.matter
        near = self._denial.kind not in SILENT and generic and not told.charged
        return {
            "accuses": hearsay or accuses,
            "indicts": self._stock.holds(line, "denials.charging"),
            "doubted": self._stock.holds(line, "denials.doubting"),
            "asks": self._stock.holds(line, "denials.asked"),
            "raises": accuses or self._stock.holds(line, "denials.raising"),
            "named": named,
            "owned": bool((self._owners - apart) & here),
            "pronoun": any(token.low in told.pronouns for token in line.tokens),
            "pointed": near and gap == 1,
            "this": (told.this or (told.demonstrated and claimed)) and gap == 1,
            "charged": told.charged and generic and accuses,
        }

    def _half_described(self, here: Set[str]) -> Set[str]:
        """The words of those descriptions of which the sentence has less than half: "ward" alone, which all sections share, is not
        "the operator of the school in ward 3"."""
        return frozenset[str]().union(*(words for words in self._described if 2 * len(words & here) < len(words)))

    def _charged(self, line: Line) -> Set[str]:
        """The words beside a verb that accuses among which the accused stand: behind it, before it where it is passive."""
        passage, tokens = self._passage, line.tokens
        verbs = passage.language["denials.charging"] | passage.language["denials.doubting"]
        at = next((at for at, token in enumerate(tokens) if token.low in verbs), None)
        if at is None:
            return self._stock.words(line)
        that = any(token.low in passage.language["grammar.that"] for token in tokens[at + 1 : at + 2])
        passive = cues.is_passive(tokens, at, passage.language) and not that
        start, end = (line.start, tokens[at].start) if passive else (tokens[at].end, line.end)
        return topic.words(passage.text[start:end], passage.language)


def _answers(denial: Denied) -> bool:
    """Somebody was asked, and keeps silent or replies: whoever they are, what is said of them is meant."""
    return denial.kind in SILENT or "reply" in (denial.basis, denial.also)


def _may_oppose(denial: Denied) -> bool:
    return denial.matter is not None and denial.basis in opposites.MAY_BE


def _deniers(denial: Denied, own: Set[str], parties: Parties) -> frozenset[str]:
    """The words for who denies, where they retell or answer also those beside what they deny."""
    beside = denial.retells or denial.basis in ("answer", "rival")
    return parties.words(own, common=_answers(denial)) | (parties.beside(denial) if beside else frozenset())


def _without(told: Traits, named: Set[str]) -> Traits:
    """The matter without the words by which those go whose claim it is."""
    return replace(told, matter={stem: senses for stem, senses in told.matter.items() if stem not in named})
