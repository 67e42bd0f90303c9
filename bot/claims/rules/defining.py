"""Defining clauses: "parks that are lit all night" are not "parks"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import RELATIVE
from bot.claims.language.stops import ALL_STOPS

_LONGEST = 12  # words of such a clause


def defining_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each clause without which the text tells of all what its sentences tell of some, in English, where no
    comma stands before it."""
    if text.words.language != "en":
        return []
    found = [(s, i) for s in cited for i in s.content if _all_of_them(s, i)]
    return list(dict.fromkeys(f"{s.tokens[i].text!r} are not all told of." for s, i in found if _widened(text, s, i)))


def _all_of_them(sentence: Analysed, index: int) -> bool:
    """A bare plural with such a clause: "the parks" are known, "14 parks" are counted."""
    token = sentence.tokens[index]
    behind = sentence.tokens[index + 1 : index + 2]
    bare = index == 0 or not (
        sentence.tokens[index - 1].kind == "number"
        or sentence.tokens[index - 1].low in sentence.words.determiners
        or index - 1 in sentence.content
    )
    plural = token.low.endswith("s") or token.low in ("people", "children", "women", "men")
    return bool(behind) and behind[0].low in RELATIVE and bare and plural and is_noun(sentence, index)


def _widened(text: Analysed, sentence: Analysed, head: int) -> bool:
    """The text has the noun bare as well, and what is told of it, and nothing of the clause."""
    clause = list(_clause(sentence, head + 2))
    told = [i for i in sentence.content if i > clause[-1] and sentence.tokens[i].kind == "word"] if clause else []
    bare = any(alike(text.tokens[i], sentence.tokens[head]) and _alone(text, i) for i in text.content)
    return (
        bare
        and any(text.has(sentence.tokens[i]) for i in told)
        and not any(text.has(sentence.tokens[i]) for i in clause)
    )


def _alone(text: Analysed, index: int) -> bool:
    before = text.tokens[index - 1] if index else None
    return before is None or (before.kind != "number" and index - 1 not in text.content)


def _clause(sentence: Analysed, start: int) -> Iterator[int]:
    """What carries meaning in it, up to the verb of the main clause."""
    verbs = 0
    for i in range(start, min(start + _LONGEST, len(sentence.tokens))):
        token = sentence.tokens[i]
        if token.low in ALL_STOPS:
            return
        opens = token.low in sentence.words.auxiliaries or token.low in sentence.words.passive or is_verb(sentence, i)
        verbs += opens and not (i > start and _in_group(sentence, i - 1))
        if verbs > 1:
            return
        if i in sentence.content:
            yield i


def _in_group(sentence: Analysed, index: int) -> bool:
    """ "are lit", "have been checked": one verb."""
    low = sentence.tokens[index].low
    return low in sentence.words.auxiliaries or low in sentence.words.passive or low in ("not", "to", "never")
