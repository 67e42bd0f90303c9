"""The words by which the build of an English sentence is told."""

import tomllib
from dataclasses import dataclass, fields
from importlib.resources import files


@dataclass(frozen=True)
class Words:
    """Folded; what each list is for stands above it in the data file."""

    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    modal: frozenset[str]
    getting: frozenset[str]
    relative: frozenset[str]
    subordinate: frozenset[str]
    either: frozenset[str]
    joining: frozenset[str]
    pronouns: frozenset[str]
    reflexive: frozenset[str]
    nominative: frozenset[str]
    indefinite: frozenset[str]
    pointing: frozenset[str]
    determiners: frozenset[str]
    ordinal: frozenset[str]
    durations: frozenset[str]
    opening: frozenset[str]
    recent: frozenset[str]
    calling: frozenset[str]
    measures: frozenset[str]
    alone: frozenset[str]
    adverbs: frozenset[str]
    nouns_in_ly: frozenset[str]
    prepositions: frozenset[str]
    negating: frozenset[str]
    past_alone: frozenset[str]
    participles: frozenset[str]
    again: frozenset[str]
    several: frozenset[str]
    given: frozenset[str]
    judging: frozenset[str]
    places: frozenset[str]
    placing: frozenset[str]
    moved: frozenset[str]
    twofold: frozenset[str]
    definite: frozenset[str]
    possessive: frozenset[str]
    others: frozenset[str]
    whole: frozenset[str]
    quantifying: frozenset[str]
    arguing: frozenset[str]
    of_doers: frozenset[str]
    of_reached: frozenset[str]
    giving: frozenset[str]
    receiving: frozenset[str]
    letting: frozenset[str]
    bare_letting: frozenset[str]
    causing: frozenset[str]
    telling: frozenset[str]
    owning: frozenset[str]
    belonging: frozenset[str]
    aged: frozenset[str]

    @property
    def auxiliaries(self) -> frozenset[str]:
        return self.be | self.have | self.do | self.modal | self.getting


def _read() -> Words:
    data = tomllib.loads(files("bot.claims.frames").joinpath("words.toml").read_text("utf-8"))
    return Words(**{field.name: frozenset(data[field.name].split()) for field in fields(Words)})


WORDS = _read()
