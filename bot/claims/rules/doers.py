"""Doers: whom the article does not tell to have done it has not done it: "the bridge was closed, Stone said"."""

from collections.abc import Iterable, Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import is_noun, side_by_side
from bot.claims.grammar.parties import Party, parties
from bot.claims.grammar.verb import Verb, verb_at
from bot.claims.grammar.verbs import is_verb, verbs
from bot.claims.grammar.voice import auxiliary_passive
from bot.claims.language.likeness import alike, meet
from bot.claims.language.smallwords import RELATIVE, WHO
from bot.claims.language.token import Token
from bot.claims.rules.subjects import by_its_build
from bot.claims.rules.undergone import reduced, undergone_problems

_PHRASE = 7  # words behind "by" among which the doer stands


def doer_problems(text: Analysed, cited: Sequence[Analysed], known: Iterable[Analysed]) -> list[str]:
    """One sentence for each name that the text makes the doer of what its sentences leave open or tell of others.

    `known` are the sentences that tell who is who.
    """
    near = tuple(known)
    found = []
    for index in sorted({*verbs(text), *_before_by(text)}):
        verb = verb_at(text, index)
        passive = _passive(text, index)
        places = _places(text.tokens[index], cited)
        anybody = not passive and not reduced(text, index) and all(map(_which_was, places))
        told = _behind_by(verb) if passive else _before(verb, near)
        if anybody:
            told = [party for party in _subject(verb) if not any(_bears(party, place) for place in places)]
        doers = [party for party in told if party.name or anybody][:1]
        if verb.reporting:
            places = [] if passive else _passives(verb, places)
        if not doers or not places:
            continue
        if not passive and not all(_turned(place, doers[0]) for place in places):
            continue  # who stands right before a verb is looked at with all its parties
        if not any(_does(doers[0], place, near) for place in places):
            found.append(f"That {str(doers[0])!r} did it is not in its sentences: {verb.token.text!r}.")
    return list(dict.fromkeys([*found, *_gerund_problems(text, cited, near), *undergone_problems(text, cited)]))


def _gerund_problems(text: Analysed, cited: Sequence[Analysed], near: Sequence[Analysed]) -> Iterator[str]:
    """Of what its sentences only tell in the passive."""
    for index, doer in _gerunds(text):
        places = _places(text.tokens[index], cited)
        open_ = bool(places) and all(auxiliary_passive(place.text, place.at) for place in places)
        if open_ and not any(_does(doer, place, near) for place in places):
            yield f"That {str(doer)!r} did it is not in its sentences: {text.tokens[index].text!r}."


def _places(deed: Token, cited: Sequence[Analysed]) -> list[Verb]:
    """Where the sentences tell of it."""
    return [verb_at(s, i) for s in cited for i in s.content if _told(s, i, deed)]


def _gerunds(text: Analysed) -> Iterator[tuple[int, Party]]:
    """ "Merrick was suspended after awarding contracts": the gerund and who does it."""
    for i in text.content:
        opened = (
            i > 1
            and text.tokens[i].low.endswith("ing")
            and text.tokens[i - 1].low in text.words.prepositions - text.words.by
        )
        takes = text.tokens[i + 1 : i + 2] and text.tokens[i + 1].kind != "punct"
        main = next((k for k in range(i - 1, 0, -1) if is_verb(text, k)), None) if opened and takes else None
        doers = _subject(verb_at(text, main)) if main is not None and text.words.language == "en" else []
        yield from ((i, doer) for doer in doers[:1])


def _which_was(place: Verb) -> bool:
    """ "a password that was sold": nobody else whom the sentence tells of has done it."""
    tokens, k = place.text.tokens, place.at - 1
    while k > 0 and tokens[k].low in place.text.words.passive | place.text.words.auxiliaries:
        k -= 1
    return auxiliary_passive(place.text, place.at) and k < place.at - 1 and tokens[k].low in RELATIVE


def _bears(party: Party, place: Verb) -> bool:
    """ "The goalkeeper sent off" for "the goalkeeper, who was sent off"."""
    sentence = place.text
    k = next((i for i in range(place.at - 1, 0, -1) if sentence.tokens[i].low in RELATIVE), 0) - 1
    k -= sentence.tokens[k].low == ","
    run = []
    while k in sentence.content and not is_verb(sentence, k):
        run.append(sentence.tokens[k])
        k -= 1
    return meet(party.tokens, run)


