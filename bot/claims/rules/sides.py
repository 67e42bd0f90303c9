"""Sides of a verb: whether somebody stands on one, by name, by a pronoun or by a noun for what he is."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import in_phrase, is_noun
from bot.claims.grammar.parties import Party
from bot.claims.grammar.relatives import past_relative
from bot.claims.grammar.verb import Verb
from bot.claims.grammar.verbs import ACCORDING, POSTPOSED, is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.verbatim import fold
from bot.claims.people.standins import StandIns

_RIGHT_BEFORE = 2


class Sides:
    """`said` is the restatement, `earlier` the sentences that pronouns may mean, nearest first, `near` those that tell
    who is who, `speakers` the names of who says so."""

    def __init__(
        self,
        said: Analysed,
        cited: Sequence[Analysed],
        earlier: Sequence[Analysed],
        near: Sequence[Analysed],
        speakers: Sequence[str],
    ) -> None:
        self._said = said
        self._near = near
        self.standins = StandIns(said, cited, earlier, near)
        self._speakers = {word for name in speakers for word in fold(name).split()}

    def fit(self, verb: Verb, place: Verb, *, turned: bool) -> bool:
        """Whether all whom the restatement has around its verb stand so in the article, the other way round if `turned`."""
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
        """On its side; or on that of the verb whose subject this one shares: "will close the plant and move production".
        A noun behind a preposition only tells more of the subject: "the board of Norvik", "objects held by the museum"."""
        if right and place.passive and _receives(party, place):
            return False
        if party.phrase and party.within(place.text):
            return True
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
            named = beside is not None and self.standins.named(beside) and not beside.text.isupper()
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
        if self.standins.client(party, place, side):
            return True
        if here:
            return self._sideless(party, place, right=right, loosely=loosely, pronoun=pronoun)
        return self.standins.stands_for(party, place, right=right, pronoun=pronoun)

    def _sideless(self, party: Party, place: Verb, *, right: bool, loosely: bool, pronoun: bool) -> bool:
        """Whether it says nothing that the party stands on the other side of the verb."""
        side = place.right if right else place.left
        ahead = [i for i in place.text.content if i < place.at]
        if (right and pronoun and self._does_it(party, place)) or (not right and self._only_speaks(party, place)):
            return False
        deed = not party.name and any(is_verb(place.text, i) and party.within(place.text, [i]) for i in ahead)
        deed = deed or (right and place.relative)
        generic = party.name and self.standins.generic(place, side) and not _tells_it(party, place)
        if deed or (place.unsided and not place.inverted) or loosely or generic:
            return True
        pronoun = pronoun or (not party.name and self.standins.broad(place, side))
        open_side = pronoun or (not right and (party.phrase or (party.name and party.loose)))
        return open_side and party.within(place.text, ahead)

    def _does_it(self, party: Party, place: Verb) -> bool:
        """ "A helicopter lifted them": whom the pronoun means is not who does it."""
        own = [one for one in place.subjects if not one.phrase] if place.text.words.language == "en" else []
        return not party.name and any(alike(a, b) for one in own for a in one.tokens[-1:] for b in party.tokens)

    def _only_speaks(self, party: Party, place: Verb) -> bool:
        """Whose name stands behind a quotation in German that does not speak of them: "Mein Mandant …", sagte Anwalt Lund."""
        german = place.text.words.language == "de"
        return (
            german
            and party.name
            and bool(place.quoted)
            and not place.of_the_speaker
            and not party.within(place.text, place.quoted)
        )

    def _speaks(self, party: Party) -> bool:
        return any(token.low in self._speakers for token in party.tokens)


def _tells_it(party: Party, place: Verb) -> bool:
    """ "According to a report seen by the Mail, the council": who is named up to the comma is who says so."""
    tokens = place.text.tokens
    start = next((i for i in range(place.at) if tokens[i].low in ACCORDING - POSTPOSED), place.at)
    end = next((i for i in range(start, place.at) if tokens[i].low == ","), start)
    return party.within(place.text, range(start, end))


def _past_relative(party: Party, place: Verb) -> bool:
    """ "A guard who surprised the men was tied up": the guard."""
    meant = past_relative(place.text, place.at)
    return bool(meant) and party.within(place.text, meant)


def _intransitive(verb: Verb, place: Verb) -> bool:
    """ "Bills will rise" of "will raise bills"."""
    parties = [p for p in verb.subjects if not (p.phrase or p.loose)] if is_verb(place.text, place.at) else []
    return bool(parties) and all(party.within(place.text, place.first_nouns) for party in parties)


def _receives(party: Party, place: Verb) -> bool:
    """ "was sent to the ministry": who stands behind "to" only has not sent it."""
    text = place.text
    at = [i for i in text.content if party.within(text, [i])]
    led = [next((text.tokens[k].low for k in range(i - 1, -1, -1) if _opens(text, k)), "") for i in at]
    return text.words.language == "en" and bool(at) and all(low == "to" for low in led)


def _opens(text: Analysed, index: int) -> bool:
    """A preposition, or a word that is in no phrase."""
    return text.tokens[index].low in text.words.prepositions or is_verb(text, index)
