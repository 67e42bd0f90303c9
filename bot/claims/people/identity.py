"""Identity: whether two names, or a name and a description, may be one source."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from bot.claims.grammar.titles import titles
from bot.claims.language.verbatim import fold

_WORD = re.compile(r"[^\W_]+")


@cache
def _listed(name: str) -> frozenset[str]:
    data = tomllib.loads(files("bot.claims.people").joinpath("identity.toml").read_text("utf-8"))
    return frozenset(str(data[name]).split())


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """What counts of a name: no articles, no titles unless there is nothing else."""
    found = tuple(word for word in _WORD.findall(fold(text)) if word not in _listed("empty"))
    return tuple(word for word in found if word not in titles()) or found


@lru_cache(maxsize=4096)
def nouns(text: str) -> frozenset[str]:
    """What counts of a description: titles too, which are what a role consists of."""
    return frozenset(_singular(word) for word in _WORD.findall(fold(text)) if word not in _listed("empty"))


@lru_cache(maxsize=4096)
def same_name(one: str, other: str) -> bool:
    """One name is the other, a part of it, its capitals, or shares most of its words; two full names with one surname are
    two people."""
    a, b = words(one), words(other)
    if not a or not b:
        return fold(one) == fold(other)
    if apart(one, other):
        return False
    short, long = sorted((a, b), key=len)
    if set(short) <= set(long) or _letters(one) == _initials(b) or _letters(other) == _initials(a):
        return True
    shared = {_singular(word) for word in short} & {_singular(word) for word in long}
    return len(shared) > 1 and 2 * len(shared) >= len(set(short)) and bool(shared - _listed("labels"))


def apart(one: str, other: str) -> bool:
    """ "Mary Lund" and "Erik Lund"."""
    a, b = words(one), words(other)
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and not (set(a) <= set(b) or set(b) <= set(a))


def indefinite(description: str) -> bool:
    """ "an officer": nobody whom the article has named before."""
    return fold(description).split(" ", 1)[0] in _listed("indefinite")


def telling(description: str) -> frozenset[str]:
    """What is left of "a spokesman for the tea company" without the words that any body may be called by."""
    return nouns(description) - _listed("pointing")


def definite(description: str) -> bool:
    """ "the officer": somebody who was named before."""
    return fold(description).replace("'", " ").split(" ", 1)[0] in _listed("definite")


def owned(description: str) -> bool:
    """ "its lawyers", "their spokesman": those who speak for the body named before."""
    return fold(description).split(" ", 1)[0] in _listed("owning")


def without_apposed(sentence: str, role: str, names: Iterable[str]) -> str:
    """A folded sentence without the role where it stands right beside one of the names: "Lund, the captain," "captain Lund"."""
    for name in names:
        if name not in sentence:  # as nearly always: a crowd has many names
            continue
        own, called = re.escape(role), re.escape(name)
        sentence = re.sub(rf"\b{own},? {called}\b|\b{called}, (?:[^\W_]+ )?{own}\b", name, sentence)
    return sentence


def _letters(name: str) -> str | None:
    """ "ECB", "N.A.T.O."."""
    bare = name.replace(".", "").strip()
    return fold(bare) if bare.isupper() and len(bare) > 1 else None


def _initials(name: tuple[str, ...]) -> str:
    return "".join(word[0] for word in name)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word
