"""What is to come and what is done, told by endings and auxiliaries."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import THAT

_INSEPARABLE = ("be", "ver", "er", "ent", "zer")
_OPEN = frozenset(["future", "intent", "probable", "possible", "should", "must", "demand", "condition", "unlikely"])

_PLANNED = frozenset(["future", "intent", "must", "should"])
_FIRST = 8  # words among which what is told first has its verb
_OPENLY = frozenset(
    {"reported", "supposed", "conditional", "accuse", "hearsay", "unless", "whether", "suggested", "predicted"}
)


def so_they_say(text: Analysed, taken: Sequence[int]) -> bool:
    """French "chercherait", Spanish "faltarían": what is told on somebody's word."""
    endings = text.words.endings.get("conditional", ())
    return any(text.tokens[i].low.endswith(endings) for i in taken)


def later(text: Analysed) -> bool:
    """Whether what is told first is to come or wanted, by a word for that or, in French and Spanish, by an ending."""
    endings = text.words.endings.get("future", ())
    if any(op.name in _PLANNED and op.at < _FIRST for op in text.operators):
        return True
    plain = text.words.language == "es"  # the accent of "faltarán" tells it from nouns
    verb = next(
        (i for i in text.content if i < _FIRST and (is_verb(text, i) or (plain and _ends(text, i, endings)))), None
    )
    return verb is not None and _ends(text, verb, endings)


def _ends(text: Analysed, index: int, endings: tuple[str, ...]) -> bool:
    return text.tokens[index].text.casefold().endswith(endings)


def past(text: Analysed, taken: Sequence[int]) -> bool:
    """Whether what is to come is told as done."""
    known, endings = text.words.vocabulary, text.words.endings.get("done", ())
    for index in taken:
        token = text.tokens[index]
        if any(op.name in _OPEN and not op.at <= index < op.end for op in text.operators):
            continue
        before = {t.low for t in text.tokens[max(0, index - 2) : index]}
        done = token.low.endswith(endings) or token.low in text.words.past
        if (done or before & known.perfect) and not before & known.not_done:
            return True
    return False


def to_come(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """French and Spanish say "will" by the ending of the verb."""
    endings = text.words.endings.get("future")
    if endings is None:
        return []
    found: list[str] = []
    for i in text.content:
        told = [t for s in cited for t in s.meaning if alike(text.tokens[i], t)]
        later = [t for t in told if t.text.casefold().endswith(endings)]
        if later and len(later) == len(told) and past(text, [i]):
            found.append(f"The future in {later[0].text!r} is missing.")
    return found


def supposed(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """French "chercherait un repreneur", Spanish "tendría deudas" is not "cherche", "tiene"."""
    known = text.words.endings
    if (endings := known.get("surely_conditional")) is None:
        return []
    found: list[str] = []
    held = [op for op in text.operators if op.name in _OPEN | _OPENLY]
    for i in text.content:
        if any(not op.at <= i < op.end for op in held):
            continue
        told = [(s, j) for s in cited for j in s.content if alike(text.tokens[i], s.tokens[j])]
        only = [(s, j) for s, j in told if _ends(s, j, endings) and not _imperfect(s, j)]
        kept = (*known["conditional"], *known["infinitive"])
        if any(future_of_old(s, j) for s, j in only):
            kept = (*kept, *known["third_future"])
        if only and len(only) == len(told) and not text.tokens[i].low.endswith(kept):
            found.append(f"The conditional in {only[0][0].tokens[only[0][1]].text!r} is missing.")
    return found


def future_of_old(sentence: Analysed, index: int) -> bool:
    """French "a annoncé que l'usine fermerait", which announces that it will close."""
    lows = [token.low for token in sentence.tokens[:index]]
    that = next((k for k in range(len(lows) - 1, -1, -1) if lows[k] in THAT), 0)
    return any(lows[k] in sentence.words.reporting for k in range(that))


def _imperfect(sentence: Analysed, index: int) -> bool:
    form = sentence.tokens[index].text.casefold()
    return form.removesuffix("n").removesuffix("ía") in sentence.words.vocabulary.imperfect


def undone(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """German "kündigte an, die Brücke zu sperren" is not "hat die Brücke gesperrt": the verb of the sentences, which
    they have only in its plain form after "zu" or "will", is told as done."""
    if text.words.language != "de":
        return []
    open_ = any(op.name in _OPEN for op in text.operators)
    perfect = any(token.low in text.words.vocabulary.perfect for token in text.tokens)
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
