"""What is to come and what is done, told by endings and auxiliaries."""

from collections.abc import Sequence

from bot.claims.evidence import Analysed, alike

_PRESENT = frozenset(["be", "is", "are", "being", "am", "wird", "werden", "est", "sont", "es", "son"])
# How a deed is told as done: by the end of its verb, or by the auxiliary before it.
_DONE = {"en": ("ed",), "es": ("aron", "ieron", "yeron")}
_PERFECT = {
    "fr": frozenset({"a", "ont", "ete", "avait", "avaient"}),
    "es": frozenset({"ha", "han", "fue", "fueron", "sido"}),
    "de": frozenset({"hat", "haben", "hatte", "hatten", "wurde", "wurden"}),
}
_FUTURE = {"fr": ("ra", "ront", "rai", "rons", "rez"), "es": ("rá", "rán", "ré", "remos", "rás")}
_OPEN = frozenset(["future", "intent", "probable", "possible", "should", "must", "demand", "condition", "unlikely"])


def past(text: Analysed, taken: Sequence[int]) -> bool:
    """Whether what is to come is told as done."""
    for index in taken:
        token = text.tokens[index]
        if any(op.name in _OPEN and not op.at <= index < op.end for op in text.operators):
            continue
        before = {t.low for t in text.tokens[max(0, index - 2) : index]}
        done = token.low.endswith(_DONE.get(text.words.language, ("\0",))) or token.low in text.words.past
        if (done or before & _PERFECT.get(text.words.language, frozenset())) and not before & (_PRESENT | {"to"}):
            return True
    return False


def to_come(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """French and Spanish say "will" by the ending of the verb."""
    endings = _FUTURE.get(text.words.language)
    if endings is None:
        return []
    found: list[str] = []
    for i in text.content:
        told = [t for s in cited for t in s.meaning if alike(text.tokens[i], t)]
        later = [t for t in told if t.text.casefold().endswith(endings)]
        if later and len(later) == len(told) and past(text, [i]):
            found.append(f"The future in {later[0].text!r} is missing.")
    return found
