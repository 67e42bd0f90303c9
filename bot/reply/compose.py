"""From what was found to what is told: the one place that turns values into sentences."""

from collections import Counter
from typing import Literal

from bot.article.article import Article
from bot.claims.answer import Answer
from bot.claims.reading import Claim, Reading, Report
from bot.errors import ReaderUntold
from bot.reply.catalogue import Words
from bot.reply.counts import counts_line
from bot.reply.dates import day_of
from bot.reply.denials import denials_by_claim
from bot.reply.notes import (
    failure,
    help_note,
    invite_hint,
    left_out_note,
    progress_line,
    reading_line,
    receipt_line,
    recent_note,
    say,
    sentence,
)
from bot.reply.passage import web_address
from bot.reply.passages import Passages
from bot.reply.plain import marked, phrase
from bot.reply.reply import AnswerLine, AnswerReply, ClaimItem, DenialLine, Passage, ReadingReply
from bot.reply.who import firmness, footing, who_says

__all__ = [
    "answer_reply",
    "byline_of",
    "claim_item",
    "failure",
    "heading_of",
    "help_note",
    "invite_hint",
    "left_out_note",
    "progress_line",
    "reading_line",
    "reading_reply",
    "receipt_line",
    "recent_note",
    "say",
    "sentence",
]

Stage = Literal["reading", "checking"]
"""What a reader is at: it reads on, or is asked again about what did not hold."""


def reading_reply(report: Report, words: Words, *, growing: Stage | None = None, shelfmark: str = "") -> ReadingReply:
    """The list for one article. `growing` while the reader still works, at what: progress in place of notes and hint.

    `shelfmark` tells where it is kept, once it is.
    """
    reading, passages = report.reading, Passages(report.article)
    beside, other = denials_by_claim(reading, passages, words)
    items = [
        (claim, claim_item(claim, reading, passages(claim.sentences), beside.get(claim.id, ()), words))
        for claim in reading.claims
    ]
    claims = tuple(item for claim, item in items if not claim.is_own_voice)
    return ReadingReply(
        heading=heading_of(report.article, words),
        url=web_address(report.article.address),
        byline=byline_of(report.article, words),
        counts="" if growing else counts_line(report, words),
        claims=claims,
        own_voice=tuple(item for claim, item in items if claim.is_own_voice),
        other_denials=other,
        notice=_why_rules("note", report.because, words) if report.stands_in and not growing else "",
        notes=() if growing else _notes(report, words),
        hint="" if growing else words("hint.ask"),
        progress=_progress(growing, report.article, len(claims), words) if growing else "",
        retry=(report.stands_in or (report.cut and not report.reading.reader.by_rules)) and not growing,
        shelfmark=shelfmark,
        language=words.language,
    )


def answer_reply(answer: Answer, article: Article, words: Words, *, growing: bool = False) -> AnswerReply:
    """The answer to a follow-up, each sentence of it with the sentences of the article it rests on."""
    passages = Passages(article)
    lines = tuple(
        AnswerLine(
            text := phrase(part.text, 2000),
            part.wording == "quoted" and not marked(text),
            passages(part.sentences),
        )
        for part in answer.parts
        if answer.told
    )
    return AnswerReply(
        lead=_lead(answer, bool(lines), growing, words),
        lines=lines,
        note="" if growing else _answer_note(answer, article, bool(lines), words),
        progress=words("progress.answering") if growing else "",
        retry=(answer.stands_in or answer.cut) and not growing,
        language=words.language,
    )


def _lead(answer: Answer, told: bool, growing: bool, words: Words) -> str:
    offline = answer.reader.name == "offline"
    if told:
        return words("answer.matches") if offline else ""
    if growing:
        return ""
    if answer.excerpt is not None:
        return words("answer.not_found")
    return words("answer.no_match" if offline else "answer.not_told")


