"""Who does what to whom: the names and nouns around each verb of a restatement stand so in the article."""

from collections.abc import Iterable, Sequence

from bot.claims.grammar.clauses import after, before
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.genders import other_gender
from bot.claims.grammar.nouns import in_phrase, is_noun
from bot.claims.grammar.parties import Party
from bot.claims.grammar.relatives import past_relative
from bot.claims.grammar.surroundings import same_surroundings
from bot.claims.grammar.verb import Verb
from bot.claims.grammar.verbs import ACCORDING, is_verb, verbs
from bot.claims.grammar.voice import either_voice
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token
from bot.claims.language.verbatim import fold
from bot.claims.people.standins import StandIns

_RIGHT_BEFORE = 2


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
        self._standins = StandIns(said, cited, earlier, near)
        self._speakers = {word for name in speakers for word in fold(name).split()}

    def problem(self, verb: Verb) -> str | None:
        places = [Verb(s, i) for s in self._cited for i in _places(s, verb)]
        same = [place for place in places if alike(place.token, verb.token)]
        announces = verb.reporting and verb.token.low not in self._said.words.neutral
        exact = [place for place in same if announces and place.token.stem == verb.token.stem]
        places = _with_goal(verb, exact or same or places)
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
        german = self._said.words.language == "de"
        others = (
            []
            if german
            else [
                s
                for s in best
                if s.content and self._standins.named(s.tokens[s.content[0]]) and s.tokens[0].low not in '"“„«'
            ]
        )
        for party in subjects:
            named = any(party.within(s) for s in (*self._cited, *self._earlier))
            if not named or any(not party.within(s) for s in others):
                return f"{str(party)!r} is not named as the speaker."
        return None

    def _fits(self, verb: Verb, place: Verb) -> bool:
        if verb.passive == place.passive and other_gender(verb.subjects, place, self._near):
            return False
        if same_surroundings(verb, place) or self._in_order(verb, place):
            return True
        turned = verb.passive != place.passive
        if self._sides_fit(verb, place, turned=turned):
            return True
        return verb.passive and either_voice(place.text, place.at) and self._sides_fit(verb, place, turned=not turned)

    def _sides_fit(self, verb: Verb, place: Verb, *, turned: bool) -> bool:
        objects = [] if verb.reporting or verb.token.low in ACCORDING else verb.objects
        if not verb.objects and not turned and not verb.passive and _intransitive(verb, place):
            return True
        right = turned or place.inverted
        subjects = [party for party in verb.subjects if not self._modifies(party, place)]
        several = any(not party.phrase for party in subjects)
        return all(
            self._subject_fits(
                party,
                place,
                right=right,
                loosely=verb.infinitive
                or (place.infinitive and not place.asked and not (turned and place.controlled))
                or (turned and several and (party.phrase or party.loose)),
            )
            for party in subjects
        ) and all(
            (turned and not self._agent(party) and party.within(place.text))
            or (turned and self._subject_fits(party, place, right=False, loosely=party.phrase))
            or self._on_side(party, place, right=not turned, loosely=party.phrase)
            for party in objects
        )

    def _subject_fits(self, party: Party, place: Verb, *, right: bool, loosely: bool) -> bool:
        """On its side; or on that of the verb whose subject this one shares: "will close the plant and move production"."""
        if self._on_side(party, place, right=right, loosely=loosely):
            return True
        chained = None if right else place.chained
        return chained is not None and self._on_side(party, chained, right=False, loosely=loosely)

    def _modifies(self, party: Party, place: Verb) -> bool:
        """ "the labour inspectorate" for "the inspectorate": what the second word is, not somebody else."""
        if party.name or party.within(place.text):
            return False
        said = self._said
        heads = [i + 1 for i in said.content if said.tokens[i] is party.tokens[-1] and i + 1 in said.content]
        return any(is_noun(said, i) and place.text.has(said.tokens[i]) for i in heads)

    def _agent(self, party: Party) -> bool:
        """ "by the county", in a passive."""
        tokens = self._said.tokens
        at = next((i for i, token in enumerate(tokens) if token is party.tokens[0]), 0)
        return any(token.low in self._said.words.by for token in tokens[max(0, at - 4) : at])

    def _beside_the_point(self, party: Party, place: Verb, *, here: bool) -> bool:
        """A noun, an owner or a place that the sentence does not have: whether it replaces another is checked apart."""
        if here:
            return not party.name and party.loose
        if not party.name:
            return True
        if party.phrase:
            return self._located(party)
        return party.loose and not place.possessive

    def _located(self, party: Party) -> bool:
        """ "the plant in Colby": where something is."""
        tokens = self._said.tokens
        at = next((i for i, token in enumerate(tokens) if token is party.tokens[0]), 0)
        return party.name and party.phrase and tokens[at - 1].low in self._said.words.vocabulary.where

    def _on_side(self, party: Party, place: Verb, *, right: bool, loosely: bool = False) -> bool:
        """On that side of the verb; or there by a pronoun, a title or a noun for the kind of thing it is."""
        side = place.right if right else place.left
        if party.name and not party.loose and not right:
            side = tuple(i for i in side if not place.text.tokens[i].possessive)
        if party.within(place.text, side) or (not right and _past_relative(party, place)):
            return True
        if party.tokens[0].low in place.text.words.neutral:
            near = bool(side) and place.at - side[0] <= _RIGHT_BEFORE and not in_phrase(place.text, side[0])
            beside = place.text.tokens[side[0]] if near else None
            named = beside is not None and self._standins.named(beside) and not beside.text.isupper()
            return right or place.text.words.language == "de" or not named
        here = party.within(place.text)
        if self._beside_the_point(party, place, here=here):
            return any(party.within(s) for s in self._near)
        if not right and place.fronted and party.within(place.text, place.first_nouns):
            return True
        if place.first_person and party.name and (here or self._speaks(party)):
            return True
        pronoun = place.pronoun_right if right else place.pronoun_left
        pronoun = pronoun or (party.loose and place.possessive)
        if self._standins.client(party, place, side):
            return True
        if here:
            return self._sideless(party, place, right=right, loosely=loosely, pronoun=pronoun)
        return self._standins.stands_for(party, place, right=right, pronoun=pronoun)

    def _sideless(self, party: Party, place: Verb, *, right: bool, loosely: bool, pronoun: bool) -> bool:
        """Whether it says nothing that the party stands on the other side of the verb."""
        side = place.right if right else place.left
        ahead = [i for i in place.text.content if i < place.at]
        deed = not party.name and any(is_verb(place.text, i) and party.within(place.text, [i]) for i in ahead)
        deed = deed or (right and place.relative)
        generic = party.name and self._standins.generic(place, side)
        if deed or (place.unsided and not place.inverted) or loosely or generic:
            return True
        pronoun = pronoun or (not party.name and self._standins.broad(place, side))
        open_side = pronoun or (not right and (party.phrase or (party.name and party.loose)))
        return open_side and party.within(place.text, ahead)

    def _in_order(self, verb: Verb, place: Verb) -> bool:
        """The clause has the parties in the order of the restatement, and nobody else: where the verb stands between
        them says nothing in German, and little in a question or an insertion."""
        parties = [*verb.subjects, *verb.objects]
        if verb.passive != place.passive or not parties:
            return False
        clause = sorted([*before(place.text, place.at), *after(place.text, place.at)])
        nouns = [
            i
            for i in clause
            if i in place.text.content
            and is_noun(place.text, i)
            and not in_phrase(place.text, i)
            and not _title(place.text, i)
        ]
        if not nouns or not all(self._said.has(place.text.tokens[i]) for i in nouns):
            return False
        hinge = () if place.text.words.language == "de" else (verb.token, place.token)
        said = [t for t in self._said.meaning if t in hinge or any(t in party.tokens for party in parties)]
        told = [place.text.tokens[i] for i in sorted([*clause, place.at]) if i in place.text.content]
        return _subsequence(said, told)

    def _speaks(self, party: Party) -> bool:
        return any(token.low in self._speakers for token in party.tokens)


