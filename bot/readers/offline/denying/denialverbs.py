"""Verbs of denying: which kind of denial somebody makes, by the verb and its object."""

from collections.abc import Sequence
from itertools import pairwise

from bot.claims.reading import DenialKind
from bot.readers.offline.denying import grants, matters
from bot.readers.offline.speech import tails
from bot.readers.offline.syntax import cues, phrasing
from bot.readers.offline.syntax.sentence import Attribution, Sentence
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_OBJECT = 8  # words behind the verb among which its object stands
_TERM = 2  # words behind "denies" among which "the term" stands
_DETERMINED = 4  # characters of an article before the noun for who speaks
_AGENT = 4  # words of "rejected on Monday by"
_FIGURE = 4  # words of "disputed the final number"


def kind(line: Line, passage: Passage, one: Attribution) -> DenialKind | None:
    """None where it denies nothing that somebody said: "rejected the offer"."""
    language = passage.language
    found = onwards(line, one)
    ahead = [token.low for token in found[1 : _OBJECT + 1]]
    if cues.denies(found, 0, language):
        return _denies(line, found, language)
    matter = _has_matter(line, passage, one)
    if phrasing.phrase(found, 0, "denials.disputes", language):
        return _of_whole(line, found, language) if matter or _disputed(found, language) else None
    countering = phrasing.phrase(found, 0, "denials.counters", language)
    if countering:
        behind = found[countering:]
        if any(low in language["denials.wording"] for low in ahead):
            return "rejects_wording"
        timed = language["grammar.days"] | language["denials.soon"]
        alone = not behind or not behind[0].is_word or any(token.low in timed for token in behind[:2])
        alone = alone or follows(one, behind, language)
        against = any(low in language["denials.against"] for low in ahead[:2]) or with_whom(behind, language)
        return "counters" if matter or alone or against or "that" in ahead[:3] else None
    if any(low in language["denials.wording"] for low in ahead[:6]):
        return "rejects_wording"
    return _of_whole(line, found, language) if matter else None


def follows(one: Attribution, behind: Sequence[Token], language: Language) -> bool:
    """ "«C'est faux», a répliqué son avocate": what is behind the verb is who speaks, and what they say stands before it."""
    if not language.inverts or not one.sources:
        return False
    inverted = one.sources[0].start <= behind[0].start < one.sources[-1].end or any(
        0 <= who.start - behind[0].start <= _DETERMINED for who in one.sources
    )
    return inverted and any(end <= behind[0].start for _, end in one.content)


def _denies(line: Line, found: Sequence[Token], language: Language) -> DenialKind | None:
    """None in "denied him entry"; only the words in "réfute le terme de «scandale»"."""
    if grants.denied(found, language):
        return None
    if any(token.low in language["denials.wording"] for token in found[1 : _TERM + 1]):
        return "rejects_wording"
    return "partly_denies" if _partly(line, language, found[0]) else "denies"


def onwards(line: Line, one: Attribution) -> list[Token]:
    """The sentence from the reporting word on."""
    return [token for token in line.tokens if one.cue and token.start >= one.cue[0]]


def _of_whole(line: Line, found: Sequence[Token], language: Language) -> DenialKind:
    """In part in "disputes part of the account", "accepted the delay but rejected the rest"."""
    before = [token.low for token in line.tokens if token.end <= found[0].start]
    conceded = next((at for at, low in enumerate(before) if low in language["denials.conceding"]), len(before))
    goes_on = any(low in language["denials.but"] for low in before[conceded:])
    return "partly_denies" if goes_on or phrasing.phrase(found, 1, "denials.parts", language) else "denies"


def _disputed(found: Sequence[Token], language: Language) -> bool:
    """ "Disputes that …", "disputed the number of the sick", "contradicted Moll"."""
    ahead = [token.low for token in found[1 : _FIGURE + 1]]
    if found[0].low in language["denials.contradicting"] and _whom(found[1:3], language):
        return True
    that = any(low in language["grammar.that"] for low in ahead[:2])
    return that or any(low in language["denials.figures"] for low in ahead)


def contradicts(line: Line, passage: Passage, one: Attribution) -> bool:
    """ "Contradicted the company": somebody is named, and not what they said."""
    found, language = onwards(line, one), passage.language
    return bool(found) and found[0].low in language["denials.contradicting"] and _described(found[1:3], language)


def with_whom(behind: Sequence[Token], language: Language) -> bool:
    """ "Disagreed with her", "differs with the union"; not "disagrees with the team's conclusion"."""
    owned = any(token.low == "'s" for token in behind[2:4])
    differs = bool(behind) and behind[0].low in language["denials.differing_from"]
    return differs and not owned and _whom(behind[1:3], language)


def _whom(behind: Sequence[Token], language: Language) -> bool:
    """ "contradicted Moll", "contradicted him", "contradicted the company"."""
    if any(token.is_capital or token.low in language["grammar.objects"] for token in behind[:1]):
        return True
    return _described(behind, language)


def _described(behind: Sequence[Token], language: Language) -> bool:
    """ "The company", "the minister"."""
    described = len(behind) > 1 and behind[0].low in language["grammar.definite"]
    return described and behind[1].low in language["sources.organisations"] | language["sources.people"]


def _has_matter(line: Line, passage: Passage, one: Attribution) -> bool:
    """The object is an accusation, a report …, or a pronoun for it; in "which he denies" it stands before the verb."""
    if tails.head(Sentence(line, passage), one):
        return True
    language = passage.language
    found = onwards(line, one)
    behind = found[1 : _OBJECT + 1]
    agent = next((at for at, token in enumerate(behind[:_AGENT]) if token.low in language["grammar.by"]), None)
    if agent is not None and not any(token.low in language["denials.of_matters"] for token in behind[:agent]):
        # "the account was disputed (on Monday) by Acme"
        behind = [token for token in line.tokens if one.cue and token.end <= one.cue[0]][-_OBJECT:]
        told = language["denials.of_matters"] | (language["denials.pointers"] - language["grammar.articles"])
        return any(token.low in told for token in behind)
    if language.verb_second:
        if any(token.low in language["grammar.that"] for token in behind):
            return True  # "hat zurückgewiesen, dass …"
        behind = [token for token in line.tokens if one.cue and token.end <= one.cue[0]][-_OBJECT:] + behind
        behind = [token for token in behind if not any(who.start <= token.start < who.end for who in one.sources)]
    if not [token for token in behind if token.is_word][2:] and matters.aside(line, one, language):
        return True
    if any(token.low in language["denials.of_matters"] for token in behind) or _idea(behind, language):
        return True
    near = language["denials.pointers"] | language["denials.doings"]
    return any(token.low in near for token in behind[:2])


def _idea(behind: Sequence[Token], language: Language) -> bool:
    """ "The idea that …", "la idea de que …", "die Vorstellung, dass …": what somebody may think, and no plan."""
    words = [token for token in behind if token.is_word and token.low not in language["grammar.tight_links"]]
    that = language["grammar.that"]
    return any(noun.low in language["denials.thoughts"] and after.low in that for noun, after in pairwise(words))


def _partly(line: Line, language: Language, verb: Token) -> bool:
    """ "partly denied", "admitted an error but denied fraud"."""
    if phrasing.holds(line.tokens, "denials.partly", language):
        return True
    return any(token.low in language["denials.conceding"] for token in line.tokens if token.end <= verb.start)
