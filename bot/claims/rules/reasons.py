"""Reasons that a gerund gives: "was dismissed for warning managers" is more than "who warned managers was dismissed"."""

from collections.abc import Sequence

from bot.claims.frames.frames import frames
from bot.claims.frames.parts import parts
from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike

_CAUSES = frozenset({"for", "over", "because", "after", "since", "as"})
_NEAR = 12  # words behind a verb among which its reason begins


def reason_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each deed that somebody has to bear "for" another in the text, where its sentences tell both and link
    them by no word. English alone."""
    if text.words.language != "en":
        return []
    found = []
    for at, frame in frames(text).items():
        reason = _reason(text, at) if frame.passive else None
        if reason is None:
            continue
        places = [(s, j) for s in cited for j in frames(s) if text.tokens[at].stem == s.tokens[j].stem]
        both = [
            (s, j) for s, j in places if any(alike(text.tokens[reason], s.tokens[i]) for i in (*s.content, *frames(s)))
        ]
        if both and len(both) == len(places) and not any(_linked(s, j) for s, j in both):
            found.append(f"That {text.tokens[reason].text!r} is the reason is not in its sentences.")
    return found


def _reason(text: Analysed, at: int) -> int | None:
    """The gerund behind "for" in the clause."""
    for i in range(at + 1, len(text.tokens) - 1):
        if text.tokens[i].low == "for" and parts(text)[i + 1] == "G":
            return i + 1
        if parts(text)[i] in ("S", "R", "C", ",", ".", "V"):
            return None
    return None


def _linked(sentence: Analysed, verb: int) -> bool:
    """Whether a word that gives a reason stands behind the verb, or opens the sentence."""
    lows = [token.low for token in sentence.tokens]
    behind = lows[verb + 1 : verb + 1 + _NEAR]
    return bool(_CAUSES & {*behind, lows[0]}) or bool(sentence.classes() & {"cause", "blame", "accuse"})
