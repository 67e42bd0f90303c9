"""Appositions: the phrase that "an attorney who …," explains, and the description before a name, among what commas and dashes
part."""

from collections.abc import Sequence
from itertools import takewhile

from bot.readers.offline.naming.people import is_people
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.names import is_person
from bot.readers.offline.text.tokens import DASHES, Token

_PARTING = DASHES | {","}
_STOPS = frozenset({";", ":", "?", "!"})
_FARTHEST = 60
_SHORT = 6  # words back to the article of "The port's chief engineer,"
_CLAUSE_AND_NAME = 3  # segments: what is told, a description, a name

Place = tuple[int, int]


def candidates(tokens: Sequence[Token], closing: int, language: Language) -> list[Place]:
    """The segments before the comma at `closing` that may be the subject, likeliest first: those that end in a
    person's name, then the others, nearest first. The last segment is the apposition itself."""
    segments = _segments(tokens, closing)
    earlier = segments[-2::-1]
    people = [
        (start, end)
        for start, end in earlier
        if tokens[start].low not in language["grammar.prepositions"]  # "of Mill Lane"
        and _ends_in_person(tokens[start:end], language)
    ]
    return [*people, *(earlier or segments)]


def last_person(tokens: Sequence[Token], closing: int, language: Language) -> Place | None:
    """The apposition itself where it names a person behind what tells nobody: "The fourth, the striker Anja Lohne,"."""
    segments = _segments(tokens, closing)
    if len(segments) != 2 or tokens[segments[0][0]].low not in language["grammar.definite"]:
        return None
    start, end = segments[1]
    described = tokens[start].low in language["grammar.articles"]
    return (start, end) if described and _ends_in_person(tokens[start:end], language) else None


def described_name(tokens: Sequence[Token], closing: int, language: Language) -> Place | None:
    """A description and the name behind it, after a clause that tells of somebody else: "The owner, Rolf Dahl, hid the leak,
    the union's lawyer, Petra Stig, said". None where no clause stands before."""
    segments = _segments(tokens, closing)
    if len(segments) < _CLAUSE_AND_NAME:
        return None
    (start, end), (first, last) = segments[-2:]
    named = last - first > 1 and all(token.is_capital for token in tokens[first:last])
    return (start, last) if named and _describes(tokens[start:end], language) else None


def last_name(tokens: Sequence[Token], closing: int, language: Language) -> Place | None:
    """The name between the last two commas with the description before it: "The contractor, Hallberg, denied"; a name of several
    words without one too: "The railway, Corvaine Rail, disputes"."""
    start = closing
    while start > 0 and tokens[start - 1].is_word and tokens[start - 1].is_capital:
        start -= 1
    if start in (0, closing) or tokens[start - 1].text != ",":
        return None
    described = _description(tokens, start - 1, language)
    if described is not None:
        return described, closing
    return (start, closing) if closing - start > 1 else None


def with_description(tokens: Sequence[Token], start: int, end: int, language: Language) -> int:
    """Leftwards over "The mayor," in "The mayor, Lena Ott, 51, said": a description right before a name."""
    named = all(token.is_capital for token in tokens[start:end])
    if not named or start < 2 or tokens[start - 1].text != ",":
        return start
    begin = _description(tokens, start - 1, language)
    return start if begin is None else begin


def _description(tokens: Sequence[Token], comma: int, language: Language) -> int | None:
    """Where the short description before the comma begins, in "The contractor,", when it begins its clause."""
    for at in range(comma - 2, max(-1, comma - _SHORT), -1):
        if not tokens[at].is_word and tokens[at].low != "'s":  # "the track's vet"
            return None
        if tokens[at].low in language["grammar.definite"]:
            opens = at == 0 or not tokens[at - 1].is_word or tokens[at - 1].low in language["grammar.openers"]
            return at if opens else None
    return None


def _describes(tokens: Sequence[Token], language: Language) -> bool:
    """ "the union's lawyer", "a former head of the port": an article and, before any preposition, a noun for a person."""
    if tokens[0].low not in language["grammar.articles"] | language["grammar.possessives"]:
        return False
    head = [token.low for token in takewhile(lambda token: token.low not in language["grammar.prepositions"], tokens)]
    return any(is_people(low, language) for low in head) and not any(language.is_finite(low) for low in head)


def _segments(tokens: Sequence[Token], closing: int) -> list[Place]:
    """From the last stop or quotation up to `closing`, in order."""
    segments: list[Place] = []
    end = at = closing
    while at > 0 and closing - at < _FARTHEST:
        token = tokens[at - 1]
        if token.is_quote or token.text in _STOPS:
            break
        at -= 1
        if token.text in _PARTING:
            if at + 1 < end:
                segments.append((at + 1, end))
            end = at
    if at < end:
        segments.append((at, end))
    return segments[::-1]


def _ends_in_person(tokens: Sequence[Token], language: Language) -> bool:
    words = [token for token in tokens if token.is_capital]
    clause = any(token.low in language["grammar.auxiliaries"] and token.low != "'s" for token in tokens)
    if len(tokens) > 8 or not tokens[-1].is_capital or clause:  # "no dog was shot at Thornby"
        return False
    return is_person(words[-3:] if len(words) > 4 else words, language)


def is_nominal(tokens: Sequence[Token], language: Language, *, indefinite: bool = False) -> bool:
    """Short, ends in a name or holds a noun for a source, and no verb that we know; "a diplomat" only if `indefinite`."""
    if not tokens or len(tokens) > 12:
        return False
    lows = [token.low for token in tokens]
    if tokens[0].text[0].islower() and language.is_gerund(lows[0]):
        return False  # "quoting the daily Kurant"
    never = language["grammar.prepositions"] | language["grammar.relative"]
    if not indefinite:
        never |= language["grammar.indefinite"]
    opens = tokens[0].text[0].isupper() and lows[0] in language["grammar.definite"]  # "That colleague, …, said"
    if (lows[0] in never and not opens) or any(low in language["grammar.auxiliaries"] and low != "'s" for low in lows):
        return False
    if len(lows) == 3 and lows[2] in language["grammar.objects"] and lows[1] in language["grammar.accused_of"]:
        return True  # "One of them"
    last = tokens[-4] if tokens[-1].text == ")" and len(tokens) > 3 else tokens[-1]
    nouns = language.nouns | language["sources.titles"]
    noun = last.text[0].isupper() if language.capital_nouns else last.is_capital
    return noun or any(low in nouns or low.rstrip("s") in nouns or is_people(low, language) for low in lows)


def before_partner(tokens: Sequence[Token], comma: int, language: Language, *, otherwise: int) -> int:
    """Where "La maire de Valcourt, Claire Obin," begins, whose last comma stands before "et le député"; `otherwise` where no name
    stands between two commas behind what its bearer is."""
    opening = next((at for at in range(comma - 1, 0, -1) if tokens[at].text == ","), None)
    if not language.noun_first or opening is None or opening + 1 == comma:
        return otherwise
    named = all(token.is_word and token.is_capital for token in tokens[opening + 1 : comma])
    begin = next((at + 1 for at in range(opening - 1, -1, -1) if not tokens[at].is_word), 0)
    told = is_nominal(tokens[begin:opening], language, indefinite=False)
    return begin if named and told and tokens[begin].low in language["grammar.determiners"] else otherwise
