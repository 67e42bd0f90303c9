"""A number stands in the clause of its own verb: of "réclame 2,4 millions" and "ne propose que 600 000" it is not 2.4 that are offered."""

from collections.abc import Sequence

from bot.claims.grammar.counterparts import counterparts
from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike
from bot.claims.rules.clausemates import clause_of, verbal
from bot.claims.rules.years import year


def reckoned_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each number beside a verb that has another one in its sentences, where this one stands beside a verb
    that the text leaves out."""
    found = []
    for n in text.numbers:
        for v in clause_of(text, n):
            places = counterparts(text, v, cited) if v in text.content and verbal(text, v) else []
            if len(places) == 1 and _anothers(text, n, *places[0]):
                found.append(f"{text.tokens[n].text!r} is told of another verb than {text.tokens[v].text!r}.")
    found += [
        f"{text.tokens[n].text!r} counts {thing!r} in its sentences."
        for n in (text.numbers if text.words.language != "en" else ())  # English tells whole frames
        for thing in [_thing_of(text, n, cited)]
        if thing
    ]
    return list(dict.fromkeys(found))


def _thing_of(text: Analysed, number: int, cited: Sequence[Analysed]) -> str | None:
    """What the number counts in its only sentence, "40.000 yogures", where the text has what another verb tells of there:
    "en los que se hallaron virutas"."""
    places = [(s, n) for s in cited for n in s.numbers if s.tokens[n].values & text.tokens[number].values]
    mine = _right_behind(text, number)
    if len(places) != 1 or mine is None:
        return None
    sentence, at = places[0]
    theirs = _right_behind(sentence, at)
    if theirs is None or text.has(sentence.tokens[theirs]):
        return None
    there = [i for i in sentence.content if alike(text.tokens[mine], sentence.tokens[i])]
    parted = bool(there) and there[0] > theirs and any(_verb(sentence, k) for k in range(theirs, there[0]))
    return sentence.tokens[theirs].text if parted else None


def _right_behind(text: Analysed, number: int) -> int | None:
    bare = text.tokens[number].unit is None and not year(text, number)
    return number + 1 if bare and number + 1 in text.content else None


def _verb(sentence: Analysed, index: int) -> bool:
    return sentence.tokens[index].kind == "word" and verbal(sentence, index)


def _anothers(text: Analysed, number: int, sentence: Analysed, at: int) -> bool:
    own = text.tokens[number].values
    here = [n for n in sentence.numbers if n in clause_of(sentence, at)]
    there = [n for n in sentence.numbers if sentence.tokens[n].values & own]
    if not here or len(there) != 1 or there[0] in here or _told(text, sentence, here):
        return False
    host = [i for i in clause_of(sentence, there[0]) if i in sentence.content and verbal(sentence, i)]
    return bool(host) and not any(alike(sentence.tokens[i], token) for i in host for token in text.tokens)


def _told(text: Analysed, sentence: Analysed, numbers: Sequence[int]) -> bool:
    return any(text.counts(sentence.tokens[n]) for n in numbers)
