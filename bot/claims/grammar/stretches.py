"""The clauses of a sentence as its joints part them: which word stands in which, for words that surely do."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.smallwords import JOINTS
from bot.claims.language.stops import PARTING
from bot.claims.language.wordlists import word_set

_SUBORDINATORS = word_set(
    "after before because since while whereas although though despite unless if when until nachdem bevor weil "
    "wahrend obwohl wenn falls trotz bis apres avant malgre lorsque quand pendant tandis si puisque parce "
    "despues antes porque mientras aunque cuando pese"
)
_RELATIVES = word_set("who which whose whom where qui dont quien quienes cuyo cuya cuyos cuyas donde")
_GERMAN = word_set("der die das den dem deren dessen denen wo")  # relatives behind a comma
_INFINITIVES = {"fr": ("er", "ir", "re"), "es": ("ar", "er", "ir")}
_REACH = 50  # tokens within which a clause shows its verb
_HAVE = word_set("had has have would will hat hatte haben wird avait ont habia han")
_QUOTES = frozenset("\"“”„«»'")
_TURNS = word_set("then only dann nur puis seulement luego solo")
_TIMES = word_set("after before nachdem bevor apres avant despues antes")

Kind = Literal["main", "and", "sub", "relative", "turn"]


@dataclass(frozen=True, eq=False)
class Stretch:
    """`start` is the token that opens it; `host` the stretch that it continues or hangs on."""

    start: int
    kind: Kind
    host: "Stretch | None" = None


def stretches(text: Analysed, known: Collection[int] = ()) -> list[Stretch | None]:
    """For each token the clause it stands in; None where a comma leaves that open. `known` are verbs besides those that
    their form tells."""
    found: list[Stretch | None] = []
    now: Stretch | None = Stretch(0, "main")
    last = now
    for i, token in enumerate(text.tokens):
        kind = _opened(text, i, known)
        if token.low in PARTING:
            now = Stretch(i, "main")
        elif kind:
            now = Stretch(i, kind, last if i else None)
        elif token.low == "," and now is not None and now.kind in ("sub", "relative"):
            now = _resumed(text, i, now, known)
        last = now or last
        found.append(now)
    return found


def opens_time(text: Analysed, index: int) -> bool:
    return text.tokens[index].low in _TIMES


def verbal(text: Analysed, index: int, known: Collection[int] = ()) -> bool:
    """A verb, or what forms one."""
    low = text.tokens[index].low
    joined = index > 0 and text.tokens[index - 1].low in JOINTS and infinitive(text, index)
    return index in known or is_verb(text, index) or low in text.words.passive | _HAVE or joined


def infinitive(text: Analysed, index: int) -> bool:
    """French "fermer la piscine": by its ending, and an article behind it."""
    if index + 1 >= len(text.tokens) or text.tokens[index].capital:
        return False
    articles = text.words.determiners - {"de", "des", "du", "del"}
    ends = text.tokens[index].low.endswith(_INFINITIVES.get(text.words.language, ("\0",)))
    named = index > 0 and text.tokens[index - 1].low in text.words.determiners
    return ends and not named and text.tokens[index + 1].low in articles


def _resumed(text: Analysed, comma: int, now: Stretch, known: Collection[int]) -> Stretch | None:
    """Behind a clause that hangs on another, the other goes on with its verb, or begins where it hung ahead."""
    if now.host is None:
        return Stretch(comma, "main") if now.kind == "sub" else None
    return now.host if comma + 1 < len(text.tokens) and verbal(text, comma + 1, known) else None


def _opened(text: Analysed, index: int, known: Collection[int]) -> Kind | None:
    low = text.tokens[index].low
    behind = index > 0 and _back(text, index) == ","
    german = text.words.language == "de"
    if low in JOINTS and _joins_clauses(text, index, known):
        return "and"
    if behind and low in _TURNS:
        return "turn"
    if low in _RELATIVES and not german and index and (behind or index - 1 in text.content):
        return "relative"
    if german and behind and low in _GERMAN and _verb_last(text, index):
        return "relative"
    if low in _SUBORDINATORS and index not in text.content:
        return "sub" if behind or any(verbal(text, i, known) for i in _ahead(text, index)) else None
    return None


def _back(text: Analysed, index: int) -> str:
    i = index - 1
    while i > 0 and text.tokens[i].low in _QUOTES:
        i -= 1
    return text.tokens[i].low


def _verb_last(text: Analysed, index: int) -> bool:
    ahead = list(_ahead(text, index))
    if len(ahead) > 1 and (text.tokens[ahead[-2]].low == "zu" or "zu" in text.tokens[ahead[-1]].low[2:-3]):
        return False  # "die Klinik zu übernehmen"
    return len(ahead) > 1 and not text.tokens[ahead[-1]].capital and text.tokens[ahead[-1]].kind == "word"


def _joins_clauses(text: Analysed, index: int, known: Collection[int]) -> bool:
    """A verb right behind, or one behind a comma, or a subject and its verb behind what a verb closes."""
    ahead = list(_ahead(text, index))
    verb = next((n for n, i in enumerate(ahead) if verbal(text, i, known)), None)
    if verb is None:
        return False
    subject = [i for i in ahead[:verb] if text.tokens[i].kind == "number" or i in text.content]
    if _back(text, index) == "," or all(text.tokens[i].low.endswith(("ly", "ment", "mente")) for i in subject):
        return True
    before = (
        i
        for i in range(index - 1, max(-1, index - _REACH), -1)
        if text.tokens[i].low in PARTING or verbal(text, i, known)
    )
    closed = next(before, None)
    return closed is not None and text.tokens[closed].low not in PARTING | text.words.reporting


def _ahead(text: Analysed, index: int) -> Iterator[int]:
    for i in range(index + 1, min(index + _REACH, len(text.tokens))):
        if text.tokens[i].low in PARTING or text.tokens[i].low in JOINTS or text.tokens[i].low == ",":
            return
        yield i
