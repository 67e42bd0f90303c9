"""What the rules know of a language: its words, read from a data file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources

from bot.errors import LanguageUnread

LANGUAGES = ("en", "de", "fr", "es")
# What is done by speaking, in all its words; the name of each is its stem.
ACTS = {
    "deny": ("denials.denies", "denials.denial_nouns", "denials.rejects"),
    "accuse": ("cues.accuse", "denials.accusations"),
}
# Lists of words that contradict: beside a silence only those for an answer do ("declined to comment on the false invoices").
ANSWERS = ("denies", "disputes", "counters", "denial_nouns", "innocence", "flatly", "such", "otherwise")
UNTRUE = ("outright", "untruths", "dismissive", "lying", "belying", "contrary")
# Those that do so where they stand with what somebody said.
OF_WHAT_WAS_SAID = ("rejects", "brushing", "flawed", "failing_test", "faulting")
APART = "…"
"""In an entry of a list: other words may stand there."""
_SPLIT = re.compile(r"\s*[,\n]\s*")


@dataclass(frozen=True)
class Language:
    """Word lists by `section.name`; phrases of several words stay whole, all in lower case.

    `longest` has, for each list, the most words of its entries by their first word.
    """

    code: str
    common: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    longest: Mapping[str, Mapping[str, int]]

    def __getitem__(self, name: str) -> frozenset[str]:
        """The list `section.name`, empty where the language needs none. Raises KeyError for a name that no language has."""
        return self.lists[name]

    @cached_property
    def noun_first(self) -> bool:
        """The noun stands before what it is told with, as in French and Spanish: "le maire sortant"."""
        return bool(self["grammar.noun_first"])

    @cached_property
    def capital_nouns(self) -> bool:
        """Every noun is written like a name, as in German."""
        return bool(self["grammar.capital_nouns"])

    @cached_property
    def verb_second(self) -> bool:
        """The verb of a main clause stands second, whatever stands first, as in German: "Gestern sagte er"."""
        return bool(self["grammar.verb_second"])

    @cached_property
    def inverts(self) -> bool:
        """Who speaks may stand behind the verb, as in German, French and Spanish: "sagte der Minister", "dijo el alcalde"."""
        return self.noun_first or self.verb_second

    def is_gerund(self, low: str) -> bool:
        """ "saying", by its ending."""
        return len(low) > 4 and low.endswith(self._endings["gerund"])

    def is_participle(self, low: str) -> bool:
        """ "published", by its ending, and "seen", as listed."""
        return low in self["sources.shown"] or (len(low) > 4 and low.endswith(self._endings["participle"]))

    def is_adverb(self, low: str) -> bool:
        """ "publicly", by its ending."""
        ending = len(low) > 4 and low.endswith(self._endings["adverb"])
        return ending and low not in self.nouns and low not in self["grammar.no_adverbs"]

    def is_title(self, low: str) -> bool:
        """A word before a name that is no part of it: "Sen.", "Oppositionsführer"."""
        ending = self._endings["titles"]
        if low in self["sources.titles"]:
            return True
        if low in self["sources.organisations"] and low not in self["sources.people"]:
            return False  # "Logistiker" ends like "Politiker"
        if ending and low.endswith(ending):
            return True
        return self.capital_nouns and bool(inflected(self.code, low) & self["sources.people"])

    def is_finite(self, low: str) -> bool:
        """An auxiliary, a common verb or a past form, by its ending."""
        listed = (low in self["grammar.auxiliaries"] and low != "'s") or low in self["cues.common_verbs"]
        return listed or low.endswith(self._endings["past"])

    def is_conditional(self, low: str) -> bool:
        """ "serait", "pagaría", by its ending; "querría" and the like ask or wish."""
        listed = low in self["hedges.to_have"] | self["hedges.to_be"]
        return listed or (low.endswith(self._endings["conditional"]) and low not in self["hedges.no_conditionals"])

    @cached_property
    def _endings(self) -> Mapping[str, tuple[str, ...]]:
        return {
            name: tuple(self[f"endings.{name}"])
            for name in ("gerund", "adverb", "past", "participle", "titles", "conditional")
        }

    def noun(self, low: str) -> str:
        """The listed noun for a source that a compound or an inflected word is of: "verband" of "Bauernverbandes"; the word
        itself where there is none, or where the language makes no such words."""
        return _head(self.code, low) if self["endings.cases"] and low not in self.listed else low

    def kin(self, low: str) -> tuple[str, ...]:
        """Words for what the same accusation is of: "bribes" for "paid"."""
        return self._kin.get(low, ())

    @cached_property
    def _kin(self) -> Mapping[str, tuple[str, ...]]:
        fields = (tuple(entry.split(":")) for entry in self["denials.kin"])
        return {word: field for field in fields for word in field}

    @cached_property
    def counts(self) -> frozenset[str]:
        """Numbers as words."""
        return frozenset(entry.split(":")[0] for entry in self["grammar.numbers"])

    @cached_property
    def speech_acts(self) -> frozenset[str]:
        """Words for denials and accusations."""
        return frozenset().union(*(self[name] for lists in ACTS.values() for name in lists))

    @cached_property
    def contradicting(self) -> frozenset[str]:
        """The first words of everything that contradicts."""
        return frozenset().union(*(self.longest[f"denials.{name}"] for name in (*ANSWERS, *UNTRUE, *OF_WHAT_WAS_SAID)))

    @cached_property
    def negating(self) -> frozenset[str]:
        """Words that negate what is said; "without" only adds to it."""
        names = ("grammar.negations", "denials.noes", "denials.objects", "denials.negatives")
        return frozenset().union(*(self[name] for name in names)) - self["denials.adjuncts"]

    @cached_property
    def empty(self) -> frozenset[str]:
        """Words that say nothing about the matter: grammar and reporting."""
        lists = [words for name, words in self.lists.items() if name.startswith(("grammar.", "hedges."))]
        return frozenset().union(*lists, self["cues.say"], self._with_particle, self["cues.tell"], self.common)

    @cached_property
    def reporting(self) -> frozenset[str]:
        """The first words of everything that may report or deny."""
        names = [name for name in self.longest if name.startswith("cues.")]
        denying = ("denials.denies", "denials.disputes", "denials.rejects", "denials.counters")
        return frozenset().union(*(self.longest[name] for name in (*names, *denying)))

    @cached_property
    def telling(self) -> frozenset[str]:
        """Verbs by which somebody says or denies something."""
        return self["cues.say"] | self["denials.denies"] | self["denials.rejects"] | self["denials.counters"]

    @cached_property
    def _with_particle(self) -> frozenset[str]:
        """The verbs in "teilte … mit"; "klagen … über" tells of a matter too."""
        return frozenset(entry.split(" ")[0] for entry in self["cues.say"] if APART in entry and entry[-1] != APART)

    @cached_property
    def parted(self) -> frozenset[str]:
        """The first words of what reports in several words that stand apart: "gab … an"."""
        names = [name for name in self.lists if name.startswith(("cues.", "denials."))]
        return frozenset(entry.split(" ")[0] for name in names for entry in self[name] if APART in entry)

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """Pronouns that are a subject by themselves."""
        return self["grammar.he"] | self["grammar.she"] | self["grammar.it"] | self["grammar.subject_pronouns"]

    @cached_property
    def never_inverted(self) -> frozenset[str]:
        """What stands behind a reporting word that has its subject elsewhere: "said that", "told me"."""
        return self["grammar.first_person"] | self["grammar.complementiser"] | self["grammar.prepositions"]

    @cached_property
    def helpers(self) -> frozenset[str]:
        """What stands between a subject and its verb: "has also", "did not"."""
        names = ("auxiliaries", "adverbs", "negations", "days")
        return frozenset().union(*(self[f"grammar.{name}"] for name in names))

    @cached_property
    def listed(self) -> frozenset[str]:
        """Nouns for sources as listed."""
        names = ("people", "plural_people", "organisations", "documents", "speaks_for", "anonymous")
        return frozenset().union(*(self[f"sources.{name}"] for name in names))

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Nouns for sources, in the singular as listed and with a plural ending."""
        return (self.listed - self["sources.titles"]) | {f"{noun}s" for noun in self.listed}


