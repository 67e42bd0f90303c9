"""What is to come and what is done, told by endings and auxiliaries."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike

_PRESENT = frozenset(["be", "is", "are", "being", "am", "wird", "werden", "est", "sont", "es", "son"])
# How a deed is told as done: by the end of its verb, or by the auxiliary before it.
_DONE = {"en": ("ed",), "es": ("aron", "ieron", "yeron")}
_PERFECT = {
    "fr": frozenset({"a", "ont", "ete", "avait", "avaient"}),
    "es": frozenset({"ha", "han", "fue", "fueron", "sido"}),
    "de": frozenset({"hat", "haben", "hatte", "hatten", "wurde", "wurden"}),
}
_INSEPARABLE = ("be", "ver", "er", "ent", "zer")
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


def undone(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """German "kündigte an, die Brücke zu sperren" is not "hat die Brücke gesperrt": the verb of the sentences, which
    they have only in its plain form after "zu" or "will", is told as done."""
    if text.words.language != "de":
        return []
    open_ = any(op.name in _OPEN for op in text.operators)
    perfect = any(token.low in _PERFECT["de"] for token in text.tokens)
    found: list[str] = []
    for i in () if open_ else text.content:
        token = text.tokens[i]
        past_form = token.low.endswith(("te", "ten")) and not _planned(text, i)
        if token.capital or not ((perfect and _participle(token.low)) or past_form):
            continue
        told = [(s, j) for s in cited for j in s.content if alike(token, s.tokens[j])]
        if told and all(s.tokens[j].low != token.low and _planned(s, j) for s, j in told):
            found.append(f"{token.text!r} is told as done.")
    return found


def _participle(low: str) -> bool:
    return low.endswith("t") or (low.endswith("en") and ("ge" in low[:6] or low.startswith(_INSEPARABLE)))


def _planned(text: Analysed, index: int) -> bool:
    """ "zu sperren", "will … sperren", and nobody has managed, begun or had to."""
    low = text.tokens[index].low
    lows = {token.low for token in text.tokens}
    if (
        text.tokens[index].capital
        or not low.endswith("n")
        or lows & text.words.vocabulary.achieved
        or low.startswith("ge")
    ):
        return False
    return text.tokens[index - 1].low == "zu" or "zu" in low[1:5] or bool(lows & text.words.vocabulary.modals)
