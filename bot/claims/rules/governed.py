"""What a verb or noun only opens is not told as a fact: "has an option to buy" is not "will buy", nor "risked losing" "lost"."""

from collections.abc import Sequence

from bot.claims.grammar.counterparts import counterparts
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.moods import mood
from bot.claims.grammar.negations import NEGATIONS
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.stops import ALL_STOPS

_FARTHEST = 6  # words between a governing verb and "to", whom it is to be done by among them
_CLAUSE = 14
_SMALL = frozenset({"be", "have", "been", "not", "also"})
_JOINING = {
    "fr": (("er", "ir", "re"), frozenset({"de", "d", "a", "ne", "pas", "se", "s", "y", "en", "le", "la", "les", "l"})),
    "es": (("ar", "er", "ir", "arse", "erse", "irse"), frozenset({"de", "a", "que", "no", "se", "en"})),
}
_TOLD = frozenset({"done", "present", "future"})
_COMING = frozenset({"intent", "settled", "due", "predicted", "probable", "future"})


def governed_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each verb that the text tells as a fact and its sentences only as what something opens."""
    opened = [s.tokens[j] for s in cited for j in s.content if governor(s, j) is not None]
    found: list[str] = []
    for i in text.content if opened else ():
        if text.tokens[i].capital or not any(alike(text.tokens[i], token) for token in opened):
            continue
        mine = mood(text, i) & _TOLD
        if "done" not in mine and any(op.name == "intent" and op.at <= i < op.end for op in text.operators):
            continue
        if not mine and (governor(text, i) is not None or mood(text, i)):
            continue
        places = [(s, j, governor(s, j)) for s, j in counterparts(text, i, cited)]
        if not mine and not is_verb(text, i) and not all(_plain(text, i, s, j) for s, j, _ in places):
            continue
        if places and all(g is not None and _opens(text, mine, s, g) for s, _, g in places):
            s, _, g = places[0]
            found.append(f"{s.tokens[g or 0].text!r} before {text.tokens[i].text!r} is missing.")
    return list(dict.fromkeys(found))


def _plain(text: Analysed, index: int, sentence: Analysed, place: int) -> bool:
    """ "two directors favour a change": behind a noun in the form that the sentence has behind "to"."""
    behind_noun = index - 1 in text.content and text.tokens[index - 1].low.endswith("s")
    follows = text.tokens[index + 1].low if index + 1 < len(text.tokens) else ""
    takes = follows in text.words.determiners
    return behind_noun and takes and text.tokens[index].low == sentence.tokens[place].low


def governor(text: Analysed, index: int) -> int | None:
    """What stands before "to close", past those who are to do it; or before "closing" where that only opens it."""
    if text.words.language in _JOINING:
        return _before_infinitive(text, index)
    tokens, words = text.tokens, text.words
    k = index - 1
    while k > 0 and (tokens[k].low.endswith("ly") or tokens[k].low in _SMALL):
        k -= 1
    if words.language == "de":
        return _before_zu(text, index)
    if k > 0 and tokens[k].low == "to":
        return _leftwards(text, k)
    return k if k >= 0 and tokens[index].low.endswith("ing") and tokens[k].low in words.opening else None


def _leftwards(text: Analysed, to: int) -> int | None:
    """The noun right before "to", or the verb before those who are to do it."""
    for g in range(to - 1, max(-1, to - _FARTHEST), -1):
        token, words = text.tokens[g], text.words
        if token.low in words.times or token.low in words.dates:
            continue
        linked = token.low in words.passive and g < to - 1  # "it was too early to speak of it"
        if linked or token.low in ALL_STOPS or token.low in words.prepositions:
            return None
        right_before = g == to - 1 and not token.capital and g in text.content
        if right_before or is_verb(text, g) or _turns(text, g):
            return g
    return None


def _before_infinitive(text: Analysed, index: int) -> int | None:
    """French and Spanish: right before the infinitive, small words and one preposition between them."""
    ending, joining = _JOINING[text.words.language]
    if not text.tokens[index].low.endswith(ending):
        return None
    k = index - 1
    while k > 0 and (text.tokens[k].low in joining or text.tokens[k].low in text.words.pronouns):
        k -= 1
    return k if k >= 0 and (is_verb(text, k) or _turns(text, k)) else None


def _before_zu(text: Analysed, index: int) -> int | None:
    """German: the verb or noun before the comma of "…, die Brücke zu sperren"."""
    low = text.tokens[index].low
    if not low.endswith("n") or not (text.tokens[index - 1].low == "zu" or "zu" in low[1:5]):
        return None
    comma = next((k for k in range(index - 1, max(-1, index - _CLAUSE), -1) if text.tokens[k].low in ALL_STOPS), None)
    own = text.words.vocabulary.helping  # "das Dach sei nicht zu retten"
    if any(token.text.casefold() in own for token in text.tokens[(comma or 0) + 1 : index]):
        return None
    return next((k for k in range((comma or 0) - 1, -1, -1) if is_verb(text, k) or _turns(text, k)), None)


def _turns(text: Analysed, index: int) -> bool:
    return any(op.at <= index < op.end for op in text.operators)


def _opens(text: Analysed, mine: frozenset[str], sentence: Analysed, governor: int) -> bool:
    token = sentence.tokens[governor]
    if token.low in sentence.words.implying or any(
        alike(token, other) for other in text.tokens if other.kind == "word"
    ):
        return False
    classes = {op.name for op in sentence.operators if op.at <= governor < op.end}
    refused = classes & NEGATIONS or token.low in ("declined", "declines")
    if refused and "not" in text.classes():
        return False
    return not ("future" in mine and classes & _COMING)
