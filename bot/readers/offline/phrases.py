"""Noun phrases beside a reporting word: how far they reach, without a parser."""

from collections.abc import Sequence

from bot.readers.offline.language import Language
from bot.readers.offline.names import is_person
from bot.readers.offline.tokens import Token

_STOPS = frozenset(";:?!") | {"--", "—", "–", "...", "…"}
_LONGEST = 30


def left(tokens: Sequence[Token], verb: int, language: Language, *, floor: int = 0) -> tuple[int, int] | None:
    """The subject of the verb at `verb` as token indices (half open): the phrase that ends before it.

    It begins at `floor` or later.
    """
    place = _left(tokens, verb, language)
    if place is None or place[1] <= floor:
        return None
    return max(place[0], floor), place[1]


def _left(tokens: Sequence[Token], verb: int, language: Language) -> tuple[int, int] | None:
    end = before_helpers(tokens, verb, language)
    if end <= 0:
        return None
    before = tokens[end - 1]
    if before.is_quote or before.text in _STOPS and before.text not in ("—", "–", "--"):
        return None
    if before.text in (",", ")", "—", "–", "--"):
        return _around_apposition(tokens, end - 1, language)
    if before.low in language.pronouns:
        return end - 1, end
    start = _segment_start(tokens, end, language)
    if start >= end:
        return None
    aside = _aside(tokens, start, end, language)
    if aside is not None:
        return _left(tokens, aside, language)
    start = _past_lead_in(tokens, start, end, language)
    if start >= end:
        return None
    start = _with_partners(tokens, start, end, language)
    return start, end


def _aside(tokens: Sequence[Token], start: int, end: int, language: Language) -> int | None:
    """The helper in "Trump has on several occasions claimed", when a preposition stands right behind it."""
    for at in range(end - 2, start, -1):
        if tokens[at].low in language["grammar.auxiliaries"] and tokens[at].low != "'s":
            return at if tokens[at + 1].low in language["grammar.prepositions"] else None
    return None


def before_helpers(tokens: Sequence[Token], verb: int, language: Language) -> int:
    """Past "has also", "did not", "later"."""
    end = verb
    helpers = (
        language["grammar.auxiliaries"]
        | language["grammar.adverbs"]
        | language["grammar.negations"]
        | language["grammar.days"]
    )
    while end > 0:
        token = tokens[end - 1]
        if (
            token.low
            in language["grammar.he"] | language["grammar.they"] | language["grammar.it"] | language["grammar.she"]
        ):
            break
        if token.low in helpers or (token.low.endswith("ly") and not token.is_capital and len(token.low) > 4):
            end -= 1
            continue
        if end < verb and token.low in ("on", "in", "by", "at", "for") and tokens[end].low in language["grammar.days"]:
            end -= 1
            continue
        break
    return end


def _segment_start(tokens: Sequence[Token], end: int, language: Language) -> int:
    """Leftwards to the last boundary: a comma, a stop, a quotation, a conjunction."""
    at = end
    while at > 0 and end - at < _LONGEST:
        token = tokens[at - 1]
        if (
            token.is_quote
            or token.text in _STOPS
            or token.text in (",", "(", ")", ".")
            and not _inside_name(tokens, at - 1)
        ):
            break
        if token.low in language["grammar.relative"] and token.low != "that" and at < end:
            at = max(at - 1, 0)  # "residents who live nearby said"
            continue
        if token.low in language["grammar.subordinators"]:
            break
        if token.low in language["grammar.conjunctions"] and token.low not in language["grammar.prepositions"]:
            if token.low in language["grammar.relative"]:
                return at - 1 if at == end and token.low != "that" else at
            if not _joins_names(tokens, at - 1, language):
                break
        at -= 1
    return at


def _inside_name(tokens: Sequence[Token], at: int) -> bool:
    """A bracket that belongs to a name: "Mike Pence (R-IN)"."""
    if tokens[at].text == ")":
        return at >= 2 and tokens[at - 2].text == "("
    if tokens[at].text == "(":
        return at + 2 < len(tokens) and tokens[at + 2].text == ")"
    return False


