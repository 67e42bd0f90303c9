"""Links: which sentences a denial may answer, and what speaks for each."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from bot.claims.reading import SILENT
from bot.readers.offline.denying import officers, rulings, traits
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.denying.exchange import Exchange
from bot.readers.offline.denying.link import Link
from bot.readers.offline.denying.parties import Parties
from bot.readers.offline.denying.rating import RARE, Rating
from bot.readers.offline.speech import corrections, interview, mood
from bot.readers.offline.syntax.sentence import Place
from bot.readers.offline.syntax.stock import Matter, Stock
from bot.readers.offline.text import fullnames, tokens, topic
from bot.readers.offline.text.passage import Line, Passage

_REACH = 20
_SOON = ("answer", "plea", "opposite")  # what is told in plain facts answers what was said not long before
_ANSWERED = 8  # sentences
_AHEAD = 6  # sentences behind the denial in which the claim may stand
_SUBJECT = 3  # words among which a lawyer's client stands
_OWN = 3  # words that a denier's own earlier sentence must share to be what they take back


class Links:
    """Scores the sentences of one article; what costs work is done once."""

    def __init__(
        self,
        passage: Passage,
        spoken: Mapping[int, Set[str]],
        called: Mapping[str, Sequence[str]],
        accusing: Set[int] = frozenset(),
        cues: Mapping[int, Sequence[Place]] | None = None,
    ) -> None:
        """`spoken` has the ids of the sources that speak in each sentence, `called` the names and descriptions of each;
        somebody accuses in the sentences `accusing`, whatever their words; `cues` are their words for saying in each."""
        self._passage = passage
        self._spoken = spoken
        self._accusing = accusing
        self._body = sorted(n for n, ids in spoken.items() if ids and not passage.lines[n - 1].lead)
        self._called = called
        self._parties = Parties(passage, called)
        self._stock = Stock(passage, cues)
        self._exchange = Exchange(passage, spoken, self._parties, self._stock)
        self._questions = interview.questions(passage)
        self._parted: dict[frozenset[str], frozenset[str]] = {}
        self._mains: dict[frozenset[str], int] = {}
        self._ratings: dict[tuple[Denied, frozenset[str]], Rating] = {}
        self._of: dict[tuple[Denied, frozenset[str]], list[Link]] = {}

    def of(self, denial: Denied, own: Set[str]) -> list[Link]:
        """The sentences before the denial that it may answer, best first; `own` are the ids of who denies."""
        key = (denial, frozenset(own))
        if key not in self._of:
            party = self.side(own)
            self._of[key] = self._rated(denial, party, self._before(denial, party))
        return self._of[key]

    def ahead(self, denial: Denied, own: Set[str]) -> list[Link]:
        """Those behind it in which others say as much, or accuse of "this"."""
        own = self.side(own)
        lines = self._passage.lines[denial.n : denial.n + _AHEAD]
        found = self._rated(denial, own, [line for line in lines if self._claimed(line.n, own)])
        reported = self._reported_later(denial, own, lines)
        found = [replace(link, most=True) if link.n == reported else link for link in found]
        found = [replace(link, most=True) if link.gap == -1 and self._points_back(link.n) else link for link in found]
        return [link for link in found if link.most or link.shares > 1 or link.n == reported]

    def _reported_later(self, denial: Denied, own: Set[str], lines: Sequence[Line]) -> int:
        """The first report in the conditional behind a denial with which an article begins: "La ministre a démenti …. Selon La
        Sonde, elle aurait promis …"; 0 where there is none."""
        if denial.basis != "stated" or denial.kind in SILENT or 0 < self._main(own) < denial.n:
            return 0
        said = (line for line in lines if self._claimed(line.n, own))
        return next((line.n for line in said if mood.reported(line, self._passage.language)), 0)

    def side(self, own: Set[str]) -> frozenset[str]:
        """Those who deny, and who speaks for them or for whom they speak: none of them denies what another says."""
        key = frozenset(own)
        if key not in self._parted:
            self._parted[key] = key | self._parties.allies(own)
        return self._parted[key]

    def _points_back(self, n: int) -> bool:
        """ "It had been accused of this by …"."""
        line, pointers = self._passage.lines[n - 1], self._passage.language["denials.pointers"]
        found = line.tokens
        return self._stock.holds(line, "denials.accusing") and any(
            one.low in self._passage.language["grammar.accused_of"] and two.low in pointers
            for one, two in pairwise(found)
        )

    def borne(self, denial: Denied, own: Set[str]) -> bool:
        """Whether somebody said what this denies, so that it is a denial at all: in an interview, who asks."""
        asked = self.asked(denial)
        if asked is not None:
            return bool(asked) or (denial.basis == "stated" and denial.matter is not None)
        if ({denial.basis, denial.also} & {"answer", "plea"} and self._of_others(denial, own)) or self._decides(
            denial, own
        ):
            return False
        if denial.basis == "stated" or any(self._bears(link, denial) for link in self.of(denial, own)):
            return True
        if "turn" in (denial.basis, denial.also) and self._exchange.answers(
            denial, self.side(own), self.of(denial, own)
        ):
            return True
        told = denial.basis == "own deeds"  # the article may tell only then what it was about
        return told and any(link.shares > 1 and link.named and not link.negated for link in self.ahead(denial, own))

    def _decides(self, denial: Denied, own: Set[str]) -> bool:
        """A judge tells what was decided, of which nobody said anything against the judge."""
        called = [one for id_ in own for one in self._called.get(id_, ())]
        decides = rulings.told(denial, called, self._passage.language)
        return decides and not any(link.named and self._bears(link, denial) for link in self.of(denial, own))

    def _bears(self, link: Link, denial: Denied) -> bool:
        """For its own words; whose turn it is, no single sentence tells."""
        return link.bears(denial.basis) or (denial.also not in (None, "turn") and link.bears_out(denial))

    def _of_others(self, denial: Denied, own: Set[str]) -> bool:
        """What is told is a deed of the other side, which speaks too: it accuses in its turn. A lawyer tells of a client, who does
        not speak, or of a thing of which somebody just spoke."""
        lawyer = "plea" in (denial.basis, denial.also)
        start, end = denial.matter or (0, 0)
        first = tokens.cut(self._passage.text, start, end)[:_SUBJECT]
        speaking = frozenset[str]().union(*self._spoken.values()) - (frozenset() if lawyer else self.side(own))
        no_name = self._passage.language["grammar.determiners"] | self._passage.language["grammar.prepositions"]
        named = {
            topic.stem(low)
            for word in first
            if word.is_capital and word.low not in no_name
            for low in fullnames.words(word.text)
        }
        client = self._passage.language.pronouns | self._passage.language["denials.represented"]
        if lawyer and not named and not any(word.low in client for word in first):
            return not self._exchange.takes_up(denial, self.of(denial, own))
        return not named.isdisjoint(self._parties.words(speaking))

    def asked(self, denial: Denied) -> list[int] | None:
        """The sentences of an interviewer's question that accuse or report, or in which somebody says something, where the denial
        answers a question."""
        first = self._questions.get(denial.n)
        if first is None:
            return None
        asked = (line for line in self._passage.lines[first - 1 : denial.n] if line.n not in self._questions)
        return [line.n for line in asked if self._raises(line) or self._spoken.get(line.n)]

    def _raises(self, line: Line) -> bool:
        return self._stock.holds(line, "denials.accusing") or self._stock.holds(line, "denials.raising")

    def tells(self, denial: Denied, own: Set[str], n: int) -> bool:
        """The denial has words of what sentence `n` says."""
        found = next((link for link in (*self.of(denial, own), *self.ahead(denial, own)) if link.n == n), None)
        return found is not None and (found.half or found.telling or found.shares > 1)

    def called(self, own: Set[str]) -> frozenset[str]:
        """The stems of the words by which they go."""
        return self._parties.words(own, common=True)

    def same(self, denial: Denied, own: Set[str], n: int) -> bool:
        """What is denied is what sentence `n` denies: nothing that it names, or more than a word of it."""
        found = next((link for link in (*self.of(denial, own), *self.ahead(denial, own)) if link.n == n), None)
        return found is None or found.generic or found.half or found.shares > 1 or found.accuser

    def of_party(self, denial: Denied, own: Set[str], others: Set[str]) -> bool:
        """The same deny as `others`, or somebody of theirs."""
        return own == others or self._parties.together(denial, own, others)

    def officer(self, denial: Denied) -> bool:
        """Whoever has just denied is a body, and this is one of its people."""
        return officers.speak(denial, self._passage)

    def unspoken(self, between: Iterable[int]) -> bool:
        """Nobody speaks in these sentences."""
        return not any(self._spoken.get(n) for n in between)

    def touches(self, denial: Denied, own: Set[str]) -> bool:
        """Somebody else has said something, not long before, of what this speaks of."""
        return any(link.claimed and link.shares and link.gap <= _AHEAD for link in self.of(denial, own))

    def _before(self, denial: Denied, own: Set[str]) -> list[Line]:
        """Those in reach, the article's main claim, and those with a rare word of what is denied; what the deniers say
        themselves only where they take it back."""
        if denial.also is None and denial.basis in _SOON:
            return [
                line for line in self._passage.lines[max(0, denial.n - 1 - _ANSWERED) : denial.n - 1] if not line.lead
            ]
        first = max(0, denial.n - 1 - _REACH)
        matter = traits.matter(denial, self._passage)
        telling = [stem for stem in matter if self._stock.spread(stem, matter[stem]) <= RARE]
        rare = {n for stem in telling for n in self._stock.having(matter[stem])}
        far = sorted(n for n in rare | {self._main(own)} if 0 < n <= first)
        reach = [*(self._passage.lines[n - 1] for n in far), *self._passage.lines[first : denial.n - 1]]
        return [line for line in reach if not (self._told_by_nobody(line) or self._own_words(line, own, matter))]

    def _told_by_nobody(self, line: Line) -> bool:
        """A headline, a heading, or what the outlet says that it had wrong."""
        return line.lead or self._heading(line) or corrections.in_line(line, self._passage)

    def _heading(self, line: Line) -> bool:
        """Nobody speaks in it, and it ends in no mark or heads an entry of a live blog."""
        return not self._spoken.get(line.n) and (line.heads or self._passage.text[line.end - 1].isalnum())

    def _own_words(self, line: Line, own: Set[str], matter: Matter) -> bool:
        return self._alone(line.n, own) and len(self._stock.shared(matter, line)) < _OWN

    def _main(self, own: Set[str]) -> int:
        """The sentence in which somebody else speaks first; 0 where nobody does."""
        key = frozenset(own)
        if key not in self._mains:
            self._mains[key] = next((n for n in self._body if self._claimed(n, own)), 0)
        return self._mains[key]

    def _alone(self, n: int, own: Set[str]) -> bool:
        """Nobody but the deniers speaks in sentence `n`."""
        return bool(self._spoken.get(n)) and not self._claimed(n, own)

    def _claimed(self, n: int, own: Set[str]) -> bool:
        """Somebody else speaks in sentence `n`."""
        return bool(self._spoken.get(n, frozenset()) - own)

    def _rated(self, denial: Denied, own: Set[str], lines: Iterable[Line]) -> list[Link]:
        rating = self._rating(denial, own)
        main = self._main(own)
        same = (line for line in lines if not rating.of_another(line))
        found = (rating.of(line, main=line.n == main) for line in same)
        return sorted((link for link in found if not self._clears(link)), key=lambda link: -link.score)

    def _clears(self, link: Link) -> bool:
        """ "A court cleared Ahl of fraud" in nobody's words: Ahl denies no such thing."""
        line = self._passage.lines[link.n - 1]
        return link.named and not link.claimed and self._stock.holds(line, "denials.clearing")

    def _rating(self, denial: Denied, own: Set[str]) -> Rating:
        """Of what stands before the denial and of what stands behind it."""
        key = (denial, frozenset(own))
        if key not in self._ratings:
            self._ratings[key] = Rating(
                denial, own, self._passage, self._stock, self._parties, self._spoken, self._accusing
            )
        return self._ratings[key]
