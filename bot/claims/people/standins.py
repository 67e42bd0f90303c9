"""What may stand for a party that a sentence does not name: a pronoun, a title, a noun for the kind of thing it is."""

from collections.abc import Sequence

from bot.claims.grammar.clauses import after
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import listed
from bot.claims.grammar.names import runs
from bot.claims.grammar.nouns import side_by_side
from bot.claims.grammar.parties import Party
from bot.claims.grammar.verb import Verb
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import OF, POSSESSIVES
from bot.claims.language.token import Token
from bot.claims.people.callings import of_another_kind
from bot.claims.people.tellers import speaking

_WHERE = frozenset({"in", "at", "to", "from", "near", "im", "nach", "en", "a"})


class StandIns:
    """`said` is the restatement, `earlier` the sentences that pronouns may mean, nearest first, `near` those that tell
    who is who."""

    def __init__(
        self, said: Analysed, cited: Sequence[Analysed], earlier: Sequence[Analysed], near: Sequence[Analysed]
    ) -> None:
        self._said = said
        self._cited = cited
        self._earlier = earlier
        self._near = near

    def stands_for(self, party: Party, place: Verb, *, right: bool, pronoun: bool) -> bool:
        """Whether something on that side means the party, which its sentence does not name."""
        side = place.right if right else place.left
        if self._beside(party, place, side) or self.client(party, place, side):
            return True
        clause = set(after(place.text, place.at)) if right else set(side)
        german = place.text.words.language == "de"
        if not german and any(i in clause and self.named(place.text.tokens[i]) for i in side) and not party.loose:
            return False
        if party.name and not pronoun and self.generic(place, side):
            if of_another_kind(party.tokens, place.text.tokens[side[0]], tuple(self._near), place.text.words.language):
                return False
            return any(party.within(s) for s in (self._near if self._bare(place, side) else self._earlier))
        if not party.name and self.generic(place, side) and party.tokens[0].low not in place.text.words.generic:
            return any(party.within(s) for s in self._near)
        if not party.name:
            pronoun = pronoun or self.broad(place, side)
            return any(party.within(s) for s in self._near) if pronoun else not side
        return (pronoun or not side or party.loose) and self._antecedent(party, place)

    def _beside(self, party: Party, place: Verb, side: Sequence[int]) -> bool:
        """Whether a title or another name on that side is set beside the party elsewhere."""
        tokens = place.text.tokens
        foreign = party.name and any(self.named(tokens[i]) and not tokens[i].groups for i in side[:4])
        if not foreign and any(self._same(token, tokens[i]) for i in side[:5] for token in party.tokens):
            return True
        named = any(self.named(tokens[i]) for i in side)
        return party.tokens[0].low in place.text.words.generic and (named or not side)

    def client(self, party: Party, place: Verb, side: Sequence[int]) -> bool:
        """ "his client", of whom a lawyer speaks who is said to be the party's."""
        if not any(place.text.tokens[i].low in listed(place.text.words.language, "client") for i in side):
            return False
        for sentence in (place.text, *self._near):
            owned = [t for t in sentence.meaning if t.possessive or _owned(sentence, t)]
            lawyer = any(token.low in listed(sentence.words.language, "lawyer") for token in sentence.tokens)
            if lawyer and any(self._same(a, b) for a in owned for b in party.tokens if a.capital):
                return True
        return False

    def generic(self, place: Verb, side: Sequence[int]) -> bool:
        """ "the company", "the ministry": nearest to the verb where word order is firm."""
        nearest = side if place.text.words.language == "de" else side[:1]
        return any(place.text.tokens[i].low in place.text.words.generic and not _entitled(place, i) for i in nearest)

    def broad(self, place: Verb, side: Sequence[int]) -> bool:
        """ "the institution", "the proposal": which says no more than a pronoun."""
        return self._bare(place, side) and place.text.tokens[side[0]].low in place.text.words.broad

    def _bare(self, place: Verb, side: Sequence[int]) -> bool:
        """ "the company", not "the oil company"."""
        return bool(side) and place.text.tokens[side[0] - 1].low in place.text.words.determiners

    def named(self, token: Token) -> bool:
        """Capitalised, and where that may be the sentence's doing, never written small."""
        if not token.capital or not token.first:
            return token.capital
        if token.groups:
            return any(t.low == token.low and t.capital and not t.first for s in self._near for t in s.tokens)
        return not any(t.low == token.low and not t.capital for s in self._near for t in s.tokens)

    def _antecedent(self, party: Party, place: Verb) -> bool:
        """Nobody else is named in the sentence before the verb, or the restatement has them too, so that a pronoun means
        another; and the nearest sentence back that has a name has this."""
        end = place.at
        if party.loose and place.possessive:
            end = next((i for i, t in enumerate(place.text.tokens) if t.low in POSSESSIVES), end)
        ahead = [place.text.tokens[i] for i in place.text.content if i < min(end, place.at)]
        if any(map(self.named, ahead)) and all(self._said.has(token) for token in ahead if self.named(token)):
            return self._nearest_name(party, place)
        ahead = [token for token in ahead if not (party.loose and self._said.has(token))]
        if any(self.named(token) for token in ahead):
            return False
        for token in ahead[:3]:
            roles = {n for s in self._near for n in s.meaning if self.named(n) and side_by_side(s, n, token)}
            if roles:
                return any(alike(a, b) for a in party.tokens for b in roles)
        return self._nearest_name(party, place)

    def _nearest_name(self, party: Party, place: Verb) -> bool:
        index = next((i for i, s in enumerate(self._cited) if s is place.text), 0)
        speakers = _speaking_after(place)
        for sentence in (*self._cited[:index][::-1], *self._earlier):
            if party.within(sentence, [i for i in sentence.content if not sentence.tokens[i].possessive]):
                return True
            if any(self._apposed(token, party) for token in sentence.meaning if not token.capital):
                return True
            others = _others(sentence, speakers)
            names = [token for token in sentence.meaning if self.named(token) and token not in others]
            people = [token for token in names if not _place(sentence, token)]
            names = [token for token in people if not token.possessive] or people or names
            if names:
                return any(self._same(token, name) for name in names for token in party.tokens)
        return False

    def _apposed(self, token: Token, party: Party) -> bool:
        """ "the driver" where the article has "his driver, Milo Petrov"."""
        return any(_set_beside(s, token, name) for s in self._near for name in party.tokens)

    def _same(self, a: Token, b: Token) -> bool:
        if a.capital and b.capital and a.low == b.low:
            return True
        return any(side_by_side(s, a, b) for s in self._near)


