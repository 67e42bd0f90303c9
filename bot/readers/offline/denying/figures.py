"""Other figures: who gives another number for the same thing answers who gave the first, with no word of denial.

"The union spoke of 400 wounded. The army puts it at 90."
"""

from collections.abc import Sequence, Set

from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Attribution, Place, length
from bot.readers.offline.syntax.stock import Matter
from bot.readers.offline.text import tokens, topic
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_ROUGHLY = 2  # words before a figure: "of about 300"
_OPENING = 2  # words before "es waren": "höchstens"
_COUNTED = 4  # words of "3,100 of the marchers"
_UNITS = ("estimates.people", "estimates.money")
_CURRENCIES = "$£€"


def given(one: Attribution, line: Line, passage: Passage) -> bool:
    """ "Puts the number of dead at five", "sprach von 300 Verletzten"."""
    language = passage.language
    if one.negated or not one.content:
        return False
    told = tokens.cut(passage.text, *max(one.content, key=length))
    if one.cue_word(line.tokens) in language["estimates.verbs"]:
        at = next((i for i, word in enumerate(told) if word.low in language["estimates.at"]), len(told))
        return any(_is_number(word) or word.low in language.counts for word in told[at:])
    cue = passage.text[slice(*one.cue)].lower().split() if one.cue else []
    if _bare(told, language) or _of_it(told, language) or (cue and " ".join(cue) in language["estimates.of_it"]):
        return True
    before = phrasing.holds([word for word in line.tokens if word.is_word], "denials.days_before", language)
    return not language["estimates.reckoning"].isdisjoint(cue) and not before and _alone(told, language)


def _bare(told: Sequence[Token], language: Language) -> bool:
    """ "310,000 were destroyed", where what is counted was just told."""
    return len(told) > 1 and _is_number(told[0]) and told[1].low in language["grammar.auxiliaries"]


def _of_it(told: Sequence[Token], language: Language) -> bool:
    """ "The real number was closer to 40", "waren es höchstens zehn", "il y en a eu douze": nothing but a figure, of what was just
    counted."""
    words = [word for word in told if word.is_word]
    number = next((at for at, word in enumerate(words) if _is_number(word) or word.low in language.counts), None)
    pointed = (phrasing.phrase(words, at, "estimates.of_it", language) for at in range(min(_OPENING, len(words))))
    end = next((end for end in pointed if end), None)
    if number is None or end is None:
        return False
    auxiliaries, roughly = language["grammar.auxiliaries"], language["estimates.roughly"]
    about = all(word.low in auxiliaries | roughly for word in words[end:number])
    return about and all(word.low in auxiliaries | language["estimates.after"] for word in words[number + 1 :])


def beside(one: Attribution, found: Sequence[Attribution], passage: Passage) -> Place | None:
    """What somebody else says in the same sentence, with a number: "organisers spoke of 30,000; the police put it at 4,000"."""
    others = (
        other for other in found if other.content and other.sources != one.sources and other.group[1] <= one.group[0]
    )
    told = (other.content[0] for other in others)
    return next((place for place in told if any(_is_number(word) for word in tokens.cut(passage.text, *place))), None)


def _alone(told: Sequence[Token], language: Language) -> bool:
    """ "Of 3,100 marchers", "the crowd at 2,100": a figure and what is counted, neither where nor when, and not "its loss", of
    which nobody else can tell."""
    number = next((at for at, word in enumerate(told) if _is_number(word)), None)
    if number is None or len(told) > number + _COUNTED or told[0].low in language["grammar.possessives"]:
        return False
    before, behind = told[max(0, number - _ROUGHLY) : number], {word.low for word in told[number + 1 : -1]}
    placed = behind & (language["grammar.prepositions"] - language["corrections.of"])
    known = any(word.low in language["grammar.definite"] for word in before)  # "of the 40 who were hurt"
    leading = [word for word in told[:number] if word.low not in language["estimates.roughly"]]
    led = len(leading) <= _ROUGHLY and not known and not any(word.is_capital for word in before)
    return not placed and (led or any(word.low in language["estimates.at"] for word in before))


def _is_number(word: Token) -> bool:
    return word.text.lstrip(_CURRENCIES)[:1].isdigit()


def counted(said: str, empty: Set[str], language: Language) -> Matter:
    """What is counted in "the number of dead at five"; nothing in "the figure at 60,000", where it was just told, nor where that is
    only people or money."""
    words = tokens.cut(said, 0, len(said))
    if _bare(words, language) or _of_it(words, language):
        return {}
    at = next((i for i, word in enumerate(words) if word.low in language["estimates.at"]), len(words))
    of = words[at].start if at < len(words) else len(said)
    general = language["denials.figures"].union(language["estimates.pointing"], *(language[unit] for unit in _UNITS))
    none = empty | {topic.stem(word) for word in general}
    found = topic.senses(said[:of], language)
    return {stem: senses for stem, senses in found.items() if stem not in none and not stem[0].isdigit()}


def unit(said: str, language: Language) -> str:
    """The list of words for people or for money of which one stands in what is told; "" where none does."""
    lows = {word.low for word in tokens.cut(said, 0, len(said))}
    return next((name for name in _UNITS if lows & language[name]), "")


def of_unit(line: Line, unit: str, language: Language) -> bool:
    """Whether the sentence counts in it too, people or money."""
    priced = unit == "estimates.money" and any(token.text[0] in _CURRENCIES for token in line.tokens)
    return priced or not unit or any(token.low in language[unit] for token in line.tokens)
