"""Refusals: denials with their sources and the claims they answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.claims.reading import SILENT
from bot.readers.offline import choice, entries, selftold, topic
from bot.readers.offline.denied import Denied, Hearsay
from bot.readers.offline.entries import Entry
from bot.readers.offline.link import Link
from bot.readers.offline.links import Links
from bot.readers.offline.passage import Passage
from bot.readers.offline.sentence import Place
from bot.readers.offline.sources import Sources

_HEAD = 3  # words among which "the allegations" stands
_LONGEST = 1000
_SOON = 2  # sentences within which a denial by the same source only goes on


@dataclass(eq=False)
class Refusal:
    denied: Denied
    sources: tuple[str, ...]
    sentences: list[int]
    answers: list[Entry]
    via: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()


def take(refusals: list[Refusal], one: Denied, sources: Sources) -> None:
    """Add a denial, or let the last one go on by it."""
    ids = entries.resolve(sources, one.sources, one.n, answers=True)
    last = refusals[-1] if refusals else None
    if last is None or last.sources != ids or not _goes_on(last, one):
        via = entries.resolve(sources, one.via, one.n)
        voice = one.hearsay.voice if one.hearsay else None
        voices = entries.resolve(sources, (voice,), one.n) if voice else ()
        refusals.append(Refusal(one, ids, [one.n], [], tuple(id_ for id_ in via if id_ not in ids), voices))
    else:
        last.sentences.append(one.n)


def _goes_on(last: Refusal, one: Denied) -> bool:
    """The same kind of denial soon after; one that needs somebody who said it goes on with the last only at once."""
    if last.denied.kind != one.kind or one.basis in ("contrary", "continued") or one.hearsay:
        return False
    if last.denied.basis != "stated" and one.basis == "stated":
        return False
    return one.n - last.sentences[-1] <= (_SOON if one.basis == "stated" else 1)


def without_lead(refusals: list[Refusal], passage: Passage) -> list[Refusal]:
    """Those in the headline only where the body has none."""
    return [refusal for refusal in refusals if not passage.lines[refusal.denied.n - 1].lead] or refusals


def link(passage: Passage, refusals: Sequence[Refusal], claims: list[Entry], sources: Sources) -> list[Refusal]:
    """Give each denial the claims it answers; what nobody is named for joins `claims` as hearsay or own voice.

    Those are left out that deny nothing because nobody said it.
    """
    called = {form.id: [text for text in (form.name, form.role) if text] for form in sources.forms()}
    links = Links(passage, _spoken(claims), called)
    carrying = _Carrying(passage, claims)
    answered: dict[int, list[Entry]] = {}
    silent = {n for refusal in refusals if refusal.denied.kind in SILENT for n in refusal.sentences}
    kept: list[Refusal] = []
    for refusal in refusals:
        own = set(refusal.sources)
        follows = _follows(refusal, kept, passage)
        if refusal.denied.basis == "continued" and not follows:
            continue
        if kept and _told_on(refusal, kept[-1], links):
            if kept[-1].sources == refusal.sources:
                kept[-1].sentences.append(refusal.denied.n)
                continue
            refusal.answers = kept[-1].answers
            answered[refusal.denied.n] = refusal.answers
            kept.append(refusal)
            continue
        goes_on = follows and refusal.denied.basis != "sequel"
        if not links.borne(refusal.denied, own) and not (goes_on and links.touches(refusal.denied, own)):
            continue
        chosen = _chosen(refusal, links, passage, without=silent | {n for n, found in answered.items() if not found})
        if refusal.denied.basis == "continued" and _same_answer(kept[-1], chosen):
            kept[-1].sentences.append(refusal.denied.n)
            continue
        if not chosen and refusal.voices:
            refusal.answers = [carrying.hearsay(refusal)]
        elif chosen and chosen[0] in answered and not refusal.denied.embedded:
            refusal.answers = answered[chosen[0]]  # two who deny the same
        else:
            refusal.answers = [carrying.of(n, refusal) for n in chosen if n not in answered]
        answered[refusal.denied.n] = refusal.answers
        kept.append(refusal)
    return kept


def _told_on(refusal: Refusal, last: Refusal, links: Links) -> bool:
    """Who has just denied, or somebody else of their party, tells how it was: it answers the same."""
    between = range(last.sentences[-1] + 1, refusal.denied.n)
    if last.denied.kind in SILENT or len(between) >= _SOON or not links.unspoken(between):
        return False
    if between and (refusal.denied.basis != "account" or refusal.sources != last.sources):
        return False
    if not refusal.denied.retells or (
        refusal.denied.basis == "own deeds" and links.borne(refusal.denied, set(refusal.sources))
    ):
        return False
    if "excuse" in (refusal.denied.basis, refusal.denied.also):
        return refusal.sources == last.sources
    return links.of_party(refusal.denied, set(refusal.sources), set(last.sources))


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


def _chosen(refusal: Refusal, links: Links, passage: Passage, *, without: set[int]) -> list[int]:
    """The sentences that it answers; nothing that could be denied is said in those `without`."""
    denied, own = refusal.denied, set(refusal.sources)
    if denied.embedded:
        return [denied.n, *_repeated(refusal, links, denied.embedded)]
    tells = _tells_itself(refusal, passage)
    for found in (links.of(denied, own), links.ahead(denied, own)):
        known = [link for link in found if denied.kind in SILENT or link.n not in without]
        if selftold.on_something(denied, passage) and not any(link.generic or link.shares for link in known):
            continue
        if denied.hearsay:
            known = [link for link in known if _same_matter(link, denied.hearsay, passage)]
        chosen = choice.best(denied, choice.fitting(denied, known, tells=tells), several=_plural(denied, passage))
        told = selftold.silence(denied, passage) and not any(link.most or link.shares > 1 for link in known)
        if chosen and not told:
            return chosen
    return [denied.n] if selftold.silence(denied, passage) or selftold.words(denied, passage) else []


def _same_matter(link: Link, hearsay: Hearsay, passage: Passage) -> bool:
    """Somebody says most of it: more than one word of a clause, or the one word of "reports of a ransom"; or just
    said something to which "the suggestion that" goes back."""
    if hearsay.definite and link.claimed and 0 < link.gap <= _SOON:
        return True
    short = len(passage.text[slice(*hearsay.place)].split()) < _HEAD
    return link.most and (link.claimed or link.accuses) and (short or link.shares > 1)


def _repeated(refusal: Refusal, links: Links, told: Place) -> list[int]:
    """Where somebody else says what the sentence of the denial tells as well."""
    denied, own = replace(refusal.denied, matter=told, crux=None), set(refusal.sources)
    found = [*links.of(denied, own), *links.ahead(denied, own)]
    return [
        link.n for link in sorted(found, key=lambda link: -link.score) if link.most and link.claimed and link.shares > 1
    ][:1]


def _tells_itself(refusal: Refusal, passage: Passage) -> bool:
    """It has a clause for what it denies, in words of its own."""
    return refusal.denied.embedded is None and bool(_clause(refusal, passage))


def _clause(refusal: Refusal, passage: Passage) -> str | None:
    """What is denied, without its "that"; None where it begins with "the allegations"."""
    if refusal.denied.implied is None:
        return None
    text = passage.text[slice(*refusal.denied.implied)]
    first, _, rest = text.partition(" ")
    head = {word.strip(",.;:") for word in text.lower().split()[:_HEAD]}
    if head & (passage.language["denials.of_matters"] | passage.language["denials.heads"]):
        return None
    text = rest if first.lower() in passage.language["grammar.that"] else text
    own = topic.words(text, passage.language) - {topic.stem(word) for word in passage.language["denials.generic"]}
    return text if own and len(text) <= _LONGEST else None


def implied(refusal: Refusal, passage: Passage) -> str | None:
    """What is denied that nobody in the article says: "having met the minister"."""
    return None if refusal.answers else _clause(refusal, passage)


def _spoken(claims: Sequence[Entry]) -> dict[int, set[str]]:
    """The ids of the sources that speak in each sentence."""
    spoken: dict[int, set[str]] = {}
    for entry in claims:
        for n in entry.sentences:
            spoken.setdefault(n, set()).update(entry.sources)
    return spoken


def _plural(denied: Denied, passage: Passage) -> bool:
    """ "such allegations" may be several; "the claim that" is one."""
    if denied.matter is None or denied.embedded:
        return False
    words = [word.strip(".,;") for word in passage.text[slice(*denied.matter)].lower().split()]
    carriers = passage.language["denials.carriers"]
    return len(words) <= 4 and any(word in carriers and word.endswith(("s", "n")) for word in words)


class _Carrying:
    """The claims by the sentences that carry them; what nobody says joins them in the outlet's own voice."""

    def __init__(self, passage: Passage, claims: list[Entry]) -> None:
        self._passage = passage
        self._claims = claims
        self._in: dict[int, list[Entry]] = {}
        for entry in claims:
            for n in entry.sentences:
                self._in.setdefault(n, []).append(entry)

    def of(self, n: int, refusal: Refusal) -> Entry:
        """The claim of somebody else that sentence `n` carries, or a new one."""
        own = set(refusal.sources)
        embedded = selftold.place(refusal.denied, self._passage) if n == refusal.denied.n else None
        for entry in self._in.get(n, []):
            same = embedded is None or (entry.content[0] < embedded[1] and embedded[0] < entry.content[1])
            if same and not set(entry.sources) & own:
                return entry
        return self._add(entries.unattributed(self._passage, n, embedded), n)

    def hearsay(self, refusal: Refusal) -> Entry:
        """ "reports that he had resigned", in the name of the reports."""
        n, hearsay = refusal.denied.n, refusal.denied.hearsay
        assert hearsay is not None
        return self._add(entries.unattributed(self._passage, n, hearsay.place, refusal.voices), n)

    def _add(self, entry: Entry, n: int) -> Entry:
        self._claims.append(entry)
        self._in.setdefault(n, []).append(entry)
        return entry