def _entitled(place: Verb, index: int) -> bool:
    """ "Die Gewerkschaft EVK": the noun is part of a name, which may stand for nobody else."""
    following = place.text.tokens[index + 1] if index + 1 < len(place.text.tokens) else None
    return following is not None and following.text.isupper() and len(following.text) > 1 and following.kind == "word"


def _speaking_after(place: Verb) -> set[str]:
    """ "“He never signed,” Rahman said": "he" is not she who speaks."""
    tokens = place.text.tokens
    behind = {token.low for token in tokens[place.at :]}
    return {token.low for party in speaking(place.text) for token in party.tokens if token.low in behind}


def _owned(sentence: Analysed, name: Token) -> bool:
    """ "a lawyer for Rudd", "l'avocate de Marchal"."""
    at = next((i for i, token in enumerate(sentence.tokens) if token is name), 0)
    return at > 0 and sentence.tokens[at - 1].low in OF | {"for"}


def _place(sentence: Analysed, name: Token) -> bool:
    """ "take the case to Strasbourg": where, not who."""
    at = next((i for i, token in enumerate(sentence.tokens) if token is name), 0)
    return at > 0 and sentence.tokens[at - 1].low in _WHERE


def _others(sentence: Analysed, speakers: set[str]) -> set[Token]:
    """Whole names of those: "Nadia Rahman" for "Rahman"."""
    names = [[sentence.tokens[i] for i in run] for run in runs(sentence)]
    return {token for name in names if any(token.low in speakers for token in name) for token in name}


def _set_beside(text: Analysed, noun: Token, name: Token) -> bool:
    """The noun right before the name, at most a comma between them, and no possessive."""
    return any(
        noun.stem == text.tokens[i].stem
        and not text.tokens[i].capital
        and any(alike(name, text.tokens[j]) for j in following)
        for i in text.content
        for following in [[j for j in (i + 1, i + 2, i + 3) if j in text.content and text.tokens[j].capital]]
        if following and all(text.tokens[k].low == "," or text.tokens[k].capital for k in range(i + 1, following[-1]))
    )
