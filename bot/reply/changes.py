"""What changed between two versions of an article, in words."""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.claims.changes import Changes, ClaimChange, DenialChange
from bot.claims.reading import Claim, Denial, Reading, Report
from bot.reply.catalogue import Words
from bot.reply.compose import byline_of, claim_item, heading_of
from bot.reply.denials import denial_line
from bot.reply.passage import web_address
from bot.reply.passages import Passages
from bot.reply.plain import phrase
from bot.reply.reply import ChangeGroup, ChangeItem, ChangesReply, Passage

_CLAIMS: Final = ("added", "gone", "reworded", "weakened", "strengthened")
_DENIALS: Final = ("added", "removed", "changed")


def changes_reply(
    before: Report, after: Report, found: Changes, words: Words, *, was_read: str, now_read: str, shelfmark: str = ""
) -> ChangesReply:
    """The groups that have something in them, each change with its passage in both versions.

    `was_read` and `now_read` say when the versions were read.
    """
    told = _Told(before, after, words)
    claims = [(f"claims_{kind}", [told.claim(c) for c in found.claims if c.kind == kind]) for kind in _CLAIMS]
    denials = [(f"denials_{kind}", [told.denial(d) for d in found.denials if d.kind == kind]) for kind in _DENIALS]
    groups = tuple(ChangeGroup(words(f"change.{name}"), tuple(items)) for name, items in (*claims, *denials) if items)
    counts = [words(f"change.{name}_count", n=len(items)) for name, items in (*claims, *denials) if items]
    lead = words("change.since" if groups else "change.none", was=was_read, now=now_read)
    return ChangesReply(
        heading=heading_of(after.article, words),
        url=web_address(after.article.address),
        byline=byline_of(after.article, words),
        lead=lead,
        counts=words("join.dot").join(counts),
        groups=groups,
        notes=tuple(_notes(before, after, words)),
        shelfmark=shelfmark,
        language=words.language,
    )


def _notes(before: Report, after: Report, words: Words) -> Iterable[str]:
    if (before.article.title or "") != (after.article.title or ""):
        yield words("change.title", was=heading_of(before.article, words))
    if before.reading.reader.name != after.reading.reader.name:
        yield words("change.readers")


class _Told:
    """Two versions, and what is said of them."""

    def __init__(self, before: Report, after: Report, words: Words) -> None:
        self._before, self._after, self._words = before, after, words
        self._was, self._now = Passages(before.article, longest=600), Passages(after.article, longest=600)

    def claim(self, change: ClaimChange) -> ChangeItem:
        sides = [
            (claim, report.reading)
            for claim, report in ((change.before, self._before), (change.after, self._after))
            if claim is not None
        ]
        facts = [_facts(claim, reading, self._words) for claim, reading in sides]
        claim, reading = sides[-1]
        return ChangeItem(
            claim_item(claim, reading, (), (), self._words).text,
            facts[0] if len(set(facts)) == 1 else self._words("change.turn", was=facts[0], now=facts[-1]),
            *self._passages(change),
        )

    def denial(self, change: DenialChange) -> ChangeItem:
        lines = [
            _denied(denial, report, self._words)
            for denial, report in ((change.before, self._before), (change.after, self._after))
            if denial is not None
        ]
        earlier = lines[0] if len(lines) > 1 else ""
        return ChangeItem(
            lines[-1], self._words("change.earlier", text=earlier) if earlier else "", *self._passages(change)
        )

    def _passages(self, change: ClaimChange | DenialChange) -> tuple[Sequence[Passage], Sequence[Passage]]:
        return self._was(change.was), self._now(change.now)


def _denied(denial: Denial, report: Report, words: Words) -> str:
    """Who denies what: no claim stands above it here, as in the list."""
    text = denial_line(denial, report.reading, Passages(report.article), words).text
    answered = [phrase(claim.text, 600) for claim in report.reading.claims if claim.id in denial.claims]
    if denial.implied_claim or not answered:
        return text
    return words("denial.implied", denial=text, claim=words("join.dot").join(answered))


def _facts(claim: Claim, reading: Reading, words: Words) -> str:
    item = claim_item(claim, reading, (), (), words)
    facts = words("join.dot").join(part for part in (item.footing, item.firmness) if part)
    return words("join.facts", who=item.who, facts=facts) if facts else item.who
