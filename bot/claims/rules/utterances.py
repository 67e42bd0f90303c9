"""Of two who speak in one sentence each says their own: "Lund said in May; Osei said not before June"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verb import verb_at
from bot.claims.grammar.verbs import verbs
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import AND, BUT, WHILE
from bot.claims.language.token import Token
from bot.claims.language.verbatim import fold
from bot.claims.people.tellers import says


@dataclass(frozen=True, slots=True)
class _Part:
    """The places of one utterance, and the words by which its speaker goes."""

    places: range
    who: frozenset[str]


def utterance_problems(text: Analysed, cited: Sequence[Analysed], names: Sequence[str]) -> list[str]:
    """One sentence for each cited one of which the text, said by one speaker, has only what another says in it; `names` are
    those of who says so, where the text names nobody."""
    tellers = [part.who for part in _parts(text)]
    if not text.words.known or len(tellers) > 1:
        return []
    who = tellers[0] if tellers else frozenset(word for name in names for word in fold(name).split())
    said = [*text.meaning, *(text.tokens[i] for i in text.numbers)]
    said = [token for token in said if token.low not in who | text.words.reporting]
    found = (_borrowed(said, sentence, cited, who) for sentence in cited) if who else ()
    return list(dict.fromkeys(problem for problem in found if problem))


def _borrowed(said: Sequence[Token], sentence: Analysed, cited: Sequence[Analysed], who: frozenset[str]) -> str | None:
    parts = _parts(sentence)
    mine, others = ([part for part in parts if bool(part.who & who) == own] for own in (True, False))
    if not mine or not others:
        return None
    ours, theirs = _within(sentence, mine), _within(sentence, others)
    elsewhere = [token for s in cited if s is not sentence for token in s.tokens]
    taken = [t for t in said if _has(theirs, t) and not _has(ours, t) and not _has(elsewhere, t)]
    kept = any(_has(ours, token) and not _has(theirs, token) for token in said)
    counted = any(_other_count(ours, token) for token in taken)
    return f"{taken[0].text!r} is what another says in its sentence." if taken and (counted or not kept) else None


def _other_count(tokens: Iterable[Token], token: Token) -> bool:
    """ "14 million" beside another's "19 million"."""
    return token.kind == "number" and any(other.kind == "number" and other.unit == token.unit for other in tokens)


@lru_cache(maxsize=512)
def _parts(sentence: Analysed) -> tuple[_Part, ...]:
    """Where a mark or a word parts two utterances, each with a speaker of its own."""
    borders = [0, *(i for i in range(len(sentence.tokens)) if _borders(sentence, i)), len(sentence.tokens)]
    told = [verb for verb in (verb_at(sentence, i) for i in verbs(sentence)) if says(verb)]
    seen: set[str] = set()
    found: list[_Part] = []
    for start, end in pairwise(borders):
        tokens = [token for verb in told if start <= verb.at < end for party in verb.subjects for token in party.tokens]
        who = frozenset(token.low for token in tokens if token in sentence.tokens[start:end])
        if who and not who & seen:
            seen |= who
            found.append(_Part(range(start, end), who))
    return tuple(found)


def _borders(sentence: Analysed, index: int) -> bool:
    low = sentence.tokens[index].low
    behind_mark = index > 0 and sentence.tokens[index - 1].low == ","
    return low == ";" or low in WHILE or (behind_mark and low in AND | BUT)


def _within(sentence: Analysed, parts: Iterable[_Part]) -> list[Token]:
    return [sentence.tokens[i] for part in parts for i in part.places]


def _has(tokens: Iterable[Token], token: Token) -> bool:
    if token.kind == "number":
        return any(token.values & other.values for other in tokens)
    return any(other.kind == "word" and alike(token, other) for other in tokens)
