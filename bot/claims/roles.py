"""Who does what to whom: the names and nouns around each verb of a restatement stand so in the article."""

from collections.abc import Iterable, Sequence

from bot.claims.evidence import Analysed, alike
from bot.claims.parties import Party, Verb, in_phrase, is_noun, side_by_side
from bot.claims.verbatim import fold
from bot.claims.verbs import ACCORDING, after, before, is_verb, verbs
from bot.claims.words import Token

_STOPS = frozenset(".!?;:—–()…,")
_RELATIVE = frozenset({"who", "which", "that", "qui", "que", "quien", "dass"})


def role_problems(
    text: Analysed,
    cited: Sequence[Analysed],
    earlier: Sequence[Analysed],
    near: Iterable[Analysed],
    speakers: Sequence[str] = (),
) -> list[str]:
    """One sentence for each verb of `text` whose parties are others in the article.

    `earlier` are the sentences that pronouns may mean, nearest first; `near` those that tell who is who. `speakers`
    are the names of who says so: "I" and "we" in the article are they.
    """
    roles = _Roles(text, cited, earlier, tuple(dict.fromkeys(near)), speakers)
    found = [roles.problem(Verb(text, index)) for index in verbs(text)]
    return list(dict.fromkeys(problem for problem in found if problem))


class _Roles:
    def __init__(
        self,
        said: Analysed,
        cited: Sequence[Analysed],
        earlier: Sequence[Analysed],
        near: Sequence[Analysed],
        speakers: Sequence[str],
    ) -> None:
        self._said = said
        self._cited = cited
        self._earlier = earlier
        self._near = near
        self._speakers = {word for name in speakers for word in fold(name).split()}

    def problem(self, verb: Verb) -> str | None:
        places = [Verb(s, i) for s in self._cited for i in _places(s, verb)]
        same = [place for place in places if alike(place.token, verb.token)]
        places = same or places
        if verb.reporting and any(party.name for party in verb.subjects):
            best = self._best(verb)
            told = [place for place in places if place.text in best]
            if not told and not any(t.low in s.words.reporting for s in best for t in s.tokens):
                return self._speaker(verb.subjects, best)
            places = told or places
        if not places or any(self._fits(verb, place) for place in places):
            return None
        objects = [] if verb.reporting else verb.objects
        who = ", ".join(str(party) for party in [*verb.subjects, *objects])
        return f"Who does what is not as in its sentences: {verb.token.text!r} with {who!r}."

    def _best(self, verb: Verb) -> list[Analysed]:
        """The cited sentences that have most of what the speaker is said to have said."""
        who = {token for party in verb.subjects for token in party.tokens}
        said = [self._said.tokens[i] for i in self._said.content if i != verb.at and self._said.tokens[i] not in who]
        counts = [sum(s.has(token) for token in said) for s in self._cited]
        return [s for s, count in zip(self._cited, counts, strict=True) if count == max(counts)]

    def _speaker(self, subjects: Sequence[Party], best: Sequence[Analysed]) -> str | None:
        """A quotation that goes on: its speaker was named shortly before, and nobody else begins it."""
        others = [
            s for s in best if s.content and self._named(s.tokens[s.content[0]]) and s.tokens[0].low not in '"“„«'
        ]
        for party in subjects:
            named = any(party.within(s) for s in (*self._cited, *self._earlier))
            if not named or any(not party.within(s) for s in others):
                return f"{str(party)!r} is not named as the speaker."
        return None

    def _fits(self, verb: Verb, place: Verb) -> bool:
        if _same_surroundings(verb, place) or self._in_order(verb, place):
            return True
        turned = verb.passive != place.passive
        objects = [] if verb.reporting or verb.token.low in ACCORDING else verb.objects
        if not verb.objects and not turned and not verb.passive and _intransitive(verb, place):
            return True
        right = turned or place.inverted
        subjects = [party for party in verb.subjects if not self._modifies(party, place)]
        several = any(not party.phrase for party in subjects)
        return all(
            self._on_side(
                party,
                place,
                right=right,
                loosely=verb.infinitive or (turned and several and party.phrase),
                spare=several and party.phrase,
            )
            for party in subjects
        ) and all(
            self._on_side(party, place, right=not turned, loosely=party.phrase, spare=self._located(party))
            for party in objects
        )

    def _vacant(self, place: Verb, *, right: bool) -> bool:
        """Whether no noun stands on that side of the verb in its clause, but those that the restatement has too.

        Nobody else is named before it either, whom a pronoun could mean."""
        side = after(place.text, place.at) if right else before(place.text, place.at)
        nouns = [i for i in side if i in place.text.content and is_noun(place.text, i)]
        german = place.text.words.language == "de"
        named = [i for i in place.text.content if i < place.at and not german and self._named(place.text.tokens[i])]
        return all(self._said.has(place.text.tokens[i]) for i in (*nouns, *named))

    def _modifies(self, party: Party, place: Verb) -> bool:
        """ "the labour inspectorate" for "the inspectorate": what the second word is, not somebody else."""
        if party.name or party.within(place.text):
            return False
        said = self._said
        heads = [i + 1 for i in said.content if said.tokens[i] is party.tokens[-1] and i + 1 in said.content]
        return any(is_noun(said, i) and place.text.has(said.tokens[i]) for i in heads)

    def _located(self, party: Party) -> bool:
        """ "the plant in Colby": where something is."""
        tokens = self._said.tokens
        at = next((i for i, token in enumerate(tokens) if token is party.tokens[0]), 0)
        return party.name and party.phrase and tokens[at - 1].low in ("in", "at", "im", "en", "a")

    def _on_side(self, party: Party, place: Verb, *, right: bool, loosely: bool = False, spare: bool = False) -> bool:
        """On that side of the verb; or there by a pronoun, a title or a noun for the kind of thing it is."""
        side = place.right if right else place.left
        if party.within(place.text, side) or party.tokens[0].low in place.text.words.neutral:
            return True
        if not party.name and (party.loose or (spare and not party.within(place.text))):
            return any(party.within(s) for s in self._near)
        if (
            not party.name
            and not party.within(place.text)
            and not place.reporting
            and (right or not place.first_person)
            and self._vacant(place, right=right)
        ):
            return any(party.within(s) for s in self._near)
        if spare and self._located(party) and not party.within(place.text):
            return any(party.within(s) for s in self._near)
        pronoun = place.pronoun_right if right else place.pronoun_left
        pronoun = pronoun or (party.loose and place.possessive)
        if place.first_person and party.name and (party.within(place.text) or self._speaks(party)):
            return True
        generic = self._generic(place, side)
        if party.within(place.text):
            before = [i for i in place.text.content if i < place.at]
            deed = not party.name and any(is_verb(place.text, i) and party.within(place.text, [i]) for i in before)
            deed = deed or (right and place.relative)
            unsided = deed or (place.unsided and not place.inverted) or loosely or (party.name and generic)
            open_side = pronoun or (not right and (party.phrase or (party.name and party.loose)))
            return unsided or (open_side and party.within(place.text, before))
        return self._stands_for(party, place, right=right, pronoun=pronoun)

    def _in_order(self, verb: Verb, place: Verb) -> bool:
        """The clause has the parties in the order of the restatement, and nobody else: where the verb stands between
        them says nothing in German, and little in a question or an insertion."""
        parties = [*verb.subjects, *verb.objects]
        if verb.passive != place.passive or not parties:
            return False
        clause = sorted([*before(place.text, place.at), *after(place.text, place.at)])
        nouns = [
            i for i in clause if i in place.text.content and is_noun(place.text, i) and not in_phrase(place.text, i)
        ]
        if not nouns or not all(self._said.has(place.text.tokens[i]) for i in nouns):
            return False
        hinge = () if place.text.words.language == "de" else (verb.token, place.token)
        said = [t for t in self._said.meaning if t in hinge or any(t in party.tokens for party in parties)]
        told = [place.text.tokens[i] for i in sorted([*clause, place.at]) if i in place.text.content]
        return _subsequence(said, told)

    def _speaks(self, party: Party) -> bool:
        return any(token.low in self._speakers for token in party.tokens)

    def _stands_for(self, party: Party, place: Verb, *, right: bool, pronoun: bool) -> bool:
        """Whether something on that side means the party, which its sentence does not name."""
        side = place.right if right else place.left
        if self._beside(party, place, side):
            return True
        clause = set(after(place.text, place.at)) if right else set(side)
        if any(i in clause and self._named(place.text.tokens[i]) for i in side) and not party.loose:
            return False
        if party.name and not pronoun and self._generic(place, side):
            return any(party.within(s) for s in (self._near if self._bare(place, side) else self._earlier))
        if not party.name and self._generic(place, side) and party.tokens[0].low not in place.text.words.generic:
            return any(party.within(s) for s in self._near)
        if not party.name:
            return any(party.within(s) for s in self._near) if pronoun else not side
        return (pronoun or not side or party.loose) and self._antecedent(party, place, known=right)

    def _beside(self, party: Party, place: Verb, side: Sequence[int]) -> bool:
        """Whether a title or another name on that side is set beside the party elsewhere."""
        tokens = place.text.tokens
        foreign = party.name and any(self._named(tokens[i]) and not tokens[i].groups for i in side[:4])
        if not foreign and any(self._same(token, tokens[i]) for i in side[:5] for token in party.tokens):
            return True
        named = any(self._named(tokens[i]) for i in side)
        return party.tokens[0].low in place.text.words.generic and (named or not side)

    def _generic(self, place: Verb, side: Sequence[int]) -> bool:
        """ "the company", "the ministry": nearest to the verb where word order is firm."""
        nearest = side if place.text.words.language == "de" else side[:1]
        return any(place.text.tokens[i].low in place.text.words.generic for i in nearest)

    def _bare(self, place: Verb, side: Sequence[int]) -> bool:
        """ "the company", not "the oil company"."""
        return bool(side) and place.text.tokens[side[0] - 1].low in place.text.words.determiners

    def _named(self, token: Token) -> bool:
        """Capitalised, and where that may be the sentence's doing, never written small."""
        if not token.capital or not token.first:
            return token.capital
        return not any(t.low == token.low and not t.capital for s in self._near for t in s.tokens)

    def _antecedent(self, party: Party, place: Verb, *, known: bool) -> bool:
        """Nobody else is named in the sentence before the verb, and the nearest sentence back that has a name has this.

        `known`: the one before the verb is in the restatement too, so that a pronoun after it means another.
        """
        ahead = [place.text.tokens[i] for i in place.text.content if i < place.at]
        if (
            known
            and any(map(self._named, ahead))
            and all(self._said.has(token) for token in ahead if self._named(token))
        ):
            return self._nearest_name(party, place)
        ahead = [token for token in ahead if not (party.loose and self._said.has(token))]
        if any(self._named(token) for token in ahead):
            return False
        for token in ahead[:3]:
            roles = {name for s in self._near for name in s.meaning if name.capital and side_by_side(s, name, token)}
            if roles:
                return any(alike(a, b) for a in party.tokens for b in roles)
        return self._nearest_name(party, place)

    def _nearest_name(self, party: Party, place: Verb) -> bool:
        index = next((i for i, s in enumerate(self._cited) if s is place.text), 0)
        for sentence in (*self._cited[:index][::-1], *self._earlier):
            if party.within(sentence, [i for i in sentence.content if not sentence.tokens[i].possessive]):
                return True
            if any(self._apposed(token, party) for token in sentence.meaning if not token.capital):
                return True
            names = [token for token in sentence.meaning if self._named(token)]
            names = [token for token in names if not token.possessive] or names
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


