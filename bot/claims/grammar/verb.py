"""One verb of a text: who does what it tells, and whom or what it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.claims.grammar.clauses import after, before
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.inversion import object_first
from bot.claims.grammar.nouns import in_phrase, is_noun
from bot.claims.grammar.parties import Party, parties
from bot.claims.grammar.relatives import antecedents, before_insertion, past_relative, relative_from, transparent
from bot.claims.grammar.setting import Setting
from bot.claims.grammar.verbs import ACCORDING, POSTPOSED, is_verb
from bot.claims.language.smallwords import JOINTS

_ENDS = frozenset('.!?;:—–()…"')
_SUBJECT_PRONOUNS = frozenset(
    ["he", "she", "they", "it", "we", "i", "something", "someone", "somebody", "everyone", "everybody"]
)
_SUBJECT_PRONOUNS |= {"anyone", "anybody", "anything", "everything"}


@lru_cache(maxsize=2048)
def verb_at(text: Analysed, at: int) -> "Verb":
    """One for all the rules that ask: they look at the same verbs, and the parties of each are told once."""
    return Verb(text, at)


@dataclass(frozen=True, eq=False)
class Verb(Setting):
    """The verb at `text.tokens[at]`, or a noun that stands for it, with its parties."""

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
            (j for j in range(i - 1, -1, -1) if is_verb(text, j) and text.tokens[j].low != "according"), None
        )
        marked = any(text.tokens[k].low in _ENDS for k in range(earlier, i)) if earlier is not None else True
        return None if earlier is None or marked or not is_verb(text, self.at) else verb_at(text, earlier)

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

    def _phrase_first(self, left: Sequence[int]) -> bool:
        """ "Ab Montag fährt die Linie 7": nothing but a phrase before the verb, and no pronoun behind it."""
        behind = self.text.tokens[self.at + 1 : self.at + 2]
        subject = bool(self._nouns_behind) and not in_phrase(self.text, self._nouns_behind[0])
        bare = subject and self.fronted and all(in_phrase(self.text, i) for i in left)
        return bare and not self.reporting and bool(behind) and behind[0].low not in self.text.words.pronouns
