"""What is yet to be done is not done, and what was is not what is: "has 28 days to appeal" is not "has appealed"."""

from collections.abc import Sequence

from bot.claims.frames.closed import past_form
from bot.claims.frames.frames import Frame, frames
from bot.claims.frames.parts import parts
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike

_NEAR = 7  # words before a verb among which "let" stands


def realised_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each verb that the text tells in another time than all its sentences. English alone."""
    if text.words.language != "en":
        return []
    found = []
    for at, frame in frames(text).items():
        token = text.tokens[at]
        places = [
            (s, s.tokens[j], frames(s).get(j))
            for s in cited
            for j in {*s.content, *frames(s)}
            if alike(token, s.tokens[j])
        ]
        told = [(s, place) for s, other, place in places if place is not None and other.stem == token.stem]
        if not told or len(told) < len(places):
            continue
        if _done(text, frame) and all(_to_do(s, place) for s, place in told):
            found.append(f"{token.text!r} is not done in its sentences.")
        elif _now(text, frame) and all(place.auxiliaries[:1] == ("had",) for _, place in told):
            found.append(f"{token.text!r} is told of the past in its sentences.")
    return found + _no_such(text, cited)


def _done(text: Analysed, frame: Frame) -> bool:
    """A past form or a perfect, of no hope, order or condition."""
    if frame.infinitive or frame.negated or set(frame.auxiliaries) & WORDS.modal or parts(text)[frame.at] != "V":
        return False
    if text.tokens[frame.at].low.endswith("ing"):
        return False
    perfect = bool(set(frame.auxiliaries) & WORDS.have)
    past = not frame.auxiliaries and past_form(text, frame.at)
    turned = any(frame.at in op.scope for op in text.operators if op.name not in ("after", "before", "contrast"))
    return (perfect or past) and not turned


def _to_do(sentence: Analysed, place: Frame) -> bool:
    """An infinitive that hangs on a noun: "28 days to appeal", "the right to sell"."""
    if _let(sentence, place.at):
        return True
    if not place.infinitive:
        return False
    to = next((k for k in range(place.at, 0, -1) if parts(sentence)[k] == "T"), 0)
    noun = sentence.tokens[to - 1]
    verb = next((k for k in range(to - 1, -1, -1) if parts(sentence)[k] in "VXG"), None)
    has = verb is not None and sentence.tokens[verb].low in WORDS.given
    return has and parts(sentence)[to - 1] == "N" and not noun.capital


def _let(sentence: Analysed, at: int) -> bool:
    """ "will let engineers inspect it", "allowed them to stay": whether they did is not told."""
    if past_form(sentence, at):
        return False
    for i in range(at - 1, max(-1, at - _NEAR), -1):
        low = sentence.tokens[i].low
        if sentence.tokens[i].kind == "punct" or parts(sentence)[i] in "SRC":
            return False
        if low in WORDS.letting:
            return i < at - 1 and (low in WORDS.bare_letting) == (parts(sentence)[at - 1] != "T")
    return False


def _now(text: Analysed, frame: Frame) -> bool:
    """A plain present."""
    low = text.tokens[frame.at].low
    plain = not frame.auxiliaries and not frame.infinitive and parts(text)[frame.at] == "V"
    return plain and not past_form(text, frame.at) and low not in WORDS.be and low not in text.words.neutral


def _no_such(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "There was no warning" of "could not remember any warning"."""
    found = []
    for i, token in enumerate(text.tokens):
        if token.low != "there" or not {t.low for t in text.tokens[i + 1 : i + 4]} & {"no", "not"}:
            continue
        noun = next((k for k in text.content if k > i and parts(text)[k] == "N"), None)
        told = [(s, f) for s in cited for f in frames(s).values() if noun is not None and _takes(s, f, text, noun)]
        if told and all(frame.negated and not set(frame.auxiliaries) & WORDS.have for _, frame in told):
            found.append(f"That there is no {text.tokens[noun or 0].text!r} is not in its sentences.")
    return found


def _takes(sentence: Analysed, frame: Frame, text: Analysed, noun: int) -> bool:
    return any(alike(text.tokens[noun], sentence.tokens[phrase.head]) for phrase in frame.taken or ())
