"""Where a verb stands: its form, and what its clause has on each side of it."""

from dataclasses import dataclass
from functools import cached_property

from bot.claims.grammar.clauses import after, before, stands_alone
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.inversion import begins, inverted
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.relatives import after_relative, bare_relative
from bot.claims.grammar.verbs import is_verb
from bot.claims.grammar.voice import passive
from bot.claims.language.smallwords import POSSESSIVES, RELATIVE
from bot.claims.language.stops import QUOTING
from bot.claims.language.token import Token

_CLAUSE = 8  # words between "whom" and its verb
_CONTROLLED = 6  # words between such a verb and the infinitive


@dataclass(frozen=True, eq=False)
class Setting:
    """Of the verb at `text.tokens[at]`, or of a noun that stands for it."""

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
        return self.at > 0 and self.text.tokens[self.at - 1].low in self.text.words.vocabulary.infinitive

    @cached_property
    def unsided(self) -> bool:
        """A noun, a comma before "said", a verb at the end in German: sides say nothing."""
        gerund = self.text.words.language == "en" and self.token.low.endswith("ing")
        gerund = gerund or (self._blamed and bool(self.asked))
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
        if (relative := after_relative(self.text, self.at)) is not None:
            return (relative,)
        return tuple(i for i in range(self.at - 1, -1, -1) if i in self.text.content)

    @cached_property
    def asked(self) -> tuple[int, ...]:
        """ "called on the firm to pay": those between the verb of demanding and what they are to do."""
        kind = "demand" if self.infinitive else "accuse" if self._blamed else None
        if kind is None or self.text.words.language == "de":
            return ()
        ends = [op.end for op in self.text.operators if op.name == kind and self.at in op.scope and op.end < self.at]
        between = range(self.at - 1, max(ends, default=self.at) - 1, -1)
        return tuple(i for i in between if i in self.text.content and is_noun(self.text, i))

    @property
    def _blamed(self) -> bool:
        """ "acusó a la alcaldesa de ignorar", "accuse la direction d'avoir négligé"."""
        ahead = [token.low for token in self.text.tokens[max(0, self.at - 2) : self.at]]
        romance = self.text.words.language in ("fr", "es")
        having = ahead[:1] in (["de"], ["d"]) and ahead[1] in self.text.words.vocabulary.to_have
        return romance and (ahead[-1:] in (["de"], ["d"]) or having)

    @cached_property
    def controlled(self) -> bool:
        """ "agreed in March to buy": who agrees is who buys."""
        near = self.text.tokens[max(0, self.at - _CONTROLLED) : self.at - 1]
        return any(token.low in self.text.words.vocabulary.controlling for token in near)

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
        pronouns = self.text.words.pronouns - POSSESSIVES - self.text.words.vocabulary.objective
        return any(self.text.tokens[i].low in pronouns or stands_alone(self.text, i) for i in self._near)

    @cached_property
    def first_person(self) -> bool:
        """Within a quotation, where "I" and "we" are whoever speaks."""
        return any(self.text.tokens[i].low in self.text.words.vocabulary.speakers for i in self._near)

    @cached_property
    def quoted(self) -> range:
        """The quotation around it; empty where there is none."""
        tokens = self.text.tokens
        start = next((i for i in range(self.at, -1, -1) if tokens[i].low in QUOTING), None)
        end = next((i for i in range(self.at, len(tokens)) if tokens[i].low in QUOTING), None)
        return range(0) if start is None or end is None else range(start, end)

    @property
    def of_the_speaker(self) -> bool:
        """Whether its quotation speaks of whoever says it, other than as an owner: "my client"."""
        known = self.text.words.vocabulary
        return any(self.text.tokens[i].low in known.speakers | known.of_speakers for i in self.quoted)

    @cached_property
    def pronoun_right(self) -> bool:
        pronouns = self.text.words.pronouns - POSSESSIVES
        if self.text.words.language in ("fr", "es") and self.at:
            near = self.text.tokens[max(0, self.at - 3) : self.at]
            if any(token.low in pronouns or token.low in self.text.words.vocabulary.clitics for token in near):
                return True
        return any(self.text.tokens[i].low in pronouns or stands_alone(self.text, i) for i in after(self.text, self.at))

    @cached_property
    def possessive(self) -> bool:
        return any(token.low in POSSESSIVES for token in self.text.tokens)

    @cached_property
    def fronted(self) -> bool:
        """German "Für die Schließung stimmten 19 Räte": what stands before the verb is a phrase, whoever does it follows."""
        if self.text.words.language != "de":
            return False
        ahead = list(before(self.text, self.at))
        opening = self.text.words.prepositions | self.text.words.vocabulary.fronting
        return bool(ahead) and self.text.tokens[ahead[-1]].low in opening

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
