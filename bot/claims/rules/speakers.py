"""Speakers are not merged: two who said different things did not say one, nor did one say what the other said."""

from collections.abc import Sequence
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import listed
from bot.claims.grammar.nouns import side_by_side
from bot.claims.grammar.parties import Party, parties
from bot.claims.grammar.verb import Verb, verb_at
from bot.claims.grammar.verbs import verbs
from bot.claims.language.smallwords import INDEFINITE
from bot.claims.language.token import Token
from bot.claims.language.verbatim import fold
from bot.claims.people.callings import called
from bot.claims.people.tellers import nested, says, speaking, utterances
from bot.claims.rules.camps import camp_problems
from bot.claims.rules.jointly import joint_problems

# Two words tell where a sentence is quoted.
_TELLING = 2
_PERSONS = frozenset({"he", "she", "they", "i", "we", "him", "her", "them"})


def speaker_problems(
    text: Analysed,
    cited: Sequence[Analysed],
    known: Sequence[Analysed],
    speakers: Sequence[str] = (),
    *,
    uttered: bool = True,
) -> list[str]:
    """`known` are the sentences that tell who is who; `speakers` the names of who says so, where the text does not.

    `uttered`: who plans, hopes or doubts in the text counts as saying so.
    """
    found: list[str] = []
    found += joint_problems(text, cited)
    found += camp_problems(text, cited)
    found += _others_words(text, cited, tuple(dict.fromkeys(known)))
    found += _others_view(text, cited, tuple(dict.fromkeys(known)))
    if len(cited) > 1:
        reports = [verb for verb in utterances(text) if uttered or says(verb)]
        subjects = [party for verb in reports if not nested(verb) for party in verb.subjects]
        tellers = [party for party in subjects if party.name or _somebody(party, text) or _told_by(party, cited)]
        if tellers or speakers:
            names = "" if tellers else " ".join(speakers)
            found += _borrowed(text, cited, tuple(dict.fromkeys(known)), tellers, names)
    return list(dict.fromkeys(found))


def _somebody(party: Party, text: Analysed) -> bool:
    """ "the agent", no word for any body or person."""
    kinds = text.words.generic | text.words.neutral | text.words.broad
    return not (party.loose or party.phrase) and party.tokens[0].low not in kinds


def _told_by(party: Party, cited: Sequence[Analysed]) -> bool:
    """A "spokesman" who is the only one of whom a sentence has that he says something."""
    said = [s for s in cited if any(one.tokens[-1].low == party.tokens[-1].low for one in speaking(s))]
    return len(said) == 1


def _borrowed(
    text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed], tellers: Sequence[Party], names: str
) -> list[str]:
    """What only another speaker's sentence has."""
    found: list[str] = []
    plain = [party for party in tellers if not party.loose] or tellers
    who = [token for party in plain for token in party.tokens]
    for sentence in cited:
        others = speaking(sentence)
        foreign = [party for party in others if not (_same(party, who, names, known) or _called(party, plain, known))]
        if not others or len(foreign) < len(others) or any(_teller(party, text) for party in foreign):
            continue
        elsewhere = [s for s in cited if s is not sentence]
        taken = [t for t in text.meaning if t not in who and sentence.has(t) and not any(s.has(t) for s in elsewhere)]
        if elsewhere and len(taken) >= _TELLING:
            found.append(f"{str(foreign[0])!r} says {taken[0].text!r} in its sentences.")
    return found


def _teller(party: Party, text: Analysed) -> bool:
    """Whether the text names the party, and does not only tell of it what others say: "Stone said Osei had warned"."""
    if not party.within(text):
        return False
    within = [verb for verb in (verb_at(text, i) for i in verbs(text)) if nested(verb)]
    return not any(a.low == b.low for verb in within for one in verb.subjects for a in one.tokens for b in party.tokens)


