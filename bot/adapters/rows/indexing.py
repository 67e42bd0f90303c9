"""What a reading will be found under: made of its words at the bench, which takes longer than to write it down."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bot.adapters.processes.bench import Work
from bot.adapters.rows.texts import fingerprint, storable
from bot.claims.grammar.terms import Alternatives
from bot.claims.mention import Mention
from bot.claims.mentions import mentions_of
from bot.claims.reading import Report
from bot.turnstile import SOON


@dataclass(frozen=True, slots=True)
class Indexed:
    """A mention as a workspace finds it: `terms` are its words as the index takes them, `keys` stand for the groups of words that
    claims like it share.
    """

    mention: Mention
    terms: str
    keys: tuple[int, ...]

    def row(self, team: str, reading_id: str) -> dict[str, Any]:
        about = {"team": team, "reading_id": reading_id, "kind": self.mention.kind, "item": self.mention.item}
        return about | {"text": storable(self.mention.text), "terms": self.terms, "likeness": json.dumps(self.keys)}


@cache
def indexing() -> Work[Report, tuple[Mention, ...]]:
    """Of what is read again, or was checked elsewhere."""
    return Work("index", TypeAdapter(Report), TypeAdapter(tuple[Mention, ...]), mentions_of, SOON)


def indexed(team: str, found: Iterable[Mention]) -> tuple[Indexed, ...]:
    """Each mention of a reading."""
    return tuple(Indexed(each, stored(team, each.terms), keys_of(team, each.like)) for each in found)


def stored(team: str, terms: Iterable[str]) -> str:
    """The words of a mention as the index takes them."""
    return " ".join(sorted(owned(team, terms)))


def owned(team: str, terms: Iterable[str]) -> list[str]:
    """Every word carries its workspace, so that no search walks through another's."""
    workspace = fingerprint(team)[:8]
    return [workspace + term for term in terms]


def keys_of(team: str, like: Alternatives) -> tuple[int, ...]:
    """What fits a signed 64-bit column, one for each group of the claim's words."""
    return tuple(_key(team, group) for group in like)


def _key(team: str, group: Iterable[str]) -> int:
    told = "\0".join([team, *sorted(group)]).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(told, digest_size=8).digest(), signed=True)
