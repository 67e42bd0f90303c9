"""Spoken of: where a sentence names whom its "he" only tells about: "Lund had told him, he said", "Asked whether Lund would go, he said".

Whoever is asked about does not answer; and those who spoke just before go on, rather than to be told of by name by themselves.
"""

from collections.abc import Sequence

from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.sourcing.roll import Spans
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Attribution, Place
from bot.readers.offline.text.passage import Line, Passage

_EARLY = 3  # words among which "asked" opens a sentence


def places(
    passage: Passage, found: Sequence[Sequence[Attribution]], denied: Sequence[Denied | None]
) -> tuple[Spans, Spans]:
    """(what is asked, what is said) by sentence, as characters, where a pronoun speaks or denies."""
    asked: dict[int, list[Place]] = {}
    said: dict[int, list[Place]] = {}
    for line, attributions, denial in zip(passage.lines, found, denied, strict=True):
        speaking: list[Attribution | Denied] = [*attributions, *([denial] if denial else ())]
        for one in speaking:
            pronoun = next((mention for mention in one.sources if mention.pronoun), None)
            if pronoun is not None:
                said.setdefault(line.n, []).extend(_content(one))
                asked.setdefault(line.n, []).extend(_asked(line, pronoun.start, passage))
    return asked, said


def _content(one: Attribution | Denied) -> Sequence[Place]:
    if isinstance(one, Denied):
        return (one.matter,) if one.matter else ()
    return one.content


def _asked(line: Line, end: int, passage: Passage) -> Sequence[Place]:
    """What stands before the pronoun in a sentence that opens with who is asked or told something."""
    opens = range(min(_EARLY, len(line.tokens)))
    asked = any(phrasing.phrase(line.tokens, at, "sources.asked_first", passage.language) for at in opens)
    return ((line.start, end),) if asked and line.start < end else ()
