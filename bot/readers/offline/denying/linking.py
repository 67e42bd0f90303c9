"""Linking: which claims each denial of an article answers."""

from collections.abc import Sequence
from dataclasses import replace

from bot.claims.reading import SILENT
from bot.readers.offline.denying import answered, choice, gainsaying, traits
from bot.readers.offline.denying.carrying import Carrying
from bot.readers.offline.denying.links import Links
from bot.readers.offline.denying.refusals import SOON, Refusal
from bot.readers.offline.sourcing.sources import Sources
from bot.readers.offline.speech.entries import Entry
from bot.readers.offline.syntax import cues
from bot.readers.offline.syntax.sentence import Place
from bot.readers.offline.text.passage import Passage

_OFFICERS = ("answer", "reply", "contrary")  # told by the people of a body right behind its denial
_APART = ("sequel", "answer", "plea", "opposite")  # none of these goes on with the denial before it


def link(passage: Passage, refusals: Sequence[Refusal], claims: list[Entry], sources: Sources) -> list[Refusal]:
    """Give each denial the claims it answers, and leave out what denies nothing because nobody said it.

    What nobody is named for joins `claims` as hearsay or own voice."""
    linking = _Linking(passage, refusals, claims, sources)
    for refusal in refusals:
        linking.take(refusal)
    return linking.kept


class _Linking:
    """The denials of an article, one after another; `kept` are those that answer something or stand for themselves."""

    def __init__(self, passage: Passage, refusals: Sequence[Refusal], claims: list[Entry], sources: Sources) -> None:
        called = {form.id: [text for text in (form.name, form.role) if text] for form in sources.forms()}
        self.kept: list[Refusal] = []
        self._passage = passage
        self._links = Links(passage, _spoken(claims), called, _accusing(claims), _cues(claims))
        self._carrying = Carrying(passage, claims)
        self._refused: dict[int, Refusal] = {}
        self._hollow = {n for refusal in refusals if refusal.denied.kind in SILENT for n in refusal.sentences}

    def take(self, refusal: Refusal) -> None:
        """Keep it with what it answers, let the last one go on by it, or leave it out."""
        if said := self._taken_back(refusal):
            self._keep(replace(refusal, sources=said[0].sources), said)
            return
        denied, follows = refusal.denied, _follows(refusal, self.kept, self._passage)
        if denied.basis == "continued" and not follows:
            return
        if self.kept and _told_on(refusal, self.kept[-1], self._links):
            self._go_on(refusal)
            return
        if not denied.embedded and self._repeats(refusal):
            self.kept[-1].sentences.append(denied.n)
            return
        if not self._is_borne(refusal, follows=follows):
            return
        chosen = self._chosen(refusal)
        if denied.vouches and not chosen:
            return
        if denied.basis == "continued" and _same_answer(self.kept[-1], chosen):
            self.kept[-1].sentences.append(denied.n)
        else:
            answers = self._answers(refusal, chosen)
            if answers or not chosen or denied.basis == "stated":
                self._keep(refusal, answers)  # else all that it answers is its own side's

    def _is_borne(self, refusal: Refusal, *, follows: bool) -> bool:
        """Something bears it out: somebody's words, or the denial that it `follows` and on whose matter it goes on."""
        denied, own = refusal.denied, set(refusal.sources)
        if self._links.borne(denied, own):
            return True
        goes_on = follows and denied.basis not in _APART and self._links.asked(denied) is None
        return goes_on and self._links.touches(denied, own)

    def _chosen(self, refusal: Refusal) -> list[int]:
        """The sentences that it answers; who vouches for a report answers nobody whose words it reports."""
        vouching = self._links.called(set(refusal.sources)) if refusal.denied.vouches else frozenset[str]()
        told = self._carrying.told_by(vouching)
        return answered.sentences(refusal, self._links, self._passage, without=self._hollow | told)

    def _taken_back(self, refusal: Refusal) -> list[Entry]:
        """What those who deny no longer say."""
        n = refusal.denied.withdraws
        if n == refusal.denied.n and refusal.voices:
            return [self._carrying.hearsay(refusal)]
        return self._carrying.said(n) if n else []

    def _repeats(self, refusal: Refusal) -> bool:
        """Who has just denied denies the same once more, in no words of another claim."""
        last = self.kept[-1] if self.kept else None
        if last is None or not refusal.goes_on or last.sources != refusal.sources:
            return False
        denied, own = refusal.denied, set(refusal.sources)
        if not self._links.borne(denied, own):
            return True
        chosen = self._chosen(refusal)
        if not chosen or _same_answer(last, chosen):
            return True
        return not (choice.plural(denied, self._passage) or self._links.tells(denied, own, chosen[0]))

    def _go_on(self, refusal: Refusal) -> None:
        """It answers what the last one answers, or is part of it where the same deny."""
        last = self.kept[-1]
        if last.sources == refusal.sources:
            last.sentences.append(refusal.denied.n)
        else:
            self._keep(refusal, last.answers)

    def _answers(self, refusal: Refusal, chosen: Sequence[int]) -> list[Entry]:
        if not chosen and refusal.voices:
            return [self._carrying.hearsay(refusal)]
        side = self._links.side(set(refusal.sources))
        if chosen and self._alike(chosen[0], refusal):
            if not self._links.same(refusal.denied, set(refusal.sources), chosen[0]):
                return []
            shared = self._refused[chosen[0]].answers  # two who deny the same
            if not refusal.denied.vouches and not any(side & set(entry.sources) for entry in shared):
                return shared
            return self._carrying.others(chosen[0], side)  # who denies a denial answers who made it
        found = (self._carrying.of(n, refusal, side) for n in chosen if not self._alike(n, refusal))
        return [entry for entry in found if entry is not None]

    def _alike(self, n: int, refusal: Refusal) -> bool:
        """Sentence `n` denies as well, and says nothing besides that this could answer."""
        earlier = self._refused.get(n)
        if earlier is None or refusal.denied.embedded:
            return False
        pointed = traits.demonstrates(refusal.denied, self._passage) or traits.that_figure(
            refusal.denied, self._passage
        )
        points = refusal.denied.basis == "pointing" or pointed
        counters = "counters" in (earlier.denied.kind, refusal.denied.kind)  # "Hill remembered it otherwise"
        negated = earlier.denied.crux is not None and not self._links.side(set(refusal.sources)) & set(earlier.sources)
        told = (
            refusal.denied.n - n == 1 and points and (counters or negated)
        )  # "said no pipe had burst": "that was wrong"
        told = (
            told or "figure" == earlier.denied.basis == refusal.denied.basis
        )  # "Hill spoke of 900." "Reed puts it at 60."
        told = told or (refusal.denied.kind in SILENT and _tells(earlier) and refusal.denied.n - n == 1)
        told = told or earlier.denied.basis == "topic" or gainsaying.negates(refusal.denied, earlier.denied)
        return not told and not self._carrying.beside(n, earlier.denied, set(refusal.sources))

    def _keep(self, refusal: Refusal, answers: list[Entry]) -> None:
        refusal.answers = answers
        self._refused[refusal.denied.n] = refusal
        if not answers:
            self._hollow.add(refusal.denied.n)
        self.kept.append(refusal)


