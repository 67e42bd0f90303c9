"""Dialogues: paragraphs that begin with the name of who speaks, as in transcripts and interviews."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.speech import labels, turns, unlabelled
from bot.readers.offline.speech.turns import Group, Part, Turn
from bot.readers.offline.syntax.sentence import Place
from bot.readers.offline.text.passage import Line, Passage

_FEWEST = 3  # paragraphs with a label
_HALF, _MOST = (
    0.5,
    0.66,
)  # of an interviewer's turns are questions, where the article tells of an interview and where it does not
_AGAIN = 2  # paragraphs that a label begins which names nobody known


@dataclass(frozen=True, slots=True)
class _Label:
    """`name` is the same for all the labels of one voice."""

    name: str
    who: Mention
    colon: Place


def of(passage: Passage) -> Mapping[int, Turn]:
    """The turns of those whose names stand before what they say. Who mostly asks is the interviewer; in a transcript without one
    a question is a statement of who asks it."""
    body = [(group, _label(passage, group[0])) for group in turns.groups(passage) if not group[0].lead]
    found = _known(passage, body)
    labelled = [at for at, (_, label) in enumerate(found) if label]
    if len(labelled) < _FEWEST:
        return {}
    told = unlabelled.is_told(passage, found[labelled[0]][0][0].n)
    asking = _asking(passage, [(group, label) for group, label in found if label], share=_HALF if told else _MOST)
    return turns.laid_out(
        _part(passage, group, label, asks=label.name in asking) for group, label in found if label is not None
    )


def _part(passage: Passage, group: Group, label: _Label, *, asks: bool) -> Part:
    start = label.colon[1]
    while start < group[0].end and passage.text[start].isspace():
        start += 1
    return Part(group, start, asks, label.who, label.colon)


def _label(passage: Passage, line: Line) -> _Label | None:
    known = labels.initials(passage, line) or labels.at(passage, line, unknown=True)
    if known is not None:
        return _Label(known[0].name or "", *known)
    return None


def _known(passage: Passage, found: Sequence[tuple[Group, _Label | None]]) -> Sequence[tuple[Group, _Label | None]]:
    """With the labels that name nobody known where they return beside those that do, as "Le Phare :", or where the whole is a transcript."""
    spare = [None if label else labels.written(passage, group[0]) for group, label in found]
    often = Counter(one[0] for one in spare if one)
    returning = [one if one and often[one[0]] >= _AGAIN else None for one in spare]
    if not any(label for _, label in found) and not _is_transcript(passage, found, returning):
        return found
    return [
        (group, _unknown(*other) if label is None and other else label)
        for (group, label), other in zip(found, returning, strict=True)
    ]


def _is_transcript(
    passage: Passage, found: Sequence[tuple[Group, _Label | None]], returning: Sequence[labels.Written | None]
) -> bool:
    """Most paragraphs begin with labels that return, two at least, and some speak of themselves: "MR HILL: I doubt it"."""
    spoken = [group for (group, _), label in zip(found, returning, strict=True) if label]
    voices = {label[0] for label in returning if label}
    selves = sum(unlabelled.of_self(passage, group) for group in spoken)
    return len(voices) >= _AGAIN and 2 * len(spoken) > len(found) and selves >= _AGAIN


def _unknown(name: str, place: Place, colon: Place) -> _Label:
    return _Label(name, Mention(*place, name, "person", described=name), colon)


def _asking(passage: Passage, labelled: Sequence[tuple[Group, _Label]], *, share: float) -> set[str]:
    """The voices that ask in this share of their turns or more; nobody where everybody does."""
    spoken = Counter(label.name for _, label in labelled)
    asked = Counter(label.name for group, label in labelled if turns.ends_asking(passage, group[-1]))
    asking = {name for name, count in asked.items() if count >= share * spoken[name]}
    return asking if len(asking) < len(spoken) else set()