def _joins_names(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether the "and" at `at` stands inside a name or between two nouns rather than between two clauses."""
    if tokens[at].low not in language["grammar.coordinators"] or at == 0 or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if (
        after.low
        in language["grammar.he"]
        | language["grammar.she"]
        | language["grammar.they"]
        | language["grammar.it"]
        | language["grammar.first_person"]
    ):
        return False
    if before.is_capital and after.is_capital:
        return True
    # "residents and business owners", "the US and its allies": a short phrase that starts its clause.
    start = at
    while start > 0 and tokens[start - 1].is_word and not tokens[start - 1].low in language["grammar.auxiliaries"]:
        start -= 1
        if at - start > 5:
            return False
    return (start == 0 or not tokens[start - 1].is_word) and tokens[start].low not in language["grammar.prepositions"]


def _past_lead_in(tokens: Sequence[Token], start: int, end: int, language: Language) -> int:
    """Past "But", "In a statement Thursday" and what else stands before the subject."""
    while start < end and (
        tokens[start].low in language["grammar.coordinators"]
        or tokens[start].low in ("but", "so", "yet", "then", "still")
    ):
        start += 1
    if start >= end:
        return end
    first = tokens[start].low
    for at in range(end - 1, start, -1):
        if tokens[at].low in language["grammar.auxiliaries"] and tokens[at].low not in (
            "'s",
            "may",
            "will",
            "might",
            "can",
        ):
            if not any(token.low in language["grammar.relative"] for token in tokens[start:at]):
                return _past_lead_in(tokens, at + 1, end, language) if at + 1 < end else end
    if (
        first in language["grammar.prepositions"]
        or first in language["grammar.days"]
        and end - start > 1
        and not tokens[start + 1].low in language["grammar.days"]
    ):
        return _last_phrase(tokens, start, end, language)
    if first in language["grammar.days"]:
        return _last_phrase(tokens, start, end, language)
    return start


def _last_phrase(tokens: Sequence[Token], start: int, end: int, language: Language) -> int:
    """The last noun phrase of a segment that starts with a preposition or a date."""
    at = end
    while at > start + 1:
        token = tokens[at - 1]
        if (
            token.low in language["grammar.days"]
            or token.low in language["grammar.prepositions"]
            and token.low not in ("of", "for", "at")
        ):
            break
        if token.text[0].isdigit() and at - 1 < end - 1 and tokens[at].is_capital:
            break
        at -= 1
        if token.low in language["grammar.determiners"]:
            break
        if token.low in ("he", "she", "they", "it"):
            break
    if tokens[at].low in language["grammar.prepositions"]:
        at += 1
    return at


def _with_partners(tokens: Sequence[Token], start: int, end: int, language: Language) -> int:
    """Leftwards over "Smith, Jones and Brown" and "parents, students and staff"."""
    if not any(token.low in language["grammar.coordinators"] for token in tokens[start:end]):
        return start
    if start >= 2 and tokens[start - 1].text == "," and tokens[start].low in language.nouns:
        begin = start - 1
        while begin > 0 and tokens[begin - 1].is_word and start - begin < 4:
            begin -= 1
        if tokens[start - 2].low in language.nouns and (begin == 0 or tokens[begin - 1].text == ","):
            return begin
    at = start
    while at >= 2 and tokens[at - 1].text == "," and tokens[at - 2].is_capital:
        begin = at - 1
        while begin > 0 and tokens[begin - 1].is_word and tokens[begin - 1].is_capital:
            begin -= 1
        if begin > 0 and tokens[begin - 1].text != ",":
            if begin > 0 and tokens[begin - 1].is_word:
                return start
            return begin
        at = begin
    return at


def _around_apposition(tokens: Sequence[Token], closing: int, language: Language) -> tuple[int, int] | None:
    """The subject in "Smith, an attorney who …, said": from its first word to the closing comma."""
    segments = _segments(tokens, closing)
    if tokens[closing].text in ("—", "–", "--"):
        dash = next((at for at in range(closing - 1, -1, -1) if tokens[at].text in ("—", "–", "--")), None)
        place = _left(tokens, dash, language) if dash else None
        if place:
            return place
    for start, end in reversed(segments[:-1]):
        words = [token for token in tokens[start:end] if token.is_capital]
        if (
            end - start <= 8
            and tokens[end - 1].is_capital
            and is_person(words[-3:] if len(words) > 4 else words, language)
        ):
            begin = _past_lead_in(tokens, start, end, language)
            if _nominal(tokens[begin:end], language):
                return begin, closing
    for start, end in reversed(segments[:-1] if len(segments) > 1 else segments):
        begin = _past_lead_in(tokens, start, end, language)
        if begin < end and _nominal(tokens[begin:end], language):
            return begin, closing
    return None


def _segments(tokens: Sequence[Token], closing: int) -> list[tuple[int, int]]:
    """What commas and dashes part, from the last stop or quotation up to `closing`."""
    segments: list[tuple[int, int]] = []
    end = closing
    for at in range(closing - 1, -1, -1):
        token = tokens[at]
        if token.is_quote or token.text in (";", ":", "?", "!") or closing - at > 60:
            if at + 1 < end:
                segments.append((at + 1, end))
            return segments[::-1]
        if token.text in (",", "—", "–", "--"):
            if at + 1 < end:
                segments.append((at + 1, end))
            end = at
    if end > 0:
        segments.append((0, end))
    return segments[::-1]


def _nominal(tokens: Sequence[Token], language: Language) -> bool:
    """Short, ends in a name or a noun for people, and holds no verb that we know."""
    if not tokens or len(tokens) > 12:
        return False
    lows = [token.low for token in tokens]
    if lows[0] in language["grammar.prepositions"] or lows[0] in language["grammar.relative"]:
        return False
    if any(low in language["grammar.auxiliaries"] and low != "'s" for low in lows):
        return False
    if tokens[0].low in ("a", "an"):
        return False
    last = tokens[-1]
    if last.text == ")" and len(tokens) > 3:
        last = tokens[-4]
    if tokens[-1].is_capital or last.is_capital:
        return True
    nouns = (
        language["sources.people"]
        | language["sources.plural_people"]
        | language["sources.organisations"]
        | language["sources.documents"]
    )
    return any(low in nouns or low.rstrip("s") in nouns for low in lows)


def right(tokens: Sequence[Token], start: int, language: Language, *, linked: bool = True) -> tuple[int, int]:
    """The phrase that begins at `start`, with its appositions up to the next clause; may be empty."""
    at = start
    while at < len(tokens) and at - start < _LONGEST and not _ends_phrase(tokens, at, start, language, linked=linked):
        at += 1
    return start, at


def _ends_phrase(tokens: Sequence[Token], at: int, start: int, language: Language, *, linked: bool) -> bool:
    token = tokens[at]
    if token.is_quote or token.text in (",", ".", ")", "—", "–", "--") or token.text in _STOPS:
        return True
    if token.text == "(":
        return not _inside_name(tokens, at)
    if at == start:
        return False
    if token.low in language["grammar.days"]:
        return not (at + 1 < len(tokens) and tokens[at + 1].low == "'s")
    if token.low in language["grammar.auxiliaries"] and token.low != "'s":
        return True
    if token.low in language["grammar.coordinators"]:
        return not _joins_names(tokens, at, language) and not (
            at + 1 < len(tokens)
            and (tokens[at + 1].is_capital or tokens[at + 1].low in language["grammar.determiners"])
        )
    if (
        token.low in language["grammar.relative"]
        or token.low in language["grammar.conjunctions"]
        and token.low not in language["grammar.prepositions"]
    ):
        return True
    if token.low in language["grammar.adverbs"] or token.low.endswith("ly"):
        return True
    if token.low in language["grammar.prepositions"]:
        if not linked:
            return True
        if token.low in ("of", "for", "at", "from", "with"):
            return False
        return not (
            token.low == "in"
            and at + 1 < len(tokens)
            and tokens[at + 1].is_capital
            and tokens[at - 1].low in language["sources.plural_people"]
        )
    return False
