"""Whether two words are one, a form of it, a synonym, or of the same family."""

from collections.abc import Collection, Iterable

from bot.claims.language.token import Token

_ENDINGS = frozenset(
    [
        "e",
        "s",
        "es",
        "ed",
        "er",
        "ers",
        "or",
        "ors",
        "ing",
        "ion",
        "ions",
        "ation",
        "ations",
        "ment",
        "ments",
        "al",
        "ary",
        "ally",
        "ly",
        "ity",
        "ive",
        "ence",
        "ance",
        "ent",
        "ant",
        "ian",
        "ians",
        "n",
        "an",
        "ans",
        "i",
        "y",
        "ies",
        "ied",
        "en",
        "em",
        "ung",
        "ungen",
        "lich",
        "in",
        "innen",
        "isch",
        "ische",
        "ischen",
        "ischer",
        "te",
        "ten",
        "t",
        "ee",
        "ees",
        "ait",
        "aient",
        "ont",
        "eur",
        "euse",
        "ement",
        "aux",
        "ales",
        "ale",
        "ado",
        "ada",
        "ados",
        "adas",
        "ando",
        "o",
        "a",
        "os",
        "as",
        "aron",
        "cion",
        "ciones",
        "miento",
        "icion",
        "ador",
        "adora",
        "ir",
        "ar",
        "ga",
        "ra",
        "ront",
        "rait",
        "raient",
        "tes",
        "ts",
        "le",
        "les",
        "lent",
        "tent",
        "ons",
        "ez",
        "gan",
        "ne",
        "nee",
        "nes",
        "nees",
        "ner",
    ]
) | {""}

# "es fehlt", "es fehle", "sie fehlten".
# "die Freie Liste", "der Freien Liste".
_DECLINED = frozenset({"e", "en", "er", "es", "em"})
_SUBJUNCTIVE = frozenset({"e", "t", "te", "en", "ten"})


def alike(token: Token, other: Token) -> bool:
    """One word, a form of it, a synonym, or a word of the same family ("decide", "decision")."""
    if token.stem == other.stem or not token.groups.isdisjoint(
        other.groups
    ):  # `Token.same`, for all pairs of two texts
        return True
    a, b = token.low, other.low
    if a[:4] != b[:4]:
        return False
    if _adverb(a) == b or _adverb(b) == a:
        return not token.capital and not other.capital
    shared = _shared(a, b)
    if token.kind == other.kind == "word" and {a[shared - 1 :], b[shared - 1 :]} <= _DECLINED and shared > 4:
        return True
    if shared < 4 or (token.capital and other.capital and not token.first):
        return False
    if shared == 4 and token.kind == other.kind == "word":
        return not token.capital and not other.capital and {a[4:], b[4:]} <= _SUBJUNCTIVE
    return any(_family(a, b, cut) for cut in (shared, shared - 1))


def _adverb(low: str) -> str:
    """ "hastily" of "hasty", whose stems are two."""
    return f"{low[:-1]}ily" if low.endswith("y") else ""


def meet(some: Iterable[Token], others: Collection[Token]) -> bool:
    """Whether one of the words is alike to one of the others."""
    return any(alike(token, other) for token in some for other in others)


def likeness(token: Token, other: Token) -> int:
    """0 for two words, 3 for one and the same; between them forms of a word come before synonyms."""
    if token.low == other.low:
        return 3
    if token.stem == other.stem and token.kind == other.kind:
        return 2
    return int(alike(token, other))


def _family(a: str, b: str, cut: int) -> bool:
    """Whether the two differ in their endings after `cut` letters: "existe", "existence"."""
    return cut >= 5 and cut >= 0.55 * max(len(a), len(b)) and a[cut:] in _ENDINGS and b[cut:] in _ENDINGS


def _shared(a: str, b: str) -> int:
    for index, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return index
    return min(len(a), len(b))
