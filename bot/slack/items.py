"""One claim, one denial, one sentence of an answer, each as one block that fits on its own."""

from collections.abc import Iterable, Sequence

from bot.reply.catalogue import Words
from bot.reply.passages import runs
from bot.reply.plain import shorten
from bot.reply.reply import AnswerLine, ClaimItem, DenialLine, Passage
from bot.slack.rich import Block, Element, link, quote, rich, section, text

_LONGEST_TEXT = 1500
_LONGEST_WHO = 300
_LONGEST_DENIAL = 500
_MOST_DENIALS = 4
_MOST_LINKS = 6


def claim_block(item: ClaimItem, words: Words, *, own_words: bool = False) -> Block:
    """The claim in bold, then who, footing, firmness, sentences; denials set off beneath.

    `own_words` says of a quoted claim that it stands in the article's words.
    """
    said = [item.footing, item.firmness, words("firmness.own_words") if own_words and item.quoted else ""]
    dot = words("join.dot")
    facts = dot.join(part for part in said if part)
    who = shorten(item.who, _LONGEST_WHO)
    elements = [
        text(shorten(item.text, _LONGEST_TEXT), bold=True),
        text("\n" + (words("join.facts", who=who, facts=facts) if facts else who)),
        *after(item.passages, dot, words),
    ]
    return rich(section(elements), *denials(item.denials, words))


def own_voice_block(item: ClaimItem, words: Words) -> Block:
    """What the outlet says itself: the text and where it stands."""
    return rich(section([text(shorten(item.text, _LONGEST_TEXT)), *after(item.passages, words("join.dash"), words)]))


def denials(lines: Sequence[DenialLine], words: Words) -> list[Element]:
    shown = [quote(denial(line, words)) for line in lines[:_MOST_DENIALS]]
    left = len(lines) - len(shown)
    return [*shown, quote([text(words("section.more_denials", n=left))])] if left else shown


def denial(line: DenialLine, words: Words) -> list[Element]:
    return [text(shorten(line.text, _LONGEST_DENIAL), bold=True), *after(line.passages, words("join.dash"), words)]


def answer_line(line: AnswerLine, words: Words) -> Block:
    said = words("quote.text", text=line.text) if line.quoted else line.text
    return rich(section([text(shorten(said, _LONGEST_TEXT)), *after(line.passages, words("join.dash"), words)]))


def after(passages: Sequence[Passage], lead: str, words: Words) -> list[Element]:
    """ " · sentences 3–5, 9", each a link that opens the article there; rows of neighbours as one."""
    rows = runs(passages)
    if not rows:
        return []
    before, _, behind = words("passage.sentence", n=len(passages), numbers="\0").partition("\0")
    return [text(lead), *_links(rows[:_MOST_LINKS], before, words), text(behind + (" …" if rows[_MOST_LINKS:] else ""))]


def _links(rows: Iterable[tuple[Passage, Passage]], before: str, words: Words) -> Iterable[Element]:
    for i, (first, last) in enumerate(rows):
        label = str(first.n) if first.n == last.n else words("passage.range", first=first.n, last=last.n)
        if i:
            yield text(", ")
        yield link(f"{'' if i else before}{label}", first.url)
