"""A reading as JSON: for people to look at, or as one line."""

import json

from bot.article.characters import HALF_CHARACTER
from bot.claims.reading import Report


def to_json(report: Report) -> str:
    """The object of the contract `claims/1`, indented."""
    return "".join(map(_escaped, json.dumps(report.as_json(), ensure_ascii=False, indent=1)))


def to_jsonl(report: Report) -> str:
    """The object of the contract `claims/1`, without any line break within it, ending in one.

    Lone surrogates and the separators that some readers take for line breaks are written as escapes.
    """
    line = json.dumps(report.as_json(), ensure_ascii=False, separators=(",", ":"))
    return "".join(_escaped(char) for char in line) + "\n" if _odd(line) else line + "\n"


def _odd(line: str) -> bool:
    return any(char in line for char in "\x85\u2028\u2029") or HALF_CHARACTER.search(line) is not None


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if _odd(char) else char
