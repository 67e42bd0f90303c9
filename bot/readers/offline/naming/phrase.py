"""The parts of a noun phrase: its head with the noun it is about, and what follows the first comma."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.readers.offline.text import fullnames, names, relatives, tokens
from bot.readers.offline.text.language import Language, load
from bot.readers.offline.text.names import Run, runs
from bot.readers.offline.text.tokens import DASHES, Token

_PARTING = DASHES | {",", "("}


@dataclass(frozen=True, slots=True)
class Phrase:
    """`head` goes up to the first comma or relative pronoun, `rest` is what follows; `names` are those in the head.

    `noun` is what the head is about: "officials" in "officials at the White House". `whole` is the head verbatim,
    without its article.
    """

    text: str
    head: tuple[Token, ...]
    rest: tuple[Token, ...]
    names: tuple[Run, ...]
    noun: Token | None
    whole: str

    @classmethod
    def of(cls, text: str, words: Sequence[Token], language: Language) -> "Phrase":
        head, rest = _parted(words, language)
        return cls(text, head, rest, tuple(runs(head, language)), _noun(head, language), _whole(text, head, language))

    def verbatim(self, first: int, last: int) -> str:
        """The characters of the head's tokens `first:last`."""
        return self.text[self.head[first].start : self.head[last - 1].end]

    def linked(self, run: Run, language: Language) -> bool:
        """A preposition stands before this name: "a spokesman for Brown"."""
        return any(token.low in language["grammar.prepositions"] for token in self.head[: run.first])

    def formerly(self, language: Language) -> bool:
        """ "Two former city officials": they have left what they spoke for; not "the former mayor's spokesman"."""
        noun = self.noun.start if self.noun else 0
        before = [token.low for token in self.head if token.end <= noun]
        left = next((at for at, low in enumerate(before) if low in language["sources.former"]), len(before))
        return left < len(before) and "'s" not in before[left:]


def noun_of(described: str, language: Language) -> str:
    """What a description is about, folded: "minister" in "the defence minister of Norland"; empty where nothing is."""
    return _noun_of(described, language.code)


@lru_cache(maxsize=4096)
def _noun_of(described: str, code: str) -> str:
    language = load(code)
    words = tokens.cut(described, 0, len(described))
    noun = _noun(_parted(words, language)[0], language) if words else None
    return (fullnames.words(noun.text) or ("",))[-1] if noun else ""


def _parted(words: Sequence[Token], language: Language) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The head, without the letters behind a name, and the rest."""
    head, rest = _halves(words, language)
    return tuple(names.without_letters(head, language)), rest


def _halves(words: Sequence[Token], language: Language) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    relative = language["grammar.relative"] - language["grammar.that"]
    for at, token in enumerate(words):
        if at and (token.text in _PARTING or token.low in relative or relatives.defines(words, at, language)):
            return tuple(words[:at]), tuple(words[at + 1 :])
        if at and _opens_clause(words, at, language):
            return tuple(words[:at]), tuple(words[at:])
    return tuple(words), ()


def _opens_clause(words: Sequence[Token], at: int, language: Language) -> bool:
    """ "a filing Brightwater made", "a study he led": a clause without its "that" behind a common noun."""
    if at + 1 >= len(words) or words[at - 1].is_capital or words[at - 1].low not in language["sources.documents"]:
        return False
    subject = words[at].is_capital or words[at].low in language["grammar.nominatives"]
    return subject and language.is_finite(words[at + 1].low)


def _noun(words: Sequence[Token], language: Language) -> Token | None:
    """The last word before the first preposition or participle: "allies" in "its allies backing Ukraine"."""
    last: Token | None = None
    for token in words:
        if last is not None and _ends_noun(token, last, language):
            break
        if token.is_word and token.low not in language["grammar.determiners"]:
            last = token
            if language.noun_first and _heads(token, language):
                break  # adjectives follow: "presidente ruso"
    return last


def _heads(token: Token, language: Language) -> bool:
    """The noun of its phrase, which only "dernier", "gran" and the like stand before; a name may go on."""
    if token.low in language.nouns | language["sources.titles"]:
        return True
    return token.text[0].islower() and token.low not in language["grammar.early_adjectives"]


def _ends_noun(token: Token, last: Token, language: Language) -> bool:
    """A preposition, a participle behind a noun that we know, or a genitive: "Anwalt der Stadt"."""
    if token.low in language["grammar.prepositions"] or token.low in language["grammar.days"]:
        return True
    if language.capital_nouns and last.text[0].isupper() and token.low in language["grammar.articles"]:
        return True
    paper = token.low in language["sources.documents"]  # "a court filing"
    participle = not paper and (language.is_gerund(token.low) or language.is_participle(token.low))
    return participle and (last.low.endswith("s") or last.low in language.nouns)


def _whole(text: str, words: Sequence[Token], language: Language) -> str:
    """An article before a common noun is left out, also in "the Danish foreign ministry"; it stays in "The Hague"."""
    day = len(words) > 2 and words[-1].text.isdigit() and len(words[-1].text) < 3
    if day and words[-2].low in language["grammar.prepositions"]:
        words = words[:-2]  # "a paper published on 3" May
    document = len(words) > 1 and words[-2].low in language["sources.documents"]
    if document and words[-1].text[0].islower() and language.is_participle(words[-1].low):
        words = words[:-1]  # "a paper published"
    common = len(words) > 1 and not (words[1].is_capital and words[-1].is_capital)
    plain = common and words[0].low in language["grammar.articles"]
    return text[words[1 if plain else 0].start : words[-1].end][:300]
