"""Outright denials: what somebody said is called a lie, nonsense, not so."""

from collections.abc import Sequence

from bot.readers.offline.denying.denied import Basis, Denied
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Attribution, Place
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_EARLY = 6  # words among which stands what is called untrue
_CALLED = 4  # words from "was" on among which a story's name for untruths stands, however long its clause
_NEAR = 3  # words between "that" and "a lie"
_SCOPE = 6  # words before and behind "nonsense" among which "the story" stands


def named(words: Sequence[Token], language: Language) -> Place | None:
    """What is given a name for untruths, without that name: "the bribery charge" of "the bribery charge as a smear"."""
    place = phrasing.first(words, "denials.dismissive", language)
    if place is None:
        return None
    new = place[0]
    before, behind = words[:new], words[sum(place) :]
    light = (
        language["grammar.as_"]
        | language["grammar.accused_of"]
        | language["grammar.determiners"]
        | language["grammar.auxiliaries"]
        | language["denials.intensifiers"]
    )
    kept = [word for word in before if word.is_word and word.low not in light]
    if not kept:  # "de disparate la historia"
        before, kept = behind, [word for word in behind if word.is_word and word.low not in light]
    return (before[0].start, kept[-1].end) if kept else None


def without_verdict(words: Sequence[Token], language: Language) -> Place | None:
    """What is dismissed, without what it is called: "that" of "that as propaganda", "a report" of "as pure invention a report"."""
    said = [word for word in words if word.is_word or word.is_quote]
    at = next((at for at, word in enumerate(said) if word.low in language["grammar.as_"]), None)
    if at is None or at == len(said) - 1:
        return None
    name = [*said[at + 1 :]][:_CALLED]
    _, called = phrasing.first(name, "denials.dismissive", language) or (0, 0)
    pointed = at == 1 and said[0].low in language["denials.pointers"]
    clause = at > 1 and any(word.low in language["grammar.that"] for word in said[:at])
    if clause or not (called or pointed or said[at + 1].is_quote):
        return None  # "claims that he worked as a spy"
    kept = said[:at] or said[at + 1 + called :]
    return (kept[0].start, kept[-1].end) if kept else None


