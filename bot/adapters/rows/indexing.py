"""What a reading will be found under: made of its words at the bench, which takes longer than to write it down."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter

from bot.adapters.processes.bench import Work
from bot.adapters.rows.texts import fingerprint, storable
from bot.claims.grammar.sameness import language_of, statement
from bot.claims.grammar.terms import likely
from bot.claims.mentions import Mention, mentions
from bot.claims.reading import Report
from bot.turnstile import SOON


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is to be indexed; it goes to a process of the bench."""

    team: str
    report: Report


@dataclass(frozen=True, slots=True)
class Indexed:
    """A mention: the words it is found under, as the index takes them, and the groups of words that claims like it share.

    Of a claim also what a `Statement` has, so that whoever asked need not analyse it.
    """

    kind: Literal["claim", "denial"]
    item: str
    text: str
    terms: str
    keys: tuple[int, ...] = ()
    plain: str = ""
    bag: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()

    def row(self, team: str, reading_id: str) -> dict[str, Any]:
        about = {"team": team, "reading_id": reading_id, "kind": self.kind, "item": self.item}
        return about | {"text": storable(self.text), "terms": self.terms, "likeness": json.dumps(self.keys)}


@cache
def indexing() -> Work[Inquiry, tuple[Indexed, ...]]:
    return Work("index", TypeAdapter(Inquiry), TypeAdapter(tuple[Indexed, ...]), _indexed, SOON)


def _indexed(asked: Inquiry) -> tuple[Indexed, ...]:
    return indexed(asked.team, asked.report)


def indexed(team: str, report: Report) -> tuple[Indexed, ...]:
    """Each mention of a reading."""
    language = language_of(report.article)
    return tuple(_of(team, mention, language) for mention in mentions(report.article, report.reading))


def _of(team: str, mention: Mention, language: str) -> Indexed:
    kind, item, text, terms = mention.kind, mention.item, mention.text, stored(team, mention.terms)
    if kind == "denial":
        return Indexed(kind, item, text, terms)
    said = statement(text, language)
    return Indexed(kind, item, text, terms, keys_of(team, text, language), said.plain, said.bag, said.values)


def stored(team: str, terms: Iterable[str]) -> str:
    """The words of a mention as the index takes them."""
    return " ".join(sorted(owned(team, terms)))


def owned(team: str, terms: Iterable[str]) -> list[str]:
    """Every word carries its workspace, so that no search walks through another's."""
    workspace = fingerprint(team)[:8]
    return [workspace + term for term in terms]


def keys_of(team: str, claim: str, language: str) -> tuple[int, ...]:
    """What fits a signed 64-bit column, one for each group of the claim's words."""
    return tuple(_key(team, group) for group in likely(claim, language))


def _key(team: str, group: Iterable[str]) -> int:
    told = "\0".join([team, *sorted(group)]).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(told, digest_size=8).digest(), signed=True)
