"""Tails: ", lo que la empresa niega", ", ce que conteste le maire", ", a charge Acme denies": the last clause of a sentence, in which
somebody denies all that stands before it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.readers.offline.sourcing import speakers
from bot.readers.offline.syntax import cues, passives, phrases, phrasing, rightward, trimming
from bot.readers.offline.syntax.cues import Cue
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence
from bot.readers.offline.text import tokens
from bot.readers.offline.text.tokens import DASHES, Token

_LONGEST = 14  # words of the clause up to its verb
_NOUN = 4  # words of "a rather serious charge that"
_LEAST = 4  # words of what it denies
_UNTRUE = ("dismissive", "groundless", "untruths")


def parted(sentence: Sentence) -> tuple[Sentence, Attribution | None]:
    """The sentence without such a clause, and the denial that it tells; the sentence as it is and None where there is none."""
    tokens = sentence.tokens
    for comma in range(len(tokens) - 2, _LEAST - 1, -1):
        if tokens[comma].text != "," and tokens[comma].text not in DASHES:
            continue
        behind = _opened(sentence, comma + 1)
        denial = _denial(sentence, comma, behind) if behind else None
        if denial is not None:
            main = replace(sentence.line, tokens=tuple(tokens[:comma]))
            return Sentence(main, sentence.passage), denial
    return sentence, None


def whole(sentence: Sentence) -> Attribution | None:
    """The denial of a sentence that is nothing but such a clause: "Une information que dément le syndicat.", "Ce que conteste la
    mairie.", "Information démentie par Matignon."."""
    tokens, language = sentence.tokens, sentence.language
    if not tokens:
        return None
    opens = tokens[0].low in language["grammar.indefinite"] or language.noun_first
    behind = (_opened(sentence, 0) if opens else None) or phrasing.phrase(tokens, 0, "denials.tails", language)
    goes_on = any(token.text == "," for token in tokens[behind or 0 :])
    denial = _denial(sentence, behind, behind) if behind and not goes_on else None
    return denial if denial and behind and denial.group[0] == tokens[behind].start else None


def head(sentence: Sentence, one: Attribution) -> Place | None:
    """What the denial `one` answers, where it stands in such a clause."""
    denial = parted(sentence)[1] if one.frame == "deny" and one.parenthetical else None
    return denial.content[0] if denial is not None and denial.group == one.group else None


def _opened(sentence: Sentence, at: int) -> int | None:
    """Behind "lo que", "something" and "an accusation that"; None where the clause begins otherwise."""
    return phrasing.phrase(sentence.tokens, at, "denials.tails", sentence.language) or _noun(sentence, at)


def _noun(sentence: Sentence, at: int) -> int | None:
    """Behind the noun for something said and its relative: "a charge (that)", "accusation que", "ein Vorwurf, den"."""
    tokens, language = sentence.tokens, sentence.language
    told = language["denials.carriers"] | language["denials.of_matters"] | language["denials.wordings"]
    near = range(at, min(at + _NOUN, len(tokens) - 2))
    noun = next((i for i in near if tokens[i].low in told), None)
    fits = language["grammar.indefinite"] | language["grammar.several"]
    if language.noun_first:
        fits |= language["grammar.determiners"] - language["grammar.definite"] - language["grammar.possessives"]
    if noun is None or (noun > at and tokens[at].low not in fits):
        return None
    if language.verb_second:
        relative = tokens[noun + 1].text == "," and tokens[noun + 2].low in language["grammar.relative_articles"]
        return noun + 3 if relative else None
    if tokens[noun + 1].low in language["grammar.relative"] | language["grammar.that"]:
        return noun + 2
    behind = tokens[noun + 1].low
    participle = language.is_participle(behind) or behind in language["denials.participles"]
    return noun + 1 if participle or not language.noun_first else None


def _denial(sentence: Sentence, comma: int, behind: int) -> Attribution | None:
    clause = sentence.tokens[behind:]
    inside = Sentence(replace(sentence.line, tokens=tuple(clause)), sentence.passage)
    charge = comma < behind and _noun(sentence, comma + 1) == behind
    cue, agent = passives.denying(inside) or (_cue(inside, told=charge), None)
    if cue is None or cue.first > _LONGEST or _is_negated(clause[: cue.first], sentence):
        return None
    place = agent or _subject(inside, cue)
    who = speakers.read(inside, place) if place else ()
    told = trimming.trimmed(sentence, 0, comma)
    if not who or place is None or told is None:
        return None
    group = (
        min(clause[place[0]].start, clause[cue.first].start),
        max(clause[place[1] - 1].end, clause[cue.last - 1].end),
    )
    words = trimming.extent(clause[cue.first : cue.last])
    return Attribution(sentence.line.n, "deny", who, words, (told,), group, parenthetical=comma < behind)


def _cue(clause: Sentence, *, told: bool) -> Cue | None:
    """The verb that denies, or that gives what was said a name for untruths: "something he calls absurd"; where the clause has a
    noun for what was `told`, a name that does not take it seriously: "a charge he calls “grotesque”"."""
    language, whole = clause.language, (clause.tokens[0].start, clause.tokens[-1].end)
    words = tokens.cut(clause.passage.text, *whole)
    untrue = any(phrasing.holds(words, f"denials.{name}", language) for name in _UNTRUE)
    untrue = untrue or (
        told and bool(language["denials.serious"]) and not phrasing.holds(words, "denials.serious", language)
    )
    found = cues.find(clause.tokens, language)
    return next((cue for cue in found if "deny" in cue.frames or ("call" in cue.frames and untrue)), None)


def _subject(clause: Sentence, cue: Cue) -> Place | None:
    """Before the verb, or behind it as in "que niega la empresa"; first of all where the verb ends the clause with a name for it:
    "was sie als „erfunden“ bezeichnet"."""
    if clause.language.verb_second and "deny" not in cue.frames:
        opening = rightward.phrase(clause.tokens, 0, clause.language)
        return opening if opening[0] < opening[1] else None
    before = phrases.left(clause.tokens, cue.first, clause.language) if cue.first else None
    if before and before[0] < before[1]:
        return before
    behind = rightward.phrase(clause.tokens, cue.last, clause.language) if clause.language.noun_first else (0, 0)
    return behind if behind[0] < behind[1] else None


def _is_negated(before: Sequence[Token], sentence: Sentence) -> bool:
    return any(token.low in sentence.language["grammar.negations"] for token in before)
