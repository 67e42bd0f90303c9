"""Mood and time of a verb, told by the auxiliaries of its group: "may close", "will close", "has closed", "to close"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.claims.grammar.counterparts import counterparts
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import auxiliary_forms, is_verb
from bot.claims.language.smallwords import AND, OR
from bot.claims.language.stops import ALL_STOPS
from bot.claims.language.token import Token

_FARTHEST = 7  # words between a verb and the first auxiliary of its group
_COMPARING = frozenset({"als", "wie"})
_OPENING_MARKS = frozenset('"“«')  # as of "was “removed”"
_SHORTEST = 3
_NO = ("\0",)
# By the ending, where no auxiliary stands before.
_FUTURE = {"fr": ("ra", "ront"), "es": ("rá", "rán")}
_PAST = {"en": ("ed",), "es": ("aron", "ieron", "ó")}
_MODAL = frozenset({"may", "can", "could", "should", "must"})
_JOINTS = AND | OR

_REPORTED = "is only reported"

# (in the restatement, in the article)
_CONFLICTS = (
    ("done", "future", "is still to come"),
    ("future", "done", "is done"),
    ("present", "future", "is still to come"),
    ("future", "present", "holds now"),
    ("unreal", "done", "is done"),
    ("unreal", "may", "is only possible"),
    ("done", "hearsay", _REPORTED),
    ("present", "hearsay", _REPORTED),
    ("can", "may", "is only possible"),
    ("future", "may", "is only possible"),
    ("future", "could", "is only possible"),
    ("must", "should", "is only advised"),
)


def mood_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each verb that the text tells as done and its sentences as to come, or the other way round, or
    as certain and they as possible."""
    found: list[str] = []
    for i in text.content:
        token = text.tokens[i]
        mine = mood(text, i) if token.first or not token.capital else frozenset[str]()
        theirs = (
            [mood(s, j) for s, j in counterparts(text, i, cited) if not _tells(s.tokens[j], token, s, mine)]
            if mine
            else []
        )
        problem = _conflict(mine, theirs, text.words.language) if theirs else None
        if problem == _REPORTED and "reported" in text.classes():
            continue  # "supuestamente vendió" for "habría vendido"
        if problem:
            found.append(f"{token.text!r} {problem} in its sentences.")
    return list(dict.fromkeys(found))


def _tells(theirs: Token, token: Token, sentence: Analysed, mine: frozenset[str]) -> bool:
    """ "Said" is no counterpart of what "would be announced"."""
    return "future" in mine and theirs.low in sentence.words.reporting and theirs.stem != token.stem


def _conflict(mine: frozenset[str], theirs: Sequence[frozenset[str]], language: str) -> str | None:
    """What every place says otherwise. German says what is to come by the present."""
    for a, b, problem in _CONFLICTS:
        either = language == "de" and {a, b} == {"present", "future"}
        if not either and a in mine and all(b in moods and a not in moods for moods in theirs):
            return problem
    return None


@lru_cache(maxsize=2048)
def mood(text: Analysed, index: int) -> frozenset[str]:
    """Of `future`, `done`, `present`, `unreal`, `hearsay`, `may`, `can`, `should`, `must`; empty where the form tells nothing."""
    forms = text.words.moods
    chain = [form(text.tokens[k]) for k in _chain(text, index)]
    classes = {name for name, members in forms.items() for low in chain if low in members}
    labels = classes & _MODAL - ({"can"} if classes & {"may", "could", "should", "must"} else set())
    if "hearsay" in classes:
        return frozenset({"hearsay"})
    if "to" in classes or labels or _going(text, index):
        return frozenset(labels)
    if "future" in classes:
        return frozenset({"unreal" if classes & {"perfect"} else "future"})
    if classes & {"perfect", "past"}:
        return frozenset({"done"})
    if "be" in classes:
        return frozenset({"present"})
    if chain:
        return frozenset()
    return _inflected(text, index)


def _inflected(text: Analysed, index: int) -> frozenset[str]:
    """By the verb's own form, or that of the one it is joined to: "would isolate residents and hurt trade"."""
    token, language = text.tokens[index], text.words.language
    low = form(token)
    if len(low) > _SHORTEST and low.endswith(_FUTURE.get(language, _NO)):
        return frozenset({"future"})
    if not is_verb(text, index):
        return frozenset()
    if len(low) > _SHORTEST and low.endswith(_PAST.get(language, _NO)):
        return frozenset({"done"})
    if index and text.tokens[index - 1].low in _JOINTS:
        earlier = next((k for k in range(index - 2, max(-1, index - _FARTHEST - 1), -1) if is_verb(text, k)), None)
        return mood(text, earlier) if earlier is not None else frozenset()
    return frozenset({"done"}) if token.low in text.words.past else frozenset()


def _going(text: Analysed, index: int) -> bool:
    """ "was suspending": under way, or soon to be."""
    return text.words.language == "en" and text.tokens[index].low.endswith("ing")


def form(token: Token) -> str:
    """With its accents: "würde" is not "wurde"."""
    return token.text.casefold()


def _chain(text: Analysed, index: int) -> Iterator[int]:
    every = auxiliary_forms(text.words)
    if text.words.language == "de":
        yield from (k for k in _clause(text, index) if form(text.tokens[k]) in every)
        return
    passed = text.words.vocabulary.adverbs | _OPENING_MARKS
    for k in range(index - 1, max(-1, index - _FARTHEST), -1):
        low = form(text.tokens[k])
        if low in every:
            yield k
        elif not (text.tokens[k].low in passed or low.endswith(("ly", "ment", "mente"))):
            return


def _clause(text: Analysed, index: int) -> Iterator[int]:
    ends = ALL_STOPS | text.words.links - _COMPARING
    for step in (-1, 1):
        k = index + step
        while 0 <= k < len(text.tokens) and text.tokens[k].low not in ends:
            yield k
            k += step
