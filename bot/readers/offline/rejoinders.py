"""Rejoinders: who is accused and answers in plain facts, without a "not": "X accused Y of theft. Y said the money had been
paid back"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.readers.offline import cues, outright, tokens
from bot.readers.offline.denied import Basis, Denied
from bot.readers.offline.language import Language
from bot.readers.offline.passage import Line, Passage
from bot.readers.offline.sentence import Attribution, Place, length
from bot.readers.offline.tokens import Token

_ELSE: frozenset[Basis] = frozenset({"account", "excuse"})
_EARLY = 14  # words among which the first clause has its verb
_FEW = 3  # words that are too few to tell a fact
_ADVOCATE = 3  # words of "a lawyer for"


def told(
    passage: Passage, found: Sequence[Sequence[Attribution]], denied: Sequence[Denied | None]
) -> list[Denied | None]:
    """The denials of all sentences, and what may answer an accusation by the facts that it tells."""
    done = list(denied)
    for line in passage.lines:
        known = done[line.n - 1]
        answer = None if line.lead else _in_line(line, passage, found[line.n - 1])
        if known is None:
            done[line.n - 1] = answer
        elif answer is not None and known.basis in _ELSE and known.also is None:
            done[line.n - 1] = replace(known, also=answer.basis)
    return done


def _in_line(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    for one in found:
        if one.frame not in cues.SAYING or one.negated or not one.content or not _asserts(one, passage):
            continue
        span = _longest_here(one, line)
        if span and _tells_facts(tokens.cut(passage.text, *span), passage.language):
            basis: Basis = "plea" if _pleads(one, line, passage) else "answer"
            return Denied(line.n, "counters", one.sources, span, via=one.via, basis=basis)
    return None


def _longest_here(one: Attribution, line: Line) -> Place | None:
    spans = [(max(start, line.start), min(end, line.end)) for start, end in one.content]
    return max((span for span in spans if span[0] < span[1]), key=length, default=None)


def _asserts(one: Attribution, passage: Passage) -> bool:
    """Its verb, if it has one, neither concedes nor accuses nor warns."""
    language = passage.language
    cue = passage.text[slice(*one.cue)].lower().split() if one.cue else []
    return bool(language["denials.answering_verbs"]) and (not cue or cue[0] in language["denials.answering_verbs"])


def _tells_facts(words: Sequence[Token], language: Language) -> bool:
    """What was or is so, and no feeling, plan or promise."""
    said = [word for word in words if word.is_word]
    if len(said) < _FEW or words[-1].text == "?":
        return False
    verb = next((at for at, word in enumerate(said[:_EARLY]) if _is_fact(word, language)), None)
    before = {word.low for word in said[: (verb or 0) + 1]}
    if verb is None or before & (language["denials.modals"] | language["grammar.subordinators"]):
        return False
    return not outright.holds(said, "denials.no_rejoinder", language)


def _is_fact(word: Token, language: Language) -> bool:
    listed = language["denials.been"] | language["cues.common_verbs"] | language["denials.deeds"]
    return word.low in listed or word.low in language["grammar.passive"] or language.is_finite(word.low)


def _pleads(one: Attribution, line: Line, passage: Passage) -> bool:
    """ "Her lawyer, Pavel Drost, said", "a lawyer for the company said", "counsel for the defence"."""
    language = passage.language
    for who in one.sources:
        words = [token.low for token in line.tokens if one.group[0] <= token.start < one.group[1]]
        noun = next((at for at, low in enumerate(words) if low in language["denials.advocates"]), None)
        if who.pronoun or noun is None:
            continue
        owned = language["grammar.possessives"] | {"'s"}
        behind = words[noun + 1 : noun + 1 + _ADVOCATE]
        return any(low in owned for low in words[:noun]) or bool(language["denials.represents"] & set(behind))
    return False
