"""Links: which earlier sentences a denial answers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from bot.readers.offline import names, tokens, topic
from bot.readers.offline.denied import Denied
from bot.readers.offline.link import Link
from bot.readers.offline.passage import Line, Passage

_REACH = 20
_FAR = 6  # sentences from which on distance tells little
_SCOPE = 4  # words that a "not" turns into their contrary
_NEAR = 3
_OWN = 3  # words that a denier's own earlier sentence must share to be what they take back
SILENT = ("declines_comment", "no_response", "could_not_reach")


class Links:
    """Scores the sentences of one article; what costs work is done once."""

    def __init__(self, passage: Passage, spoken: Mapping[int, Set[str]]) -> None:
        """`spoken` has the ids of the sources that speak in each sentence."""
        self._passage = passage
        self._spoken = spoken
        self._body = sorted(n for n, ids in spoken.items() if ids and not passage.lines[n - 1].lead)
        self._topics: dict[int, frozenset[str]] = {}
        self._held: dict[tuple[str, int], bool] = {}
        self._counts: Counter[str] = Counter()
        self._same = [entry.split(":") for entry in passage.language["sources.capitals"]]

    def of(self, denial: Denied, deniers: Iterable[str], own: Set[str]) -> list[Link]:
        """The sentences that the denial may answer, best first.

        `deniers` are the names and descriptions of who denies, `own` their ids.
        """
        if denial.embedded:
            return [Link(denial.n, 100.0, accuses=True, raises=True)]
        return self._before(denial, deniers, own)

    def borne(self, denial: Denied, deniers: Iterable[str], own: Set[str]) -> bool:
        """Whether somebody said what this denies, so that it is a denial at all."""
        if denial.basis == "stated":
            return True
        return any(link.bears(denial.basis) for link in self._before(denial, deniers, own))

    def _before(self, denial: Denied, deniers: Iterable[str], own: Set[str]) -> list[Link]:
        """Those in the sentences before; what they say themselves only where they take it back."""
        matter, parties = self._matter(denial), self._parties(deniers, common=denial.kind in SILENT)
        first = max(0, denial.n - 1 - _REACH)
        main = next((n for n in self._body if self._claimed(n, own)), 0)
        reach = self._passage.lines[first : denial.n - 1]
        if 0 < main <= first:
            reach = (self._passage.lines[main - 1], *reach)
        found = []
        for line in reach:
            alone = bool(self._spoken.get(line.n)) and not self._claimed(line.n, own)
            if not (line.lead or (alone and len(matter & self._words(line)) < _OWN)):
                link = self._to(line, denial, matter, parties, claimed=self._claimed(line.n, own))
                found.append(replace(link, main=line.n == main))
        return sorted(found, key=lambda link: -link.score)

    def _claimed(self, n: int, own: Set[str]) -> bool:
        """Somebody else speaks in sentence `n`."""
        return bool(self._spoken.get(n, frozenset()) - own)

    def _to(
        self, line: Line, denial: Denied, matter: frozenset[str], parties: frozenset[str], *, claimed: bool
    ) -> Link:
        words = self._words(line)
        crux = self._crux(denial) & words
        return Link(
            line.n,
            self._score(denial, line, matter, parties) + 0.5 * claimed,
            gap=denial.n - line.n,
            generic=not matter,
            accuses=self._accuses(line),
            raises=self._raises(line),
            claimed=claimed,
            named=bool(parties & words),
            negated=bool(crux) and self._negated(line, crux),
            shares=len(matter & words),
            half=0 < len(matter) <= 2 * len(matter & words),
            crux=bool(crux),
        )

    def _matter(self, denial: Denied) -> frozenset[str]:
        if denial.matter is None:
            return frozenset()
        words = topic.words(self._passage.text[denial.matter[0] : denial.matter[1]], self._passage.language)
        empty = {
            topic.stem(word)
            for word in self._passage.language["denials.generic"] | self._passage.language["denials.reply_words"]
        }
        return words - empty

    def _negated(self, line: Line, crux: frozenset[str]) -> bool:
        """A "not" stands right before the words at the crux."""
        words = tokens.cut(self._passage.text, line.start, line.end)
        denying = self._passage.language["grammar.negations"]
        return any(
            word.low in denying and any(topic.stem(near.low) in crux for near in words[at + 1 : at + 1 + _SCOPE])
            for at, word in enumerate(words)
        )

    def _crux(self, denial: Denied) -> frozenset[str]:
        if denial.crux is None:
            return frozenset()
        return topic.words(self._passage.text[slice(*denial.crux)], self._passage.language)

    def _parties(self, deniers: Iterable[str], *, common: bool) -> frozenset[str]:
        """The words of the denier's names, with "Russia" for "Moscow"; `common` lets "the government" be one."""
        found = {word for name in deniers for word in names.words(name) if len(word) > 2}
        found |= {to for capital, to in self._same if capital in found}
        found |= {word[:-1] for word in found if word.endswith("an") and len(word) > 5}  # "Marevian" for "Marevia"
        proper = {word for word in found if word not in self._passage.language.nouns}
        return frozenset(topic.stem(word) for word in proper or (found if common else ()))

    def _score(self, denial: Denied, line: Line, matter: frozenset[str], parties: frozenset[str]) -> float:
        words = self._words(line)
        gap = denial.n - line.n
        score = min(6.0, sum(self._weight(word) for word in matter & words))
        score -= 0.3 * min(gap, _FAR) + 0.05 * max(0, gap - _FAR)
        score += 1.5 * bool(parties & words) + 1.5 * self._raises(line)
        if not matter and denial.kind not in SILENT and gap == 1:
            score += 1.5
        return score

    def _raises(self, line: Line) -> bool:
        return self._accuses(line) or self._holds(line, "denials.raising")

    def _accuses(self, line: Line) -> bool:
        return self._holds(line, "denials.accusing")

    def _holds(self, line: Line, name: str) -> bool:
        key = (name, line.n)
        if key not in self._held:
            words = self._passage.language[name]
            self._held[key] = any(token.low in words for token in line.tokens)
        return self._held[key]

    def _weight(self, word: str) -> float:
        """Rare words of the article tell more than those in every other sentence."""
        if not self._counts:
            for line in self._passage.lines:
                self._counts.update(self._words(line))
        return max(0.4, min(2.0, 4.0 / max(1, self._counts[word])))

    def _words(self, line: Line) -> frozenset[str]:
        if line.n not in self._topics:
            self._topics[line.n] = topic.words(self._passage.text[line.start : line.end], self._passage.language)
        return self._topics[line.n]


