"""Ellipses: what is not said again: "nine shelters and six more", "from 212 minutes to 148", "its revenue rose, Corvane's fell"."""

from collections.abc import Sequence
from functools import lru_cache

from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.offsets import offsets
from bot.claims.language.smallwords import FROM, TO
from bot.claims.language.token import MONEY, TIMES, Token
from bot.claims.rules.years import year

_SUM = 100_000  # below it a number without a unit is no sum of money
_LEAST = 1000
_LONGEST = 18  # words between a number and the one whose noun or unit it has
_OWNERS = 2
_PHRASE = 6  # words between "from" and its number: "from a median of 212"


@lru_cache(maxsize=4096)
def spelled_out(text: str, language: str) -> str:
    """With what the second of two owners has, which is not said again: "Bellhurst's revenue rose, while Corvane's fell"."""
    if language != "en" or text.count("s ") < _OWNERS:
        return text
    told = analysed(text, language)
    places = offsets(told)
    for i in reversed(range(len(told.tokens) - 1)):
        if told.tokens[i].possessive and _finite(told, i + 1):
            thing = next((t for t in (_owned(told, k) for k in range(i)) if t), "")
            if thing:
                at = places[i + 1][0]
                text = f"{text[:at]}{thing} {text[at:]}"
    return text


def _finite(text: Analysed, index: int) -> bool:
    """The past of a verb, of a form that no noun has: "fell", "was", "dropped by"."""
    low = text.tokens[index].low
    following = text.tokens[index + 1].kind == "number" if index + 1 < len(text.tokens) else False
    past = low in text.words.past and low not in text.words.vocabulary.homographs
    return past or low in text.words.auxiliaries | text.words.passive or (low.endswith("ed") and following)


def _owned(text: Analysed, index: int) -> str:
    """The noun right behind an owner's name, alone."""
    owner = text.tokens[index].possessive and text.tokens[index].capital
    noun = index + 1 in text.content and is_noun(text, index + 1) and not text.tokens[index + 1].capital
    return text.tokens[index + 1].text if owner and noun else ""


def counted_before(text: Analysed, index: int) -> int | None:
    """Where the noun stands that a bare number counts: that of the nearest number before which has one."""
    more = any(token.low in text.words.vocabulary.others for token in text.tokens[index + 1 : index + 2])
    ends = text.words.language == "en" and not _behind(text, index)
    if not _bare(text, index) or not (more or ends or (index and text.tokens[index - 1].low in TO)):
        return None
    earlier = next((n for n in reversed(text.numbers) if n < index and not _bare(text, n) and not year(text, n)), None)
    if earlier is None or index - earlier > _LONGEST or text.tokens[earlier].unit:
        return None
    if ends and not more and not _set_against(text, earlier, index):
        return None
    return next((i for i in _behind(text, earlier) if i in text.content and is_noun(text, i)), None)


def _set_against(text: Analysed, earlier: int, index: int) -> bool:
    """ "Was built for 600 inmates but holds 870"; no date, and no part of what was counted, "of which it has repaid 45"."""
    between = {token.low for token in text.tokens[earlier + 1 : index]}
    told = {op.name for op in text.operators if earlier < op.at < index}
    apart = between.isdisjoint(text.words.dates | text.words.vocabulary.of_which)
    return apart and not told.isdisjoint({"contrast", "despite"})


def shared_unit(text: Analysed, index: int) -> str | None:
    """The unit of the number that a bare one is measured against: "from 212 minutes in January to 148"; or that stands behind
    the same preposition: "seven percent over two years, four over three"."""
    before = text.tokens[index - 1].low if index else ""
    if before in text.words.prepositions and _bare(text, index):
        alike = [n for n in text.numbers if 0 < n < index and text.tokens[n - 1].low == before]
        if alike and text.tokens[alike[-1]].unit in TIMES:
            return text.tokens[alike[-1]].unit
    earlier = next((n for n in reversed(text.numbers) if n < index and not year(text, n)), None)
    if earlier is None or index - earlier > _LONGEST or not _bare(text, index):
        return None
    started = any(token.low in FROM for token in text.tokens[max(0, earlier - _PHRASE) : earlier])
    moved = before in FROM or (before in TO and started)
    return text.tokens[earlier].unit if moved else None


def currency_unsaid(number: Token, other: Analysed, at: int, sentences: Sequence[Analysed]) -> bool:
    """ "of 67 million euros only nine million were found": the unit of the other sums near, where nothing is counted."""
    german = other.words.language == "de"
    noun = at + 1 in other.content and (other.tokens[at + 1].capital if german else is_noun(other, at + 1))
    bare = other.tokens[at].unit is None and min(other.tokens[at].values) >= _SUM and not noun
    differs = not other.words.vocabulary.measured.isdisjoint(token.low for token in other.tokens[at + 1 : at + 3])
    units = {s.tokens[i].unit for s in sentences for i in s.numbers if min(s.tokens[i].values) >= _LEAST}
    return bare and not differs and number.unit in MONEY and units & MONEY == {number.unit}


def _bare(text: Analysed, index: int) -> bool:
    """Whether no noun and no unit follows: "six more if", "148 in September"."""
    following = next(iter(_behind(text, index)), None)
    if text.tokens[index].unit or year(text, index):
        return False
    return following is None or (
        following not in text.content and text.tokens[following].low not in text.words.determiners
    )


def _behind(text: Analysed, index: int) -> list[int]:
    """The words right behind the number, "more" passed over, up to the next mark."""
    found: list[int] = []
    for i in range(index + 1, min(index + 4, len(text.tokens))):
        if text.tokens[i].kind != "word":
            break
        if text.tokens[i].low not in text.words.vocabulary.others:
            found.append(i)
    return found
