"""The names of an article: which full name a short one stands for."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from bot.article.spelling import folded_name

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, folded for comparison."""
    return tuple(_WORD.findall(folded_name(name).replace("'s", "")))


@dataclass
class Names:
    """The names of one article, verbatim. A short form stands for the full one that appears first.

    `gender` is what stands beside the full names, `styled` what titles tell before the short ones: that "Ms Craske" is no man.
    """

    people: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    gender: dict[str, str] = field(default_factory=dict)
    styled: dict[str, str] = field(default_factory=dict)
    _by_last: dict[str, str] = field(default_factory=dict)
    _by_first: dict[str, str] = field(default_factory=dict)
    _sharing: dict[str, list[str]] = field(default_factory=dict)
    _short: dict[str, str] = field(default_factory=dict)

    def add_person(self, name: str, gender: str | None = None) -> None:
        """`gender` is "f", "m" or None for unknown; the first one known stays."""
        parts = words(name)
        if gender:
            self.gender.setdefault(name, gender)
        if name in self.people or not parts:
            return
        self.people.add(name)
        self._sharing.setdefault(parts[-1], []).append(name)
        last = parts[-2] if parts[-1] in ("jr", "sr", "ii", "iii", "iv") and len(parts) > 2 else parts[-1]
        self._by_last.setdefault(last, name)
        self._by_first.setdefault(parts[0], name)
        if "-" in name:
            self._by_last.setdefault(folded_name(name.rsplit(maxsplit=1)[-1]), name)

    def add_body(self, name: str, short: str | None = None) -> None:
        self.bodies.add(name)
        if short:
            self._short.setdefault(short.casefold(), name)
        initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
        if len(initials) > 2:
            self._short.setdefault(initials.casefold(), name)

    def person(self, name: str) -> str | None:
        """The full name that a surname, a first name or a fuller variant stands for."""
        parts = words(name)
        if not parts or name in self.bodies:
            return None
        if folded_name(name) in self._by_last:
            return self._by_last[folded_name(name)]
        if len(parts) == 1:
            return self._by_last.get(parts[0]) or self._by_first.get(parts[0])
        full = self._by_last.get(parts[-1])
        if full and (words(full)[0] == parts[0] or words(full)[0][0] == parts[0]):
            return full
        # Korean, Chinese and Spanish names begin or go on with the family name.
        full = self._by_last.get(parts[0])
        return name if name in self.people else full if full and set(parts) <= set(words(full)) else None

    def namesake(self, known: str, gender: str) -> str:
        """Who shares the surname of `known` and may be of this gender, where `known` is not: "Mme Castagnac"."""
        if self.gender.get(known, gender) == gender and known in self.gender:
            return known
        others = self.bearers(known)
        told = next((name for name in others if self.gender.get(name) == gender), None)
        return told or next((name for name in others if self.gender.get(name, gender) == gender), known)

    def bearers(self, name: str) -> list[str]:
        """The full names that end as this one does."""
        return sorted(self._sharing.get(words(name)[-1], ())) if words(name) else []

    def body(self, name: str) -> str | None:
        return self._short.get(name.casefold())