def best(denial: Denied, links: Sequence[Link], *, several: bool) -> list[int]:
    """The sentence that fits best and one that fits as well; with no matter of its own also the article's main claim.

    With `several` ("such allegations"): all that come near, charge somebody and carry a claim.
    """
    silent = denial.kind in SILENT
    main = [link.n for link in links if link.main and link.generic and (link.accuses or link.named)]
    if several:
        main = []
        links = [link for link in links if link.claimed and link.charges] or links
    if silent:
        links = _asked_about(links) or [link for link in links if link.n in main]
    if not links or (links[0].score <= 0 and not silent):
        return []
    reach, most = (3.0, 4) if several else (0.8, 2)
    chosen = [links[0].n, *(link.n for link in links[1:most] if link.score >= max(1.0, links[0].score - reach))]
    return [*chosen, *(n for n in main if n not in chosen)]


def _asked_about(links: Sequence[Link]) -> list[Link]:
    """Silence answers what was asked, else what the silent are accused of or named in, a question, or what was said just
    before; of claims that tell nothing of the silent, no more than the nearest."""
    near = sorted((link for link in links if link.claimed and link.gap <= _NEAR), key=lambda link: link.gap)
    ranks = (
        [link for link in links if link.shares],
        [link for link in links if link.accuses and link.named],
        [link for link in links if link.claimed and link.named],
        [link for link in links if link.raises],
        near[:1],
    )
    return next((rank for rank in ranks if rank), [])
