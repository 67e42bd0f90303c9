"""Matters: the words of a sentence that say what is denied, or what somebody was asked."""

from collections.abc import Sequence
from itertools import pairwise

from bot.readers.offline.denying.denied import Hearsay
from bot.readers.offline.naming import mentions
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.syntax.sentence import Attribution, Place
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import DASHES, Token

_PARTING = DASHES | {",", "("}
_HEAD = 12  # words among which the noun stands that is denied
_ASKER = 9  # words within which "asked by his own counsel" has its "whether"
_LOOK = 10  # words within which "reports" has its "that"


def hearsay(passage: Passage, matter: Place | None) -> Hearsay | None:
    """The clause in "reports that …", "accusations of …"; not in "his claim that", which is the denier's own."""
    if matter is None:
        return None
    language = passage.language
    words = [token for token in tokens.cut(passage.text, *matter) if token.is_word]
    for at, token in enumerate(words[: min(_HEAD, len(words) - 2)]):
        if token.low in language["grammar.that"]:
            return None  # "denied that reports of …" is about something else
        if token.low in language["denials.carriers"] and not _own(words, at, language):
            opening = _opening(words, at, language)
            if opening is not None and opening + 1 < len(words):
                place = words[opening + 1].start, _clause_end(passage, words[opening + 1].start, words[-1].end)
                voice = (
                    None
                    if token.low in language["denials.thoughts"]
                    else _maker(passage, words[at + 1 : opening]) or _voice(token)
                )
                return Hearsay(place, voice, definite=_definite(words, at, language))
    return None


def before_verb(line: Line, passage: Passage, one: Attribution) -> Place | None:
    """ "The charges" in "Die Vorwürfe wies die Stadt zurück", where the subject stands behind the verb."""
    language = passage.language
    if not language.verb_second or one.cue is None or any(who.start < one.cue[0] for who in one.sources):
        return None
    before = [token for token in line.tokens if token.end <= one.cue[0]]
    told = language["denials.pointers"] | language["denials.carriers"] | language["denials.figures"]
    if not before or before[-1].low not in told:
        return None
    opening = max((at + 1 for at, token in enumerate(before) if not token.is_word), default=0)
    return before[opening].start, before[-1].end


def _definite(words: Sequence[Token], at: int, language: Language) -> bool:
    """ "The suggestion that …", one that was made; not "suggestions that"."""
    single = not words[at].low.endswith("s")
    return single and at > 0 and words[at - 1].low in language["grammar.definite"]


def _clause_end(passage: Passage, start: int, end: int) -> int:
    """Before ", saying that …" and ", but …", where the clause of the noun is over."""
    language = passage.language
    found = tokens.cut(passage.text, start, end)
    over = language["grammar.clause_starts"] | language["grammar.relative"]
    for before, comma, after in zip(found, found[1:], found[2:], strict=False):
        if comma.text == "," and (language.is_gerund(after.low) or after.low in over):
            return before.end
    return end


def _maker(passage: Passage, words: Sequence[Token]) -> Mention | None:
    """The watchdog in "claims made by the watchdog that …", the players in "accusations by four players that …"."""
    language = passage.language
    by = next((at for at, token in enumerate(words) if token.low in language["grammar.by"]), None)
    found = mentions.read(passage.text, words[by + 1 :], language, passage.names) if by is not None else None
    return found if found is not None and found.sure and found.kind != "document" else None


def _voice(noun: Token) -> Mention:
    """ "reports", "accusations": somebody speaks, and the article does not say who."""
    return Mention(noun.start, noun.end, None, "unnamed_group", role=noun.text, described=noun.text)


def said_by_others(line: Line, passage: Passage, one: Attribution) -> Place | None:
    """The clause in "pushed back against those who say the tax will rise"."""
    language = passage.language
    words = [token for token in line.tokens if token.is_word and token.start >= one.group[1]]
    who = language["grammar.relative"] - language["grammar.that"]
    for at, token in enumerate(words[:-3]):
        if token.low in who and words[at + 1].low in language["cues.say"]:
            clause = at + 2 + (words[at + 2].low in language["grammar.that"])
            return words[clause].start, words[-1].end
    return None


def _own(words: Sequence[Token], at: int, language: Language) -> bool:
    return at > 0 and words[at - 1].low in language["grammar.possessives"]


def _opening(words: Sequence[Token], at: int, language: Language) -> int | None:
    """The word behind which the clause of the noun at `at` begins."""
    if words[at + 1].low in language.pronouns:
        return at  # "claims he misled"
    particle = language.verb_second and words[at + 1].low in language["grammar.verb_particles"]
    if particle and at + 2 < len(words) and words[at + 2].start - words[at + 1].end > 1:
        that = words[at + 2].low in language["grammar.that"]
        return at + 2 if that else at + 1  # "wies Berichte zurück, er habe davon gewusst"
    near = range(at + 1, min(at + _LOOK, len(words)))
    opening = next(
        (i for i in near if words[i].low in language["denials.openings"] and not _names_else(words, i, language)), None
    )
    between = words[at:opening] if opening else ()
    if language.noun_first and any(after.start - word.end > 1 for word, after in pairwise(between)):
        return None  # "ces accusations, les qualifiant d'infondées"
    apart = language["grammar.possessives"] | language["grammar.auxiliaries"]  # "that report is untrue and that …"
    return None if any(word.low in apart for word in between) else opening


