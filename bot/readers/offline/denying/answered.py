"""Answered: the sentences of an article that a denial answers."""

from collections.abc import Sequence
from dataclasses import replace

from bot.claims.reading import SILENT
from bot.readers.offline.denying import choice, polarity, selftold
from bot.readers.offline.denying.denied import Denied, Hearsay
from bot.readers.offline.denying.link import Link
from bot.readers.offline.denying.links import Links
from bot.readers.offline.denying.refusals import SOON, Refusal, clause
from bot.readers.offline.syntax.sentence import Place
from bot.readers.offline.text.passage import Passage

_SHORT = 3  # words of a matter that one word tells: "a ransom"


def sentences(refusal: Refusal, links: Links, passage: Passage, *, without: set[int]) -> list[int]:
    """The sentences that it answers; nothing that could be denied is said in those `without`."""
    denied, own = refusal.denied, set(refusal.sources)
    if denied.embedded:
        return [denied.n, *_repeated(refusal, links, denied.embedded)]
    asked = links.asked(denied)
    if asked is not None:
        return asked
    tells = _tells_itself(refusal, passage)
    for found in (links.of(denied, own), links.ahead(denied, own)):
        known = _deniable(denied, found, passage, without)
        chosen = choice.best(denied, choice.fitting(denied, known, tells=tells), passage)
        told = selftold.silence(denied, passage) and not any(link.most or link.shares > 1 for link in known)
        if chosen and not told:
            return [*chosen, *(link.n for link in links.ahead(denied, own) if link.refutes and link.n not in chosen)]
    return [denied.n] if selftold.silence(denied, passage) or selftold.words(denied, passage) else []


def _deniable(denied: Denied, found: Sequence[Link], passage: Passage, without: set[int]) -> list[Link]:
    """Those that it may deny; none where it is on something that none of them tells."""
    known = [link for link in found if denied.kind in SILENT or link.n not in without]
    if selftold.on_something(denied, passage) and not any(link.generic or link.shares for link in known):
        return []
    if selftold.question(denied, passage):
        known = [link for link in known if link.generic or link.on_its_matter]
    if denied.hearsay:
        known = [link for link in known if _same_matter(link, denied.hearsay, passage)]
    return [link for link in known if not (link.most and polarity.agrees(denied, passage.lines[link.n - 1], passage))]


def _same_matter(link: Link, hearsay: Hearsay, passage: Passage) -> bool:
    """Somebody says most of it: more than one word of a clause, or the one word of "reports of a ransom"; or just
    said something to which "the suggestion that" goes back."""
    if hearsay.definite and link.claimed and 0 < link.gap <= SOON:
        return True
    short = len(passage.text[slice(*hearsay.place)].split()) < _SHORT
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
    return refusal.denied.embedded is None and bool(clause(refusal.denied, passage))
