"""Who does what to whom: the names and nouns around each verb of a restatement stand so in the article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.claims.evidence import Analysed, alike
from bot.claims.verbs import after, before, is_verb, passive, verbs
from bot.claims.words import Token

_RELATIVE = frozenset({"who", "which", "that", "qui", "que", "quien"})
_POSSESSIVES = frozenset("his her its their my our sein seine seinen seiner ihr ihre ihren son sa ses leur leurs su sus".split())
_TITLES = frozenset(
    "president minister senator councillor governor mayor judge general captain mr mrs ms dr sir professor chancellor "
    "king queen herr frau prasident prasidentin ministerin m mme presidente presidenta ministro ministra".split()
)
_ACCORDING = frozenset({"according", "laut", "selon", "segun"})


@dataclass(frozen=True)
class Party:
    """A noun or a name of one or more words beside a verb; `loose` ones are possessives."""

    tokens: tuple[Token, ...]
    loose: bool = False

    @property
    def name(self) -> bool:
        return self.tokens[0].capital

    def within(self, text: Analysed, places: Iterable[int]) -> bool:
        return any(alike(token, text.tokens[i]) for i in places for token in self.tokens)

    def __str__(self) -> str:
        return " ".join(token.text for token in self.tokens)


class Roles:
    """`cited` sentences, `earlier` ones that pronouns may mean (nearest first), `near` for who is who."""

    def __init__(self, cited: Sequence[Analysed], earlier: Sequence[Analysed], near: Sequence[Analysed]) -> None:
        self._cited = cited
        self._earlier = earlier
        self._near = near
        self._said = Analysed("", (), (), (), near[0].words if near else cited[0].words)

    def problems(self, text: Analysed) -> list[str]:
        found = [problem for index in verbs(text) if (problem := self._problem(text, index))]
        return list(dict.fromkeys(found))

    def _problem(self, text: Analysed, index: int) -> str | None:
        verb = text.tokens[index]
        reporting = verb.low in text.words.reporting
        places = [(s, i) for s in self._cited for i in _places(s, verb, reporting=reporting)]
        subjects, objects = _subjects(text, index), _objects(text, index)
        if verb.low in _ACCORDING:
            subjects, objects = objects[:1], []
        if reporting:
            objects = []
        if not places:
            return self._speaker(subjects) if reporting else None
        if any(self._fits(text, index, subjects, objects, s, i) for s, i in places):
            return None
        who = ", ".join(str(party) for party in [*subjects, *objects])
        return f"Who does what is not as in its sentences: {verb.text!r} with {who!r}."

    def _speaker(self, subjects: Sequence[Party]) -> str | None:
        """A quotation that goes on: its speaker was named shortly before."""
        for party in subjects:
            if not any(party.within(s, s.content) for s in (*self._cited, *self._earlier)):
                return f"{str(party)!r} is not named as the speaker."
        return None

    def _fits(
        self, text: Analysed, index: int, subjects: Sequence[Party], objects: Sequence[Party], other: Analysed, at: int
    ) -> bool:
        turned = passive(text, index) != passive(other, at)
        either = not is_verb(other, at) or _inverted(other, at) or _final(other, at)
        left, left_pronoun = _left(other, at)
        right = [i for i in range(at + 1, len(other.tokens)) if i in other.content]
        right_pronoun = any(other.tokens[i].low in other.words.pronouns - _POSSESSIVES for i in after(other, at))
        self._said = text
        subject_side = (right, right_pronoun) if turned else (left, left_pronoun)
        object_side = (left, left_pronoun) if turned else (right, right_pronoun)
        return all(self._on_side(party, other, at, *subject_side, either=either) for party in subjects) and all(
            self._on_side(party, other, at, *object_side, either=either) for party in objects
        )

    def _on_side(self, party: Party, other: Analysed, at: int, side: Sequence[int], pronoun: bool, *, either: bool) -> bool:
        """On that side of the verb; or there by a pronoun, a title or a noun for the kind of thing it is."""
        if party.within(other, side):
            return True
        nearest = side if other.words.language == "de" else side[:1]
        generic = any(other.tokens[i].low in other.words.generic for i in nearest)
        if party.loose and not party.name:
            return any(party.within(s, s.content) for s in self._near)
        pronoun = pronoun or (party.loose and any(t.low in _POSSESSIVES for t in other.tokens))
        if party.within(other, other.content):
            stands = party.name and (pronoun or generic)
            return either or ((stands or pronoun) and party.within(other, [i for i in other.content if i < at]))
        if any(self._same(token, other.tokens[i]) for i in side[:5] for token in party.tokens):
            return True
        if party.tokens[0].low in other.words.generic:
            return True
        named = [i for i in side if self._named(other.tokens[i])]
        if named and not party.loose:
            return False
        if party.name and (pronoun or generic or not side or party.loose):
            return self._antecedent(party, other, at)
        return not side and not party.name

    def _named(self, token: Token) -> bool:
        """Capitalised, and where that may be the sentence's doing, never written small."""
        if not token.capital or not token.first:
            return token.capital
        return not any(t.low == token.low and not t.capital for s in self._near for t in s.tokens)

    def _antecedent(self, party: Party, other: Analysed, at: int) -> bool:
        """The nearest sentence back that has a name has this one."""
        ahead = [other.tokens[i] for i in other.content if i < at and not (party.loose and self._said.has(other.tokens[i]))]
        if any(self._named(token) for token in ahead):
            return False
        for token in ahead[:3]:
            known = {name for s in self._near for name in s.meaning if name.capital and _side_by_side(s, name, token)}
            if known:
                return any(alike(a, b) for a in party.tokens for b in known)
        index = next((i for i, s in enumerate(self._cited) if s is other), 0)
        for sentence in (*self._cited[:index][::-1], *self._earlier):
            if party.within(sentence, sentence.content):
                return True
            names = [sentence.tokens[i] for i in sentence.content if self._named(sentence.tokens[i])]
            if names:
                return any(self._same(token, name) for name in names for token in party.tokens)
        return False

    def _same(self, a: Token, b: Token) -> bool:
        """Whether some sentence sets the two side by side: "Kim, the minister", "Brightwater Energy"."""
        if a.capital and b.capital and a.low == b.low:
            return True
        return any(_side_by_side(s, a, b) for s in self._near)


