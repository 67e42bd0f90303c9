"""The own side of a source: who speaks for whom, and who may be one and the same under another name."""

from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from itertools import combinations

from bot.article.spelling import folded_name
from bot.readers.offline.naming.phrase import noun_of
from bot.readers.offline.text import fullnames, topic
from bot.readers.offline.text.language import Language

_COUNTED = 2  # words of "eleven nurses"
_INITIALS = 2  # characters of what is too short for a name
Called = Mapping[str, Sequence[str]]
"""The name, if there is one, and the description of each source by its id; ids are s1, s2, … in the order of the article."""


class OwnSide:
    """Of the sources of one article."""

    def __init__(self, called: Called, language: Language) -> None:
        self._called = called
        self._language = language

    def of(self, own: Set[str]) -> frozenset[str]:
        """Those who never deny what `own` say, nor are denied by them: an office and its holder, a firm and its head, "a judge"
        and the judge who is named later, the prosecutor and the indictment."""
        return frozenset[str]().union(*(self._pairs.get(id_, frozenset()) for id_ in own)) - own

    @cached_property
    def _pairs(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        told = [(one, other) for one in self._owners for other in self._called if self._is_owned(one, other)]
        for one, other in (*told, *self._named_later(), *self._counted(), *combinations(self._prosecuting, 2)):
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return found

    @cached_property
    def _prosecuting(self) -> Sequence[str]:
        """The prosecutor and the indictment, which brings the same charges."""
        language = self._language
        return [
            id_
            for id_, called in self._called.items()
            if any(word.lower() in language["sources.prosecuting"] for one in called for word in one.split())
        ]

    @cached_property
    def _owners(self) -> Mapping[str, frozenset[str]]:
        """The stems in the descriptions of those who speak for somebody: "mayor" of "the mayor's office"."""
        acting, heads, gone = (
            frozenset(map(folded_name, self._language[f"sources.{name}"]))
            for name in ("acts_for", "heads_of", "former")
        )
        found = {}
        for id_, called in self._called.items():
            lows = [low for one in called for word in one.split() for low in fullnames.words(word)]
            if not acting.isdisjoint(lows) or (
                len(called) > 1 and gone.isdisjoint(lows) and not heads.isdisjoint(lows)
            ):
                found[id_] = frozenset(map(topic.stem, lows)) - frozenset(map(topic.stem, acting | heads))
        return found

    def _is_owned(self, one: str, other: str) -> bool:
        """The `other` is whom the first speaks for, by a surname, a body's own name or an office."""
        return one != other and any(short <= self._owners[one] for short in self._short(other))

    def _short(self, id_: str) -> list[frozenset[str]]:
        """What a source goes by in the description of another: the last word of a name, all of "Esk Council", the noun of an
        office."""
        called = self._called[id_]
        name = called[0].split() if called and called[0][0].isupper() else []
        lows = [low for word in name if word[0].isupper() for low in fullnames.words(word)]
        common = bool(lows) and lows[-1] in self._language["sources.organisations"]
        shorts = [lows if common else lows[-1:], *([office] for one in called if (office := self._office(one)))]
        return [frozenset(map(topic.stem, short)) for short in shorts if short and len(short[-1]) > _INITIALS]

    def _office(self, called: str) -> str:
        noun = noun_of(called, self._language)
        written = next((word.lower() for word in called.split() if folded_name(word.lower()) == noun), noun)
        return noun if self._language.is_title(written) else ""

    def _counted(self) -> list[tuple[str, str]]:
        """ "Nurses say …. In a letter, 11 nurses say …": how many they are is told later."""
        counts = self._language.counts
        words = {id_: called[0].lower().split() for id_, called in self._called.items() if called}
        several = [
            (id_, low[1])
            for id_, low in words.items()
            if len(low) == _COUNTED and (low[0].isdigit() or low[0] in counts)
        ]
        return [(one, other) for one, noun in several for other, low in words.items() if low == [noun]]

    def _named_later(self) -> list[tuple[str, str]]:
        """ "A judge ruled …. Judge Ann Pell said …": nobody else with that office is named, and nobody before the description."""
        holders: dict[str, list[str]] = {}
        for id_, called in self._called.items():
            if len(called) > 1 and self._office(called[1]):
                holders.setdefault(self._office(called[1]), []).append(id_)
        unnamed = [(id_, self._office(called[0])) for id_, called in self._called.items() if len(called) == 1]
        return [
            (id_, holders[office][0])
            for id_, office in unnamed
            if len(holders.get(office, ())) == 1 and int(id_[1:]) < int(holders[office][0][1:])
        ]