def lying(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """ "accused Moll of lying": a denial of what Moll said."""
    for one in found:
        for start, end in one.content if one.frame == "accuse" and not one.negated else ():
            words = tokens.cut(passage.text, start, end)
            if phrasing.holds(words, "denials.lying", passage.language):
                return Denied(line.n, "denies", one.sources, None, via=one.via, basis="lying")
    return None


def basis(words: Sequence[Token], language: Language, *, charged: bool) -> Basis | None:
    """Why the words deny something: they call it untrue "stated"ly where an accusation or a report is named, else "pointing"
    at what was said; None where they do not. "Completely false" is "false"."""
    return _basis(words, language, charged=charged) or _basis(plain(words, language), language, charged=charged)


def _basis(words: Sequence[Token], language: Language, *, charged: bool) -> Basis | None:
    if _tells_untrue(words, language):
        return "stated"
    if _this_is_untrue(words, language):
        return "pointing"
    if not _calls(words, language):
        return None
    if charged or _of_what_was_told(words, language):
        return "stated"
    return "pointing" if phrasing.holds(words, "denials.flatly", language) or _points(words, language) else None


def _this_is_untrue(words: Sequence[Token], language: Language) -> bool:
    """ "It was a fairy tale": a pronoun, a form of "to be" and a name for untruths, with no "not"."""
    said = [word for word in words if word.is_word]
    named, _ = phrasing.first(said, "denials.untruths", language) or (None, 0)
    if named is None or not 1 < named <= _NEAR + 1 or said[0].low not in language["denials.pointers"]:
        return False
    between = {word.low for word in said[1:named]}
    return between <= language["grammar.auxiliaries"] | language["grammar.articles"] | language["denials.intensifiers"]


def matter(words: Sequence[Token], language: Language) -> Place | None:
    """What is called untrue: the words before "is nonsense", or behind "there is no truth in"; None where that is mere "that"."""
    if not _calls(words, language):
        words = plain(words, language)
    for at in range(len(words)):
        end = _untrue(words, at, language)
        if end:
            before, behind = [words[:at], words[end:]]
            goes_on = behind and behind[0].low in language["grammar.that"] | language["grammar.prepositions"]
            about = (
                behind if goes_on and not any(word.low in language["denials.carriers"] for word in before) else before
            )
            said = [word for word in about if word.is_word]
            while said and said[-1].low in language["grammar.auxiliaries"]:
                said.pop()
            return (said[0].start, said[-1].end) if len(said) > 1 else None
    return None


def untrue_that(words: Sequence[Token], language: Language) -> Place | None:
    """What stands behind "it is not true that"."""
    said = plain([word for word in words if word.is_word], language)
    for at in range(min(_EARLY, len(said))):
        end = phrasing.phrase(said, at, "denials.untrue_that", language)
        if not end:
            continue
        negated = any(word.low in language["grammar.negations"] for word in said[:at] if word.low != "n'")
        that = end < len(said) - 1 and said[end].low in language["grammar.that"]
        return (said[end + 1].start, said[-1].end) if that and not negated else None
    return None


def dismissed(words: Sequence[Token], language: Language) -> Place | None:
    """ "These accusations" of "these accusations are lies"; None where nobody's words are dismissed so."""
    return named(words, language) if _tells_untrue(words, language) else None


def belies(words: Sequence[Token], language: Language) -> bool:
    """ "The log contradicted Hill's account", "the figures told a different story": a thing speaks against what was told."""
    return belied(words, language) is not None


def belied(words: Sequence[Token], language: Language) -> Place | None:
    """The words behind "contradicted", all of them where none is."""
    place = phrasing.first(words, "denials.belying", language, 1)
    if place is None or words[0].low in language.pronouns | language["grammar.first_person"]:
        return None
    behind = words[place[1] :] or words
    return behind[0].start, behind[-1].end


def calls(words: Sequence[Token], language: Language) -> bool:
    """They call something untrue; not in "he told me I was mistaken", which somebody else says."""
    return _calls(words, language) or _calls(plain(words, language), language)


def _calls(words: Sequence[Token], language: Language) -> bool:
    at = next((at for at in range(len(words)) if _untrue(words, at, language)), None)
    telling = language["cues.tell"]
    return at is not None and not any(word.low in telling for word in words[:at])


def plain(words: Sequence[Token], language: Language) -> list[Token]:
    """The words without those that only give them force."""
    return [word for word in words if word.low not in language["denials.intensifiers"]]


def _untrue(words: Sequence[Token], at: int, language: Language) -> int:
    """The end of the phrase at `at` that calls something untrue; 0 where none begins, or where it is itself negated: "no innocent
    explanation"."""
    if at and words[at - 1].low in language["grammar.negations"] and words[at].low not in language["grammar.negations"]:
        return 0
    return max(phrasing.phrase(words, at, f"denials.{name}", language) for name in ("outright", "flatly"))


def _of_what_was_told(words: Sequence[Token], language: Language) -> bool:
    """ "The story about Friday is nonsense", "there was no truth in the talk of a transfer"."""
    told = language["denials.carriers"]
    for at in range(len(words)):
        end = _untrue(words, at, language)
        if end:
            near = (*words[max(0, at - _SCOPE) : at], *words[end : end + _NEAR])
            return any(word.low in told for word in near)
    return False


def _tells_untrue(words: Sequence[Token], language: Language) -> bool:
    """ "The claims are politically motivated": what was told, and behind its helping verb a name for untruths."""
    named = language["denials.carriers"] | language["denials.depictions"] | language["denials.figures"]
    told = next(
        (
            at
            for at, word in enumerate(words[:_EARLY])
            if (word.low in named and not (at and word.is_capital)) or _claimed_by(words, at, language)
        ),
        None,
    )
    if told is None:
        return False
    verbs = [at for at in range(told + 1, len(words)) if words[at].low in language["grammar.auxiliaries"]]
    near = [at for verb in verbs[:1] if verb <= told + _SCOPE for at in range(verb, min(verb + _SCOPE, len(words)))]
    behind = [at for verb in verbs for at in range(verb, min(verb + _CALLED, len(words)))]
    return (
        any(phrasing.phrase(words, at, "denials.dismissive", language) for at in (*near, *behind))
        or any(phrasing.phrase(words, at, "denials.flawed", language) for at in behind)
        or phrasing.holds(words, "denials.failing_test", language, told + 1)
    )


def _claimed_by(words: Sequence[Token], at: int, language: Language) -> bool:
    """ "The damage claimed by the firm"."""
    by = at + 1 < len(words) and words[at + 1].low in language["grammar.by"]
    return by and at > 0 and words[at].low in language["cues.say"]


def _points(words: Sequence[Token], language: Language) -> bool:
    """Its first words are "that", "it" …, or a noun for what somebody said."""
    said = [word for word in words if word.is_word]
    tacit = [word.low for word in said if word.low not in language["grammar.negations"]][
        :1
    ]  # "Es falso", "No es cierto"
    if language["endings.pro_drop"] and tacit and tacit[0] in language["grammar.auxiliaries"]:
        return True
    pointing = language["denials.pointers"] | language["denials.carriers"]
    return any(word.low in pointing for word in (*said[: _NEAR + 1], *said[-1:]))