def _told_on(refusal: Refusal, last: Refusal, links: Links) -> bool:
    """Who has just denied, or somebody else of their party, tells how it was: it answers the same."""
    between = range(last.sentences[-1] + 1, refusal.denied.n)
    if last.denied.kind in SILENT or len(between) >= SOON or not links.unspoken(between):
        return False
    if between and (refusal.denied.basis != "account" or refusal.sources != last.sources):
        return False
    tells = not between and last.denied.withdraws is None and refusal.denied.basis in _OFFICERS
    if tells and links.officer(refusal.denied):
        return refusal.sources != last.sources and not links.borne(refusal.denied, set(refusal.sources))
    if not refusal.denied.retells or (
        refusal.denied.basis == "own deeds" and links.borne(refusal.denied, set(refusal.sources))
    ):
        return False
    if "excuse" in (refusal.denied.basis, refusal.denied.also):
        return refusal.sources == last.sources
    return links.of_party(refusal.denied, set(refusal.sources), set(last.sources))


def _tells(refusal: Refusal) -> bool:
    """It answers by telling something, which others may be asked about."""
    return refusal.denied.kind == "counters" and refusal.denied.crux is None and refusal.denied.basis != "pointing"


def _same_answer(last: Refusal, chosen: Sequence[int]) -> bool:
    """It answers nothing, or what the denial before it answers."""
    return set(chosen) <= {n for entry in last.answers for n in entry.sentences}


def _follows(refusal: Refusal, kept: Sequence[Refusal], passage: Passage) -> bool:
    """A negated sentence right behind a denial, in its paragraph, goes on with it: "Acme rejected that. “No meter was ever
    off,” its head said."."""
    last = kept[-1] if kept else None
    if last is None or last.denied.kind in SILENT or refusal.denied.n - last.sentences[-1] != 1:
        return False
    here, before = passage.lines[refusal.denied.n - 1], passage.lines[last.sentences[-1] - 1]
    return here.paragraph == before.paragraph and not before.lead


def _spoken(claims: Sequence[Entry]) -> dict[int, set[str]]:
    """The ids of the sources that speak in each sentence."""
    spoken: dict[int, set[str]] = {}
    for entry in claims:
        for n in entry.sentences:
            spoken.setdefault(n, set()).update(entry.sources)
    return spoken


def _accusing(claims: Sequence[Entry]) -> frozenset[int]:
    """The sentences in which somebody accuses somebody, by verbs that do so in their place alone: "hielt ihm vor"."""
    return frozenset(n for entry in claims if entry.attribution.frame == "accuse" for n in entry.sentences[:1])


def _cues(claims: Sequence[Entry]) -> dict[int, list[Place]]:
    """The words by which somebody just says something, by sentence."""
    found: dict[int, list[Place]] = {}
    for one in (entry.attribution for entry in claims):
        if one.cue and one.frame in cues.SAYING:
            found.setdefault(one.n, []).append(one.cue)
    return found
