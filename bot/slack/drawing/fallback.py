"""The `text` of a message: what a screen reader says and a notification shows."""

from collections.abc import Iterable
from datetime import datetime

from bot.reply.catalogue import Words, words
from bot.reply.dates import parted
from bot.reply.plain import shorten
from bot.reply.reply import AnswerReply, ChangesReply, ClaimItem, Note, ReadingReply, Reply
from bot.slack.drawing import limits
from bot.slack.drawing.escape import escape


def fallback(reply: Reply) -> str:
    """The reply in plain words, escaped, at most `limits.FALLBACK_TEXT` characters, cut at whole lines; never empty."""
    return "".join(map(_dated, parted(_said(reply, words(reply.language))))) or "…"


def _dated(piece: str | datetime) -> str:
    """https://docs.slack.dev/messaging/formatting-message-text#date-formatting: in the reader's own zone."""
    if isinstance(piece, str):
        return piece
    return f"<!date^{int(piece.timestamp())}^{limits.DATE_FORMAT}|{piece:%Y-%m-%d %H:%M} UTC>"


def _said(reply: Reply, said: Words) -> str:
    if isinstance(reply, ReadingReply):
        return _reading(reply, said)
    if isinstance(reply, AnswerReply):
        lines = [reply.lead, *(line.text for line in reply.lines), reply.note, reply.progress]
        return _cut(lines, said, "section.more_lines")
    if isinstance(reply, ChangesReply):
        return _cut(_changes(reply, said), said, "section.more_changes")
    return _cut(_note(reply), said, "section.more_entries")


def _reading(reply: ReadingReply, said: Words) -> str:
    head = [said("heading.fallback", title=reply.heading, byline=reply.byline) if reply.byline else reply.heading]
    head += [line for line in (reply.notice, reply.counts, reply.progress) if line]
    claims = [_claim(item, said) for item in reply.claims]
    own = [
        _with_denials(said("join.colon", a=said("section.own_voice"), b=item.text), item, said)
        for item in reply.own_voice
    ]
    others = [line.text for line in reply.other_denials]
    notes = [line for line in (*reply.notes[:3], reply.hint) if line]
    start = _cut([shorten(line, 350) for line in head], said, "section.more_lines", 1100)
    end = _cut([shorten(line, 250) for line in notes], said, "section.more_lines", 800)
    body = _cut(
        [*claims, *others, *own], said, "section.more_claims", limits.FALLBACK_TEXT - len(start) - len(end) - 150
    )
    return "\n".join(part for part in (start, body, end) if part)


def _claim(item: ClaimItem, said: Words) -> str:
    facts = said("join.dot").join(part for part in (item.footing, item.firmness) if part)
    who = shorten(item.who, 300)
    who = said("join.facts", who=who, facts=facts) if facts else who
    return _with_denials(said("join.colon", a=who, b=item.text), item, said)


def _with_denials(line: str, item: ClaimItem, said: Words) -> str:
    """No claim is said without those who deny it, nor without where else it was read."""
    elsewhere = (said("precedent.also") + each.title for each in item.precedents[:3])
    return said("join.dash").join((line, *(denial.text for denial in item.denials[:4]), *elsewhere))


def _changes(reply: ChangesReply, said: Words) -> Iterable[str]:
    yield from (shorten(line, 350) for line in (reply.heading, reply.lead, reply.counts))
    for group in reply.groups:
        yield from (said("join.colon", a=group.title, b=shorten(item.text, 400)) for item in group.items)
    yield from reply.notes[:3]


def _note(reply: Note) -> Iterable[str]:
    yield from (shorten(line, 1000) for line in reply.text.split("\n"))
    yield from (label for label, _ in reply.links)
    for item in (each for heading in reply.items for each in (heading, *heading.items)):
        yield " ".join(part for part in (item.text, item.detail) if part)
    if reply.more:
        yield words(reply.language)("section.more_entries", n=reply.more)


def _cut(lines: Iterable[str], said: Words, more: str, room: int = limits.FALLBACK_TEXT - 100) -> str:
    """Whole lines as far as there is room, then how many are left; never empty for something, never cut inside."""
    shown = [line for line in map(escape, lines) if line.strip()]
    taken: list[str] = []
    for i, line in enumerate(shown):
        if len(line) + 1 > room:
            return "\n".join([*taken, said(more, n=len(shown) - i)])
        room -= len(line) + 1
        taken.append(line)
    return "\n".join(taken)
