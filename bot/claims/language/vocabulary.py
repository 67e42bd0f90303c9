"""Lists that single checks ask for; what each is for stands above it in the data files."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from bot.claims.language.wordlists import word_set


@dataclass(frozen=True)
class Vocabulary:
    """Folded words of one language; empty where it needs none."""

    telling: frozenset[str]
    wanting: frozenset[str]
    planning: frozenset[str]
    declining: frozenset[str]
    denying: frozenset[str]
    opposing: frozenset[str]
    announcing: frozenset[str]
    agreeing: frozenset[str]
    judging: frozenset[str]
    controlling: frozenset[str]
    facing: frozenset[str]
    penalties: frozenset[str]
    accusations: frozenset[str]
    anaphors: frozenset[str]
    rumours: frozenset[str]
    partaking: frozenset[str]
    light: frozenset[str]
    conducting: frozenset[str]
    undergoing: frozenset[str]
    befalling: frozenset[str]
    receiving: frozenset[str]
    giving: frozenset[str]
    failing: frozenset[str]
    particles: frozenset[str]
    objects: frozenset[str]
    existing: frozenset[str]
    none: frozenset[str]
    later: frozenset[str]
    thereupon: frozenset[str]
    once: frozenset[str]
    moments: frozenset[str]
    sides: frozenset[str]
    parts: frozenset[str]
    more: frozenset[str]
    others: frozenset[str]
    measured: frozenset[str]
    comparing: frozenset[str]
    limits: frozenset[str]
    lacking: frozenset[str]
    emphatic: frozenset[str]
    limiting: frozenset[str]
    placing: frozenset[str]
    where: frozenset[str]
    modals: frozenset[str]
    brackets: frozenset[str]
    achieved: frozenset[str]
    accusative: frozenset[str]
    adverbs: frozenset[str]
    anew: frozenset[str]
    homographs: frozenset[str]
    proving: frozenset[str]
    crediting: frozenset[str]
    managing: frozenset[str]
    until: frozenset[str]
    was: frozenset[str]
    are: frozenset[str]
    among: frozenset[str]
    access: frozenset[str]
    whom: frozenset[str]
    clearing: frozenset[str]
    convicting: frozenset[str]
    charged: frozenset[str]
    topmost: frozenset[str]
    ever: frozenset[str]
    serving: frozenset[str]
    they: frozenset[str]
    including: frozenset[str]
    one: frozenset[str]
    definite: frozenset[str]
    camps: frozenset[str]
    siding: frozenset[str]
    differing: frozenset[str]


def vocabulary(data: Mapping[str, str]) -> Vocabulary:
    """Of the table `vocabulary` of a data file."""
    return Vocabulary(**{field.name: word_set(data.get(field.name, "")) for field in fields(Vocabulary)})
