"""From lines on pages back to paragraphs: what a column, a page or a hyphen parted is one again."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from bot.article.byline import signatures
from bot.article.pdf import Leaf, Line

_ENDS = re.compile(r"[.!?:;…。！？؟।][”’\"'»)\]]*$")
_ITEM = re.compile(r"(?:[•▪●◦‣·–—*-]|\(?\d{1,2}[.)])\s+\S")
_MARK = re.compile(r"^[•▪●◦‣·]\s*")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐]$")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORD_AFTER = re.compile(r"^[^\W\d_]+")
_HYPHENED = re.compile(r"[^\W\d_]+[-‐][^\W\d_]+")
# What browsers and presses print around a page; alone it proves nothing but at the very edge.
_EDGE = re.compile(
    r"(?:page|seite|página|pagina)?\s*\d{1,4}(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?|.{0,300}(?:https?|file)://\S+(?:\s+\d{1,4}\s*/\s*\d{1,4})?"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}.*",
    re.IGNORECASE,
)
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff]")
_EDGE_SHARE = 0.12


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`size` is that of its letters; `turns` holds (offset in `text`, page from 1) for each page that begins in it."""

    text: str
    page: int
    size: float
    turns: tuple[tuple[int, int], ...] = ()


def paragraphs_of(leaves: Sequence[Leaf]) -> list[Paragraph]:
    """In the order of the pages, without what stands at their edges."""
    leaves = _without_edges(leaves)
    known = _words(leaves)
    pitch = _pitch(leaves)
    told: list[Paragraph] = []
    for number, leaf in enumerate(leaves, start=1):
        for place, lines in enumerate(_grouped(leaf.lines, pitch)):
            one = Paragraph(_joined(lines, known), number, median(line.size for line in lines))
            before = told[-1] if told else None
            if place == 0 and before is not None and _runs_on(before, one):
                told[-1] = _one(before, one, known)
            else:
                told.append(one)
    return [replace(one, text=_MARK.sub("", one.text)) if not one.turns else one for one in told if one.text]


def body_size(paragraphs: Sequence[Paragraph]) -> float:
    """The size that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for one in paragraphs:
        sizes[round(one.size, 1)] += len(one.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _without_edges(leaves: Sequence[Leaf]) -> list[Leaf]:
    """Without running heads, footers and page numbers: at the edge, and on several pages or plainly one of them."""
    seen = Counter(
        text for leaf in leaves for text in {_unnumbered(line) for line in leaf.lines if _at_edge(line, leaf)}
    )
    return [
        replace(
            leaf,
            lines=tuple(
                line
                for line in leaf.lines
                if not (_at_edge(line, leaf) and (seen[_unnumbered(line)] > 1 or _EDGE.fullmatch(line.text)))
            ),
        )
        for leaf in leaves
    ]


def _at_edge(line: Line, leaf: Leaf) -> bool:
    return not _EDGE_SHARE * leaf.height < line.base < (1 - _EDGE_SHARE) * leaf.height


def _unnumbered(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _pitch(leaves: Sequence[Leaf]) -> float:
    """From one line to the next within a paragraph, in heights of its letters."""
    steps = [
        (before.base - after.base) / before.size
        for leaf in leaves
        for before, after in pairwise(leaf.lines)
        if before.size > 0 and 0 < before.base - after.base < 3 * before.size and not _ENDS.search(before.text)
    ]
    return median(steps) if steps else 1.2


def _grouped(lines: Sequence[Line], pitch: float) -> Iterator[list[Line]]:
    """The lines of each paragraph."""
    group: list[Line] = []
    edges = _edges(lines)
    for place, line in enumerate(lines):
        if group and _parts(group[-1], line, edges[place - 1], pitch):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _edges(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """For each line the left and right edge of its column."""
    edges: list[tuple[float, float]] = []
    column: list[Line] = []
    for line in lines:
        if column and line.base > column[-1].base:
            edges += [_span(column)] * len(column)
            column = []
        column.append(line)
    return edges + [_span(column)] * len(column) if column else edges


def _span(column: Sequence[Line]) -> tuple[float, float]:
    return min(line.left for line in column), max(line.right for line in column)


def _parts(before: Line, after: Line, column: tuple[float, float], pitch: float) -> bool:
    """Whether a paragraph ends between two lines that follow one another."""
    if abs(before.size - after.size) > 0.15 * max(before.size, after.size):
        return True
    step = before.base - after.base
    if step < 0:  # the next column
        return bool(_ENDS.search(before.text))
    left, right = column
    if _RIGHT_TO_LEFT.search(before.text):
        indented, room = before.right - after.right > 0.5 * after.size, before.left - left
    else:
        indented, room = after.left - before.left > 0.5 * after.size, right - before.right
    short = room > 0.15 * (right - left) and bool(_ENDS.search(before.text) or signatures([before.text]))
    return step > 1.3 * pitch * before.size or indented or short or bool(_ITEM.match(after.text))


def _runs_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph goes on over the page: it ended in no stop, and what follows begins in no capital."""
    if _ENDS.search(before.text) or abs(before.size - after.size) > 0.15 * before.size:
        return False
    first = next((character for character in after.text if character.isalnum()), "")
    return bool(_HYPHEN.search(before.text)) or not first.isupper() or len(before.text) > 150


def _one(before: Paragraph, after: Paragraph, known: frozenset[str]) -> Paragraph:
    head = _open(before.text, after.text, known)
    turns = ((len(head), after.page), *((len(head) + offset, page) for offset, page in after.turns))
    return replace(before, text=head + after.text, turns=(*before.turns, *turns))


def _joined(lines: Sequence[Line], known: frozenset[str]) -> str:
    text = lines[0].text
    for line in lines[1:]:
        text = _open(text, line.text, known) + line.text
    return text


def _open(before: str, after: str, known: frozenset[str]) -> str:
    """`before` as `after` can be put behind it: with a space, or without the hyphen that only the end of a line asked for."""
    if not _HYPHEN.search(before):
        return before if before and _dense(before[-1]) and _dense(after[:1]) else f"{before} "
    first, second = _WORD_BEFORE.search(before[:-1]), _WORD_AFTER.match(after)
    if first is None or second is None or not second[0][0].islower():
        return before
    whole, parted = f"{first[0]}{second[0]}".casefold(), f"{first[0]}-{second[0]}".casefold()
    return before if parted in known and whole not in known else before[:-1]


def _dense(character: str) -> bool:
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"


def _words(leaves: Sequence[Leaf]) -> frozenset[str]:
    """Words as they stand within lines, those with a hyphen too: a hyphen at the end of a line is judged by them."""
    found: set[str] = set()
    for leaf in leaves:
        for line in leaf.lines:
            found.update(word.casefold() for word in re.findall(r"[^\W\d_]+", line.text))
            found.update(word.casefold().replace("‐", "-") for word in _HYPHENED.findall(line.text))
    return frozenset(found)
