"""What the rules know of a language: its words, read from a data file."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property, lru_cache
from importlib import resources

from bot.claims.language.verbatim import fold
from bot.errors import LanguageUnread
from bot.readers.offline.text.wordlists import Words, entries_in

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
_ACCENTED = "which"
"""A list of asking words that need their accent: "que" is a conjunction."""
APART = "…"
"""In an entry of a list: other words may stand there."""


class Language(dict[str, Words]):
    """Word lists by `section.name`, each empty where the language needs none. Raises KeyError for a name that no language has.

    A dict in itself, for rules look up half a million lists in an article.
    """

    def __init__(self, code: str, common: frozenset[str], lists: Mapping[str, Words]) -> None:
        super().__init__(lists)
        self.code = code
        self.common = common

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

    def is_future(self, low: str) -> bool:
        """ "recibirán", by its ending."""
        return low.endswith(self._endings["future"])

    def is_conditional(self, low: str) -> bool:
        """ "serait", "pagaría", by its ending; "querría" and the like ask or wish."""
        listed = low in self["hedges.to_have"] | self["hedges.to_be"]
        return listed or (low.endswith(self._endings["conditional"]) and low not in self["hedges.no_conditionals"])

    @cached_property
    def _endings(self) -> Mapping[str, tuple[str, ...]]:
        return {
            name: tuple(self[f"endings.{name}"])
            for name in ("gerund", "adverb", "past", "participle", "titles", "conditional", "future")
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
    def counts(self) -> Words:
        """Numbers as words."""
        return Words(entry.split(":")[0] for entry in self["grammar.numbers"])

    @cached_property
    def speech_acts(self) -> frozenset[str]:
        """Words for denials and accusations."""
        return self._all(*(name for lists in ACTS.values() for name in lists))

    @cached_property
    def contradicting(self) -> frozenset[str]:
        """The first words of everything that contradicts."""
        return self._first_of(f"denials.{name}" for name in (*ANSWERS, *UNTRUE, *OF_WHAT_WAS_SAID))

    @cached_property
    def negating(self) -> frozenset[str]:
        """Words that negate what is said; "without" only adds to it."""
        names = ("grammar.negations", "denials.noes", "denials.objects", "denials.negatives")
        return self._all(*names) - self["denials.adjuncts"]

    @cached_property
    def empty(self) -> Words:
        """Words that say nothing about the matter: grammar and reporting."""
        lists = [name for name in self if name.startswith(("grammar.", "hedges."))]
        return Words(self._all(*lists, "cues.say", "cues.tell").union(self._with_particle, self.common))

    @cached_property
    def reporting(self) -> Words:
        """The first words of everything that may report or deny."""
        names = [name for name in self if name.startswith("cues.")]
        denying = ("denials.denies", "denials.disputes", "denials.rejects", "denials.counters")
        return self._first_of((*names, *denying))

    @cached_property
    def telling(self) -> frozenset[str]:
        """Verbs by which somebody says or denies something."""
        return self["cues.say"] | self["denials.denies"] | self["denials.rejects"] | self["denials.counters"]

    @cached_property
    def _with_particle(self) -> frozenset[str]:
        """The verbs in "teilte … mit"; "klagen … über" tells of a matter too."""
        return frozenset(entry.split(" ")[0] for entry in self["cues.say"] if APART in entry and entry[-1] != APART)

    @cached_property
    def parted(self) -> Words:
        """The first words of what reports in several words that stand apart: "gab … an"."""
        names = [name for name in self if name.startswith(("cues.", "denials."))]
        return Words(entry.split(" ")[0] for name in names for entry in self[name] if APART in entry)

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """Pronouns that are a subject by themselves."""
        return self["grammar.he"] | self["grammar.she"] | self["grammar.it"] | self["grammar.subject_pronouns"]

    @cached_property
    def never_inverted(self) -> frozenset[str]:
        """What stands behind a reporting word that has its subject elsewhere: "said that", "told me"."""
        return self["grammar.first_person"] | self["grammar.complementiser"] | self["grammar.prepositions"]

    @cached_property
    def helpers(self) -> Words:
        """What stands between a subject and its verb: "has also", "did not"."""
        return self._all("grammar.auxiliaries", "grammar.adverbs", "grammar.negations", "grammar.days")

    def is_us(self, low: str, verb: str) -> bool:
        """ "Mme Pelle nous a dit", not "nous avons dit"."""
        return low in self["grammar.us"] and not verb.endswith(tuple(self["grammar.of_us"]))

    @cached_property
    def listed(self) -> Words:
        """Nouns for sources as listed."""
        names = ("people", "plural_people", "organisations", "documents", "speaks_for", "anonymous")
        return self._all(*(f"sources.{name}" for name in names))

    @cached_property
    def nouns(self) -> Words:
        """Nouns for sources, in the singular as listed and with a plural ending."""
        return Words((self.listed - self["sources.titles"]) | {f"{noun}s" for noun in self.listed})

    def _all(self, *names: str) -> Words:
        """The entries of all these lists."""
        return Words(entry for name in names for entry in self[name])

    def _first_of(self, names: Iterable[str]) -> Words:
        """The first words of their entries."""
        return Words(first for name in names for first in self[name].longest)


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


def _asked(text: str) -> Words:
    """The entries of a list, also without accents, as questions are read; "à" stays, for "a" is another word."""
    found = entries_in(text)
    return Words([*found, *(fold(entry) for entry in found if len(entry) > 1)])


@cache
def load(code: str) -> Language:
    """Raises `LanguageUnread` where there are no rules for `code`."""
    if code not in LANGUAGES:
        raise LanguageUnread(f"no rules for the language {code!r}", language=code)
    data = tomllib.loads(resources.files(__package__).joinpath("language", f"{code}.toml").read_text("utf-8"))
    lists = {
        f"{section}.{name}": _asked(text) if section == "asks" and name != _ACCENTED else entries_in(text)
        for section, entries in data.items()
        if isinstance(entries, dict)
        for name, text in entries.items()
    }
    if code != "en":
        lists = dict.fromkeys(load("en"), Words()) | lists  # a language may need fewer lists
    return Language(code, entries_in(data["common"]), lists)
