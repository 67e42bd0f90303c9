"""Of which speaker a clause is told: "the report states that the union was not asked" is not "the union says it was not"."""

from collections.abc import Iterator, Sequence

from bot.claims.frames.frames import Frame, frames
from bot.claims.frames.parts import parts
from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike
from bot.claims.rules.agreement import agree


def saying_problems(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """One sentence for each verb that the text puts in a clause of what somebody says, where all its sentences have it right
    behind another speaker's verb. English alone. `known` are the sentences that tell who is who."""
    if text.words.language != "en":
        return []
    near, found = (*cited, *known), []
    for at, frame in frames(text).items():
        mine = next(_reporting(text, frame), None)
        if mine is None:
            continue
        places = [(s, other) for s in cited for j, other in frames(s).items() if alike(text.tokens[at], s.tokens[j])]
        told = [(s, [*_reporting(s, other)]) for s, other in places]
        if told and all(speakers and not _one_of(text, mine, s, speakers, near) for s, speakers in told):
            found.append(f"{text.tokens[at].text!r} is what another says in its sentences.")
    return found


def _one_of(text: Analysed, mine: Frame, sentence: Analysed, theirs: Sequence[Frame], near: Sequence[Analysed]) -> bool:
    return any(not (one.doers and mine.doers) or agree(text, mine.doers, sentence, one.doers, near) for one in theirs)


def _reporting(text: Analysed, frame: Frame) -> Iterator[Frame]:
    """The verbs of saying that the verb's clause stands right behind, the nearest first: "Kim said Lee thought she had"."""
    for _ in range(4):
        subject = (frame.taken if frame.passive else frame.doers) or ()
        k = min((phrase.places[0] for phrase in subject), default=0) - 1
        while k >= 0 and (parts(text)[k] in "qAt" or text.tokens[k].low in ("that", "on")):
            k -= 1
        outer = frames(text).get(k)
        if (
            outer is None
            or text.tokens[k].low not in text.words.reporting
            or text.words.turning.get(text.tokens[k].low)
        ):
            return  # "denies that it knew"
        yield outer
        frame = outer
