"""Comparison: what is wrong with a text by the sentences it cites, in their own words or in others that say the same."""

from collections.abc import Iterator
from dataclasses import replace

from bot.claims.grammar.evidence import Analysed, Evidence
from bot.claims.grammar.names import name_problems
from bot.claims.people.bearers import bearer_problems
from bot.claims.people.officers import spoken_for
from bot.claims.people.possessors import possessor_problems
from bot.claims.people.tellers import telling
from bot.claims.plainrules import SIDES, TURNS, by
from bot.claims.rules.agents import agent_problems
from bot.claims.rules.alignment import aligned
from bot.claims.rules.alternatives import alternative_problems
from bot.claims.rules.bystanders import bystander_problems
from bot.claims.rules.crossings import crossing_problems
from bot.claims.rules.doers import doer_problems
from bot.claims.rules.edits import edit_problems
from bot.claims.rules.nominatives import nominative_problems
from bot.claims.rules.owners import owner_problems
from bot.claims.rules.paired import paired_problems
from bot.claims.rules.preverbal import preverbal_problems
from bot.claims.rules.quantities import quantity_problems
from bot.claims.rules.retelling import retellings
from bot.claims.rules.roles import role_problems
from bot.claims.rules.speakers import speaker_problems
from bot.claims.rules.spokenof import spoken_of_problems
from bot.claims.rules.subjects import subject_problems
from bot.claims.rules.substitutions import substitution_problems
from bot.claims.rules.turns import turn_problems
from bot.claims.rules.unproven import disproved_problems, unproven_problems
from bot.claims.rules.wording import points_back, word_problems


def who_is_who(held: Evidence, introducing: tuple[Analysed, ...]) -> tuple[Analysed, ...]:
    """The sentences that tell who is who."""
    return (*held.near, *held.earlier, *introducing, *held.topical)


class Comparison:
    """Of texts against one evidence, in its own words or in others that say the same."""

    def __init__(self, held: Evidence, names: tuple[str, ...], *, denied: bool, attributed: bool = False) -> None:
        self._held = held
        self._names = names
        self._attributed = attributed or bool(names)
        self._denied = denied

    def problems(self, own: Analysed) -> list[str]:
        """What is wrong by the sentences' own words, if something is by all others too."""
        turned, parties = [*self._turned(own, self._held, self._held)], [*self._parties(own, self._held)]
        if not turned and not parties:
            return self._displaced(own)
        return [] if self._retold(own, turned=bool(turned)) else turned + parties

    def stands(self, own: Analysed) -> bool:
        """Whether nothing is wrong, which shows with the first that is."""
        turned = _any(self._turned(own, self._held, self._held))
        if turned or _any(self._parties(own, self._held)):
            return self._retold(own, turned=turned)
        return not self._displaced(own)

    def _retellings(self, own: Analysed) -> Iterator[tuple[Evidence, Evidence]]:
        return retellings(self._held, own.text, accused=self._attributed or bool(telling(own)))

    def _displaced(self, own: Analysed) -> list[str]:
        """What is wrong where nothing is by any other rule: single words, and two that have changed places."""
        return self._edited(own, self._held) + crossing_problems(own, next(self._retellings(own))[1].cited)

    def _retold(self, own: Analysed, *, turned: bool) -> bool:
        """Whether it stands by other words that say the same; `turned`: by the sentences' own, more is wrong than who is who."""
        for plain, named in self._retellings(own):
            unsaid = not turned and plain is self._held
            if self._stands(own, plain, named, turned=not unsaid and _any(self._turned(own, plain, named))):
                return True
        return False

    def _stands(self, own: Analysed, plain: Evidence, named: Evidence, *, turned: bool) -> bool:
        """Whether the text says what is told plainly, of those who are named; `turned`: something is wrong with the first."""
        alone = len(named.cited) == 1
        if turned and (alone or telling(own)):
            return False
        if turned:
            places = aligned(own, named.cited)
            rest = replace(plain, numbers=tuple(named.numbers[i] for i in places))
            if not 0 < len(places) < len(named.cited) or _any(self._turned(own, rest, rest)):
                return False
        elif _any(self._parties(own, named, uttered=False)) and not (
            (alone or not telling(own)) and aligned(own, named.cited)
        ):
            return False
        return not self._edited(own, named)

    def _introducing(self, own: Analysed, held: Evidence) -> tuple[Analysed, ...]:
        return held.introducing((*self._names, *own.names))

    def _edited(self, own: Analysed, held: Evidence) -> list[str]:
        """What is wrong where nothing else was found."""
        return edit_problems(own, held.cited, who_is_who(held, self._introducing(own, held)))

    def _turned(self, own: Analysed, held: Evidence, named: Evidence) -> Iterator[str]:
        """What is told of whom aside: how much, when, and how firmly. What a number counts may only be pointed at: `named`."""
        if quantity_problems(own, held.near):
            yield from quantity_problems(own, (*held.near, *named.cited))
        yield from turn_problems(own, held.cited, held.near, denied=self._denied, attributed=self._attributed)
        known = who_is_who(held, self._introducing(own, held))
        yield from nominative_problems(own, held.cited, known)
        yield from preverbal_problems(own, held.cited, known)
        if not self._denied:
            yield from by(
                (paired_problems, unproven_problems, disproved_problems, alternative_problems), own, held.cited
            )
        yield from by(TURNS, own, held.cited)

    def _parties(self, own: Analysed, held: Evidence, *, uttered: bool = True) -> Iterator[str]:
        """Who does, says and is what."""
        introducing = self._introducing(own, held)
        known = who_is_who(held, introducing)
        yield from word_problems(own, held, introducing)
        yield from bearer_problems(own.text, held)
        yield from possessor_problems(own.text, held)
        yield from agent_problems(own, held.cited, known)
        yield from doer_problems(own, held.cited, known)
        yield from owner_problems(own, held.cited, known)
        yield from name_problems(own, held.cited, known, held.article.text, self._names)
        yield from speaker_problems(own, held.cited, known, self._names, uttered=uttered)
        yield from subject_problems(own, held.cited, known)
        yield from spoken_of_problems(own, held.cited, (*held.cited, *known))
        yield from bystander_problems(own, held.cited, known)
        yield from substitution_problems(own, held.cited, known)
        told = (*held.cited, *held.earlier[:1]) if any(map(points_back, held.cited)) else held.cited
        speakers = (*self._names, *spoken_for(held, known))
        yield from by(SIDES, own, held.cited)
        yield from role_problems(own, told, held.earlier, known, speakers)


def _any(problems: Iterator[str]) -> bool:
    return next(problems, None) is not None