def _places(text: Analysed, verb: Token, *, reporting: bool) -> list[int]:
    return [
        i
        for i, token in enumerate(text.tokens)
        if token.kind == "word"
        and (
            (token.low not in text.words.function and alike(verb, token))
            or (reporting and token.low in text.words.reporting)
        )
    ]


def _subjects(text: Analysed, index: int) -> list[Party]:
    """The noun before the verb with what stands beside it, and every name of its clause."""
    left: list[int] = []
    for i in before(text, index):
        if left and is_verb(text, i):
            break
        if i in text.content and _noun(text, i):
            left.append(i)
    if not left:
        return _antecedents(text, index)
    heads = [i for i in left if not _adverbial(text, i)]
    head = heads[0] if heads else left[0]
    beside = [i for i in left if i == head - 1 and not text.tokens[head].capital]
    chosen = [i for i in left if i in (head, *beside) or text.tokens[i].capital or (i > head and i == left[0])]
    return _parties(text, sorted(chosen))


def _parties(text: Analysed, indices: Sequence[int]) -> list[Party]:
    """Names that touch are one party; every other word is one of its own."""
    runs: list[list[int]] = []
    for i in indices:
        touching = bool(runs) and _touching(text, runs[-1][-1], i)
        if touching:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [Party(_untitled([text.tokens[i] for i in run]), loose=_possessive(text, run[-1])) for run in runs]