def _names_else(words: Sequence[Token], at: int, language: Language) -> bool:
    """ "That night", and "de presse", which tells whose the reports are, open no clause."""
    whose = at + 1 < len(words) and words[at + 1].low in language["grammar.of_press"]
    return whose or _dates(words, at, language)


def _dates(words: Sequence[Token], at: int, language: Language) -> bool:
    """ "That night" opens no clause."""
    return f"{words[at].low} {words[at + 1].low}" in language["denials.same_time"] if at + 1 < len(words) else False


def without_asides(line: Line, passage: Passage, matter: Place) -> Place:
    """Up to ", who was left out" and up to "and goes on to say", which tell of something else."""
    inside = [token for token in line.tokens if matter[0] <= token.start and token.end <= matter[1]]
    language = passage.language
    relative = language["grammar.relative"] | language["grammar.who"]
    verbs = language["cues.common_verbs"] | (language.reporting if language.verb_second else frozenset())
    for at, (token, after) in enumerate(pairwise(inside)):
        aside = token.text == "," and after.low in relative and not _resumes(inside[:at], after, language)
        if at and (aside or (token.low in language["grammar.coordinators"] and after.low in verbs)):
            return matter[0], inside[at - 1].end
    return matter


def _resumes(before: Sequence[Token], that: Token, language: Language) -> bool:
    """The clause in "the idea, put about by some, that …"."""
    told = language["denials.carriers"] | language["denials.thoughts"]
    noun = any(after.text == "," and word.low in told for word, after in pairwise(before))
    return noun and that.low in language["grammar.that"]


def participial(line: Line, language: Language) -> bool:
    """ "Jointe après l'entretien, Anne Texier réfute ces propos": the sentence begins with what was done to who answers; not with
    what they are accused of."""
    first = line.tokens[0].low
    if first in language["cues.accuse"] | language["denials.accusing"]:
        return False
    reached = language["denials.asked"] | language["denials.got_hold"]
    return language.noun_first and (first in reached or language.is_participle(first))


def aside(line: Line, one: Attribution, language: Language) -> Place | None:
    """The main clause in "…, although Israel disputes this" and "…, a charge that she has denied"."""
    if one.cue is None or sum(token.is_word for token in line.tokens if token.start >= one.cue[1]) > 2:
        return None
    before = [at for at, token in enumerate(line.tokens) if token.start <= one.group[0] and token.text in _PARTING]
    if not before or before[-1] < 4 or participial(line, language):
        return None
    return line.tokens[0].start, line.tokens[before[-1] - 1].end


def answered(line: Line, passage: Passage, one: Attribution) -> Place | None:
    """What the same sentence says was said before: ""I never said that," Trump said, after Quick said he had"."""
    language = passage.language
    behind = [at for at, token in enumerate(line.tokens) if token.start >= one.group[1]]
    after = next((at for at in behind if line.tokens[at].low in language["denials.after"]), None)
    if after is None:
        return None
    words = [token for token in line.tokens[after + 1 :] if token.is_word]
    speaking = language["denials.accusing"] | language["cues.say"] | language["denials.raising"]
    return (words[0].start, words[-1].end) if any(token.low in speaking for token in words) else None


def talk(line: Line, passage: Passage, one: Attribution) -> bool:
    """ "…, the office said after a week of speculation", "despite reports": the sentence tells that others say it."""
    language = passage.language
    for at, token in enumerate(line.tokens):
        if token.low in language["denials.amid"] and (token.start >= one.group[1] or token.end <= one.group[0]):
            behind = line.tokens[at + 1 : at + _HEAD // 2]
            if any(word.low in language["denials.carriers"] for word in behind):
                return True
    return False


def asked(line: Line, passage: Passage, at: int) -> Place | None:
    """What somebody was asked before the token `at`: "Asked about the bridge, the mayor declined to comment"."""
    found, asking = line.tokens, passage.language["denials.asked"]
    first = next((index + 1 for index in range(at) if found[index].low in asking), None)
    if first is None and found[0].low in passage.language["denials.whether"]:
        first = 0  # "Whether the bridge is safe, the mayor would not say"
    if first is None:
        return None
    last = next((index for index in range(first, at) if found[index].text == ","), at)
    words = [token for token in found[first:last] if token.is_word or token.is_quote]
    return (words[0].start, words[-1].end) if words else None


def question(line: Line, passage: Passage) -> Place | None:
    """The clause in "asked whether the tests had been hidden", wherever it stands in the sentence."""
    found, language = line.tokens, passage.language
    for at, token in enumerate(found):
        if token.low not in language["denials.asked"]:
            continue
        near = range(at + 1, min(at + _ASKER, len(found)))
        opening = next((index for index in near if found[index].low in language["denials.whether"]), None)
        if opening is not None:
            last = next(
                (i for i in range(opening, len(found)) if found[i].text == "," or found[i].is_quote), len(found)
            )
            words = [word for word in found[opening + 1 : last] if word.is_word]
            return (words[0].start, words[-1].end) if words else None
    return None


def rest(line: Line, end: int) -> Place | None:
    """Everything from the token `end` on."""
    found = [token for token in line.tokens[end:] if token.is_word or token.is_quote]
    return (found[0].start, found[-1].end) if found else None
