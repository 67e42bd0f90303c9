"""What a restatement is held against: its sentences, their neighbours, and where its names are introduced."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from bot.article.article import Article
from bot.claims.grammar.embedding import embedded
from bot.claims.grammar.operators import Operator, content, operators_of
from bot.claims.grammar.reach import with_scope
from bot.claims.language.guessing import guess
from bot.claims.language.lexicon import Lexicon, lexicon
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.token import Token
from bot.claims.language.verbatim import in_text
from bot.claims.language.words import tokens


@dataclass(frozen=True, eq=False)
class Analysed:
    """One text: its tokens, the indices of those that carry meaning, and the operators with their scope."""

    text: str
    tokens: tuple[Token, ...]
    content: tuple[int, ...]
    operators: tuple[Operator, ...]
    words: Lexicon

    @cached_property
    def meaning(self) -> tuple[Token, ...]:
        return tuple(self.tokens[i] for i in self.content)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        return tuple(i for i, token in enumerate(self.tokens) if token.kind == "number")

    @cached_property
    def lows(self) -> frozenset[str]:
        """All its words and marks, folded: most rules need one of a few, and look at nothing else where there is none."""
        return frozenset(token.low for token in self.tokens)

    @cached_property
    def values(self) -> frozenset[float]:
        """What the numbers say, each once."""
        return frozenset(min(self.tokens[i].values) for i in self.numbers if self.tokens[i].values)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of the words that carry meaning, and the values of numbers: one statement is held against hundreds by these."""
        return frozenset(token.stem for token in self.meaning) | {str(value) for value in self.values}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Runs of capitalised words, as they stand."""
        runs: list[list[str]] = [[]]
        for index, token in enumerate(self.tokens):
            if token.kind == "word" and token.capital and (index in self.content):
                runs[-1].append(token.text)
            elif token.low not in ("-", "&"):
                runs.append([])
        return tuple(" ".join(run) for run in runs if run)

    @cached_property
    def verbs_seen(self) -> dict[int, bool]:
        """What `is_verb` has found of each index so far: every check asks for the same ones."""
        return {}

    @cached_property
    def past_tense(self) -> bool:
        """Whether some verb tells of the past by its form."""
        past = ("was", "were", "had", "war", "waren", "hatte", "hatten", "wurde", "wurden")
        endings = {"en": ("ed",), "de": ("te", "ten"), "fr": ("ait", "aient"), "es": ("aba", "aban", "ia", "ian", "o")}
        ends = endings.get(self.words.language, ("ed",))
        told = (t.low for t in self.tokens if t.kind == "word")
        return any(low in past or low in self.words.past or low.endswith(ends) for low in told)

    def classes(self) -> set[str]:
        return {operator.name for operator in self.operators}

    def has(self, token: Token) -> bool:
        return any(alike(token, other) for other in self.meaning)

    def counts(self, token: Token) -> bool:
        """Whether one of its numbers says what the number does, in whatever unit."""
        return any(self.tokens[i].values & token.values for i in self.numbers)

    def said(self, places: Iterable[int]) -> str:
        """The words at these indices, as they stand."""
        return " ".join(self.tokens[i].text for i in places)

    def tells(self, token: Token) -> bool:
        """Whether it has the word, or the number."""
        return self.counts(token) if token.kind == "number" else self.has(token)


def forms_in(cited: Iterable[Analysed], token: Token) -> list[tuple[Analysed, int]]:
    """Where the sentences have the word itself, in any of its forms."""
    return [(s, j) for s in cited for j in s.content if likeness(token, s.tokens[j]) > 1]


def share_word(text: Analysed, some: Sequence[int], sentence: Analysed, others: Sequence[int]) -> bool:
    """Whether one of the words at `some` is one of those at `others`."""
    return any(alike(text.tokens[i], sentence.tokens[j]) for i in some for j in others)


@lru_cache(maxsize=2048)
def analysed(text: str, language: str) -> Analysed:
    words = lexicon(language)
    found = tokens(text, words)
    turned = embedded(found, operators_of(text, words), words)
    meaning = content(found, turned, words)
    return Analysed(text, found, meaning, with_scope(found, turned, meaning, words), words)


@dataclass(frozen=True)
class Evidence:
    """`cited` are the claim's sentences, `near` also their neighbours. `retold` has other words for some sentences, which
    say the same."""

    article: Article
    language: str
    numbers: tuple[int, ...]
    retold: Mapping[int, str] = field(default_factory=dict)

    def sentence(self, n: int) -> Analysed:
        return analysed(self.retold.get(n) or self.article.sentence(n), self.language)

    @cached_property
    def cited(self) -> tuple[Analysed, ...]:
        return tuple(self.sentence(n) for n in self.numbers)

    @cached_property
    def near_numbers(self) -> tuple[int, ...]:
        return tuple(sorted({m for n in self.numbers for m in (n - 1, n, n + 1) if self.article.has(m)}))

    @cached_property
    def near(self) -> tuple[Analysed, ...]:
        return tuple(self.sentence(n) for n in self.near_numbers)

    @cached_property
    def earlier(self) -> tuple[Analysed, ...]:
        """The three sentences before the first cited one, nearest first."""
        first = self.numbers[0]
        return tuple(self.sentence(n) for n in range(first - 1, max(0, first - 4), -1))

    @cached_property
    def topical(self) -> tuple[Analysed, ...]:
        """The title and the first sentences, which name what the whole article speaks of."""
        title = (analysed(self.article.title, self.language),) if self.article.title else ()
        last = max(3, self.article.lead + 1)
        return (*title, *(self.sentence(s.n) for s in self.article.sentences[:last]))

    def introducing(self, names: Iterable[str]) -> tuple[Analysed, ...]:
        """The first sentence of each name."""
        verbatim = in_text(self.article.text)
        found = [verbatim.first_sentence(name, self.article.sentences) for name in names]
        return tuple(self.sentence(n) for n in dict.fromkeys(found) if n is not None)


def evidence(article: Article, numbers: Sequence[int]) -> Evidence:
    language = (article.language or guess(article.text[:4000]) or "").split("-")[0].lower()
    return Evidence(article, language, tuple(sorted({n for n in numbers if article.has(n)})))
