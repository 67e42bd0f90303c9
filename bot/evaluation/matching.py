"""Whether two names mean the same source.

The rule, strict enough to be honest:

* names are compared as folded words: case, accents, punctuation, possessive endings, articles, titles ("Mr", "Sen.",
  "President") and brackets ("(R-IN)") do not count; what follows the first comma is a description and does not count either;
* two names match when the words of the shorter one all occur in the longer one, and the last word of a person's name is
  among them: "Mr Kim" and "Kim Yong-hyun" match, "Ayesha Curry" and "Stephen Curry" do not;
* an acronym matches the name whose capitals it takes: "ACT" and "African Communities Together";
* for bodies, documents and groups, whose names are descriptions, half of the words of the shorter one must be shared, at
  least one of them a word that is no mere label ("report", "officials", "department");
* no name matches only no name, except that a group or person without a name may be called by its description.
"""

import re
from collections.abc import Iterable

from bot.article.spelling import folded_name

_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "sen",
        "rep",
        "gov",
        "gen",
        "lt",
        "col",
        "sgt",
        "capt",
        "prof",
        "rev",
        "hon",
        "president",
        "senator",
        "governor",
        "minister",
        "secretary",
        "judge",
        "justice",
        "mayor",
        "general",
        "colonel",
        "captain",
        "professor",
        "doctor",
        "director",
        "chairman",
        "chairwoman",
        "jr",
        "sr",
        "former",
        "republican",
        "democrat",
        "democratic",
        "spokesman",
        "spokeswoman",
        "spokesperson",
    ]
)
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "in",
        "at",
        "on",
        "and",
        "to",
        "from",
        "by",
        "with",
        "its",
        "his",
        "her",
        "their",
        "this",
        "that",
        "some",
        "s",
    ]
)
_LABELS = frozenset(
    [
        "report",
        "reports",
        "study",
        "survey",
        "poll",
        "data",
        "document",
        "documents",
        "official",
        "officials",
        "department",
        "agency",
        "company",
        "group",
        "people",
        "city",
        "county",
        "state",
        "members",
        "member",
        "school",
        "police",
        "office",
        "statement",
    ]
)
_BRACKET = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
_WORD = re.compile(r"[^\W_]+")


def same(one: str | None, other: str | None) -> bool:
    """Whether two names match by the rule of this module; None matches only None."""
    if one is None or other is None:
        return one is other
    first, second = words(one), words(other)
    if not first or not second:
        return folded_name(one) == folded_name(other)
    short, long = sorted((first, second), key=len)
    if set(short) <= set(long) and (short[-1] == long[-1] or len(short) == 1 or short[-1] in long):
        return not _other_first_name(short, long)
    return _acronym(one, second) or _acronym(other, first) or _described(short, long)


def _other_first_name(short: list[str], long: list[str]) -> bool:
    return len(short) > 1 and len(long) == len(short) and set(short) != set(long)


def _described(short: list[str], long: list[str]) -> bool:
    """Shared words of two descriptions; personal names of two words share a surname without being the same."""
    shared = {_singular(word) for word in short} & {_singular(word) for word in long}
    telling = shared - {_singular(label) for label in _LABELS}
    if len(short) <= 2 and len(long) <= 2:
        return len(shared) == len(short)
    return bool(telling) and 2 * len(shared) >= len(set(short)) and len(shared) > 1


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _acronym(name: str, other: list[str]) -> bool:
    letters = name.replace(".", "").strip()
    letters = letters.removeprefix("the ").removeprefix("The ")
    return letters.isupper() and len(letters) > 1 and letters.casefold() == "".join(word[0] for word in other)


def words(name: str) -> list[str]:
    """What counts of a name, in order."""
    bare = _BRACKET.sub(" ", folded_name(name))
    head = bare.split(",")[0] if bare.split(",")[0].strip() else bare
    found = [word for word in _WORD.findall(head.replace("'s", " ")) if word not in _EMPTY]
    kept = [word for word in found if word not in _TITLES]
    return kept or found


def any_same(names: Iterable[str | None], others: Iterable[str | None]) -> bool:
    """Whether one of the names matches one of the others."""
    others = list(others)
    return any(same(name, other) for name in names for other in others)
