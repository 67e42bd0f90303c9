"""Forms of English words: what an ending, a list and the words right around it tell of a word of an open class."""

from bot.claims.frames.closed import irregular, low_at
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb
from bot.claims.grammar.verbs import participle as in_form
from bot.claims.language.token import Token

NOMINAL = ("ion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "age", "ure")


def plain(text: Analysed, i: int) -> bool:
    """A form without an ending, behind "to"."""
    token = text.tokens[i]
    low = token.low
    plural = low.endswith("s") and not low.endswith(("ss", "us"))
    return not (token.capital or plural or low in text.words.times or low.endswith((*NOMINAL, "ing", "ed")))


def finite(text: Analysed, i: int, subject: Token) -> bool:
    """An ending, a past form, or a plain form behind a subject in the plural."""
    low = text.tokens[i].low
    known = irregular(text, i) or low in text.words.reporting
    return low.endswith(("s", "ed")) or known or subject.low.endswith("s") or " " in text.tokens[i].text


def takes_clause(text: Analysed, i: int, k: int) -> bool:
    """ "groups fear that", "parents want the": a plain form between a subject in the plural and what it takes."""
    after, subject = low_at(text, i + 1), text.tokens[k]
    plural = several(text, k)
    to = after == "to" and i + 2 in text.content and plain(text, i + 2)
    counts = i + 1 < len(text.tokens) and text.tokens[i + 1].kind == "number"
    takes = to or counts or after in WORDS.determiners | WORDS.pronouns | WORDS.indefinite
    low = text.tokens[i].low
    agrees = not low.endswith(("s", *NOMINAL)) if plural else low.endswith("s") and after in WORDS.determiners
    return k == i - 1 and takes and agrees and not subject.possessive


def done_by(text: Analysed, i: int) -> bool:
    """ "commissioned by Corvane", "read out by her barrister"; "fell by 11 percent" is none."""
    by = i + 2 if low_at(text, i + 1) in WORDS.adverbs else i + 1
    counted = by + 1 < len(text.tokens) and bool(text.tokens[by + 1].unit)
    return low_at(text, by) in text.words.by and undergone(text, i) and not counted


def third_person(text: Analysed, i: int, *, relative: bool = False) -> bool:
    """ "operates 40 boats"; behind "that" also "represents bridge workers"."""
    after = low_at(text, i + 1)
    takes = after in WORDS.determiners | WORDS.pronouns or after in text.words.prepositions
    takes = takes or (i + 1 < len(text.tokens) and text.tokens[i + 1].capital)
    noun = relative and i + 1 in text.content and not is_verb(text, i + 1)
    return in_s(text, i) and (takes or noun)


def several(text: Analysed, k: int) -> bool:
    """Whether a noun is in the plural."""
    token = text.tokens[k]
    ends = token.low.endswith(("s", "men")) and not token.low.endswith(("ss", "us", "is"))
    return ends or token.low in WORDS.several or token.kind == "number"


def in_s(text: Analysed, i: int) -> bool:
    """Ends as a verb in the third person and a noun in the plural do."""
    low = text.tokens[i].low
    return low.endswith("s") and not low.endswith("ss") and not text.tokens[i].capital


def undergone(text: Analysed, i: int) -> bool:
    return participle(text, i) and text.tokens[i].low not in WORDS.past_alone


def participle(text: Analysed, i: int) -> bool:
    return (text.tokens[i].low.endswith("ed") and in_form(text, i)) or irregular(text, i)


def led(text: Analysed, i: int) -> bool:
    return text.tokens[i].low in text.words.prepositions or text.tokens[i].low in WORDS.either
