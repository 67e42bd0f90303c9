"""A reply in the terminal: the second surface, the same values.

Colours and links for people at a terminal; elsewhere plain lines of `PLAIN_WIDTH` columns that do not depend on the
machine, so that documents can show them.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Console
from rich.style import Style
from rich.text import Text

from bot.reply.catalogue import Words, words
from bot.reply.passages import runs
from bot.reply.plain import show
from bot.reply.reply import (
    AnswerReply,
    ChangesReply,
    ClaimItem,
    DenialLine,
    Note,
    NoteItem,
    Passage,
    ReadingReply,
    Reply,
)

PLAIN_WIDTH: Final = 96
_WIDEST: Final = 110
_DIM: Final = Style(dim=True)
_BOLD: Final = Style(bold=True)

Row = tuple[int, Text]
"""Columns of indent, and one paragraph."""


def show_reply(reply: Reply, console: Console) -> None:
    """Print the reply as the thread shows it; nothing is left out."""
    said = words(reply.language)
    width = min(console.width, _WIDEST) if console.is_terminal else PLAIN_WIDTH
    for indent, paragraph in _rows(reply, said):
        _print(console, paragraph, indent, max(20, width - indent))


def _print(console: Console, paragraph: Text, indent: int, width: int) -> None:
    for line in paragraph.wrap(console, width):
        line.rstrip()
        shown = Text(" " * indent) + line if line.plain else line
        # A console can be told to colour what is no terminal; without styles there is nothing to colour.
        console.print(shown if console.is_terminal else Text(shown.plain), soft_wrap=True, highlight=False)


def _rows(reply: Reply, said: Words) -> Iterable[Row]:
    if isinstance(reply, ReadingReply):
        return _reading(reply, said)
    if isinstance(reply, ChangesReply):
        return _changes(reply, said)
    return _answer(reply, said) if isinstance(reply, AnswerReply) else _note(reply, said)


def _changes(reply: ChangesReply, said: Words) -> Iterable[Row]:
    yield 0, _text(reply.heading, _BOLD + _link(reply.url))
    for line in (reply.lead, reply.counts, *reply.notes):
        if line:
            yield 0, _text(line, _DIM)
    for group in reply.groups:
        yield from _titled(group.title)
        for item in group.items:
            yield 0, _text(item.text, _BOLD)
            for side, passages in (("was", item.was), ("now", item.now)):
                quoted = " ".join(passage.text for passage in passages)
                yield 2, _text(said(f"change.{side}", text=quoted) if quoted else said(f"change.{side}_nothing"))


def _reading(reply: ReadingReply, said: Words) -> Iterable[Row]:
    yield 0, _text(reply.heading, _BOLD + _link(reply.url))
    for line in (reply.byline, reply.notice, reply.counts):
        if line:
            yield 0, _text(line, _DIM)
    mixed = not all(item.quoted for item in reply.claims)
    for item in reply.claims:
        yield from _claim(item, said, own_words=mixed)
    yield from _own_voice(reply.own_voice, said)
    if reply.other_denials:
        yield from _titled(said("section.other_denials"))
        for denial in reply.other_denials:
            yield 2, _denial(denial, said)
    yield from _small([*reply.notes, reply.hint, reply.progress])
    if reply.retry:
        yield from _button(said)


def _claim(item: ClaimItem, said: Words, *, own_words: bool) -> Iterable[Row]:
    facts = [item.footing, item.firmness, said("firmness.own_words") if own_words and item.quoted else ""]
    facts_line = said("join.dot").join(part for part in facts if part)
    who = said("join.facts", who=item.who, facts=facts_line) if facts_line else item.who
    yield 0, Text()
    yield 0, _text(item.text, _BOLD)
    yield 2, _text(who) + _where(item.passages, said("join.dot"), said)
    for line in item.denials:
        yield 4, _denial(line, said)


def _own_voice(items: Sequence[ClaimItem], said: Words) -> Iterable[Row]:
    if items:
        yield from _titled(said("section.own_voice"))
    for item in items:
        yield 2, _text(item.text) + _where(item.passages, said("join.dash"), said)
        for line in item.denials:
            yield 4, _denial(line, said)


def _denial(line: DenialLine, said: Words) -> Text:
    return _text(line.text, Style(color="red") if line.denies else None) + _where(
        line.passages, said("join.dash"), said
    )


def _answer(reply: AnswerReply, said: Words) -> Iterable[Row]:
    if reply.lead:
        yield 0, _text(reply.lead)
    for line in reply.lines:
        text = said("quote.text", text=line.text) if line.quoted else line.text
        yield 0, _text(text) + _where(line.passages, said("join.dash"), said)
    yield from _small([reply.note, reply.progress])
    if reply.retry:
        yield from _button(said)


def _note(reply: Note, said: Words) -> Iterable[Row]:
    for line in reply.text.split("\n"):
        yield 0, _text(line)
    for entry in (*(NoteItem(label, url) for label, url in reply.links), *reply.items):
        text = _text(entry.text, _BOLD + _link(entry.url))
        yield 2, text + _text(said("join.dash") + entry.detail) if entry.detail else text
    if reply.retry:
        yield from _button(said)


def _titled(title: str) -> Iterable[Row]:
    yield 0, Text()
    yield 0, _text(title, Style(italic=True))


def _small(lines: Iterable[str]) -> Iterable[Row]:
    shown = [line for line in lines if line]
    if shown:
        yield 0, Text()
    for line in shown:
        yield 0, _text(line, _DIM)


def _button(said: Words) -> Iterable[Row]:
    yield 0, _text(f"[{said('button.try_again')}]", Style(reverse=True))


def _where(passages: Sequence[Passage], lead: str, said: Words) -> Text:
    """ " · sentences 3–5, 9", each a link where the terminal has links."""
    if not passages:
        return Text()
    before, _, behind = said("passage.sentence", n=len(passages), numbers="\0").partition("\0")
    whole = _text(lead + before)
    for i, (first, last) in enumerate(runs(passages)):
        label = str(first.n) if first.n == last.n else said("passage.range", first=first.n, last=last.n)
        whole += _text(", " if i else "") + _text(label, Style(color="cyan") + _link(first.url))
    return whole + _text(behind)


def _link(url: str | None) -> Style:
    return Style(link=url) if url else Style()


def _text(content: str, style: Style | None = None) -> Text:
    """Never markup: what an article wrote is characters, and no escape sequence of it reaches the terminal."""
    return Text().append(show(content), style)