def _past_relative(party: Party, place: Verb) -> bool:
    """ "A guard who surprised the men was tied up": the guard."""
    meant = past_relative(place.text, place.at)
    return bool(meant) and party.within(place.text, meant)


def _title(text: Analysed, index: int) -> bool:
    """German "Sozialministerin Karla Jost": a noun right before a name."""
    following = index + 1 in text.content and text.tokens[index + 1].capital
    return text.words.language == "de" and text.tokens[index].capital and following


def _subsequence(short: Sequence[Token], long: Sequence[Token]) -> bool:
    rest = iter(long)
    return all(any(alike(token, other) for other in rest) for token in short)


def _with_goal(verb: Verb, places: list[Verb]) -> list[Verb]:
    """Of several places those that have what is to be done: "asked her to lend", not "asked the museum to return"."""
    goal = _goal(verb)
    same = [place for place in places if goal and (other := _goal(place)) and alike(goal, other)]
    return same or places


def _goal(verb: Verb) -> Token | None:
    """The verb behind "to" in its clause."""
    tokens = verb.text.tokens
    to = next((i for i in after(verb.text, verb.at) if tokens[i].low == "to" and i + 1 < len(tokens)), None)
    return tokens[to + 1] if to is not None and to + 1 in verb.text.content else None


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
