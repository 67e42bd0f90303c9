"""One verb of a text: who stands before and after it, and what its form says of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.claims.grammar.clauses import after, before, stands_alone
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.inversion import begins, inverted, object_first
from bot.claims.grammar.nouns import POSSESSIVES, in_phrase, is_noun
from bot.claims.grammar.parties import Party, parties
from bot.claims.grammar.relatives import (
    antecedents,
    bare_relative,
    before_insertion,
    past_relative,
    relative_from,
    transparent,
)
from bot.claims.grammar.verbs import ACCORDING, POSTPOSED, is_verb
from bot.claims.grammar.voice import passive
from bot.claims.language.smallwords import JOINTS, RELATIVE
from bot.claims.language.token import Token

_ENDS = frozenset('.!?;:—–()…"')
_OPENING = frozenset({"als", "laut", "wie", "ab", "wegen", "trotz", "wahrend"})
_CLAUSE = 8  # words between "whom" and its verb
_CONTROLLED = 6  # words between such a verb and the infinitive
_SAYING = frozenset(["according"])
_SUBJECT_PRONOUNS = frozenset(
    ["he", "she", "they", "it", "we", "i", "something", "someone", "somebody", "everyone", "everybody"]
)
_SUBJECT_PRONOUNS |= {"anyone", "anybody", "anything", "everything"}
_OBJECTS = frozenset(["him", "her", "me", "us", "them", "lui", "ihm", "ihn", "ihnen", "le", "les"])


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
        """ "…", said the minister: who speaks follows."""
        gerund = self.token.low.endswith("ing")
        return self.reporting and not self.pronoun_left and not gerund and inverted(self.text, self.at)

    @cached_property
    def infinitive(self) -> bool:
        """Whose deed it is depends on the verb before: "ordered them to stop"."""
        return self.at > 0 and self.text.tokens[self.at - 1].low in ("to", "zu")

    @cached_property
    def unsided(self) -> bool:
        """A noun, a comma before "said", a verb at the end in German: sides say nothing."""
        gerund = self.text.words.language == "en" and self.token.low.endswith("ing")
        if (not is_verb(self.text, self.at) and not gerund) or (self.reporting and begins(self.text, self.at)):
            return True
        return self.text.words.language == "de" and not any(i in self.text.content for i in after(self.text, self.at))

    @cached_property
    def relative(self) -> bool:
        """ "the deaths, which he blamed on gangs": the object stands before."""
        near = self.text.tokens[max(0, self.at - 4) : self.at]
        return bare_relative(self.text, self.at) or any(t.low in RELATIVE for t in near) or self._after_whom

    @property
    def _after_whom(self) -> bool:
        """ "a mediator, whom both sides have agreed to meet"."""
        for token in self.text.tokens[self.at - 1 : max(0, self.at - _CLAUSE) : -1]:
            if token.kind == "punct" or token.low == "whom":
                return token.low == "whom"
        return False

    @cached_property
    def left(self) -> tuple[int, ...]:
        """Nouns before the verb in its clause, nearest first; where there is no pronoun either, all before the verb."""
        if self.asked:
            return self.asked
        near = self._near
        meaning = tuple(i for i in near if i in self.text.content and is_noun(self.text, i))
        if meaning or self.pronoun_left:
            return meaning
        return tuple(i for i in range(self.at - 1, -1, -1) if i in self.text.content)

    @cached_property
    def asked(self) -> tuple[int, ...]:
        """ "called on the firm to pay": those between the verb of demanding and what they are to do."""
        if not self.infinitive or self.text.words.language == "de":
            return ()
        ends = [
            op.end for op in self.text.operators if op.name == "demand" and self.at in op.scope and op.end < self.at
        ]
        between = range(self.at - 1, max(ends, default=self.at) - 1, -1)
        return tuple(i for i in between if i in self.text.content and is_noun(self.text, i))

    @cached_property
    def controlled(self) -> bool:
        """ "agreed in March to buy": who agrees is who buys."""
        near = self.text.tokens[max(0, self.at - _CONTROLLED) : self.at - 1]
        return any(token.low in self.text.words.vocabulary.controlling for token in near)

    @cached_property
    def chained(self) -> "Verb | None":
        """ "will close the plant and move production": the verb before, whose subject this one shares."""
        text = self.text
        i = self.at - 1
        while i > 0 and transparent(text, i):
            i -= 1
        if i <= 0 or text.tokens[i].low not in JOINTS or self.at not in text.content:
            return None
        earlier = next(
            (j for j in range(i - 1, -1, -1) if is_verb(text, j) and text.tokens[j].low not in _SAYING), None
        )
        marked = any(text.tokens[k].low in _ENDS for k in range(earlier, i)) if earlier is not None else True
        return None if earlier is None or marked or not is_verb(text, self.at) else Verb(text, earlier)

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
        pronouns = self.text.words.pronouns - POSSESSIVES - _OBJECTS
        return any(self.text.tokens[i].low in pronouns or stands_alone(self.text, i) for i in self._near)

    @cached_property
    def first_person(self) -> bool:
        """Within a quotation, where "I" and "we" are whoever speaks."""
        return any(self.text.tokens[i].low in ("i", "we", "ich", "wir", "je", "j", "nous", "yo") for i in self._near)

    @cached_property
    def pronoun_right(self) -> bool:
        pronouns = self.text.words.pronouns - POSSESSIVES
        if self.text.words.language in ("fr", "es") and self.at:
            near = self.text.tokens[max(0, self.at - 3) : self.at]
            if any(
                token.low in pronouns or token.low in ("le", "la", "lo", "los", "las", "les", "l") for token in near
            ):
                return True
        return any(self.text.tokens[i].low in pronouns or stands_alone(self.text, i) for i in after(self.text, self.at))

    @cached_property
    def possessive(self) -> bool:
        return any(token.low in POSSESSIVES for token in self.text.tokens)

    @cached_property
    def subjects(self) -> list[Party]:
        """The noun before the verb with what stands beside it, and every name of its clause."""
        if self.token.low in ACCORDING:
            return self._named_by_it
        if self.chained is not None:
            return self.chained.subjects
        meant = past_relative(self.text, self.at) or self._said_of()
        if meant:
            return parties(self.text, meant)
        left = self._clause_nouns()
        if left is None:
            return []
        if self._nouns_behind and (object_first(self.text, left) or self._phrase_first(left)):
            return parties(self.text, self._nouns_behind[:1])
        if not left and self.inverted:
            return [party for party in self.objects if party.name][:1]
        if not left:
            return parties(self.text, antecedents(self.text, self.at) or before_insertion(self.text, self.at))
        return parties(self.text, sorted(self._chosen(left)))

    @property
    def _named_by_it(self) -> list[Party]:
        """Whom "according to" names, which German "zufolge" stands behind."""
        if self.token.low in POSTPOSED:
            return parties(self.text, sorted(self._clause_nouns() or []))[-1:]
        return self.objects[:1]

    def _clause_nouns(self) -> list[int] | None:
        """Nouns before the verb in its clause, nearest first; None where a pronoun stands nearer."""
        left: list[int] = []
        for i in before(self.text, self.at):
            low = self.text.tokens[i].low
            if left and is_verb(self.text, i):
                break
            if not left and low in _SUBJECT_PRONOUNS:
                return None
            if low in ACCORDING:
                return [j for j in left if any(not self.text.tokens[k].capital for k in range(i + 1, j + 1))]
            if i in self.text.content and is_noun(self.text, i):
                left.append(i)
        return left

    def _said_of(self) -> list[int]:
        """ "the captain, who they said had been drinking": the one meant stands before "who"."""
        for i in before(self.text, self.at):
            if i in self.text.content and (is_noun(self.text, i) or is_verb(self.text, i)):
                reports = self.text.tokens[i].low in self.text.words.reporting
                return relative_from(self.text, i) if reports else []
        return []

    def _chosen(self, left: Sequence[int]) -> list[int]:
        tokens = self.text.tokens
        heads = [i for i in left if not in_phrase(self.text, i)]
        head = heads[0] if heads else left[0]
        beside = head - 1 if not tokens[head].capital else head
        return [i for i in left if i in (head, beside) or tokens[i].capital or (i > head and i == left[0])]

    @cached_property
    def objects(self) -> list[Party]:
        """The noun that the verb takes and the names that follow in its clause."""
        left = self._clause_nouns() or []
        if self._nouns_behind and object_first(self.text, left):
            return parties(self.text, sorted(left))
        right = self._nouns_behind[1 if self._phrase_first(left) else 0 :]
        head = right[:1]
        while head and head[0] + 1 in right:
            head = [head[0] + 1]
        taken = [i for i in head if not in_phrase(self.text, i)]
        return parties(self.text, [i for i in right[:5] if self.text.tokens[i].capital or i in taken])

    @cached_property
    def _nouns_behind(self) -> list[int]:
        right: list[int] = []
        for i in after(self.text, self.at):
            if is_verb(self.text, i):
                break
            if i in self.text.content and is_noun(self.text, i):
                right.append(i)
        return right

    @cached_property
    def fronted(self) -> bool:
        """German "Für die Schließung stimmten 19 Räte": what stands before the verb is a phrase, whoever does it follows."""
        if self.text.words.language != "de":
            return False
        ahead = list(before(self.text, self.at))
        return bool(ahead) and self.text.tokens[ahead[-1]].low in self.text.words.prepositions | _OPENING

    def _phrase_first(self, left: Sequence[int]) -> bool:
        """ "Ab Montag fährt die Linie 7": nothing but a phrase before the verb, and no pronoun behind it."""
        behind = self.text.tokens[self.at + 1 : self.at + 2]
        subject = bool(self._nouns_behind) and not in_phrase(self.text, self._nouns_behind[0])
        bare = subject and self.fronted and all(in_phrase(self.text, i) for i in left)
        return bare and not self.reporting and bool(behind) and behind[0].low not in self.text.words.pronouns

    @cached_property
    def first_nouns(self) -> tuple[int, ...]:
        """The nouns right after the verb in its clause, before any preposition."""
        found: list[int] = []
        for i in after(self.text, self.at):
            partitive = self.text.tokens[i].low == "of" and self.text.tokens[i - 1].kind == "number"
            if self.text.tokens[i].low in self.text.words.prepositions and not partitive:
                break
            if i in self.text.content and is_noun(self.text, i):
                found.append(i)
        return tuple(found[:3])
