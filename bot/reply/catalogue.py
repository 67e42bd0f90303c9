"""The catalogue: every string that people read, one file for each language in `reply/words`."""

import string
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final

LANGUAGES: Final = ("en", "de", "fr", "es")
"""Languages with a complete catalogue; the first stands in for every other."""

Value = str | int | float


class Words:
    """The strings of one language, looked up by dotted key: `words("counts.claims", n=9)`.

    A string has `{placeholders}`; a table with `one` and `other` is chosen from by `n`; a list holds
    variants, the first of which that needs nothing unknown is said. Raises KeyError for an unknown key,
    and for a placeholder that nobody filled.
    """

    def __init__(self, language: str, tables: Mapping[str, Any]) -> None:
        self.language = language
        self._tables = tables

    def __call__(self, key: str, /, **about: Value) -> str:
        return _variant(self._form(self._find(key), about), about).format_map(about)

    def __contains__(self, key: str) -> bool:
        try:
            self._find(key)
        except KeyError:
            return False
        return True

    def of_operator(self) -> "Words":
        """The same for who runs us on the command line: they are not sent to themselves for help, and have nothing to press."""
        said = {"error": "operator", "note": "operator_note", "answer": "operator_answer"}
        return Words(
            self.language,
            {**self._tables, **{table: self._tables[table] | self._tables[own] for table, own in said.items()}},
        )

    def names(self, key: str) -> Sequence[str]:
        """A list that is one as such: the months."""
        found = self._find(key)
        return [str(item) for item in found]

    def strings(self) -> Mapping[str, Any]:
        """Every dotted key with what stands under it, for checks."""
        return {f"{table}.{name}": value for table, rows in self._tables.items() for name, value in rows.items()}

    def join(self, items: Sequence[str]) -> str:
        """ "a", "a and b", "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        head = items[0]
        for item in items[1:-1]:
            head = self("join.list", a=head, b=item)
        return self("join.pair", a=head, b=items[-1])

    def _find(self, key: str) -> Any:
        table, _, name = key.partition(".")
        return self._tables[table][name]

    def _form(self, found: Any, about: Mapping[str, Value]) -> Any:
        if not isinstance(found, Mapping):
            return found
        n = abs(about["n"]) if isinstance(about.get("n"), int | float) else 2  # type: ignore[arg-type]  # checked beside
        singular = n < 2 if self.language == "fr" else n == 1
        return found["one" if singular else "other"]


@lru_cache(maxsize=2048)
def placeholders(text: str) -> frozenset[str]:
    """The names in braces of a string of the catalogue."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


def _variant(found: Any, about: Mapping[str, Value]) -> str:
    variants = [found] if isinstance(found, str) else list(found)
    for variant in variants:
        if placeholders(variant) <= about.keys():
            return str(variant)
    return str(variants[-1])


@cache
def _load(language: str) -> Words:
    file = resources.files("bot.reply") / "words" / f"{language}.toml"
    return Words(language, tomllib.loads(file.read_text(encoding="utf-8")))


def words(language: str | None) -> Words:
    """The catalogue for a language tag ("de", "de-AT", None); English where there is none."""
    primary = (language or "").replace("_", "-").split("-")[0].lower()
    return _load(primary if primary in LANGUAGES else LANGUAGES[0])
