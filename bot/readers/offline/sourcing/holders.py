"""Holders of offices: who "the defence minister" is, and "el alcalde"."""

from collections.abc import Mapping
from functools import cached_property

from bot.article.spelling import folded_name
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.naming.phrase import noun_of
from bot.readers.offline.sourcing.roll import Known, Roll
from bot.readers.offline.text import fullnames, offices


class Holders:
    """Looks up in the roll who holds an office."""

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._passage = roll.passage
        self._language = roll.passage.language

    def by_role(self, mention: Mention) -> Known | None:
        """ "the defence minister" is the person introduced with these words."""
        wanted = set(fullnames.words(mention.described or ""))
        holding = self._roll.holding(noun_of(mention.described or "", self._language))
        return next((known for known in holding if len(wanted & known.roles) >= min(2, len(wanted))), None)

    def in_office(self, mention: Mention, n: int, noun: str) -> Known | None:
        """ "El alcalde", "el edil": the one person before whose name the article has put this office, also where they have not
        spoken yet: "un primo del alcalde, Rogelio Ibarra"."""
        ordered = self._language.noun_first or self._language.capital_nouns or self._language.is_title(noun)
        before = (mention.described or "").split()[:-1]
        before = (
            before[1:] if before and before[0].lower() in self._language["grammar.definite"] else before
        )  # "ce médecin"
        qualified = before and not (self._language.capital_nouns and all(word[0].islower() for word in before))
        if not ordered or not self._roll.is_definite(mention) or qualified:
            return None  # "die parteilose Rathauschefin" holds the office, "el alcalde de Brive" another one
        alike = self._alike.get(noun, {noun})
        held = {name for office in alike for place, name in self._held.get(office, ()) if place < mention.start}
        if len(held) != 1:
            return None
        person = held.pop()
        return self._roll.named(Mention(mention.start, mention.end, person, "person", role=noun, described=person), n)

    @cached_property
    def _alike(self) -> Mapping[str, set[str]]:
        """The nouns for one office, by each of them."""
        fields = [set(map(folded_name, entry.split(":"))) for entry in self._language["sources.offices"]]
        return {noun: field for field in fields for noun in field}

    @cached_property
    def _held(self) -> Mapping[str, list[tuple[int, str]]]:
        """Place and name of everybody named right behind an office, by its noun."""
        found: dict[str, list[tuple[int, str]]] = {}
        for place, n, name in self._roll.people:
            office = offices.before(self._passage.lines[n - 1].tokens, place, self._language)
            nouns = {office, self._language.noun(office)} if office else set()  # "minister" of "verkehrsminister"
            for noun in nouns:
                found.setdefault(folded_name(noun), []).append((place, name))
        return found
