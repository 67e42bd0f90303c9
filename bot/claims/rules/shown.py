"""What the build of a sentence shows for sure of who does what: no rule that goes by the order of words may doubt it."""

from collections.abc import Sequence

from bot.claims.frames.actors import Actor
from bot.claims.frames.frames import frames
from bot.claims.frames.parts import parts
from bot.claims.frames.phrases import Phrase
from bot.claims.frames.sameness import is_called, meant
from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike
from bot.claims.rules.framed import Place, fits


def told_so(text: Analysed, at: int, cited: Sequence[Analysed], known: Sequence[Analysed]) -> bool:
    """Whether the build of a sentence shows for sure that the same does the same there, and to whom."""
    frame = frames(text).get(at) if text.words.language == "en" else None
    reports = (
        frame is not None and not frame.taken and frame.goal is None and text.tokens[at].low in text.words.reporting
    )
    if frame is None or reports or not frame.doers:
        return False
    near = (*cited, *known)
    deed = text.tokens[at]
    told = [(s, place) for s in cited for j, place in frames(s).items() if alike(deed, s.tokens[j])]
    places = [place for place in told if fits((text, frame), place, near)]
    return any(_shows((text, frame), place, near) for place in places)


def _shows(mine: Place, theirs: Place, near: Sequence[Analysed]) -> bool:
    (text, frame), (sentence, place) = mine, theirs
    if (
        frame.kept
        or place.kept
        or frame.negated != place.negated
        or (frame.passive != place.passive and not (frame.taken and place.taken))
    ):
        return False
    doers = {i for phrase in frame.doers or () for i in phrase.places}
    if not all(sentence.has(text.tokens[i]) for i in text.content if i not in doers):
        return False
    sides = ((frame.doers, place.doers), (frame.taken, place.taken))
    return all(_is_told(text, ours, sentence, others, near) for ours, others in sides)


def _is_told(
    text: Analysed,
    mine: tuple[Phrase, ...] | None,
    sentence: Analysed,
    theirs: tuple[Phrase, ...] | None,
    near: Sequence[Analysed],
) -> bool:
    """What the text has on that side the sentence has there."""
    if not mine:
        return mine is not None or theirs is None
    others = [Actor(sentence, phrase) for phrase in theirs or ()]
    apposed = any(other.named(near) for other in others)
    ours = [meant(Actor(text, phrase)) for phrase in mine]
    found = [any(is_called(actor, other, near, apposed=apposed) for other in others) for actor in ours]
    heads = [phrase.head for phrase in mine]
    joined = "C" in parts(text)[min(heads) : max(heads)]
    return all(found) if joined else any(found)  # "Lee and Park", "Lee, a lawyer"
