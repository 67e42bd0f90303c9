"""The parties of a verb: the nouns and names that stand before and after it, told by place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.claims.evidence import Analysed, alike
from bot.claims.names import TITLES, compatible, runs
from bot.claims.verbs import ACCORDING, after, before, is_verb, passive, stands_alone
from bot.claims.words import Token

_RELATIVE = frozenset({"who", "which", "that", "qui", "que", "quien"})
_POSSESSIVES = frozenset(
    [
        "his",
        "its",
        "their",
        "my",
        "our",
        "sein",
        "seine",
        "seinen",
        "seiner",
        "ihr",
        "ihre",
        "ihren",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "su",
        "sus",
    ]
)


_OBJECTS = frozenset(["him", "her", "me", "us", "them", "lui", "ihm", "ihn", "ihnen", "le", "les"])


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


@dataclass(frozen=True, eq=False)
class Verb:
    """The verb at `text.tokens[at]`, or a noun that stands for it."""

    text: Analysed
    at: int

    @property
    def token(self) -> Token:
        return self.text.tokens[self.at]

    @property
    def reporting(self) -> bool:
        return self.token.low in self.text.words.reporting

    @cached_property
    def passive(self) -> bool:
        return passive(self.text, self.at)

    @cached_property
    def inverted(self) -> bool:
        """ "…", said the minister: who speaks follows, and no other verb does."""
        if (
            not self.reporting
            or not self._begins()
            or self.at == 0
            or self.pronoun_left
            or self.token.low.endswith("ing")
        ):
            return False
        marks = [i for i in range(self.at) if self.text.tokens[i].kind == "punct"]
        quoted = self.text.tokens[marks[-1]].low == '"' if marks else False
        start = marks[-2] if len(marks) > 1 else 0
        said = range(start, marks[-1]) if marks else range(0)
        if any(self.text.tokens[i].low in _RELATIVE for i in range(start, self.at)):
            return False
        return quoted or any(is_verb(self.text, i) or self.text.tokens[i].low in self.text.words.passive for i in said)

    @cached_property
    def infinitive(self) -> bool:
        """Whose deed it is depends on the verb before: "ordered them to stop"."""
        return self.at > 0 and self.text.tokens[self.at - 1].low in ("to", "zu")

    @cached_property
    def unsided(self) -> bool:
        """A noun, a comma before "said", a verb at the end in German: sides say nothing."""
        gerund = self.text.words.language == "en" and self.token.low.endswith("ing")
        if (not is_verb(self.text, self.at) and not gerund) or (self.reporting and self._begins()):
            return True
        return self.text.words.language == "de" and not any(i in self.text.content for i in after(self.text, self.at))

    def _begins(self) -> bool:
        """Nothing but auxiliaries and pronouns since the last mark: "…", a annoncé le ministre."""
        if self.token.low in ACCORDING:
            return True
        for i in range(self.at - 1, -1, -1):
            if self.text.tokens[i].kind == "punct":
                return True
            if i in self.text.content or self.text.tokens[i].low in ("and", "und", "et", "y", "but"):
                return False
        return True

    @cached_property
    def relative(self) -> bool:
        """ "the deaths, which he blamed on gangs": the object stands before."""
        return any(token.low in _RELATIVE for token in self.text.tokens[max(0, self.at - 4) : self.at])

    @cached_property
    def left(self) -> tuple[int, ...]:
        """Nouns before the verb in its clause, nearest first; where there is no pronoun either, all before the verb."""
        if self._asked:
            return self._asked
        near = self._near
        meaning = tuple(i for i in near if i in self.text.content and is_noun(self.text, i))
        if meaning or self.pronoun_left:
            return meaning
        return tuple(i for i in range(self.at - 1, -1, -1) if i in self.text.content)

    @cached_property
    def _asked(self) -> tuple[int, ...]:
        """ "called on the firm to pay": those between the verb of demanding and what they are to do."""
        if not self.infinitive or self.text.words.language == "de":
            return ()
        ends = [
            op.end for op in self.text.operators if op.name == "demand" and self.at in op.scope and op.end < self.at
        ]
        between = range(self.at - 1, max(ends, default=self.at) - 1, -1)
        return tuple(i for i in between if i in self.text.content and is_noun(self.text, i))

    @cached_property
    def _near(self) -> tuple[int, ...]:
        near: list[int] = []
        for i in before(self.text, self.at):
            if near and is_verb(self.text, i) and any(self._holds(k) for k in near):
                break
            near.append(i)
        return tuple(near)

    def _holds(self, index: int) -> bool:
        return index in self.text.content or self.text.tokens[index].low in self.text.words.pronouns

    @cached_property
    def right(self) -> tuple[int, ...]:
        return tuple(i for i in self.text.content if i > self.at)

    @cached_property
    def pronoun_left(self) -> bool:
        pronouns = self.text.words.pronouns - _POSSESSIVES - _OBJECTS
        return any(self.text.tokens[i].low in pronouns or stands_alone(self.text, i) for i in self._near)

    @cached_property
    def first_person(self) -> bool:
        """Within a quotation, where "I" and "we" are whoever speaks."""
        return any(self.text.tokens[i].low in ("i", "we", "ich", "wir", "je", "j", "nous", "yo") for i in self._near)

    @cached_property
    def pronoun_right(self) -> bool:
        pronouns = self.text.words.pronouns - _POSSESSIVES
        if self.text.words.language in ("fr", "es") and self.at:
            near = self.text.tokens[max(0, self.at - 3) : self.at]
            if any(
                token.low in pronouns or token.low in ("le", "la", "lo", "los", "las", "les", "l") for token in near
            ):
                return True
        return any(self.text.tokens[i].low in pronouns or stands_alone(self.text, i) for i in after(self.text, self.at))

    @cached_property
    def possessive(self) -> bool:
        return any(token.low in _POSSESSIVES for token in self.text.tokens)

    @cached_property
    def subjects(self) -> list[Party]:
        """The noun before the verb with what stands beside it, and every name of its clause."""
        if self.token.low in ACCORDING:
            return self.objects[:1]
        left: list[int] = []
        for i in before(self.text, self.at):
            if left and is_verb(self.text, i):
                break
            if not left and self.text.tokens[i].low in self.text.words.reporting and self._relative_from(i):
                return _parties(self.text, self._relative_from(i))
            if self.text.tokens[i].low in ACCORDING:
                left = [j for j in left if any(not self.text.tokens[k].capital for k in range(i + 1, j + 1))]
                break
            if i in self.text.content and is_noun(self.text, i):
                left.append(i)
        if not left and self.inverted:
            return [party for party in self.objects if party.name][:1]
        if not left:
            return _parties(self.text, self._antecedents() or self._before_insertion())
        return _parties(self.text, sorted(self._chosen(left)))

    def _chosen(self, left: Sequence[int]) -> list[int]:
        tokens = self.text.tokens
        heads = [i for i in left if not in_phrase(self.text, i)]
        head = heads[0] if heads else left[0]
        beside = head - 1 if not tokens[head].capital else head
        return [i for i in left if i in (head, beside) or tokens[i].capital or (i > head and i == left[0])]

    def _antecedents(self) -> list[int]:
        """What "who" and "which" mean: the noun before them."""
        for i in range(self.at - 1, -1, -1):
            if self.text.tokens[i].low in _RELATIVE:
                return self._noun_before(i)
            if i in self.text.content:
                break
        return []

    def _relative_from(self, index: int) -> list[int]:
        """ "the captain, who they said had been drinking": the one meant stands before "who"."""
        for i in range(index - 1, max(-1, index - 4), -1):
            if self.text.tokens[i].low in ("who", "which"):
                return self._noun_before(i)
        return []

    def _noun_before(self, index: int) -> list[int]:
        return [j for j in range(index - 1, -1, -1) if j in self.text.content and is_noun(self.text, j)][:1]

    def _before_insertion(self) -> list[int]:
        """ "Maria Bell, the owner, said": the name before the pair of commas."""
        text = self.text
        commas = [i for i in range(self.at) if text.tokens[i].low == ","]
        if len(commas) < 2 or any(is_verb(text, i) for i in range(commas[-1], self.at)):
            return []
        return [i for i in before(text, commas[-2]) if i in text.content and text.tokens[i].capital][::-1]

    @cached_property
    def objects(self) -> list[Party]:
        """The noun that the verb takes and the names that follow in its clause."""
        right: list[int] = []
        for i in after(self.text, self.at):
            if is_verb(self.text, i):
                break
            if i in self.text.content and is_noun(self.text, i):
                right.append(i)
        head = right[:1]
        while head and head[0] + 1 in right:
            head = [head[0] + 1]
        taken = [i for i in head if not in_phrase(self.text, i)]
        return _parties(self.text, [i for i in right[:5] if self.text.tokens[i].capital or i in taken])

    @cached_property
    def first_nouns(self) -> tuple[int, ...]:
        """The nouns right after the verb in its clause, before any preposition."""
        found: list[int] = []
        for i in after(self.text, self.at):
            if self.text.tokens[i].low in self.text.words.prepositions:
                break
            if i in self.text.content and is_noun(self.text, i):
                found.append(i)
        return tuple(found[:3])


def is_noun(text: Analysed, index: int) -> bool:
    """No verb, no adverb, no time: what may be a party."""
    low = text.tokens[index].low
    if low in text.words.dates or low in text.words.times or low in text.words.deixis:
        return False
    if text.words.language == "en" and low.endswith(("ly", "ing")):
        return False
    return not is_verb(text, index)


def in_phrase(text: Analysed, index: int) -> bool:
    """Within a phrase that a preposition opens: "at the plant"."""
    opened = False
    for i in range(index - 1, max(-1, index - 7), -1):
        low = text.tokens[i].low
        if opened and i in text.content:
            return False
        opened = opened or low in ("a", "an", "ein", "eine", "einen", "un", "une", "das", "die", "den")
        if low in text.words.prepositions and not is_verb(text, i):
            return True
        joins = low in text.words.determiners or low in ("and", "und", "et", "y", "&")
        if is_verb(text, i) or (i not in text.content and not joins):
            return False
    return False


def _parties(text: Analysed, indices: Sequence[int]) -> list[Party]:
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
    return tuple(token for token in run if token.low not in TITLES) or tuple(run)


def _touching(text: Analysed, a: int, b: int) -> bool:
    between = [token.low for token in text.tokens[a + 1 : b]]
    names = text.tokens[a].capital and text.tokens[b].capital
    return names and between in ([], ["-"], ["&"]) and not text.tokens[a].possessive


def side_by_side(text: Analysed, a: Token, b: Token) -> bool:
    """Whether the text sets the two beside each other: "Kim, the minister", "Brightwater Energy"."""
    first = [i for i in text.content if alike(a, text.tokens[i])]
    second = [i for i in text.content if alike(b, text.tokens[i])]
    return any(_apposed(text, min(i, j), max(i, j)) for i in first for j in second if i != j)


def _apposed(text: Analysed, low: int, high: int) -> bool:
    between = [token.low for token in text.tokens[low + 1 : high]]
    if text.tokens[low].capital and text.tokens[high].capital and between not in ([], ["."]):
        return False
    stops = text.words.prepositions - {"of", "de", "du", "des", "del"} | {"and", "or", "und", "et", "y"}
    return high - low <= 7 and not any(is_verb(text, k) or text.tokens[k].low in stops for k in range(low + 1, high))
