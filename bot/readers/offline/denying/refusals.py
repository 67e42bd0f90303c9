"""Refusals: denials with their sources, before it is known what they answer."""

from dataclasses import dataclass
from itertools import pairwise

from bot.claims.reading import SILENT
from bot.readers.offline.denying import traits
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.sourcing.sources import Sources
from bot.readers.offline.speech import entries
from bot.readers.offline.speech.entries import Entry
from bot.readers.offline.text import topic
from bot.readers.offline.text.passage import Passage

_HEAD = 3  # words among which "the allegations" stands
_LONGEST = 1000
SOON = 2  # sentences within which a denial by the same source only goes on


@dataclass(eq=False)
class Refusal:
    """`goes_on` tells that those who deny have denied just before, which this may only repeat."""

    denied: Denied
    sources: tuple[str, ...]
    sentences: list[int]
    answers: list[Entry]
    via: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    goes_on: bool = False


def take(refusals: list[Refusal], one: Denied, sources: Sources, passage: Passage) -> None:
    """Add a denial; none goes on from the headline into the body."""
    ids = entries.resolve(sources, one.sources, one.n, answers=True)
    last = refusals[-1] if refusals else None
    parted = last is not None and passage.lines[last.denied.n - 1].lead and not passage.lines[one.n - 1].lead
    goes_on = last is not None and not parted and last.sources == ids and _goes_on(last, one)
    via = entries.resolve(sources, one.via, one.n)
    voice = one.hearsay.voice if one.hearsay else None
    voices = entries.resolve(sources, (voice,), one.n) if voice else ()
    refusals.append(
        Refusal(one, ids, [one.n], [], tuple(id_ for id_ in via if id_ not in ids), voices, goes_on=goes_on)
    )


def _goes_on(last: Refusal, one: Denied) -> bool:
    """The same kind of denial soon after; one that needs somebody who said it goes on with the last only at once."""
    if last.denied.kind != one.kind or one.basis in ("contrary", "continued", "answer", "plea", "lying") or one.hearsay:
        return False
    if last.denied.basis != "stated" and one.basis == "stated":
        return False
    return one.n - last.denied.n <= (SOON if one.basis == "stated" else 1)


def without_lead(refusals: list[Refusal], passage: Passage) -> list[Refusal]:
    """Those in the headline only where the body has none, those in the heading of a live blog's entry where that has none."""
    kept = [refusal for refusal in refusals if not passage.lines[refusal.denied.n - 1].lead] or refusals
    latest: dict[tuple[int, bool], int] = {}
    for refusal in kept:
        entry = _entry(refusal, passage)
        latest[entry] = max(refusal.denied.n, latest.get(entry, 0))
    return [refusal for refusal in kept if not _heads(refusal, latest[_entry(refusal, passage)], passage)]


def _entry(refusal: Refusal, passage: Passage) -> tuple[int, bool]:
    """Its entry of a live blog, and whether it is a silence or a denial."""
    return passage.lines[refusal.denied.n - 1].entry, refusal.denied.kind in SILENT


def _heads(refusal: Refusal, latest: int, passage: Passage) -> bool:
    """It stands in the heading of its entry, and another of its sort in sentence `latest` behind."""
    return passage.lines[refusal.denied.n - 1].heads and latest > refusal.denied.n


def implied(refusal: Refusal, passage: Passage) -> str | None:
    """What is denied that nobody in the article says: "having met the minister"."""
    return None if refusal.answers else clause(refusal.denied, passage)


def clause(denied: Denied, passage: Passage) -> str | None:
    """What is denied, without its "that"; None where it begins with "the allegations"."""
    if denied.implied is None:
        return None
    text = passage.text[slice(*denied.implied)]
    first, _, rest = text.partition(" ")
    that, opening = passage.language["grammar.that"], [word.strip(",.;:") for word in text.lower().split()[:_HEAD]]
    inside = {word for before, word in pairwise(opening) if before not in that} & passage.language["denials.pointers"]
    head = {*opening} - inside  # "ihm das auferlegt zu haben" tells what was done
    if head & (
        passage.language["denials.of_matters"] | passage.language["denials.heads"] | passage.language["denials.figures"]
    ):
        return None
    if traits.of_words(text.lower().split(), passage.language):  # "using those words"
        return None
    text = rest if first.lower() in passage.language["grammar.that"] else text
    own = topic.words(text, passage.language) - {topic.stem(word) for word in passage.language["denials.generic"]}
    return text if own and len(text) <= _LONGEST else None
