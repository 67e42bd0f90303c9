"""Figures: whether a number of a sentence is what a question asks the number, size, age or price of."""

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.token import Token
from bot.readers.offline.answering import wholes
from bot.readers.offline.answering.questions import Question
from bot.readers.offline.naming.people import is_people
from bot.readers.offline.text import topic

DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_SIZES = frozenset({
    "kilometre", "mile", "metre", "foot", "tonne", "ton", "kilogram", "gram", "litre", "gallon", "hectare", "acre", "degree",
    "percent", "points",
})  # fmt: skip
_MEASURES = DURATIONS | _SIZES
_MONEY = frozenset({"USD", "EUR", "GBP", "JPY", "CHF", "RUB", "CNY", "INR"})
_SHARES = frozenset({"percent", "fraction", "points"})
_REACH = 4
_BESIDE = 2  # words between "majority" and "of two"
_CLAUSE = 9  # words within which a number belongs to what happened
_BY = 3  # words of "um mindestens zwei"
_OF = 6  # words behind "90,000 tonnes" among which stands of what they are
_LARGE = 1_000_000  # from which on a bare number may well be a sum
_OLDEST = 120  # years
_MONTHS = 12


def counts(asked: Question, sentence: Analysed, index: int) -> bool:
    """It counts what the question asks the number of: "six counts" the charges, "6,200 people" the staff."""
    tokens = sentence.tokens
    if tokens[index].unit in ("fraction", "percent"):
        return False  # "two thirds of the bridges"
    if not _of_act(asked, sentence, index) or (wholes.asked_for(asked) and not wholes.told(asked, sentence, index)):
        return False
    joined = 1 + wholes.is_joined(sentence, index)
    following = list(takewhile(lambda token: token.kind == "word", tokens[index + joined : index + joined + _REACH]))
    said = following[1].low if len(following) > 1 else ""
    if said in asked.language["cues.say"] and not asked.language.is_gerund(said):
        return False  # "1,004 people said": so many speak, and may do anything else
    counted = asked.counted
    if counted is not None and not counted.capital and not asked.language.capital_nouns:
        following = [token for token in following if not token.capital]
    people = counted is not None and counted.low in asked.language["asks.people"]  # "two workers"
    if counted is None or _is_unit(counted, tokens[index]) or any(asked.alike(counted, token) for token in following):
        return True
    if people and any(asked.alike(event, token) for event in asked.events for token in following[:1]):
        return True  # "23 arrests"
    if (people and _of_people(asked, following)) or _hit(asked, sentence, index, counted):
        return True
    return often(asked, sentence, index) and any(asked.alike(counted, token) for token in tokens[:index])


def _is_unit(counted: Token, number: Token) -> bool:
    """ "Days" of "four days", which is one token."""
    _, parted, unit = number.text.lower().rpartition(" ")
    return bool(parted) and topic.stem(unit) == topic.stem(counted.text.lower())


def _of_act(asked: Question, sentence: Analysed, index: int) -> bool:
    """What is done with them stands within a clause of the number, where the sentence has it."""
    act = asked.act
    at = [i for i, token in enumerate(sentence.tokens) if act is not None and asked.alike(act, token)]
    return not at or any(abs(i - index) <= _CLAUSE + _REACH for i in at)


def is_day(sentence: Analysed, index: int) -> bool:
    """ "3 October", "1. Februar", "4 de mayo", "March 3,": a day of a month counts nothing."""
    months = [word for word, n in sentence.words.calendar.items() if n < _MONTHS]
    skipped = sentence.words.prepositions | {"."}
    behind = [token for token in sentence.tokens[index + 1 : index + 3] if token.low not in skipped][:1]
    before = sentence.tokens[index - 1 : index] if index and _ends(sentence, index) else ()
    return any(token.low in months for token in (*behind, *before))


def _ends(sentence: Analysed, index: int) -> bool:
    """Nothing stands behind it that it could count."""
    return index + 1 == len(sentence.tokens) or sentence.tokens[index + 1].kind == "punct"


