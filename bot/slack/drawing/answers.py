"""An answer as Markdown, for streams and `markdown` blocks."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from bot.reply.catalogue import Words, words
from bot.reply.passages import runs
from bot.reply.plain import shorten, shorten_at_sentence
from bot.reply.reply import AnswerLine, AnswerReply, Passage
from bot.slack.drawing import limits
from bot.slack.drawing.escape import markdown

_MOST_LINKS: Final = 6


def answer_markdown(reply: AnswerReply) -> str:
    """Lead, lines with their sentences linked, and once it is final the note; at most `limits.ALL_TEXT` characters.

    Paragraphs are only ever added at the end while the answer grows, so that a stream can send what is new. An answer
    that is too long is cut at whole lines, with the number left out.
    """
    said = words(reply.language)
    paragraphs = [markdown(shorten(reply.lead, 500)), *(_line(line, said) for line in reply.lines)]
    if reply.final:
        paragraphs.append(markdown(shorten(reply.note, 500)))
    return _joined([paragraph for paragraph in paragraphs if paragraph.strip()], said)


def _line(line: AnswerLine, said: Words) -> str:
    text = shorten_at_sentence(line.text, 1500)
    text = said("quote.text", text=text) if line.quoted else text
    return markdown(text) + _where(line.passages, said)


def _where(passages: Sequence[Passage], said: Words) -> str:
    if not passages:
        return ""
    numbers = ", ".join(_number(first, last, said) for first, last in islice(runs(passages), _MOST_LINKS))
    return said("join.dash") + said("passage.sentence", n=len(passages), numbers=numbers)


def _number(first: Passage, last: Passage, said: Words) -> str:
    label = str(first.n) if first.n == last.n else said("passage.range", first=first.n, last=last.n)
    if not first.url:
        return label
    target = first.url.translate({ord("("): "%28", ord(")"): "%29"})
    return f"[{label}]({target.replace('&', '&amp;')})"


def _joined(paragraphs: Sequence[str], said: Words) -> str:
    room = limits.ALL_TEXT - 200
    taken: list[str] = []
    for i, paragraph in enumerate(paragraphs):
        room -= len(paragraph) + 2
        if room < 0:
            return "\n\n".join([*taken, said("section.more_lines", n=len(paragraphs) - i)])
        taken.append(paragraph)
    return "\n\n".join(taken)
