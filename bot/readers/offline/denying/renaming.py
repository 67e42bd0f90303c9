"""Renaming: what somebody said, or shows, is given another name."""

from collections.abc import Sequence

from bot.readers.offline.denying import outright
from bot.readers.offline.denying.denied import Basis, Denied
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Attribution, Place
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_TOLD = ("denials.carriers", "denials.depictions", "denials.utterances", "denials.figures")
_EARLY = 6  # words among which stands what is given the name
_SPOKEN = 5  # words of "von einer gezielten Kampagne"


def called(line: Line, passage: Passage, found: Sequence[Attribution], *, charged: bool) -> Denied | None:
    """ "called the affair “a fairy tale”", "dismissed the charges as politics": a name that takes it for untrue."""
    for one in found:
        for start, end in one.content if one.frame == "call" and not one.negated else ():
            words = tokens.cut(passage.text, start, end)
            if (denied := _untrue(line, one, words, passage.language, charged=charged)) is not None:
                return denied
    return None


def _untrue(
    line: Line, one: Attribution, words: Sequence[Token], language: Language, *, charged: bool
) -> Denied | None:
    """What these words deny as the name of something; None where they take it for true, or name nothing that could be untrue."""

    def denied(matter: Place | None, basis: Basis) -> Denied:
        return Denied(line.n, "denies", one.sources, matter, via=one.via, basis=basis)

    told = frozenset[str]().union(*(language[name] for name in _TOLD))
    about = {word.low for word in words[:_EARLY]} & (told | language["denials.affairs"] | language["denials.pointers"])
    if dismissed(one.cue_word(line.tokens), words, language):
        return denied(outright.without_verdict(words, language), "pointing")
    if not about:
        return denied(None, "pointing") if _tacit(line, one, words, language) else None
    wrong = about & told and (phrasing.holds(words, "denials.wrong", language) or unserious(words, language))
    untrue = wrong or phrasing.holds(words, "denials.untruths", language)
    if not wrong and not phrasing.holds(words, "denials.dismissive", language):
        return None
    if charged or (untrue and about & told):
        return denied(outright.named(words, language), "stated")
    return denied(outright.named(words, language), "pointing") if untrue else None


def _tacit(line: Line, one: Attribution, words: Sequence[Token], language: Language) -> bool:
    """The verdict alone: "called them baseless", and "las calificó de «temerarias»", where the object stands before the verb."""
    cue = one.cue_among(line.tokens) or 0
    clitics = language["grammar.object_articles"] | language["denials.clitics"]
    pointed = cue > 0 and language.noun_first and line.tokens[cue - 1].low in clitics & language["denials.pointers"]
    return phrasing.holds(words, "denials.dismissive" if pointed else "denials.groundless", language)


def dismissed(cue: str, words: Sequence[Token], language: Language) -> bool:
    """ "Dismissed the pictures as old": evidence is dismissed, whatever name it is given."""
    said = [word.low for word in words[:_EARLY]]
    opening = next((at for at, low in enumerate(said) if low in language["grammar.as_"]), 0)
    return cue in language["denials.dismissing"] and not language["denials.evidence"].isdisjoint(said[:opening])


def unserious(words: Sequence[Token], language: Language) -> bool:
    """ "Called the accusation “a bad film”": a name in quotation marks for what somebody said, and none that takes it seriously."""
    quote = next((at for at, word in enumerate(words) if word.text in language["denials.quote_marks"]), None)
    if not language["denials.serious"] or quote is None or quote > _EARLY:
        return False
    accused = language["denials.accusations"] & {word.low for word in words[:quote]}
    return bool(accused) and not phrasing.holds(words, "denials.serious", language, quote)


def spoken_of(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """ "Sprach von einer Kampagne": who is accused names the accusation by a name for untruths, and says no more of it."""
    language = passage.language
    for one in found:
        if one.negated or one.cue_word(line.tokens) not in language["denials.speaking_of"]:
            continue
        for place in one.content:
            words = [word for word in tokens.cut(passage.text, *place) if word.is_word or word.is_quote]
            if len(words) <= _SPOKEN and phrasing.holds(words, "denials.dismissive", language):
                return Denied(line.n, "denies", one.sources, None, via=one.via, basis="pointing")
    return None
