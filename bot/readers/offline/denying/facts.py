"""Facts: whether somebody tells what was or is so, and no plan, wish, feeling or verdict."""

from collections.abc import Sequence

from bot.readers.offline.speech import kinds
from bot.readers.offline.syntax import cues, phrasing
from bot.readers.offline.syntax.sentence import Attribution, length
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Passage
from bot.readers.offline.text.tokens import Token

_EARLY = 14  # words among which the first clause has its verb
_PRAISED = 8  # words behind "never" among which "so" or "better" stands
_FEW = 3  # words that are too few to tell a fact


def tells(one: Attribution, passage: Passage) -> bool:
    """By the kind of claim that it makes, and by words for what is to come or how somebody feels."""
    if one.frame not in cues.SAYING or one.negated or not one.content:
        return False
    place, language = max(one.content, key=length), passage.language
    found = tokens.cut(passage.text, *place)
    words = [word for word in found if word.is_word]
    if len(words) < _FEW or found[-1].text == "?":
        return False
    lows, first = {word.low for word in words}, {word.low for word in words[:_EARLY] if word.text != "May"}
    if lows & language["denials.to_come"] or first & language["denials.modals"] or surpass(words, language):
        return False
    return kinds.of(passage.text, *place, one.frame, language) in ("fact", "figure")


def surpass(words: Sequence[Token], language: Language) -> bool:
    """ "Never so low", "nobody loves it more than I": praise or complaint."""
    return any(_surpasses(words[at + 1 : at + 1 + _PRAISED], language) for at in _evers(words, language))


def _evers(words: Sequence[Token], language: Language) -> Sequence[int]:
    return [at for at, word in enumerate(words) if word.low in language["denials.ever"]]


def _surpasses(behind: Sequence[Token], language: Language) -> bool:
    """With a word right behind it: not "never said so"."""
    places = (at for at in range(len(behind) - 1) if behind[at + 1].is_word)
    return any(phrasing.phrase(behind, at, "denials.surpassing", language) for at in places)
