"""Who does what to whom: the names and nouns around each verb of a restatement stand so in the article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.claims.grammar.clauses import after, before
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.genders import other_gender
from bot.claims.grammar.nouns import in_phrase, is_noun
from bot.claims.grammar.parties import Party
from bot.claims.grammar.surroundings import same_surroundings
from bot.claims.grammar.verb import Verb, verb_at
from bot.claims.grammar.verbs import verbs
from bot.claims.grammar.voice import by_then, either_voice
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token
from bot.claims.rules.shown import told_so
from bot.claims.rules.sides import Sides

_AGENT = 4  # words behind a passive verb within which "by" tells who does it


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
    known = tuple(dict.fromkeys(near))
    roles = _Roles(text, cited, earlier, known, Sides(text, cited, earlier, known, speakers))
    found = [roles.problem(verb_at(text, index)) for index in verbs(text)]
    return list(dict.fromkeys(problem for problem in found if problem))


@dataclass(frozen=True, slots=True)
class _Roles:
    """The restatement `said`, held against what its sentences tell of each verb."""

    said: Analysed
    cited: Sequence[Analysed]
    earlier: Sequence[Analysed]
    near: Sequence[Analysed]
    sides: Sides

    def problem(self, verb: Verb) -> str | None:
        places = [verb_at(s, i) for s in self.cited for i in _places(s, verb)]
        same = [place for place in places if alike(place.token, verb.token)]
        announces = verb.reporting and verb.token.low not in self.said.words.neutral
        exact = [place for place in same if announces and place.token.stem == verb.token.stem]
        places = _with_goal(verb, exact or _nearest(verb, same) or places)
        if verb.reporting and any(party.name for party in verb.subjects):
            best = self._best(verb)
            told = [place for place in places if place.text in best]
            if not told and not any(t.low in s.words.reporting for s in best for t in s.tokens):
                return self._speaker(verb.subjects, best)
            places = told or places
        if not places or any(self._fits(verb, place) for place in places):
            return None
        if told_so(self.said, verb.at, self.cited, self.near):
            return None
        objects = [] if verb.reporting else verb.objects
        who = ", ".join(str(party) for party in [*verb.subjects, *objects])
        return f"Who does what is not as in its sentences: {verb.token.text!r} with {who!r}."

    def _best(self, verb: Verb) -> list[Analysed]:
        """The cited sentences that have most of what the speaker is said to have said."""
        who = {token for party in verb.subjects for token in party.tokens}
        said = [self.said.tokens[i] for i in self.said.content if i != verb.at and self.said.tokens[i] not in who]
        counts = [sum(s.has(token) for token in said) for s in self.cited]
        return [s for s, count in zip(self.cited, counts, strict=True) if count == max(counts)]

    def _speaker(self, subjects: Sequence[Party], best: Sequence[Analysed]) -> str | None:
        """A quotation that goes on: its speaker was named shortly before, and nobody else begins it."""
        german = self.said.words.language == "de"
        others = (
            []
            if german
            else [
                s
                for s in best
                if s.content and self.sides.standins.named(s.tokens[s.content[0]]) and s.tokens[0].low not in '"“„«'
            ]
        )
        for party in subjects:
            named = any(party.within(s) for s in (*self.cited, *self.earlier))
            if not named or any(not party.within(s) for s in others):
                return f"{str(party)!r} is not named as the speaker."
        return None

    def _fits(self, verb: Verb, place: Verb) -> bool:
        if verb.passive == place.passive and other_gender(verb, place, self.near):
            return False
        if same_surroundings(verb, place) or self._in_order(verb, place):
            return True
        turned = (verb.passive != place.passive) != (_gets(verb, place) or _gets(place, verb))
        if self.sides.fit(verb, place, turned=turned):
            return True
        either = (verb.passive and either_voice(place.text, place.at)) or _befalls(verb, place) or _befalls(place, verb)
        return either and self.sides.fit(verb, place, turned=not turned)

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
        if not nouns or not all(self.said.has(place.text.tokens[i]) for i in nouns):
            return False
        hinge = () if place.text.words.language == "de" else (verb.token, place.token)
        said = [t for t in self.said.meaning if t in hinge or any(t in party.tokens for party in parties)]
        told = [place.text.tokens[i] for i in sorted([*clause, place.at]) if i in place.text.content]
        return _subsequence(said, told)


def _nearest(verb: Verb, places: list[Verb]) -> list[Verb]:
    """ "considered", not "seen" of "a report seen by the Mail", where the sentences have both."""
    told = any(place.token.stem == verb.token.stem for place in places)
    return [place for place in places if place.token.stem == verb.token.stem or not (told and _told_beside(place))]


def _told_beside(place: Verb) -> bool:
    """A participle without its auxiliary, behind what it tells of."""
    ahead = place.text.tokens[max(0, place.at - _AGENT) : place.at]
    return place.passive and not any(token.low in place.text.words.passive for token in ahead)


def _gets(one: Verb, other: Verb) -> bool:
    """ "The guard received the key" for "gave the guard the key": who does the one bears the other."""
    asked = one.text.words.vocabulary
    return one.token.low in asked.receiving and other.token.low in asked.giving


def _befalls(one: Verb, other: Verb) -> bool:
    """ "took place" for "was held": the subject of both is what it befalls."""
    befallen = one.token.low in one.text.words.vocabulary.befalling
    agent = any(_agent_at(other.text, i) for i in range(other.at, min(other.at + _AGENT, len(other.text.tokens))))
    return befallen and not one.passive and other.passive and not agent


def _agent_at(text: Analysed, index: int) -> bool:
    return text.tokens[index].low in text.words.by and not by_then(text, index)


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