def _untitled(run: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(token for token in run if token.low not in _TITLES) or tuple(run)


def _touching(text: Analysed, a: int, b: int) -> bool:
    between = [token.low for token in text.tokens[a + 1 : b]]
    return text.tokens[a].capital and text.tokens[b].capital and between in ([], ["-"]) and not text.tokens[a].possessive


def _possessive(text: Analysed, index: int) -> bool:
    return text.tokens[index].possessive


def _antecedents(text: Analysed, index: int) -> list[Party]:
    """What "who" and "which" mean: the noun before them."""
    for i in range(index - 1, -1, -1):
        if text.tokens[i].low in _RELATIVE:
            found = [j for j in range(i - 1, -1, -1) if j in text.content and _noun(text, j)][:1]
            return _parties(text, found)
        if i in text.content:
            break
    return []


def _objects(text: Analysed, index: int) -> list[Party]:
    """The noun right after the verb and the names that follow in its clause."""
    right: list[int] = []
    for i in after(text, index):
        if is_verb(text, i):
            break
        if i in text.content and _noun(text, i):
            right.append(i)
    return _parties(text, [i for i in right[:4] if text.tokens[i].capital or i == right[0]])


def _noun(text: Analysed, index: int) -> bool:
    token = text.tokens[index]
    if token.low in text.words.dates or token.low in text.words.times or token.low in text.words.deixis:
        return False
    return not token.low.endswith("ly") and not is_verb(text, index)


def _adverbial(text: Analysed, index: int) -> bool:
    """Within a phrase that a preposition opens: "at the plant"."""
    for i in range(index - 1, max(-1, index - 5), -1):
        low = text.tokens[i].low
        if low in text.words.prepositions:
            return True
        if i not in text.content and low not in text.words.determiners and low not in ("and", "und", "et", "y"):
            return False
    return False


def _left(text: Analysed, index: int) -> tuple[list[int], bool]:
    """Content before the verb in its clause, and whether a pronoun is there; where both lack, all before the verb."""
    near: list[int] = []
    for i in before(text, index):
        if near and is_verb(text, i) and any(k in text.content or text.tokens[k].low in text.words.pronouns for k in near):
            break
        near.append(i)
    meaning = [i for i in near if i in text.content and _noun(text, i)]
    pronoun = any(text.tokens[i].low in text.words.pronouns for i in near)
    if meaning or pronoun:
        return meaning, pronoun
    return [i for i in range(index - 1, -1, -1) if i in text.content], False


def _final(text: Analysed, index: int) -> bool:
    """German puts participles and the verbs of subordinate clauses last: sides say nothing there."""
    return text.words.language == "de" and not any(i in text.content for i in after(text, index))


def _inverted(text: Analysed, index: int) -> bool:
    """ "…", said the minister."""
    token = text.tokens[index]
    return token.low in text.words.reporting and (
        index == 0 or text.tokens[index - 1].kind == "punct" or token.low in _ACCORDING
    )


def _side_by_side(text: Analysed, a: Token, b: Token) -> bool:
    first = [i for i in text.content if alike(a, text.tokens[i])]
    second = [i for i in text.content if alike(b, text.tokens[i])]
    return any(_apposed(text, min(i, j), max(i, j)) for i in first for j in second if i != j)


def _apposed(text: Analysed, low: int, high: int) -> bool:
    if text.tokens[low].capital and text.tokens[high].capital and high - low > 1:
        return False
    stops = text.words.prepositions - {"of", "de", "du", "des", "del"} | {"and", "or", "und", "et", "y"}
    return high - low <= 7 and not any(
        is_verb(text, k) or text.tokens[k].low in stops for k in range(low + 1, high)
    )


def role_problems(
    text: Analysed, cited: Sequence[Analysed], earlier: Sequence[Analysed], near: Iterable[Analysed]
) -> list[str]:
    """One sentence for each verb of `text` whose neighbours are others in the article."""
    return Roles(cited, earlier, tuple(dict.fromkeys(near))).problems(text)
