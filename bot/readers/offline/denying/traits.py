"""Traits of a denial: what of its words its links are weighed by."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from bot.claims.reading import SILENT
from bot.readers.offline.denying import figures
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.syntax.stock import Matter
from bot.readers.offline.text import tokens, topic
from bot.readers.offline.text.language import Language, load
from bot.readers.offline.text.passage import Passage

_APART = str.maketrans("", "", ",.")  # of the thousands in "8,000" and "8.000"
_WORDS = 3  # of "using those words"
_SHORT = 3  # words of "une information que"


@dataclass(frozen=True, slots=True)
class Traits:
    """What a denial speaks of: its matter, the words it negates and the first of these, how its deniers go on by pronouns, and
    whether it names accusations or figures or begins with "this", its own numbers, in digits, and whether a bare "this" is
    all of it, which somebody has just said; the `unit` in which it counts (`figures.unit`)."""

    matter: Matter
    crux: Matter
    act: frozenset[str]
    pronouns: frozenset[str]
    charged: bool
    figures: bool
    this: bool
    numbers: frozenset[str] = frozenset()
    demonstrated: bool = False
    unit: str = ""


def of(denial: Denied, passage: Passage) -> Traits:
    crux = _crux(denial, passage)
    return Traits(
        matter(denial, passage),
        crux,
        next(iter(crux.values()), frozenset()),  # the first word behind the "not" is what was not done
        _pronouns(denial, passage),
        charged=_has(denial, passage, "denials.accusing"),
        figures=denial.basis == "figure" or _has(denial, passage, "denials.figures"),
        this=_begins_with_this(denial, passage),
        numbers=numbers(passage.text[slice(*denial.matter)]) if denial.matter else frozenset(),
        demonstrated=demonstrates(denial, passage),
        unit=_unit(denial, passage),
    )


def _unit(denial: Denied, passage: Passage) -> str:
    given = denial.basis == "figure" and denial.matter is not None
    return figures.unit(passage.text[slice(*denial.matter)], passage.language) if given and denial.matter else ""


def numbers(text: str) -> frozenset[str]:
    """ "2" of "crane 2": the numbers in digits, each as it is written."""
    found = (token.text.translate(_APART) for token in tokens.cut(text, 0, len(text)))
    return frozenset(number for number in found if number.isdecimal())


def called(text: str, language: Language) -> frozenset[tuple[str, str]]:
    """ "Contract 7", "contract number 1003": what goes by a number, and which one; not "were 7 in all" or "at 1003"."""
    found = tokens.cut(text, 0, len(text))
    return frozenset(
        (topic.stem(word.low), number.text)
        for word, number in pairwise(found)
        if number.text.isdecimal() and word.is_word and _may_be_numbered(word, language)
    )


def _may_be_numbered(word: tokens.Token, language: Language) -> bool:
    return word.low not in language.empty and not language.is_finite(word.low) and not word.text.isdecimal()


def matter(denial: Denied, passage: Passage) -> Matter:
    """The words that say what is denied, without those that only say that something was said."""
    if denial.matter is None:
        return {}
    language = passage.language
    empty = _empty(language.code)
    said = passage.text[slice(*denial.matter)]
    if denial.basis == "figure":
        return figures.counted(said, empty, language)
    pointed, *rest = said.lower().split()
    if of_words([pointed, *rest], language):
        return {}
    if pointed in language["denials.those"] and set(rest) <= language["denials.figures"]:
        return {}  # "esa cifra", which has just been told
    found = topic.senses(said, language)
    return {stem: senses for stem, senses in found.items() if stem not in empty}


@cache
def _empty(code: str) -> frozenset[str]:
    """The stems of words that only say that something was said, and of numbers."""
    language = load(code)
    lists = ("denials.generic", "denials.reply_words", "denials.wording", "denials.noes", "denials.affairs")
    return frozenset(map(topic.stem, language.counts.union(*(language[name] for name in lists))))


def _pronouns(denial: Denied, passage: Passage) -> frozenset[str]:
    """ "She", where "she" denies."""
    known = {mention.pronoun for mention in denial.sources}
    names = [name for name in ("he", "she", "they") if name in known]
    return frozenset[str]().union(*(passage.language[f"grammar.{name}"] for name in names))


def _has(denial: Denied, passage: Passage, name: str) -> bool:
    """ "rejected the figure" answers what has one, "denied the accusations" what accuses."""
    if denial.matter is None:
        return False
    said = tokens.cut(passage.text, *denial.matter)
    return any(token.low in passage.language[name] for token in said)


def _begins_with_this(denial: Denied, passage: Passage) -> bool:
    """ "Dem widersprach die Ministerin": a pointer at the head of its sentence stands for the sentence before; so does "this
    point", about which somebody keeps silent."""
    if denial.matter is None:
        return False
    language = passage.language
    said = [token.low for token in tokens.cut(passage.text, *denial.matter) if token.is_word]
    if denial.kind in SILENT:
        said = [low for low in said if low not in language["denials.about"]]
        return bool(said) and said[0] in language["denials.those"] and not matter(denial, passage)
    opens = denial.matter[0] == passage.lines[denial.n - 1].start
    if _this_claim(said, passage, opens=opens):
        return True
    return opens and len(said) == 1 and said[0] in language["denials.pointers"]


def that_figure(denial: Denied, passage: Passage) -> bool:
    """ "That figure", "diese Zahl"."""
    said = passage.text[slice(*denial.matter)].lower().split() if denial.matter else []
    language = passage.language
    return len(said) == _SHORT - 1 and said[0] in language["denials.those"] and said[1] in language["denials.figures"]


def demonstrates(denial: Denied, passage: Passage) -> bool:
    """ "Denied this", "disputed her account": "this" and "that", never "it", which may be what the whole article is about; or one
    account of somebody who has just spoken."""
    if denial.matter is None or denial.kind in SILENT:
        return False
    said = [token.low for token in tokens.cut(passage.text, *denial.matter) if token.is_word]
    language = passage.language
    if len(said) == 1:
        bare = language["denials.pointers"] - language["grammar.it"] - language["grammar.they"]
        return said[0] in bare | language["denials.that_alone"]
    if of_words(said, language):
        return True
    one = language["denials.carriers"] - language["denials.several"]
    opens = denial.matter[0] == passage.lines[denial.n - 1].start
    if opens and 1 < len(said) <= _SHORT and said[0] in language["grammar.indefinite"]:
        return said[1] in one | (
            language["denials.of_matters"] - language["denials.several"]
        )  # "une information que …"
    return len(said) == 2 and said[0] in language["grammar.possessives"] | language["denials.those"] and said[1] in one


def of_words(said: Sequence[str], language: Language) -> bool:
    """ "Using those words", which were just quoted."""
    return len(said) == _WORDS and said[1] in language["denials.those"] and said[2] in language["denials.quoted_words"]


def _this_claim(said: Sequence[str], passage: Passage, *, opens: bool) -> bool:
    """ "Cette affirmation", "esa versión", "diese Darstellung": one, which has just been told; in English where the sentence
    opens with it: "That figure was disputed by …"."""
    language = passage.language
    if not (language.inverts or opens) or len(said) != 2:
        return False
    told = language["denials.carriers"] | (frozenset() if language.inverts else language["denials.figures"])
    one = told - language["denials.several"]
    return said[0] in language["denials.those"] and said[1] in one


def _crux(denial: Denied, passage: Passage) -> Matter:
    if denial.crux is None:
        return {}
    return topic.senses(passage.text[slice(*denial.crux)], passage.language)
