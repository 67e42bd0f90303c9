"""What somebody was cleared of and what convicted of: "cleared of theft but convicted of fraud" does not convict of theft."""

from collections.abc import Iterator, Sequence
from typing import Literal

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import AND, BUT
from bot.claims.language.stops import CLAUSE_ENDS
from bot.claims.language.token import Token

Verdict = Literal["cleared", "convicted"]


def verdict_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each charge that ended the other way in its sentences."""
    theirs = [told for sentence in cited for told in _verdicts(sentence)]
    found = []
    for verdict, charge in _verdicts(text):
        known = {other for other, token in theirs if alike(charge, token)}
        if known and verdict not in known:
            found.append(f"Of {charge.text!r} nobody is {verdict} in its sentences.")
    return list(dict.fromkeys(found))


def _verdicts(text: Analysed) -> Iterator[tuple[Verdict, Token]]:
    links = text.words.vocabulary.charged
    for clause in _clauses(text):
        verdict = _verdict(text, clause)
        if verdict is not None:
            held = {i for i in clause if any(text.tokens[k].low in links for k in range(max(clause[0], i - 3), i))}
            yield from ((verdict, text.tokens[i]) for i in text.content if i in held and _charge(text, i))


def _clauses(text: Analysed) -> Iterator[list[int]]:
    """Parted by marks, by "but", and by "and" before another verdict."""
    clause: list[int] = []
    for i, token in enumerate(text.tokens):
        turns = token.low in AND and _verdict(text, range(i, min(i + 4, len(text.tokens)))) is not None
        if token.low in CLAUSE_ENDS or turns or (token.low in BUT and text.words.language != "de"):
            if clause:
                yield clause
            clause = []
        else:
            clause.append(i)
    if clause:
        yield clause


def _verdict(text: Analysed, places: Sequence[int]) -> Verdict | None:
    known, lows = text.words.vocabulary, {text.tokens[i].low for i in places}
    if lows & known.convicting:
        negated = any(text.tokens[i].low in known.convicting and text.tokens[i - 1].low == "not" for i in places if i)
        return "cleared" if negated else "convicted"  # "not guilty"
    return "cleared" if lows & known.clearing else None


def _charge(text: Analysed, index: int) -> bool:
    """No name, no penalty, and no word for charges as such."""
    token = text.tokens[index]
    named = token.capital and text.words.language != "de"
    known = text.words.vocabulary
    verdict = _verdict(text, [index]) is not None
    return not (named or verdict or token.low in known.accusations | known.penalties)