def _answer_note(answer: Answer, article: Article, told: bool, words: Words) -> str:
    notes = []
    if answer.stands_in:
        notes.append(_why_rules("answer", answer.because, words))
    if answer.reader.name == "offline":
        compared = "answer.instead_none" if answer.stands_in else "answer.offline_none"  # which `stands_in` has said
        notes.append(words("answer.offline" if told else compared))
    if answer.excerpt is not None:
        note = "answer.excerpt" if told else "answer.excerpt_none"
        notes.append(words(note, n=answer.excerpt, all=len(article.sentences)))
    if answer.cut:
        notes.append(words("answer.cut"))
    if told and answer.dropped:
        notes.append(words("answer.dropped", n=answer.dropped))
    return " ".join(notes)


def claim_item(
    claim: Claim, reading: Reading, passages: tuple[Passage, ...], denials: tuple[DenialLine, ...], words: Words
) -> ClaimItem:
    """One claim in words, with the passages and denials that are given."""
    return ClaimItem(
        id=claim.id,
        text=phrase(claim.text, 3000),
        quoted=claim.wording == "quoted",
        who=_capital(who_says(reading, claim.sources, claim.via, words, words("who.outlet"))),
        footing=footing(claim, reading, words),
        firmness=firmness(claim, words),
        passages=passages,
        denials=denials,
    )


def _capital(text: str) -> str:
    """Roles and relays may begin in lower case; a line does not. Names are left as they are written."""
    return text[:1].upper() + text[1:]


def heading_of(article: Article, words: Words) -> str:
    """The title, or what stands in for one."""
    title = phrase(article.title or "", 300)
    if title:
        return title
    return words("heading.untitled" if article.address else "heading.pasted")


def byline_of(article: Article, words: Words) -> str:
    """Outlet and day, as far as they are known."""
    parts = [phrase(article.outlet or "", 120), day_of(article.published_at, words)]
    return words("join.dot").join(part for part in parts if part)


def _notes(report: Report, words: Words) -> tuple[str, ...]:
    reading = report.reading
    wordings = Counter(claim.wording for claim in reading.claims)
    notes = []
    if not reading.claims and not reading.denials:
        notes.append(words("note.nothing"))
    elif not reading.denials and not reading.attributed:
        notes.append(words("note.no_attribution"))
    if report.article.partial:
        notes.append(words("note.partial"))
    if report.cut:
        notes.append(_what_is_left_out(report, words))
    if _translated(report):
        notes.append(words("note.translated"))
    if reading.reader.name == "offline":
        notes.append(words("note.offline"))
    elif wordings["quoted"]:
        notes.append(words("note.quoted", n=wordings["quoted"]))
    if reading.dropped and not report.cut:
        notes.append(words("note.dropped", n=reading.dropped))
    return tuple(notes)


def _translated(report: Report) -> bool:
    """Whether claims stand there in another language than the article's."""
    asked = (report.reading.reader.language or "").split("-")[0]
    own = (report.article.language or "").split("-")[0].lower()
    return bool(asked) and asked != own and any(claim.wording == "restated" for claim in report.reading.claims)


def _what_is_left_out(report: Report, words: Words) -> str:
    if not report.unread:
        return words("note.cut")
    ranges = (str(a) if a == b else words("passage.range", first=a, last=b) for a, b in report.unread)
    several = sum(last - first + 1 for first, last in report.unread)
    by_rules = report.reading.reader.by_rules
    return words(
        "note.unread_by_rules" if by_rules else "note.unread",
        sentences=words("passage.sentence", n=several, numbers=", ".join(ranges)),
    )


def _why_rules(of: str, because: str, words: Words) -> str:
    """Why the rules work in the model's place: it is away, or it answered in a way that was of no use."""
    if because in ("", "reader_unavailable"):
        return words(f"{of}.stands_in")
    why = words(f"error.{because}")
    return why if because == ReaderUntold.code else f"{why} {words(f'{of}.instead')}"


def _progress(stage: Stage, article: Article, found: int, words: Words) -> str:
    if not found:
        return reading_line(article, words)
    return words("progress.found" if stage == "reading" else "progress.checking", n=found)