def _hit(asked: Question, sentence: Analysed, index: int, counted: Token) -> bool:
    """ "Two workers were hurt" tells how many injuries: the number is of people, and what befell them stands beside it."""
    tokens = sentence.tokens
    if counted.low not in asked.language["asks.befallen"] or not _of_people(
        asked, tokens[index + 1 : index + 1 + _REACH]
    ):
        return False
    return any(asked.alike(counted, token) for token in tokens[max(0, index - _CLAUSE) : index + _CLAUSE])


def _of_people(asked: Question, following: Sequence[Token]) -> bool:
    language = asked.language
    persons = language["sources.people"] | language["sources.plural_people"] | language["asks.people"]
    return any(
        {token.low, token.low.removesuffix("s")} & persons or is_people(token.low, language) for token in following
    )


def often(asked: Question, sentence: Analysed, index: int) -> bool:
    """ "Eleven times", which the checks of restatements count in one unit."""
    following = sentence.tokens[index + 1 : index + 2]
    compared = any(token.low in asked.language["asks.compared"] for token in sentence.tokens[index + 1 : index + 3])
    said_behind = bool(following) and following[0].low in asked.language["asks.times"] and not compared
    return said_behind or (sentence.tokens[index].unit == "occurrence" and not compared)  # no "four times as likely"


def lasts(asked: Question, sentence: Analysed, index: int) -> bool:
    """A number of hours, days …, and the year in "since 1911"; also a length, which "how long" may mean."""
    token, before = sentence.tokens[index], sentence.tokens[index - 1].text.lower() if index else ""
    since = before in asked.language["asks.clock"] and is_year(token)
    later = {one.low for one in sentence.tokens[max(0, index - _BY) : index]} & asked.language["asks.by_so_much"]
    if later and not asked.met(sentence):
        return False  # "verzögert sich um mindestens zwei Jahre" does not tell how long the bridge is
    following = sentence.tokens[index + 1 : index + 2]
    if before in asked.language["asks.since_then"] or any(
        one.low in asked.language["asks.since_then"] for one in following
    ):
        return False  # "in drei Jahren", "three years ago" tell when
    return since or token.unit in DURATIONS or token.unit in ("kilometre", "mile", "metre", "foot")


def measures(asked: Question, sentence: Analysed, index: int) -> bool:
    """A number of miles, tonnes …, or one right behind what is measured: "a majority of two"."""
    token = sentence.tokens[index]
    ends = index + 1 == len(sentence.tokens) or sentence.tokens[index + 1].kind == "punct"
    close = ends and token.unit is None and any(0 < index - event <= _BESIDE for event in asked.met(sentence))
    if any(word.low.endswith(tuple(asked.language["asks.sums"])) for word in asked.behind[:1]):
        return _is_money(asked, sentence, index) and near(asked, sentence, index)  # "how high is the fine"
    by = (
        index > 0 and sentence.tokens[index - 1].low in sentence.words.by and token.unit in _MEASURES
    )  # "won by 41 seconds"
    return token.unit in _SIZES or by or (close and not is_year(token))


def shares(asked: Question, sentence: Analysed, index: int) -> bool:
    """ "A fifth", "17 percent", "five of the eleven"; also how far something fell."""
    following = sentence.tokens[index + 1 : index + 2]
    of = bool(following) and following[0].low in asked.language["grammar.tight_links"]
    return of or sentence.tokens[index].unit in _SHARES | _SIZES


def ages(asked: Question, sentence: Analysed, index: int) -> bool:
    """ "71-year-old", "Varga, 61,", "was 71", close to who it is; of a thing, the year in which it was made."""
    token, tokens, language = sentence.tokens[index], sentence.tokens, asked.language
    if not beside(asked, sentence, index):
        return False
    if is_year(token):
        return any(other.low in language["asks.made_in"] for other in tokens[max(0, index - _REACH) : index])
    if token.unit == "year":
        text = sentence.text.lower()
        return any(words in text for words in language["asks.old"]) or _aged(asked, sentence, index)
    before, after = tokens[index - 1] if index else None, tokens[index + 1] if index + 1 < len(tokens) else None
    if before is None or token.unit or not all(0 < value <= _OLDEST for value in token.values):
        return False
    aside = before.text == "," and (after is None or after.kind == "punct")
    whose = tokens[index - 2] if index > 1 and before.low in asked.language["asks.of_age"] else None  # "a boy of nine"
    people = asked.language["sources.people"] | asked.language["sources.anybody"]
    return (
        aside
        or before.low in (sentence.words.auxiliaries - language["grammar.to"]) | language["asks.aged"]
        or (whose is not None and whose.low in people)
    )


