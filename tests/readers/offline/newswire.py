"""Sentences of newspapers, each an article of its own, with what is to be read in it."""

import tomllib
from pathlib import Path
from typing import Any

from bot.claims.form import Form, SourceForm
from bot.readers.offline.reader import draft
from tests.claims.articles import article_of_lines

_ARTICLES = ("le ", "la ", "les ", "l'", "l’", "un ", "une ", "des ", "el ", "los ", "las ", "una ", "unos ", "unas ")


def sentences(name: str) -> list[dict[str, Any]]:
    """The sentences of the file `name` beside this one."""
    found: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))["sentence"]
    return found


def misread(told: dict[str, Any]) -> str | None:
    """What is wrong with the reading of a sentence; None where all is right."""
    form = draft(article_of_lines(told["text"], told["language"])).form
    shown = f"{form.sources} {form.claims} {form.denials}"
    speaking = [source for source in form.sources if any(source.id in one for one in _spoken(form))]
    if "names" not in told:
        return f"nobody speaks: {shown}" if form.claims or form.denials else None
    if len(speaking) != 1 or not _is(speaking[0], told):
        return f"not the speaker: {shown}"
    if [denial.kind for denial in form.denials] != ([told["denial"]] if "denial" in told else []):
        return f"not the denial: {shown}"
    relays = [source.name for source in form.sources if any(source.id in claim.via for claim in form.claims)]
    return None if relays == ([told["via"]] if "via" in told else []) else f"not the relay: {shown}"


def _spoken(form: Form) -> list[list[str]]:
    return [claim.sources for claim in form.claims] + [denial.sources for denial in form.denials]


def _is(source: SourceForm, told: dict[str, Any]) -> bool:
    names = [_bare(name) for name in told["names"]]
    return (
        _bare(source.name or source.role or "") in names
        and source.kind in told["kinds"]
        and source.role == told.get("role", source.role)
        and source.count == told.get("count")
    )


def _bare(name: str) -> str:
    low = name.casefold().replace("’", "'")
    return next((low[len(article) :] for article in _ARTICLES if low.startswith(article)), low)
