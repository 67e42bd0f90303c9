"""Hedges: how firmly a source puts it, by the words that say so."""

from collections.abc import Sequence

from bot.claims.reading import Certainty
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Attribution
from bot.readers.offline.text import names, tokens
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_HELPER = 12  # characters before "indiqué" among which "avaient" stands
_COUNTED = 6  # words of "61 percent of all the voters"
_SUBJECT = 5  # words of "no private buyer at all"
_RULED = 4  # words of "not yet be ruled" behind "could"
_BEGINS = frozenset('.!?:;\n"“‘«„')


def find(
    text: str, start: int, end: int, language: Language, cue: tuple[int, int] | None = None
) -> tuple[Certainty, str | None]:
    """The strongest hedge in `text[start:end]`, verbatim: the first probable one, else the first possible one.

    `cue` is where the reporting word stands, if one does: its tense tells what a conditional means.
    """
    words = tokens.cut(text, start, end)
    reported = cue is not None and _reported_in_past(text, cue, start, language)
    for certainty in ("probable", "possible"):
        for at, last in phrasing.places(words, f"hedges.{certainty}", language):
            if is_name(text, words, at, language) or measures(words, at, last, language):
                continue
            if _disbelieved(words, at, language) or _counted(words, at, language) or _noun(words, at, language):
                continue
            if cue is not None and _permitted(text[slice(*cue)].lower(), words, at, language):
                continue
            if not _unable(words, at, language) and not (reported and _to_come(words, at, language)):
                return certainty, text[words[at].start : words[last - 1].end]
    return "certain", None


def of_saying(text: str, one: Attribution, language: Language) -> tuple[Certainty, str | None]:
    """What "reportedly said" and "hinted" tell: the words from behind who says it to the end of the cue."""
    if one.cue is None:
        return "certain", None
    begin = max((source.end for source in one.sources if source.end <= one.cue[0]), default=one.cue[0])
    return find(text, begin, one.cue[1], language)


def measures(words: Sequence[Token], at: int, last: int, language: Language) -> bool:
    """ "no more likely than", "stand up to them": a comparison, and no number behind "up to"."""
    if at and words[at - 1].low in language["hedges.comparing"]:
        return True
    numeric = " ".join(word.low for word in words[at:last]) in language["hedges.of_numbers"]
    return numeric and not (last < len(words) and words[last].text.lstrip("$€£")[:1].isdigit())


def _permitted(cue: str, words: Sequence[Token], at: int, language: Language) -> bool:
    """ "Told residents they could go home", "ruled that he could stay": leave that is given, and no guess."""
    if cue not in language["hedges.permitting"] or words[at].low not in language["hedges.able"] or at == 0:
        return False
    return words[at - 1].low in language.pronouns | language["grammar.they"]


def _disbelieved(words: Sequence[Token], at: int, language: Language) -> bool:
    """ "Did not believe a word", "nobody expects a strike": what is not believed is no guess."""
    if words[at].low not in language["cues.think"]:
        return False
    before = [word.low for word in words[max(0, at - 2) : at]]
    return any(low in language["grammar.negations"] | language["hedges.nobody"] for low in before)


def _noun(words: Sequence[Token], at: int, language: Language) -> bool:
    """ "Las listas de espera": a word of thinking right behind a preposition is a noun, and nobody thinks."""
    think = language.noun_first and words[at].low in language["cues.think"]
    return think and at > 0 and words[at - 1].low in language["grammar.prepositions"]


def _counted(words: Sequence[Token], at: int, language: Language) -> bool:
    """ "61 percent of voters think he should go": how many think so is no guess."""
    before = words[max(0, at - _COUNTED) : at]
    behind = words[at + 1 : at + 2] if language.verb_second else ()
    numbers = any(word.text[0].isdigit() or word.low in language.counts for word in (*before, *behind))
    return numbers and words[at].low in language["cues.think"]


def _unable(words: Sequence[Token], at: int, language: Language) -> bool:
    """ "No puede", "ne peut", "could not sleep": what cannot be is put firmly, and so is what anybody can do; "could not be
    ruled out" leaves it open."""
    if words[at].low not in language["hedges.able"]:
        return False
    if at and words[at - 1].low in language["hedges.anybody"] and words[at].low in language["hedges.may_do"]:
        return True
    behind = [word.low for word in words[at + 1 : at + 1 + _RULED]]
    if behind and behind[0] in language["hedges.not_behind"]:
        return not any(low in language["hedges.left_open"] for low in behind)
    if _of_none(words, at, language):
        return True
    before = [word.low for word in words[max(0, at - 2) : at]]
    clitic = len(before) > 1 and before[-1] in language["hedges.clitics"]
    return bool(before) and before[-2 if clitic else -1] in language["grammar.negations"]


def _of_none(words: Sequence[Token], at: int, language: Language) -> bool:
    """ "No private buyer can pay": its subject, the few words before it, is of none; not "no more than 60 could go"."""
    first = at
    while first > 0 and at - first < _SUBJECT and words[first - 1].is_word:
        first -= 1
    for place in range(first, at):
        if words[place].low in language["hedges.of_none"]:
            opens = place == 0 or not words[place - 1].is_word or words[place - 1].low in language["grammar.that"]
            return opens and words[place + 1].low not in language["hedges.comparing"]
    return False


def _reported_in_past(text: str, cue: tuple[int, int], start: int, language: Language) -> bool:
    """ "A indiqué que": a clause behind a verb of saying in the past."""
    if cue[1] > start:
        return False
    between = tokens.cut(text, cue[0], start)
    told = text[slice(*cue)].lower()
    helper = text[max(0, cue[0] - _HELPER) : cue[0]].lower().split()[-1:]
    past = told.endswith(tuple(language["hedges.past_endings"])) or (
        bool(helper) and helper[0] in language["hedges.past_helpers"]
    )
    return past and bool(between) and between[-1].low in language["grammar.that"]


def _to_come(words: Sequence[Token], at: int, language: Language) -> bool:
    """ "Seraient distribuées": what then was still to come; not "auraient été vidés", which somebody is said to have done."""
    if words[at].low in language["hedges.to_come"]:
        return True
    if words[at].low not in language["hedges.to_have"] or at + 1 >= len(words):
        return False
    low = words[at + 1].low
    return not (low in language["hedges.participles"] or language.is_participle(low))


def is_name(text: str, words: Sequence[Token], at: int, language: Language) -> bool:
    """A word with a capital in mid-sentence or beside a number: the month of May, somebody called Will."""
    word = words[at]
    if not word.text[0].isupper() or word.text.isupper() or names.in_title_case(words, language):
        return False
    beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    if any(other.text[0].isdigit() for other in beside):
        return True
    before = text[: word.start].rstrip(" ")[-1:]
    return bool(before) and before not in _BEGINS
