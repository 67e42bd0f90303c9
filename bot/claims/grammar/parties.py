"""The parties of a verb: nouns, and names of one or more words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.names import compatible, named_on, runs
from bot.claims.grammar.nouns import in_phrase, is_noun
from bot.claims.grammar.titles import titles
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token


@dataclass(frozen=True)
class Party:
    """A noun, or a name of one or more words. `loose` ones are possessives, `phrase` ones follow a preposition."""

    tokens: tuple[Token, ...]
    loose: bool = False
    phrase: bool = False

    @property
    def name(self) -> bool:
        return self.tokens[0].capital

    def within(self, text: Analysed, places: Iterable[int] | None = None) -> bool:
        """In the text, or among the given indices of it."""
        indices = set(text.content if places is None else places)
        if len(self.tokens) == 1 or text.words.language == "de":
            return any(alike(token, text.tokens[i]) for i in indices for token in self.tokens)
        named = [run for run in runs(text) if indices & set(run)]
        return any(compatible(self.tokens, [text.tokens[i] for i in run]) for run in named)

    def __str__(self) -> str:
        return " ".join(token.text for token in self.tokens)


def parties(text: Analysed, indices: Sequence[int]) -> list[Party]:
    """Names that touch are one party; every other word is one of its own."""
    runs: list[list[int]] = []
    for i in indices:
        if runs and _touching(text, runs[-1][-1], i):
            runs[-1].append(i)
        else:
            runs.append([i])
    return [
        Party(_untitled([text.tokens[i] for i in run]), _owning(text, run), in_phrase(text, run[0])) for run in runs
    ]


def _owning(text: Analysed, run: Sequence[int]) -> bool:
    """ "Norvik's", "of Norvik", "de Norvik"."""
    before = {token.low for token in text.tokens[max(0, run[0] - 2) : run[0]]}
    owned = text.tokens[run[0]].capital and bool(before & {"of", "de", "du", "del", "von"})
    owned = owned or _genitive(text, run[0])
    after = run[-1] + 1
    beside = text.tokens[run[0]].capital and after in text.content and is_noun(text, after)
    return text.tokens[run[-1]].possessive or owned or (beside and not text.tokens[after].capital)


def _genitive(text: Analysed, index: int) -> bool:
    """ "der Beton der Brücke": a noun, the article of a genitive, and the word."""
    if text.words.language != "de" or index < 2 or index - 2 not in text.content:
        return False
    return text.tokens[index - 1].low in ("der", "des", "einer", "eines") and is_noun(text, index - 2)


def _untitled(run: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(token for token in run if token.low not in titles()) or tuple(run)


def _touching(text: Analysed, a: int, b: int) -> bool:
    between = [token.low for token in text.tokens[a + 1 : b]]
    names = text.tokens[a].capital and text.tokens[b].capital
    ends = text.tokens[a].possessive and not named_on(text, a)
    return names and between in ([], ["-"], ["&"], ["'"], ["’"]) and not ends