def _aged(asked: Question, sentence: Analysed, index: int) -> bool:
    """ "Carmen Ortuño, de 71 años,", "âgée de 71 ans": nothing but "of" stands between the number and a comma or "aged"."""
    language, before = asked.language, [token.low for token in sentence.tokens[max(0, index - 2) : index]]
    if before[-1:] and before[-1] in language["asks.of_age"]:
        before.pop()
    return before[-1:] == [","] or any(low in language["asks.aged"] for low in before[-1:])


def amounts(asked: Question, sentence: Analysed, index: int) -> bool:
    """Money, a share (but of what something is worth), so many tonnes of what is asked for, or any number right behind "costs": the marks of a country that
    nobody knows."""
    token, tokens = sentence.tokens[index], sentence.tokens
    valued = any(word.low in asked.language["asks.valued"] for word in asked.tokens)
    if valued and token.unit in ("percent", "fraction"):
        return False
    lasting = token.unit in DURATIONS
    others = _counts_others(asked, sentence, index)
    met = (event for event in asked.met(sentence) if not others or _costs(asked, tokens[event]))
    close = not lasting and not is_year(token) and any(_leads(tokens, event, index) for event in met)
    of = tokens[index + 1 : index + 1 + _OF]
    sold = token.unit in _MEASURES and not lasting and not valued
    measured = sold and any(asked.alike(word, other) for word in asked.behind[:2] for other in of)
    alone = index + 1 == len(tokens) or tokens[index + 1].kind == "punct"
    large = alone and token.unit is None and any(value >= _LARGE for value in token.values)
    priced = _is_money(asked, sentence, index) and near(asked, sentence, index)
    return close or measured or large or priced


def _costs(asked: Question, token: Token) -> bool:
    """ "Costs", or what else is done with the money."""
    language = asked.language
    listed = language["asks.valued"] | language["asks.paying"] | language["asks.sums"] | language["asks.measured"]
    return (asked.act is not None and asked.alike(asked.act, token)) or token.low in listed


def _counts_others(asked: Question, sentence: Analysed, index: int) -> bool:
    """ "The museum holds 41 other objects" tells no sum, nor anything of what the question asks."""
    behind = list(takewhile(lambda token: token.kind == "word", sentence.tokens[index + 1 : index + _REACH]))
    asked_of = any(asked.alike(word, token) for word in asked.words for token in behind)
    people = _of_people(asked, behind[:1])  # "paid two referees"
    return sentence.tokens[index].unit is None and bool(behind) and (people or not asked_of)


def _leads(tokens: Sequence[Token], event: int, index: int) -> bool:
    """ "Costs 14", and no mark between."""
    return 0 < index - event <= _REACH and not any(token.kind == "punct" for token in tokens[event:index])


def _is_money(asked: Question, sentence: Analysed, index: int) -> bool:
    token, following = sentence.tokens[index], sentence.tokens[index + 1 : index + 2]
    marks = any(other.low in asked.language["asks.currencies"] for other in following)
    return token.unit in _MONEY or token.unit in ("percent", "fraction") or marks


def beside(asked: Question, sentence: Analysed, index: int) -> bool:
    """A word of the question that is no helper stands near the number."""
    tokens = sentence.tokens[max(0, index - _CLAUSE) : index + _CLAUSE]
    return not asked.behind or any(asked.alike(word, token) for word in asked.behind for token in tokens)


def near(asked: Question, sentence: Analysed, index: int) -> bool:
    """What the question is about stands beside the number."""
    met = asked.met(sentence)
    return not met or any(abs(index - event) <= _CLAUSE for event in met)


def is_year(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) == _YEAR


_YEAR = 4  # digits
FIGURES: Mapping[str | None, Callable[[Question, Analysed, int], bool]] = {
    "number": counts,
    "often": often,
    "amount": amounts,
    "share": shares,
    "age": ages,
    "lasting": lasts,
    "measure": measures,
}
