"""Entries: claims while they may still grow over neighbouring sentences."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing.sources import Sources
from bot.readers.offline.speech import corrections
from bot.readers.offline.syntax.sentence import Attribution, Place, length
from bot.readers.offline.text import tokens, topic
from bot.readers.offline.text.passage import Line, Passage

_FEW = 3  # content words that are too few for a matter of their own
_SHARED = 2  # content words that two sentences on one matter share


@dataclass(eq=False)
class Entry:
    """A claim: what was first attributed, the ids of its sources, its sentences and its longest stretch of content."""

    attribution: Attribution
    sources: tuple[str, ...]
    via: tuple[str, ...]
    sentences: list[int]
    content: Place


def without_lead(entries: list[Entry], passage: Passage) -> list[Entry]:
    """Headline, standfirst and the headings of a live blog only where nothing below repeats them."""
    return [entry for entry in entries if not _repeated(entry, entries, passage)]


def unattributed(passage: Passage, n: int, span: Place | None, sources: tuple[str, ...] = ()) -> Entry:
    """What sentence `n` says, or its part at `span`, in the outlet's own voice, or as hearsay of the `sources`."""
    line = passage.lines[n - 1]
    start, end = span or (line.start, line.end)
    return Entry(Attribution(n, "say", (), None, ((start, end),), (start, start)), sources, (), [n], (start, end))


def with_questions(entries: Sequence[Entry], passage: Passage) -> None:
    """ "No, says the company." tells nothing by itself: the question that it answers is told with it."""
    bare = passage.language["sources.bare_answers"]
    for entry in entries:
        line = _line(entry, passage)
        if len(entry.sentences) > 1 or line.n == 1:
            continue
        said = [token.low for token in tokens.cut(passage.text, *entry.content) if token.is_word]
        before = passage.lines[line.n - 2]
        if bare.issuperset(said) and passage.text[before.start : before.end].rstrip().endswith("?"):
            entry.sentences.insert(0, before.n)
            entry.content = (before.start, line.end)


def with_corrections(entries: list[Entry], passage: Passage, besides: Set[int]) -> None:
    """What the outlet says is right, beside what it had wrong; not where somebody tells it, or denies in a sentence `besides`."""
    told = besides | {n for entry in entries for n in entry.sentences}
    for wrong, right in corrections.put_right(passage):
        if told.isdisjoint((wrong, right)):
            entry = unattributed(passage, wrong, (passage.lines[wrong - 1].start, passage.lines[right - 1].end))
            entry.sentences.append(right)
            entries.append(entry)


def resolve(sources: Sources, mentions: Sequence[Mention], n: int, *, answers: bool = False) -> tuple[str, ...]:
    """The ids of the mentioned sources, each once; they may be those who answer with a denial."""
    ids: list[str] = []
    for mention in mentions:
        ids.extend(id_ for id_ in sources.resolve(mention, n, answers=answers) if id_ not in ids)
    return tuple(ids)


def take(entries: list[Entry], one: Attribution, sources: Sources, passage: Passage) -> None:
    """Let the last claim grow by this attribution, or begin a new one; nothing where nobody speaks."""
    ids = resolve(sources, one.sources, one.n) if one.content and not one.negated else ()
    if not ids:
        return
    via = resolve(sources, one.via, one.n)
    span = max(one.content, key=length)
    last = entries[-1] if entries else None
    if last is not None and last.sources == ids and _goes_on(last, one, passage):
        _grow(last, one, span, passage)
    else:
        entries.append(Entry(one, ids, via, [one.n, one.n + 1] if one.told_next else [one.n], span))


def _goes_on(last: Entry, one: Attribution, passage: Passage) -> bool:
    """The next sentence of the same paragraph, with no reporting word of its own, on the same matter."""
    before, line = passage.lines[last.sentences[-1] - 1], passage.lines[one.n - 1]
    if one.cue is not None or line.n - before.n > 1 or line.paragraph != before.paragraph:
        return False
    start, end = one.content[0]
    if not passage.text[last.content[1] : start].strip():
        return True  # one quotation of several sentences
    said = topic.words(passage.text[slice(*last.content)], passage.language)
    more = topic.words(passage.text[start:end], passage.language)
    return len(more) < _FEW or len(said) < _FEW or len(said & more) >= _SHARED


def _grow(last: Entry, one: Attribution, span: Place, passage: Passage) -> None:
    if one.n not in last.sentences:
        last.sentences.append(one.n)
    apart = any(sign.isalnum() for sign in passage.text[last.content[1] : one.content[0][0]])
    last.content = max(last.content, span, key=length) if apart else (last.content[0], span[1])


def alike(one: Line, other: Line, passage: Passage) -> bool:
    """Two sentences share much of what the first says."""
    return _alike((one.start, one.end), (other.start, other.end), passage)


def _line(entry: Entry, passage: Passage) -> Line:
    return passage.lines[entry.sentences[0] - 1]


def _repeated(entry: Entry, entries: Sequence[Entry], passage: Passage) -> bool:
    """A claim of what stands below shares much of what this one says; a heading often tells it in the words by which somebody
    says it there."""
    line = _line(entry, passage)
    if not (line.lead or line.heads):
        return False
    below = [other for other in entries if _is_below(line, _line(other, passage))]
    same = (_line(other, passage) for other in below if line.heads and other.sources == entry.sources)
    return any(_alike(entry.content, other.content, passage) for other in below) or any(
        alike(line, other, passage) for other in same
    )


def _is_below(line: Line, other: Line) -> bool:
    """The body below a headline, an entry below its heading."""
    return not other.lead if line.lead else other.entry == line.entry and other.n > line.n


def _alike(one: Place, other: Place, passage: Passage) -> bool:
    own = topic.words(passage.text[slice(*one)], passage.language)
    return len(own & topic.words(passage.text[slice(*other)], passage.language)) >= max(2, 0.4 * len(own))
