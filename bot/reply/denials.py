"""Denials in words: who denies, how much of it, and where that stands."""

from collections.abc import Iterable
from dataclasses import replace

from bot.claims.reading import SILENT, Denial, Reading
from bot.reply.catalogue import Words
from bot.reply.passages import Passages
from bot.reply.plain import marked, phrase
from bot.reply.reply import DenialLine, Passage
from bot.reply.who import who_says

_LONGEST = 300  # characters of a sentence that is quoted


def denial_line(denial: Denial, reading: Reading, passages: Passages, words: Words) -> DenialLine:
    """ "Denied by Moscow and Pyongyang"; with what is denied where no claim states it, or the sentence where nothing tells that."""
    who = who_says(reading, denial.sources, denial.via, words, words("denial.somebody"))
    text = words(f"denial.{_act(denial, reading)}", who=who)
    where = passages(denial.sentences)
    implied = phrase(denial.implied_claim or "", 1000) or _sentence(denial, reading, where, words)
    if implied:
        text = words("denial.implied", denial=text, claim=implied)
    return DenialLine(
        id=denial.id,
        text=_capital(text),
        passages=where,
        denies=denial.kind not in SILENT,
    )


def _sentence(denial: Denial, reading: Reading, where: Iterable[Passage], words: Words) -> str:
    """The first of its sentences, where it answers none of the claims: else nobody knows what is denied."""
    if denial.kind in SILENT or any(claim.id in denial.claims for claim in reading.claims):
        return ""
    text = phrase(next((passage.text for passage in where), ""), _LONGEST)
    return words("quote.text", text=text) if text and not marked(text) else text


def _act(denial: Denial, reading: Reading) -> str:
    """Its kind; but who denies what only they claim has "withdrawn" it, and a demand is "refused"."""
    answered = [claim for claim in reading.claims if claim.id in denial.claims]
    if not answered or denial.kind in SILENT:
        return denial.kind
    if all(claim.sources and set(claim.sources) <= set(denial.sources) for claim in answered):
        return "withdrawn"
    demanded = all(claim.kind == "directive" for claim in answered)
    return "refused" if demanded and denial.kind == "denies" else denial.kind


def denials_by_claim(
    reading: Reading, passages: Passages, words: Words
) -> tuple[dict[str, tuple[DenialLine, ...]], tuple[DenialLine, ...]]:
    """The denials beside each claim that they answer, and those that answer none of the listed claims.

    What would be said twice is said once, with the passages of both.
    """
    ids = {claim.id for claim in reading.claims}
    beside: dict[str, tuple[DenialLine, ...]] = {}
    other: list[DenialLine] = []
    for denial in reading.denials:
        line = denial_line(denial, reading, passages, words)
        met = [each for each in dict.fromkeys(denial.claims) if each in ids]
        for each in met:
            beside[each] = (*beside.get(each, ()), line)
        if not met:
            other.append(line)
    return {claim: _folded(lines) for claim, lines in beside.items()}, _folded(other)


def _folded(lines: Iterable[DenialLine]) -> tuple[DenialLine, ...]:
    """Each wording once, where it first stands."""
    found: dict[tuple[str, bool], DenialLine] = {}
    for line in lines:
        known = found.setdefault((line.text, line.denies), line)
        both = sorted({*known.passages, *line.passages}, key=lambda passage: passage.n)
        found[line.text, line.denies] = replace(known, passages=tuple(both))
    return tuple(found.values())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
