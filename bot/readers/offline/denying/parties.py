"""Parties: the words by which the sources of an article go, and which of them a denial names."""

from collections.abc import Mapping, Sequence, Set
from functools import cached_property

from bot.article.spelling import folded_name
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.denying.ownside import OwnSide
from bot.readers.offline.naming.phrase import noun_of
from bot.readers.offline.text import fullnames, names, tokens, topic
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage

_OWNED = 3  # words of "'s latest account", "acusaciones del poderoso sindicato"
_OWNER = 3  # sentences before "its lawyer" in which the owner is named
_SHORT = 3  # letters that name no house
_SPOKESPERSON = 3  # words among which stands that somebody is one: "a police spokesman"


class Parties:
    """`called` has the names and descriptions of each source by its id."""

    def __init__(self, passage: Passage, called: Mapping[str, Sequence[str]]) -> None:
        self._passage = passage
        self._called = called
        self._own_side = OwnSide(called, passage.language)
        self._bodies: dict[int, list[frozenset[str]]] = {}
        seats = (entry.split(":") for entry in passage.language["sources.seats"])
        self._seats = [frozenset(map(folded_name, entry)) for entry in seats]
        self._same = [entry.split(":") for entry in passage.language["sources.capitals"]]

    def words(self, ids: Set[str], *, common: bool = False) -> frozenset[str]:
        """The stems of their names, with "Russia" for "Moscow" and "mairie" for "le maire"; `common` lets "the government" be one."""
        called = [name for id_ in ids for name in self._called.get(id_, ())]
        found = {word for name in called for word in fullnames.words(name) if len(word) > 2}
        found |= {to for capital, to in self._same if capital in found}
        found |= {word[:-1] for word in found if word.endswith("an") and len(word) > 5}  # "Marevian" for "Marevia"
        proper = {word for word in found if word not in self._passage.language.nouns}
        proper |= {word for seat in self._seats if seat & found for word in seat}
        if common:
            described = (name for name in called if name[0].islower())
            proper = {
                *proper,
                *(word for name in described for word in fullnames.words(name) if len(word) > 2),
            } or found
        return frozenset(topic.stem(word) for word in proper)

    def descriptions(self, ids: Set[str]) -> list[frozenset[str]]:
        """The stems of each description without a name: "operator of the school in ward 3"."""
        called = [name for id_ in ids for name in self._called.get(id_, ()) if self._describes(name)]
        return [frozenset(topic.stem(word) for word in fullnames.words(name) if len(word) > 2) for name in called]

    def _describes(self, called: str) -> bool:
        """It begins with a common noun: "Betreiber", too, where nouns have capitals."""
        language, first = self._passage.language, called.split(maxsplit=1)[0].lower()
        noun = language.capital_nouns and (first in language.nouns or language.is_title(first))
        return called[0].islower() or noun

    def accusers(self, denial: Denied, own: Set[str]) -> frozenset[str]:
        """Whom the denial answers by name: "rejected Quist's account", "the union's claims"."""
        line = self._passage.lines[denial.n - 1]
        said = [word for word in tokens.cut(self._passage.text, line.start, line.end) if not _inside(word, denial)]
        lows = frozenset(topic.stem(low) for word in said if word.is_word for low in fullnames.words(word.text))
        deniers = self.words(own, common=True)
        named = frozenset(id_ for low in lows - deniers for id_ in self._by_head.get(low, ()))
        houses = {house for word in said for house in self._houses(word.text)}
        return (named | {id_ for house in houses for id_ in self._by_house.get(house, ())}) - own

    def allies(self, own: Set[str]) -> frozenset[str]:
        """Who speaks for the same body: what the firm says its spokesman does not deny."""
        heads = (stem for mine in own if mine in self._called for stem in self._heads(mine))
        speaking = frozenset(id_ for stem in heads for id_ in self._speaking.get(stem, ()))
        spoken_for = (stem for mine in own for stem in self._spokespeople.get(mine, ()))
        found = speaking | {id_ for stem in spoken_for for id_ in self._by_head.get(stem, ())}
        found |= self._own_side.of(own)
        return (found | (self._studies if own & self._authors else frozenset())) - own

    @cached_property
    def _authors(self) -> frozenset[str]:
        """ "Lead author Wen Li", whose own study this is; not the author of "an earlier study" or that "of 2019"."""
        return frozenset(id_ for id_, called in self._called.items() if any(map(self._writes, called)))

    def _writes(self, called: str) -> bool:
        lows = [token.low for token in tokens.cut(called, 0, len(called))]
        language = self._passage.language
        another = any(low in language["sources.other_studies"] or low.isdecimal() for low in lows)
        return not another and any(low in language["sources.writers"] for low in lows)

    @cached_property
    def _studies(self) -> frozenset[str]:
        """The sources that are studies: "a study of 90,000 adults"."""
        studies = self._passage.language["sources.written"]
        language = self._passage.language
        return frozenset(
            id_ for id_, called in self._called.items() if any(noun_of(one, language) in studies for one in called)
        )

    @cached_property
    def _spokespeople(self) -> Mapping[str, frozenset[str]]:
        """The stems by which those go who speak for somebody: "the Acme spokesman Bo Reed"."""
        speaks = self._passage.language["sources.speaks_for"]
        words = {
            id_: [low for called in names_ for word in called.split() for low in fullnames.words(word)]
            for id_, names_ in self._called.items()
        }
        titles = frozenset(map(topic.stem, speaks))  # two spokeswomen speak for two bodies
        return {id_: frozenset(map(topic.stem, lows)) - titles for id_, lows in words.items() if speaks & {*lows}}

    @cached_property
    def _speaking(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for id_, stems in self._spokespeople.items():
            for stem in stems:
                found.setdefault(stem, set()).add(id_)
        return found

    def claimants(self, denial: Denied, accusers: Set[str]) -> frozenset[str]:
        """Those of the `accusers` whose own words are denied: "Quist's account", "les accusations du syndicat"."""
        if denial.matter is None or not accusers:
            return frozenset()
        language = self._passage.language
        said = tokens.cut(self._passage.text, *denial.matter)
        carriers = [at for at, word in enumerate(said) if word.low in language["denials.carriers"]]
        near = {word.low for at in carriers for word in _owners(said, at, language)}
        stems = frozenset(topic.stem(low) for word in near for low in fullnames.words(word))
        return frozenset(id_ for id_ in accusers if self._heads(id_) & stems)

    def beside(self, denial: Denied) -> frozenset[str]:
        """The words of its sentence that are not told: "landlord" in "the landlord's agent said", and all of who speaks."""
        line, text = self._passage.lines[denial.n - 1], self._passage.text
        start, end = denial.matter or (line.end, line.end)
        outside = f"{text[line.start : max(line.start, start)]} {text[min(line.end, end) : line.end]}"
        return topic.words(self._without_clause(outside), self._passage.language)

    def _without_clause(self, text: str) -> str:
        """Without ", which borders Altmere," beside a name."""
        language = self._passage.language
        opening = language["grammar.relative"] - language["grammar.that"]
        parts = text.split(",")
        return ",".join(part for at, part in enumerate(parts) if not (at and opening & set(part.lower().split()[:1])))

    def owners(self, denial: Denied) -> frozenset[str]:
        """The words for whose lawyer "its lawyer" is, the names in the nearest sentence before; and what tells of the silent: "who
        managed the dam"."""
        text, language = self._passage.text, self._passage.language
        start = self._passage.lines[denial.n - 1].start
        told = topic.words(text[start : denial.silence[0]], language) if denial.silence else frozenset[str]()
        firsts = (word for one in denial.sources for word in text[one.start : one.end].lower().split()[:1])
        owned = (first in language["grammar.possessives"] for first in firsts)
        before = reversed(self._passage.lines[max(0, denial.n - 1 - _OWNER) : denial.n - 1])
        named = (self._named(line) for line in before) if any(owned) else ()
        return told | next((words for words in named if words), frozenset())

    def _named(self, line: Line) -> frozenset[str]:
        """The stems of the names in a sentence."""
        language = self._passage.language
        found = (line.tokens[run.first : run.last] for run in names.runs(line.tokens, language))
        words = {low for run in found for word in run for low in fullnames.words(word.text) if len(low) > 2}
        return frozenset(topic.stem(low) for low in words - language.nouns)

    def names(self, ids: Set[str]) -> list[frozenset[str]]:
        """The stems of each of their names."""
        called = (name for id_ in ids for name in self._called.get(id_, ()))
        return [frozenset(topic.stem(word) for word in fullnames.words(name) if len(word) > 2) for name in called]

    def of_others(self, line: Line, ids: Set[str]) -> frozenset[str]:
        """The stems that the sentence has only in the name of another body: "Esk" of "Esk County Council" for the Diocese of
        Esk."""
        if line.n not in self._bodies:
            self._bodies[line.n] = self._bodies_in(line)
        if not self._bodies[line.n]:
            return frozenset()
        own = self.names(ids)
        others = [run for run in self._bodies[line.n] if not any(one <= run or run <= one for one in own)]
        return frozenset().union(*others)

    def _bodies_in(self, line: Line) -> list[frozenset[str]]:
        """The stems of each body's name of several words."""
        language = self._passage.language
        found = [line.tokens[run.first : run.last] for run in names.runs(line.tokens, language)]
        bodies = [run for run in found if len(run) > 1 and run[-1].low in language["sources.organisations"]]
        return [frozenset(topic.stem(low) for word in run for low in fullnames.words(word.text)) for run in bodies]

    def together(self, denial: Denied, own: Set[str], others: Set[str]) -> bool:
        """They share a name ("the Ostravian army", "Ostravia"), or "its safety manager", "a spokesman" denies right behind them."""
        if not self.words(own).isdisjoint(self.words(others)):
            return True
        language = self._passage.language
        called = (self._passage.text[one.start : one.end].lower().split() for one in denial.sources)
        return any(
            words[0] in language["grammar.possessives"]
            or (
                words[0] in language["grammar.indefinite"]
                and not language["sources.spokespeople"].isdisjoint(words[:_SPOKESPERSON])
            )
            for words in called
            if words
            if words
        )

    @cached_property
    def _by_head(self) -> Mapping[str, set[str]]:
        heads: dict[str, set[str]] = {}
        for id_ in self._called:
            for head in self._heads(id_):
                heads.setdefault(head, set()).add(id_)
        return heads

    @cached_property
    def _by_house(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for id_, called in self._called.items():
            for house in (house for one in called for word in one.split() for house in self._houses(word)):
                found.setdefault(house, set()).add(id_)
        return found

    def _houses(self, word: str) -> list[str]:
        """ "klinik" of "Klinikleitung" and "Klinikchef": whose head somebody is, in a compound."""
        low, heads = word.lower(), self._passage.language["sources.heads_of_houses"]
        return [low[: -len(head)] for head in heads if low.endswith(head) and len(low) - len(head) > _SHORT]

    def _heads(self, id_: str) -> frozenset[str]:
        """The words that a source goes by for short: a surname, a body's own name, or the noun of a description."""
        language = self._passage.language
        called = next(iter(self._called[id_]), "")
        words, noun = called.split(), noun_of(called, language)
        if language.noun(noun) in language["sources.documents"] and called[0].islower():
            return frozenset({topic.stem(noun)})  # "inspection report from May"
        proper = [
            word for at, word in enumerate(words) if word[0].isupper() and (at or all(w[0].isupper() for w in words))
        ]
        head = (fullnames.words(proper[-1]) or ("",))[-1] if proper else noun
        return frozenset({topic.stem(head)}) if len(head) > 2 else frozenset()


def _owners(said: Sequence[tokens.Token], carrier: int, language: Language) -> Sequence[tokens.Token]:
    """The words before "'s account", or behind "claims by", "acusaciones del"."""
    own = next((at for at in range(max(0, carrier - _OWNED), carrier) if said[at].low == "'s"), None)
    if own is not None:
        return said[max(0, own - 1) : own]
    of = language["grammar.by"] | language["denials.makers"]
    behind = said[carrier + 1 : carrier + 2 + _OWNED]
    return behind[1:] if behind and behind[0].low in of else ()


def _inside(word: tokens.Token, denial: Denied) -> bool:
    return any(mention.start <= word.start and word.end <= mention.end for mention in denial.sources)
