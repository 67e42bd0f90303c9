"""Dissent: who answers where the article announces that somebody thinks otherwise."""

from collections.abc import Sequence
from itertools import pairwise

from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.syntax import cues, phrasing
from bot.readers.offline.syntax.cues import Frame
from bot.readers.offline.syntax.sentence import Attribution, length
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Passage
from bot.readers.offline.text.tokens import Token

_SAYING: frozenset[Frame] = cues.SAYING | {"think", "find"}
_LONGEST = 12  # words of "Not everyone in the trade is persuaded"
_APART = 3  # words from "less" on in "are less gloomy" and "are not so sure"


def told(
    passage: Passage, found: Sequence[Sequence[Attribution]], denied: Sequence[Denied | None]
) -> list[Denied | None]:
    """The denials of all sentences, and what is said right behind "Not everyone is persuaded", "Others were less gloomy" and "Reed got up
    to answer her"."""
    done = list(denied)
    for before, line in pairwise(passage.lines):
        words = [token for token in before.tokens if token.is_word]
        answers = (one for one in found[line.n - 1] if one.content and one.frame in _SAYING and not one.negated)
        one = next(answers, None) if done[line.n - 1] is None and not before.lead else None
        if one is None:
            continue
        if _put_to(one, found[before.n - 1], passage):
            done[line.n - 1] = Denied(line.n, "counters", one.sources, None, via=one.via, basis="pointing")
        elif found[before.n - 1]:
            continue
        elif _bids(words, passage.language):
            done[line.n - 1] = Denied(line.n, "counters", one.sources, None, via=one.via, basis="pointing")
        elif _announces(words, passage.language) and not all(who.pronoun for who in one.sources):
            done[line.n - 1] = Denied(line.n, "counters", one.sources, max(one.content, key=length), via=one.via)
    return done


def _put_to(one: Attribution, before: Sequence[Attribution], passage: Passage) -> bool:
    """ "It was put to her that …. She said it was a gift", and "replied" behind what somebody suggested; who agrees answers nothing."""
    language = passage.language
    cue = passage.text[slice(*one.cue)].lower() if one.cue else ""
    charges = [passage.text[slice(*other.cue)].lower() for other in before if other.cue]
    if cue in language["denials.conceding"] | language["denials.agreeing"]:
        return False
    if any(words.startswith(put) for words in charges for put in language["denials.putting"]):
        return True
    return cue in language["denials.retorting"] and any(words in language["denials.suggesting"] for words in charges)


def _bids(words: Sequence[Token], language: Language) -> bool:
    """Somebody named "got up to answer her", "tell it another way", "was asked about that"."""
    return phrasing.holds(words, "denials.bidding", language, 1)


def _announces(words: Sequence[Token], language: Language) -> bool:
    """Not all agree, or others do not, or are less so."""
    if not words or len(words) > _LONGEST:
        return False
    lows = [word.low for word in words]
    if phrasing.phrase(words, 0, "denials.not_all", language):
        return not language["denials.agreeing"].isdisjoint(lows)
    if not phrasing.phrase(words, 0, "denials.other_people", language):
        return False
    helped = (at for at in range(1, len(lows)) if lows[at - 1] in language["grammar.auxiliaries"])
    less = any(lows[at] in language["denials.less"] and at + _APART >= len(lows) for at in helped)
    return less or not language["denials.disagreeing"].isdisjoint(lows)
