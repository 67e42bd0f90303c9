"""A reading as a file to take away, in the forms of `read --csv`, `--json`, `--markdown` and `--jsonld`."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.claims.reading import Report
from bot.reply.catalogue import Words
from bot.reply.compose import heading_of
from bot.reply.lines import to_json
from bot.reply.linkeddata import to_jsonld
from bot.reply.markdown import to_markdown
from bot.reply.plain import inner, shorten
from bot.reply.spreadsheet import to_csv

_BOM: Final = "\ufeff"
"""Without it Excel takes UTF-8 for something else and garbles every name."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file: its name, what it is called among people, and its bytes."""

    name: str
    title: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """One form of export: how a file's name ends, and how its text is made."""

    ending: str
    write: Callable[[Report, Words], str]


FORMS: Final[Mapping[str, Form]] = {
    "csv": Form("csv", lambda report, words: _BOM + to_csv(report, words)),
    "json": Form("json", lambda report, _: to_json(report) + "\n"),
    "markdown": Form("md", to_markdown),
    "jsonld": Form("jsonld", lambda report, _: to_jsonld(report)),
}
"""By the word that asks for it."""


def export(report: Report, form: str, words: Words) -> Export:
    """The whole reading, nothing left out."""
    made = FORMS[form]
    title = heading_of(report.article, words)
    body = made.write(report, words).encode("utf-8", "replace")
    return Export(f"{_slug(title)}.{made.ending}", words("export.title", title=inner(title)), body)


def _slug(title: str) -> str:
    """Letters and figures of any script, joined by hyphens, as file systems bear them."""
    plain = unicodedata.normalize("NFC", title)
    words = re.findall(r"[^\W_]+", plain)
    return "-".join(["claims", *shorten(" ".join(words), 60).rstrip("…").lower().split()])
