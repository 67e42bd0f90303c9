"""Years beside the numbers of a sentence: which of two figures is told of which year."""

from bot.claims.grammar.evidence import Analysed

STOPS = frozenset(".!?;—–()…,")


def year(text: Analysed, index: int) -> bool:
    token = text.tokens[index]
    return (
        token.unit is None
        and token.text.isdigit()
        and len(token.text) == 4
        and token.text[:2] in ("18", "19", "20", "21")
    )


def same_year(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """A number that is told of a year is not, in the article, one of two that stand apart from that year."""
    said, told = _years_beside(text, index), _years_beside(other, at)
    if not said or told & said or year(text, index) or not (told or _told_of_a_time(other, at)):
        return True
    elsewhere = [n for n in other.numbers if n != at and not year(other, n) and _years_beside(other, n) & said]
    return not elsewhere


def _told_of_a_time(text: Analysed, index: int) -> bool:
    """ "last year", "this week" before the number in its clause."""
    for i in range(index - 1, -1, -1):
        if text.tokens[i].low in STOPS:
            return False
        if text.tokens[i].low in text.words.deixis:
            return True
    return False


def of_the_year(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """The only number that the article has for the year that the text gives it."""
    years = _years_beside(text, index)
    same = [n for n in other.numbers if not year(other, n) and _years_beside(other, n) & years]
    return same == [at] and len([n for n in text.numbers if _years_beside(text, n) & years and not year(text, n)]) == 1


def _years_beside(text: Analysed, index: int) -> frozenset[str]:
    """The years between the commas around the number."""
    found: set[str] = set()
    for step in (-1, 1):
        i = index + step
        while 0 <= i < len(text.tokens) and text.tokens[i].low not in STOPS:
            if text.tokens[i].kind == "number" and year(text, i):
                found.add(text.tokens[i].text)
            i += step
    return frozenset(found)
