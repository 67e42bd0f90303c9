"""Accounts: who answers what is said of them by telling the same hours, or the same cause, otherwise."""

from collections.abc import Sequence

from bot.readers.offline.denying import figures, negations
from bot.readers.offline.denying.denied import Basis, Denied
from bot.readers.offline.syntax import cues, parted, phrasing
from bot.readers.offline.syntax.cues import Frame
from bot.readers.offline.syntax.sentence import Attribution, Place, length
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_SAYING: frozenset[Frame] = cues.SAYING | {"think", "deny"}
_SUBJECT = 4  # words among which a clause has its subject
_CLAIMED = 6  # words of "than the head of the union had claimed"
_CLEFT = 7  # words of "the head of the government delegation who"
_HELPED = 3  # words between a helping verb and the "simply" that takes the weight from what is told


def in_line(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """The other account of one sentence, which denies something only where that was said of those who tell it."""
    for one in found:
        if figures.given(one, line, passage):
            place, beside = max(one.content, key=length), figures.beside(one, found, passage)
            given: Basis = "stated" if beside else "figure"
            return Denied(one.n, "counters", one.sources, place, embedded=beside, via=one.via, basis=given)
        if not _tells(one, line, passage):
            continue
        for span in one.content:
            words = tokens.cut(passage.text, max(span[0], line.start), min(span[1], line.end))
            basis = _basis(words, passage.language) if words and words[-1].text != "?" else None
            basis = basis or ("account" if words and _narrows(one, line, words, passage.language) else None)
            if basis is None and _faults(words, passage.language):
                return Denied(one.n, "denies", one.sources, None, via=one.via, basis="lying")
            if basis is not None:
                return _account(one, span, basis)
    return None


def told_on(one: Attribution, line: Line, passage: Passage) -> Denied | None:
    """What those who have just denied go on to tell of the past, in the past perfect: "The sacks had held curtains, she said"."""
    if not one.content or not _tells(one, line, passage):
        return None
    span = max(one.content, key=length)
    words = tokens.cut(passage.text, *span)
    before = passage.language["denials.before_that"]
    past = any(
        word.low in before and (at + 1 == len(words) or words[at + 1].low not in passage.language["grammar.negations"])
        for at, word in enumerate(words)
    )
    feeling = phrasing.holds(words, "denials.no_rejoinder", passage.language)  # "had full confidence in her"
    if _own_evidence([word for word in words if word.is_word], passage.language):
        return _account(one, span, "sequel")
    return _account(one, span, "sequel") if past and not feeling and not one.quotes else None


def _own_evidence(said: Sequence[Token], language: Language) -> bool:
    """ "Its own tests show that the water is clean"."""
    owned = bool(said) and said[0].low in language["grammar.possessives"]
    evidence = owned and any(word.low in language["denials.own_evidence"] for word in said[1:_SUBJECT])
    return evidence and phrasing.holds(said, "denials.bearing_out", language)


def _account(one: Attribution, span: Place, basis: Basis) -> Denied:
    return Denied(one.n, "counters", one.sources, span, via=one.via, basis=basis)


def _tells(one: Attribution, line: Line, passage: Passage) -> bool:
    """Somebody says something, and concedes nothing by it."""
    conceded = one.cue_word(line.tokens) in passage.language["denials.conceding"]
    return one.frame in _SAYING and not one.negated and not conceded


def _basis(words: Sequence[Token], language: Language) -> Basis | None:
    """An alibi, or what takes the weight from what is told ("had simply broken down"), are an "account"; another cause and a
    name for what is right ("in line with the law") no more than an "excuse"."""
    said = [word for word in words if word.is_word]
    if _unlike_claimed(said, language):
        return "stated"
    if (
        _alibi(said, language)
        or _only(said, language)
        or _cleft(said, language)
        or phrasing.holds(said, "denials.sole_causes", language)
    ):
        return "account"
    if any(word.low in language["denials.evidence"] for word in said[:_SUBJECT]) and phrasing.holds(
        said, "denials.forged", language
    ):
        anybodys = any(word.low in language["denials.circulating"] for word in said)
        return "stated" if anybodys else "excuse"
    excusing = ("denials.causes", "denials.rightful")
    return "excuse" if any(phrasing.holds(said, name, language) for name in excusing) else None


def _narrows(one: Attribution, line: Line, words: Sequence[Token], language: Language) -> bool:
    """ "Made clear that he drew only one": by a verb for making clear, less than was said, and of oneself."""
    at, said = one.cue_among(line.tokens), [word for word in words if word.is_word]
    if at is None or not said or said[0].is_capital or said[0].low in language["grammar.determiners"]:
        return False
    name = "denials.clarifying"
    clear = phrasing.phrase(line.tokens, at, name, language) or parted.find(line.tokens, at, name, language)
    return bool(clear) and _only_so([word.low for word in said], language)


def _only_so(lows: Sequence[str], language: Language) -> bool:
    """ "Only", "nur", "ne … que" with no "pas"."""
    if not language["denials.restricting"].isdisjoint(lows):
        return True
    half = next((at for at, low in enumerate(lows) if low in language["denials.half_negations"]), len(lows))
    that = language["grammar.that"]
    return not that.isdisjoint(lows[half + 1 :]) and language["denials.full_negations"].isdisjoint(lows)


def _unlike_claimed(said: Sequence[Token], language: Language) -> bool:
    """ "Fewer used the bridge than Hill had claimed", not "than it had said" itself."""
    for at in (at for at, word in enumerate(said) if word.low in language["denials.than"]):
        behind = said[at + 1 : at + 1 + _CLAIMED]
        own = behind and behind[0].low in language.pronouns | language["grammar.first_person"]
        if not own and any(word.low in language["denials.claimed_than"] for word in behind):
            return True
    return False


def _faults(words: Sequence[Token], language: Language) -> bool:
    """ "Hill had misread the log", "the auditors compared the wrong models", "Moll was “plain wrong”": what is told is laid to a
    mistake of who told it; not "was wrong to resign", of a deed."""
    said = [word for word in words if word.is_word]
    if not said or not (said[0].is_capital or said[0].low in language["grammar.articles"]):
        return False
    ends = [end for _, end in phrasing.places(said, "denials.faulting", language, 1)]
    return any(not any(word.low in language["grammar.to"] for word in said[end : end + 1]) for end in ends)


def _alibi(said: Sequence[Token], language: Language) -> bool:
    """ "She had been in Leeds that night", "we were abroad": who speaks, elsewhere or busy at that very time."""
    own = language.pronouns | language["grammar.they"] | language["grammar.first_person"]
    been = next((at for at, word in enumerate(said) if word.low in language["denials.been"]), None)
    if been is None:
        return False
    tacit = bool(language["endings.pro_drop"]) and not any(word.is_capital for word in said[:been])
    owned = bool(said) and said[0].low in language["grammar.possessives"]  # "his men had been miles away"
    subject = tacit or owned or any(word.low in own for word in said[:_SUBJECT])
    return subject and any(phrasing.holds(said, f"denials.{name}", language) for name in ("same_time", "elsewhere"))


def _cleft(said: Sequence[Token], language: Language) -> bool:
    """ "It was the ministry that left": others did it, and not who speaks."""
    if said and phrasing.phrase(said, 0, "denials.others_did", language):
        return True
    end = phrasing.phrase(said, 0, "denials.clefts", language) if said else 0
    if not end or end == len(said) or any(negations.negates(word, language) for word in said):
        return False
    whole = said[end].is_capital or said[end].low in language["grammar.definite"]
    relative = language["grammar.relative"] | language["grammar.who"]
    return whole and any(word.low in relative for word in said[end + 1 : end + 1 + _CLEFT])


def _only(said: Sequence[Token], language: Language) -> bool:
    """ "Had simply broken down", "was merely a joke"; not "isn't just about me"."""
    helping, negating = language["grammar.auxiliaries"], language["grammar.negations"]
    for at, word in enumerate(said):
        near = {before.low for before in said[max(0, at - _HELPED) : at]}
        the = at > 0 and said[at - 1].low in language["grammar.determiners"]  # "the only one"
        if word.low in language["denials.merely"] and near & helping and not near & negating and not the:
            return True
    return False