def _same_surroundings(verb: Verb, place: Verb) -> bool:
    """The words that carry meaning right before and right after the verb are the article's: nobody changed places."""
    if verb.passive != place.passive:
        return False
    pairs = [(_neighbour(verb, step), _neighbour(place, step)) for step in (-1, 1)]
    return all(a is not None and b is not None and alike(a, b) for a, b in pairs)


def _neighbour(verb: Verb, step: int) -> Token | None:
    tokens = verb.text.tokens
    i = verb.at + step
    while 0 <= i < len(tokens) and tokens[i].low not in _STOPS:
        if tokens[i].kind == "number" or (i in verb.text.content and is_noun(verb.text, i)):
            return tokens[i]
        if tokens[i].low in verb.text.words.pronouns or tokens[i].low in _RELATIVE:
            return None
        i += step
    return None


def _set_beside(text: Analysed, noun: Token, name: Token) -> bool:
    """The noun right before the name, at most a comma between them, and no possessive."""
    return any(
        alike(noun, text.tokens[i])
        and not text.tokens[i].capital
        and any(alike(name, text.tokens[j]) for j in following)
        for i in text.content
        for following in [[j for j in (i + 1, i + 2, i + 3) if j in text.content and text.tokens[j].capital]]
        if following and all(text.tokens[k].low == "," or text.tokens[k].capital for k in range(i + 1, following[-1]))
    )


def _subsequence(short: Sequence[Token], long: Sequence[Token]) -> bool:
    rest = iter(long)
    return all(any(alike(token, other) for other in rest) for token in short)


def _intransitive(verb: Verb, place: Verb) -> bool:
    """ "Bills will rise" of "will raise bills"."""
    parties = [p for p in verb.subjects if not (p.phrase or p.loose)] if is_verb(place.text, place.at) else []
    return bool(parties) and all(party.within(place.text, place.first_nouns) for party in parties)


def _places(text: Analysed, verb: Verb) -> list[int]:
    """Where the verb, a form of it or, for reporting, any word of reporting stands."""
    return [
        i
        for i, token in enumerate(text.tokens)
        if token.kind == "word"
        and (
            (token.low not in text.words.function and alike(verb.token, token))
            or (verb.reporting and token.low in text.words.reporting)
        )
    ]