def _others_words(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """A name that says what, in the one sentence that has most of it, somebody else says by name or role."""
    reports = [verb for verb in (verb_at(text, i) for i in verbs(text)) if verb.reporting or _finds(verb)]
    who = [p for verb in reports for p in verb.subjects if p.name and not (p.loose or p.phrase)]
    if not who or sum(bool(verb.subjects) for verb in reports) > 1:
        return []
    tellers = [token for party in who for token in party.tokens]
    titles = _titles(text, tellers)
    person = text.words.language == "en" and called(who[0].tokens, known, "en") == "person"
    said = [t for t in text.meaning if t not in (*tellers, *titles) and t.low not in text.words.reporting]
    counts = [sum(s.has(token) for token in said) for s in cited]
    best = [s for s, count in zip(cited, counts, strict=True) if count == max(counts)]
    found = []
    for sentence in best:
        others = _named_tellers(sentence, person=person)
        named = any(party.within(sentence) or _speaks_for(others, party, sentence) for party in who)
        if others and not named and not any(_same(other, tellers, "", known) for other in others):
            found.append(f"{str(others[0])!r} says it in its sentences, not {str(who[0])!r}.")
    return found if len(found) == len(best) else []


def _speaks_for(others: Sequence[Party], party: Party, sentence: Analysed) -> bool:
    """ "A spokesman for the authority" of the Water Authority."""
    known = listed(sentence.words.language, "spokespeople")
    speaker = any(token.low in known for other in others for token in other.tokens)
    return speaker and any(token.low == party.tokens[-1].low for token in sentence.tokens)


def _others_view(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """ "The judge called it" what in the one sentence cited somebody else says of it."""
    reports = [verb for verb in (verb_at(text, i) for i in verbs(text)) if says(verb)]
    who = [p for verb in reports[:1] for p in verb.subjects if not (p.loose or p.phrase)]
    if len(cited) != 1 or len(reports) != 1 or not who or any(p.name or not _somebody(p, text) for p in who):
        return []
    told = [verb for verb in utterances(cited[0]) if says(verb)]
    others = [party for verb in told for party in _subjects(verb) if not (party.loose or party.phrase)]
    others = [] if any(verb.pronoun_left for verb in told) else others
    heads = [party.tokens[-1] for party in who]
    if not others or any(cited[0].has(head) for head in heads) or any(_called(one, who, known) for one in others):
        return []
    if any(side_by_side(s, head, one.tokens[-1]) for s in known for head in heads for one in others):
        return []
    return [f"{str(others[0])!r} says it in its sentences, not {str(who[0])!r}."]


def _titles(text: Analysed, tellers: Sequence[Token]) -> list[Token]:
    """The words right before the names: "Judge" of "Judge Ann Lee"."""
    return [a for a, b in pairwise(text.tokens) if b in tellers and a.kind == "word" and a not in tellers]


def _subjects(verb: Verb) -> list[Party]:
    """Of "had asked for a recount, saying" those who asked."""
    text = verb.text
    trailing = verb.at > 1 and text.tokens[verb.at - 1].low == "," and verb.token.low.endswith("ing")
    earlier = [i for i in verbs(text) if i < verb.at] if trailing and not verb.subjects else []
    return verb_at(text, earlier[0]).subjects if earlier else verb.subjects or _apposed(verb)


def _apposed(verb: Verb) -> list[Party]:
    """ "…", said the company's lawyer, Anne Morel."""
    text = verb.text
    comma = next((i for i in range(verb.at + 1, len(text.tokens)) if text.tokens[i].kind == "punct"), 0)
    if not verb.inverted or not comma or text.tokens[comma].low != ",":
        return []
    run = enumerate((i for i in text.content if i > comma), comma + 1)
    return parties(text, [i for place, i in run if i == place and text.tokens[i].capital])


def _finds(verb: Verb) -> bool:
    """ "found that", "ruled that": no word of reporting, but what follows is what somebody says."""
    following = verb.text.tokens[verb.at + 1 : verb.at + 2]
    return verb.text.words.language == "en" and bool(following) and following[0].low == "that"


def _named_tellers(sentence: Analysed, *, person: bool) -> list[Party]:
    """Who says something in the sentence; nobody where it is a pronoun, of a `person` one that can mean a person, or a
    kind of body that was named before."""
    reports = [verb for verb in utterances(sentence) if says(verb)]
    behind = [sentence.tokens[verb.at + 1].low for verb in reports if verb.at + 1 < len(sentence.tokens)]
    pointing = any(verb.pronoun_left for verb in reports) or sentence.words.pronouns & set(behind)
    if pointing and not (person and _PERSONS.isdisjoint(token.low for token in sentence.tokens)):
        return []
    found = [party for verb in reports for party in _subjects(verb) if not (party.loose or party.phrase)]
    return [] if any(_pointing(party, sentence) for party in found) else found


def _pointing(party: Party, sentence: Analysed) -> bool:
    """ "the company", "the spokesman": a kind of body or person that was named before."""
    words = sentence.words
    at = next((i for i, token in enumerate(sentence.tokens) if token is party.tokens[0]), 0)
    definite = at > 0 and sentence.tokens[at - 1].low in words.determiners - INDEFINITE
    kind = party.tokens[-1].low in words.generic | words.broad | words.neutral
    return not party.name and definite and kind and not party.tokens[-1].possessive  # "the company's lawyer"


def _called(party: Party, tellers: Sequence[Party], known: Sequence[Analysed]) -> bool:
    """A name of which some sentence says that it is what the text calls its teller: "its spokesman, Joe Bell,"."""
    nouns = [one.tokens[-1] for one in tellers if not one.name]
    return party.name and any(side_by_side(s, noun, token) for s in known for noun in nouns for token in party.tokens)


def _same(party: Party, who: Sequence[Token], names: str, known: Sequence[Analysed]) -> bool:
    if any(token.low in fold(names).split() for token in party.tokens):
        return True
    if any(a.low == b.low for a in party.tokens for b in who):
        return True
    named = [token for token in who if token.capital]
    return not party.name and any(side_by_side(s, party.tokens[-1], token) for s in known for token in named)
