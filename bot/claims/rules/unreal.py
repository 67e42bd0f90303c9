"""What is only wanted, claimed, held or imagined is not told as a fact: "had they stayed" is not "they stayed"."""

import re
from collections.abc import Sequence

from bot.claims.grammar.clauses import ends_clause
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.marks import Mark, marks
from bot.claims.grammar.operators import Operator
from bot.claims.grammar.verbs import participle
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import GERMAN_RELATIVE, RELATIVE
from bot.claims.language.stops import ALL_STOPS
from bot.claims.language.wordlists import word_set
from bot.claims.rules.bidden import bidden

_HOLDING = word_set(
    "intent demand should must possible probable future supposed condition unless not reported whether chance "
    "conditional suggested predicted unlikely accuse deny"
)
_GOAL = 8  # words behind "wants" among which "to" stands
_GAP = 4  # words behind "close to" among which stands what is near
_OPEN = 3  # words of what it is too early to speak of, its verb among them
_FEW = 8  # words behind "regarded" among which "as" stands
_GERMAN = re.compile("^[a-z]{0,4}ge[a-z]{3,}(t|en)$")
_BARE = frozenset({"es"})  # "considera robadas las máscaras"
_BE = frozenset({"be", "have", "been", "being"})
_INFINITIVES = {"en": ("",), "de": ("n",), "fr": ("er", "ir", "re"), "es": ("ar", "er", "ir")}


def unreal_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each deed that the text tells as done and its sentences only as wanted, claimed, near or imagined."""
    found: list[str] = []
    for sentence in cited:
        for mark in marks(sentence, sentence.words.unreal):
            deed = _DEEDS[mark.kind](sentence, mark)
            if deed is not None and _as_fact(text, sentence, mark, deed) and not _elsewhere(sentence, deed, cited):
                found.append(f"{sentence.tokens[deed].text!r} is no fact in its sentences.")
        found += _early(text, sentence, cited)
    return list(dict.fromkeys(found))


def _early(text: Analysed, sentence: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "Services would resume early" of "it was too early to say when they would resume"."""
    if text.words.language != "en" or any(mark.kind == "undecided" for mark in marks(text, text.words.unreal)):
        return []
    inside = [
        i
        for mark in marks(sentence, sentence.words.unreal)
        if mark.kind == "undecided"
        for i in range(mark.start, mark.end)
    ]
    told = [i for i in inside if sentence.tokens[i].low in sentence.words.vocabulary.hasty]
    return [
        f"{sentence.tokens[i].text!r} is told of nothing in its sentences."
        for i in told
        if any(token.low == sentence.tokens[i].low for token in text.tokens) and not _elsewhere(sentence, i, cited)
    ]


def _wanted(sentence: Analysed, mark: Mark) -> int | None:
    """ "wants hikers to be obliged": of others, with somebody before "to"."""
    for i in range(mark.end, min(mark.end + _GOAL, len(sentence.tokens))):
        if sentence.tokens[i].low in ALL_STOPS:
            return None
        if sentence.tokens[i].low == "to":
            return _verb_from(sentence, i + 1) if i > mark.end else None
    return None


def _verb_from(sentence: Analysed, start: int) -> int | None:
    ahead = range(start, min(start + 4, len(sentence.tokens)))
    return next((i for i in ahead if sentence.tokens[i].low not in _BE and not _adverb(sentence, i)), None)


def _adverb(sentence: Analysed, index: int) -> bool:
    low = sentence.tokens[index].low
    return low in ("not", "never", "also") or (low.endswith("ly") and index + 1 in sentence.content)


def _held(sentence: Analysed, mark: Mark) -> int | None:
    """ "regarded every mask as stolen": a deed, no quality."""
    ahead = range(mark.end, min(mark.end + _FEW, len(sentence.tokens)))
    language = sentence.words.language
    particle = next((i for i in ahead if sentence.tokens[i].low in sentence.words.vocabulary.held_as), None)
    if particle is None and language in _BARE:
        return next((i for i in ahead if _participle(sentence, i)), None)
    following = range(particle + 1, min(particle + 3, len(sentence.tokens))) if particle is not None else ()
    return next((i for i in following if _participle(sentence, i)), None)


def _participle(sentence: Analysed, index: int) -> bool:
    token = sentence.tokens[index]
    if index not in sentence.content or token.capital:
        return False
    return bool(_GERMAN.match(token.low)) if sentence.words.language == "de" else participle(sentence, index)


def _treated(sentence: Analysed, mark: Mark) -> int | None:
    """ "treating the fire as arson"."""
    ahead = range(mark.end, min(mark.end + _FEW, len(sentence.tokens)))
    particle = next((i for i in ahead if sentence.tokens[i].low in sentence.words.vocabulary.held_as), None)
    return next((i for i in sentence.content if particle is not None and particle < i < particle + 3), None)