@lru_cache(maxsize=4096)
def inflected(code: str, low: str) -> frozenset[str]:
    """The word and the forms that it may be of: "ökonom" of "Ökonomen", without the first part of a compound too where
    that leaves a noun for people: "forscher" of "Klimaforscherin"."""
    language = load(code)
    forms = {low, *(low.removesuffix(ending) for ending in language["endings.cases"] if len(low) > len(ending) + 2)}
    return frozenset(forms | {form[at:] for form in forms for at in range(3, len(form) - 4)})


@lru_cache(maxsize=4096)
def _head(code: str, low: str) -> str:
    """The longest listed noun in which the word ends, its own form before those without an ending of a case."""
    language = load(code)
    nouns = language.listed - language["endings.no_heads"]
    bare = [low.removesuffix(ending) for ending in sorted(language["endings.cases"], key=len, reverse=True)]
    forms = [low, *(form for form in bare if len(form) > 2 and form != low)]
    exact = next((form for form in forms if form in language.listed), None)
    ends = (form[at:] for form in forms for at in range(2, len(form) - 2) if form[at:] in nouns)
    return exact or next(ends, low)


@cache
def load(code: str) -> Language:
    """Raises `LanguageUnread` where there are no rules for `code`."""
    if code not in LANGUAGES:
        raise LanguageUnread(f"no rules for the language {code!r}", language=code)
    data = tomllib.loads(resources.files(__package__).joinpath("language", f"{code}.toml").read_text("utf-8"))
    lists = {
        f"{section}.{name}": entries_in(text)
        for section, entries in data.items()
        if isinstance(entries, dict)
        for name, text in entries.items()
    }
    if code != "en":
        lists = dict.fromkeys(load("en").lists, frozenset()) | lists  # a language may need fewer lists
    longest = {name: _longest(words) for name, words in lists.items()}
    return Language(code, entries_in(data["common"]), lists, longest)


def _longest(entries: frozenset[str]) -> Mapping[str, int]:
    longest: dict[str, int] = {}
    for entry in entries:
        words = entry.split(" ")
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return longest


def entries_in(text: str) -> frozenset[str]:
    """The entries of a list as the data files write them: parted by commas and lines, in lower case."""
    found = [word.lower() for word in _SPLIT.split(text.strip()) if word]
    return frozenset([*found, *(word.replace("ß", "ss") for word in found)])  # as Swiss newspapers write it
