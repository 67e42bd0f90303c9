"""When something was: a time belongs to its own part of the sentence, and that part to no other time."""

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import likeness
from bot.claims.language.smallwords import AND, BUT

_CUTS = frozenset(",;:—–()") | AND | BUT | {"while", "which", "who", "qui", "que"}
_NEAR = 4  # words between a verb and its time
Part = tuple[int, ...]


def timing_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each word that the text tells with another time than the one beside which its sentences have it,
    which the text leaves out."""
    mine = {text.tokens[i].low for i in range(len(text.tokens)) if _time(text, i)}
    found: list[str] = []
    for part in _parts(text) if mine else ():
        times = {text.tokens[i].low for i in part if _time(text, i)}
        for sentence in cited if times else ():
            for own, other, shared in _elsewhere(sentence, times, mine):
                moved = [text.tokens[i].text for i in part if _only_in(text, i, sentence, other, shared=shared)]
                found += [f"{word!r} has the time {own!r} in its sentences." for word in moved]
        found += _borrowed(text, part, cited) if times and len(cited) > 1 else []
    return list(dict.fromkeys(found))


def _borrowed(text: Analysed, part: Part, cited: Sequence[Analysed]) -> Iterator[str]:
    """Each verb right before a time that another sentence has, where its own has a time that the text leaves out."""
    time = next(i for i in part if _time(text, i))
    verb = next((i for i in range(time - 1, part[0] - 1, -1) if is_verb(text, i)), None)
    if verb is None or time - verb > _NEAR or text.tokens[verb].low in text.words.reporting:
        return
    said = {t.low for t in text.tokens}
    here = [s for s in cited if any(likeness(text.tokens[verb], t) > 1 for t in s.meaning)]
    timed = [{s.tokens[i].low for i in range(len(s.tokens)) if _time(s, i)} for s in here]
    if here and all(times and not times & said for times in timed):
        yield f"{text.tokens[verb].text!r} has another time in its sentences."


def _elsewhere(sentence: Analysed, times: Set[str], mine: Set[str]) -> Iterator[tuple[str, Part, bool]]:
    """Each part of a sentence that has a time of its own, where another has one of `times`; with that time, and whether
    the other part has no verb but this one's: "in Norway by June, and in Iceland later"."""
    told = [(part, [sentence.tokens[i].low for i in part if _time(sentence, i)]) for part in _parts(sentence)]
    here = [part for part, lows in told if times & set(lows)]
    shared = all(sentence.tokens[part[0]].low in sentence.words.prepositions for part in here)
    apart = [(lows[0], part, shared) for part, lows in told if lows and not mine & set(lows)]
    deeds = [part for _, part, _ in apart if not any(sentence.tokens[i].low in sentence.words.reporting for i in part)]
    if here and not (len(deeds) == 1 and all(_compared(sentence, part) for part in here)):
        yield from apart


def _compared(sentence: Analysed, part: Part) -> bool:
    """ "in April, two years earlier than planned": the one time there is, measured."""
    lows = [token.low for token in sentence.tokens[part[0] : part[-1] + 2]]
    return any(a in sentence.words.vocabulary.later and b == "than" for a, b in pairwise(lows))


def _parts(text: Analysed) -> list[Part]:
    parts: list[list[int]] = [[]]
    for i, token in enumerate(text.tokens):
        if token.low in _CUTS or token.low in ".!?":
            parts.append([])
        else:
            parts[-1].append(i)
    return [tuple(part) for part in parts if part]


def _time(text: Analysed, index: int) -> bool:
    token = text.tokens[index]
    named = token.capital or text.words.language != "en"  # "may"
    return (named and token.low in text.words.dates) or token.low in text.words.vocabulary.later


def _only_in(text: Analysed, index: int, sentence: Analysed, part: Part, *, shared: bool) -> bool:
    """A verb, or what a preposition governs: who does something may do something else at another time."""
    if index not in text.content or _time(text, index):
        return False
    places = [j for j in sentence.content if likeness(text.tokens[index], sentence.tokens[j]) > 1]
    timed = _before_time(text, index)
    return bool(places) and all(
        j in part and _told(sentence, j, shared=shared, timed=timed and _before_time(sentence, j)) for j in places
    )


def _before_time(text: Analysed, index: int) -> bool:
    """ "answered in April": what is said there is no more than when."""
    return any(_time(text, i) for i in range(index + 1, min(index + 3, len(text.tokens))))


def _told(text: Analysed, index: int, *, shared: bool, timed: bool) -> bool:
    low, before = text.tokens[index].low, text.tokens[index - 1].low if index else ""
    past = text.tokens[index].text.casefold().endswith(text.words.endings.get("past", ("\0",)))
    verb = is_verb(text, index) or _ends_clause(text, index) or (past and index in text.content)
    said = low in text.words.reporting and not timed
    return (before in text.words.prepositions and not verb) or (verb and not shared and not said)


def _ends_clause(text: Analysed, index: int) -> bool:
    """German "weitergegeben zu haben", "abgeliefert habe": a participle before its auxiliary."""
    token = text.tokens[index]
    behind = [t.low for t in text.tokens[index + 1 : index + 3]]
    auxiliary = bool(behind) and (behind[0] in text.words.vocabulary.helping or behind == ["zu", "haben"])
    return text.words.language == "de" and not token.capital and token.low.endswith(("t", "en")) and auxiliary