def _claimed(sentence: Analysed, mark: Mark) -> int | None:
    """ "which the family claims to own": within a relative clause nobody is left who says so."""
    language = sentence.words.language
    opening = next((i for i in range(mark.start - 1, -1, -1) if sentence.tokens[i].low in ALL_STOPS), -1)
    before = [token.low for token in sentence.tokens[opening + 1 : mark.start]]
    german = language == "de"
    relative = before[:1] and before[0] in GERMAN_RELATIVE if german else RELATIVE & set(before)
    index = mark.start - 1 if german else mark.end
    if not relative or index >= len(sentence.tokens) or sentence.tokens[index].kind != "word":
        return None
    return index if sentence.tokens[index].low.endswith(_INFINITIVES.get(language, ("",))) else None


def _imagined(sentence: Analysed, mark: Mark) -> int | None:
    """ "Had they stayed, we would": opens a clause, and stands before its subject."""
    before = sentence.tokens[mark.start - 1] if mark.start else None
    if before is not None and (before.kind != "punct" or before.low == ","):
        return None
    end = next((i for i in range(mark.end, len(sentence.tokens)) if sentence.tokens[i].low in ALL_STOPS), mark.end)
    if sentence.tokens[mark.start].low == "were":
        to = next((i for i in range(mark.end + 1, end) if sentence.tokens[i].low == "to"), None)
        return None if to is None else _verb_from(sentence, to + 1)
    return next((i for i in range(mark.end + 1, end) if _participle(sentence, i)), None)


def _undecided(sentence: Analysed, mark: Mark) -> int | None:
    """ "too early to name a cause", "unclear what caused the fire"."""
    start = mark.end + any(token.low == "," for token in sentence.tokens[mark.end : mark.end + 1])
    end = next((i for i in range(start, len(sentence.tokens)) if sentence.tokens[i].low in ALL_STOPS), start)
    asking = sentence.words.vocabulary.asking
    asked = next((i + 1 for i in range(start, end) if sentence.tokens[i].low in asking), None)
    ahead = range(start if asked is None else asked, end)
    words = [i for i in ahead if sentence.tokens[i].low not in sentence.words.function | sentence.words.determiners]
    if asked is not None:
        return words[-1 if sentence.words.language == "de" else 0] if words else None
    return _named(sentence, words) if 1 < len(words) <= _OPEN else None


def _named(sentence: Analysed, words: Sequence[int]) -> int:
    """ "speak of human error": the noun that the verb takes, where the language has it."""
    if sentence.words.language == "de":
        return next((i for i in reversed(words) if sentence.tokens[i].capital), words[0])
    return words[-1 if sentence.words.language == "en" else 1]


def _nearly(sentence: Analysed, mark: Mark) -> int | None:
    """ "close to an agreement": neither a number nor a place."""
    ahead = range(mark.end, min(mark.end + _GAP, len(sentence.tokens)))
    first = next((i for i in ahead if i in sentence.content or sentence.tokens[i].kind != "word"), None)
    named = first is not None and sentence.tokens[first].capital and sentence.words.language != "de"
    return None if first is None or named or first not in sentence.content else first


_DEEDS = {
    "wanted": _wanted,
    "held": _held,
    "treated": _treated,
    "claimed": _claimed,
    "imagined": _imagined,
    "undecided": _undecided,
    "nearly": _nearly,
    "bidden": bidden,
}


def _as_fact(text: Analysed, sentence: Analysed, mark: Mark, deed: int) -> bool:
    """Whether the text has the deed, with no word that keeps it from being one."""
    places = [i for i, t in enumerate(text.tokens) if t.kind == "word" and alike(t, sentence.tokens[deed])]
    places = [i for i in places if i == 0 or text.tokens[i - 1].low not in ("to", "zu")]
    if mark.kind == "treated":
        places = [i for i in places if any(_is(text, j) for j in range(max(0, i - 3), i))]
    governor = sentence.tokens[mark.start]
    if not places or any(own.kind == mark.kind for own in marks(text, text.words.unreal)):
        return False
    if any(alike(governor, token) for token in text.tokens if token.kind == "word") and mark.kind != "imagined":
        return False
    return not any(_holds(text, op, i) for op in text.operators for i in places)


def _is(text: Analysed, index: int) -> bool:
    word = text.tokens[index].text.casefold()
    return any(word in text.words.moods.get(name, ()) for name in ("be", "past"))


def _holds(text: Analysed, op: Operator, place: int) -> bool:
    """In the clause of the deed, and not it itself; "the plan" is spoken of, not planned."""
    if op.name not in _HOLDING or op.at == place or (op.at and text.tokens[op.at - 1].low in text.words.determiners):
        return False
    between = range(min(op.at, place) + 1, max(op.at, place))
    reached = op.at < place and place in op.scope
    return reached or not any(ends_clause(text, i) for i in between)


def _elsewhere(sentence: Analysed, deed: int, cited: Sequence[Analysed]) -> bool:
    """Whether the sentences also have the word at another place."""
    return any(
        alike(token, sentence.tokens[deed])
        for s in cited
        for i, token in enumerate(s.tokens)
        if token.kind == "word" and not (s is sentence and i == deed)
    )
