"""Kinds: which nouns are said of people, and which of companies, authorities, unions, clubs and institutions."""

import tomllib
from functools import cache
from importlib.resources import files

from bot.claims.language.verbatim import fold

BODIES = ("company", "authority", "union", "club", "institution")


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("bot.claims.grammar").joinpath("kinds.toml").read_text("utf-8"))


@cache
def listed(language: str, name: str) -> frozenset[str]:
    """The words of one list, folded; none for a language without lists."""
    return frozenset(fold(word) for word in _data().get(language, {}).get(name, "").split())


@cache
def sorts(language: str, noun: str) -> frozenset[str]:
    """What the noun (folded) may be said of: "person", or one or more sorts of bodies; nothing when it is not known."""
    low = noun.removesuffix("s") if language == "en" and noun not in listed("en", "union") else noun
    found = {kind for kind in ("person", *BODIES) if {noun, low} & listed(language, kind)}
    if not found and language == "de":
        found = {
            kind
            for kind in ("person", *BODIES)
            if any(noun.endswith(w) for w in listed("de", kind) if len(w) > 4 or w == "chef")
        }
    if not found and language == "de" and noun.endswith("s") and noun[:-1] != noun:
        found = set(sorts(language, noun[:-1]))  # "des Unternehmens"
    if not found and low.endswith("maker"):
        found = {"company"}
    return frozenset(found)


@cache
def named_sorts(language: str, words: tuple[str, ...]) -> frozenset[str]:
    """What a name tells of its bearer: "Northern Transit Union" is a union, "Kestrel Foods" a company."""
    if language == "en" and len(words) > 1 and words[-1].endswith("s") and sorts(language, words[-1]) == {"person"}:
        return frozenset({"union"})  # "United Tramway Workers"
    found: set[str] = set()
    for word in words:
        found |= sorts(language, word) - {"person"}
        if word in listed(language, "names") | listed("en", "names"):
            found.add("company")
    return frozenset(found)


@cache
def feminine(language: str, noun: str) -> bool | None:
    """What a noun for a person tells of that one's gender."""
    if noun in listed(language, "feminine"):
        return True
    if noun in listed(language, "masculine"):
        return False
    if "person" not in sorts(language, noun):
        return None
    if language == "de":
        return noun.endswith("in") if noun.endswith(("in", "er", "or", "ent", "ist", "chef", "loge", "wirt")) else None
    if language == "fr":
        return (
            True
            if noun.endswith(("trice", "euse", "ere", "ienne"))
            else False
            if noun.endswith(("teur", "ien"))
            else None
        )
    if language == "es":
        return (
            True if noun.endswith("a") and not noun.endswith("ista") else False if noun.endswith(("o", "or")) else None
        )
    return None


@cache
def counterparts(language: str, noun: str) -> frozenset[str]:
    """The nouns (folded) for a person of the other sex who is otherwise the same: "conductora" of "conductor"."""
    if sorts(language, noun) - {"person"}:
        return frozenset()  # "la constructora", a company
    pairs = [pair.split(":") for pair in listed(language, "endings")]
    return frozenset(noun.removesuffix(a) + b for pair in pairs for a, b in (pair, pair[::-1]) if noun.endswith(a))


@cache
def _first_names() -> dict[str, bool | None]:
    data = tomllib.loads(files("bot.claims.grammar").joinpath("firstnames.toml").read_text("utf-8"))
    told = {"feminine": True, "masculine": False, "either": None}
    return {name: told[kind] for kind, names in data.items() for name in names.split()}


def listed_name(first: str) -> bool:
    """Whether the lists have this first name (folded)."""
    return first in _first_names()


def feminine_name(first: str) -> bool | None:
    """What a first name (folded) tells of its bearer's gender, by lists and, where none has it, by its last letter."""
    if first in _first_names() or not first.endswith(("a", "o")):
        return _first_names().get(first)
    return first.endswith("a")
