"""Whether a verb is passive, which turns the sides of those who do and those who bear it."""

from functools import lru_cache

from bot.claims.grammar.clauses import after, before
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb, participle
from bot.claims.language.smallwords import BUT, JOINTS
from bot.claims.language.token import Token

_APPEARING = frozenset({"appeared in", "appears in", "appear in"})  # what others publish
_PHRASE = 10  # words of a verb phrase before "and"
_NEAR = 5


@lru_cache(maxsize=2048)
def passive(text: Analysed, index: int) -> bool:
    """ "was seized", "seized by", "wurde … verletzt"."""
    if text.words.language == "de":
        clause = (*before(text, index), *after(text, index))
        return any(text.tokens[i].low in text.words.passive for i in clause)
    appears = text.tokens[index].text.casefold() in _APPEARING
    return appears or auxiliary_passive(text, index) or _following(text, index) in text.words.by


def _following(text: Analysed, index: int) -> str:
    """The first word behind a verb that may tell who did it."""
    tokens = text.tokens
    for i in _past_time(text, list(after(text, index))):
        if i + 1 < len(tokens) and tokens[i + 1].kind != "number" and not _by_so_much(text, i):
            return "" if by_then(text, i) else tokens[i].low
    return ""


def by_then(text: Analysed, index: int) -> bool:
    """ "by Friday", "by the end of 2027": no agent."""
    if text.tokens[index].low not in text.words.by or text.words.language != "en":
        return False
    timed, small = text.words.dates | text.words.times, text.words.determiners
    following = [t for t in text.tokens[index + 1 : index + 2 + _NEAR] if t.low not in small][:2]
    ends = bool(following) and following[0].low in text.words.vocabulary.ends
    last = following[-1:] if ends else following[:1]
    return any(t.low in timed or (ends and _bare_number(t)) for t in last)


def _past_time(text: Analysed, places: list[int]) -> list[int]:
    """ "commissioned in June by the county": without the time right behind the verb."""
    times = text.words.dates | text.words.times
    timed = len(places) > 1 and text.tokens[places[0]].low in ("in", "on")
    timed = timed and (text.tokens[places[1]].low in times or _bare_number(text.tokens[places[1]]))
    return places[2:] if timed else places


def _bare_number(token: Token) -> bool:
    """ "founded in 1987 by two brothers"."""
    return token.kind == "number" and token.unit is None


@lru_cache(maxsize=2048)
def auxiliary_passive(text: Analysed, index: int) -> bool:
    """By its auxiliary alone: "was seized", "wurde … verletzt"."""
    if text.words.language == "de":
        return passive(text, index)
    be = _auxiliary_be(text, index) or _shares_be(text, index)
    return be and participle(text, index)


def _by_so_much(text: Analysed, index: int) -> bool:
    """ "by an average of 2.5 percent": nobody did it."""
    for i in range(index + 1, min(index + 5, len(text.tokens))):
        if text.tokens[i].unit:
            return True
        if i in text.content and text.tokens[i].low != "average":
            return False
    return False


def _shares_be(text: Analysed, index: int) -> bool:
    """ "two were killed and four others injured": the auxiliary of the verb before "and" is not said again."""
    following = text.tokens[index + 1] if index + 1 < len(text.tokens) else None
    takes = following is not None and (following.kind == "number" or following.low in text.words.determiners)
    if text.words.language != "en" or takes or not participle(text, index):
        return False
    joint = next((i for i in range(index - 1, max(-1, index - 5), -1) if text.tokens[i].low in JOINTS), None)
    parted = joint is not None and text.tokens[joint].low in BUT and text.tokens[joint - 1].low == ","
    if joint is None or parted or any(is_verb(text, i) for i in range(joint + 1, index)):
        return False
    beside = all(_adverbial(text, i) for i in range(joint + 1, index))
    farthest = _PHRASE if beside else _NEAR  # "…, and Parcelo noticed" has a subject of its own
    earlier = next((i for i in range(joint - 1, max(-1, joint - farthest), -1) if is_verb(text, i)), None)
    return earlier is not None and participle(text, earlier) and _auxiliary_be(text, earlier)


def _adverbial(text: Analysed, index: int) -> bool:
    low = text.tokens[index].low
    return low in ("never", "not", "then", "later", "soon", "only") or low.endswith("ly")


def either_voice(text: Analysed, index: int) -> bool:
    """ "the passengers affected", "the study, published in May": a participle, or the past of a verb that takes nothing."""
    if text.words.language != "en" or not is_verb(text, index):
        return not is_verb(text, index)
    following = text.tokens[index + 1] if index + 1 < len(text.tokens) else None
    ends = (
        following is None
        or following.kind in ("punct", "number")
        or following.low in (*text.words.prepositions, "and", "or")
    )
    before = text.tokens[index - 1] if index else None
    return ends and participle(text, index) and before is not None and (before.low == "," or index - 1 in text.content)


def _auxiliary_be(text: Analysed, index: int) -> bool:
    """A form of "be" before the word, with nothing but adverbs, negations and quotation marks between."""
    for token in reversed(text.tokens[max(0, index - 6) : index]):
        if token.low in text.words.passive:
            return True
        if token.low == "to" and text.words.language == "en":
            return False  # "is to open"
        adverb = (
            token.low.endswith(("ly", "ment", "mente"))
            or token.low in text.words.vocabulary.adverbs
            or token.low == '"'
        )
        if not adverb and token.low not in text.words.auxiliaries:
            return False
    return False