def _passives(verb: Verb, places: Sequence[Verb]) -> list[Verb]:
    """Where the same verb of telling stands, if it is a passive everywhere: "had been told by two managers"."""
    same = [place for place in places if place.token.low == verb.token.low]
    return same if all(auxiliary_passive(place.text, place.at) for place in same) else []


def _before_by(text: Analysed) -> list[int]:
    """Participles that no list has: "was withdrawn by"."""
    return [
        i
        for i in text.content
        if text.tokens[i + 1 : i + 2]
        and text.tokens[i + 1].low in text.words.by
        and text.tokens[i].low not in text.words.dates
        and text.words.language != "de"
        and _passive(text, i)
    ]


def _passive(text: Analysed, index: int) -> bool:
    if auxiliary_passive(text, index):
        return True
    before = text.tokens[max(0, index - 2) : index]
    return not is_verb(text, index) and any(token.low in text.words.passive for token in before)


def _told(sentence: Analysed, index: int, deed: Token) -> bool:
    token = sentence.tokens[index]
    verbal = is_verb(sentence, index) or token.low.endswith("ing") or token.low == deed.low
    return verbal and alike(deed, token)


def _subject(verb: Verb) -> list[Party]:
    german = verb.text.words.language == "de"
    return [] if german else [party for party in verb.subjects[-1:] if not party.loose and not party.phrase]


def _before(verb: Verb, near: Sequence[Analysed]) -> list[Party]:
    return [
        party for party in _subject(verb) if len(party.tokens) > 1 or not party.tokens[0].first or _known(party, near)
    ]


def _known(party: Party, near: Sequence[Analysed]) -> bool:
    """A name that is capital within a sentence too."""
    low = party.tokens[0].low
    return any(token.low == low and token.capital and not token.first for s in near for token in s.tokens)


def _turned(place: Verb, doer: Party) -> bool:
    """A passive; or a verb right behind "who", or behind an insertion with "who" that names the doer."""
    tokens = place.text.tokens
    before = tokens[place.at - 1].low if place.at else ""
    who = next((i for i in range(place.at - 1, -1, -1) if tokens[i].low in WHO), None)
    inserted = who is not None and before == "," and doer.within(place.text, range(who, place.at))
    return auxiliary_passive(place.text, place.at) or before in WHO or inserted


def _behind_by(verb: Verb) -> list[Party]:
    tokens = verb.text.tokens
    first = 0 if verb.text.words.language == "de" else verb.at + 1
    by = next((i for i in range(first, len(tokens)) if tokens[i].low in verb.text.words.by), None)
    if by is None:
        return []
    return parties(verb.text, _phrase(verb.text, by))


def _phrase(text: Analysed, by: int) -> list[int]:
    """The nouns behind "by" up to the next verb or mark."""
    found: list[int] = []
    for i in range(by + 1, min(by + 1 + _PHRASE, len(text.tokens))):
        low = text.tokens[i].low
        if low in "'’" and found and text.tokens[i - 1].possessive:
            continue  # "by the Homeowners' Union"
        if text.tokens[i].kind != "word" or (found and (is_verb(text, i) or low in text.words.prepositions)):
            break
        if i in text.content and is_noun(text, i):
            found.append(i)
    return found


def _does(doer: Party, place: Verb, known: Sequence[Analysed]) -> bool:
    sentence = place.text
    by = [i for i, token in enumerate(sentence.tokens) if token.low in sentence.words.by]
    agents = [party for i in by for party in parties(sentence, _phrase(sentence, i))]
    if any(_is(party, doer, sentence, known) for party in agents) or by_its_build(sentence, place.at, doer.tokens):
        return True
    if _passive(sentence, place.at):
        return any(_pointing(sentence, i) for i in by)
    subjects = place.subjects
    return not subjects or any(_is(party, doer, sentence, known) for party in subjects)


def _pointing(sentence: Analysed, by: int) -> bool:
    """ "by them"."""
    return any(token.low in sentence.words.pronouns for token in sentence.tokens[by + 1 : by + 2])


def _is(party: Party, doer: Party, sentence: Analysed, known: Sequence[Analysed]) -> bool:
    """The same, what it is called, or a noun for the kind of thing it is."""
    if any(alike(a, b) for a in party.tokens for b in doer.tokens):
        return True
    last = party.tokens[-1]
    if last.low in sentence.words.generic | sentence.words.neutral and not doer.within(sentence):
        return True
    return any(side_by_side(s, last, token) for s in known for token in doer.tokens)
