"""Bystanders: whom a sentence tells of besides has not done what somebody else does in it, nor is it done to them."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed, forms_in
from bot.claims.grammar.kinds import BODIES, sorts
from bot.claims.grammar.nouns import side_by_side
from bot.claims.grammar.parties import Party
from bot.claims.grammar.verb import Verb, verb_at
from bot.claims.grammar.verbs import is_verb, verbs
from bot.claims.grammar.voice import auxiliary_passive
from bot.claims.language.likeness import alike
from bot.claims.rules.shown import told_so


def bystander_problems(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """One sentence for each verb whose subject in the text stands in the sentence too, which gives the verb another.

    `known` are the sentences that tell who is who. Where word order is free nothing is told.
    """
    if text.words.language == "de":
        return []
    found = []
    for index in verbs(text):
        verb = verb_at(text, index)
        subject = _subject(verb)
        places = [verb_at(s, i) for s, i in forms_in(cited, verb.token) if is_verb(s, i)]
        if subject is None or not places or told_so(text, index, cited, known):
            continue
        if auxiliary_passive(text, index):
            blamed = any(
                op.at == index and op.name == "blame" for op in text.operators
            )  # "blamed the loss on the plant"
            if not blamed and all(_spared(subject, place) for place in places):
                found.append(f"{str(subject)!r} is not whom {verb.token.text!r} is told of in its sentences.")
        elif all(_anothers(verb, subject, place, known) for place in places):
            found.append(f"{str(subject)!r} is not who {verb.token.text!r} in its sentences.")
    return list(dict.fromkeys(found))


def _subject(verb: Verb) -> Party | None:
    """The last word before the verb that is its subject, with what belongs to it."""
    plain = [party for party in verb.subjects if not (party.loose or party.phrase)]
    return plain[-1] if plain and not verb.chained and not verb.infinitive else None


def _anothers(verb: Verb, doer: Party, place: Verb, known: Sequence[Analysed]) -> bool:
    """Whether the sentence has the doer, and right before the verb somebody who is nobody else's other name; a doer without a
    name only where the two have changed places."""
    sentence = place.text
    if auxiliary_passive(sentence, place.at) or place.relative or place.infinitive or not _firm(place):
        return False
    own = [party for party in place.subjects if not (party.loose or party.phrase)]
    there = [i for i in sentence.content if doer.within(sentence, [i])]
    taken = [token for party in place.subjects for token in party.tokens]
    if not own or not there or any(sentence.tokens[i] in taken for i in there):
        return False
    other = own[-1]
    if any(alike(a, b) for a in doer.tokens for b in taken):
        return False
    near = (sentence, *known)
    behind = min(there) > place.at
    swapped = behind and other.within(verb.text, [i for i in verb.text.content if i > verb.at])
    somebody = behind and bool(sorts(sentence.words.language, doer.tokens[-1].low))
    if not (doer.name or swapped or somebody):
        return False
    if any(side_by_side(s, a, b) for s in near for a in doer.tokens for b in other.tokens):
        return False
    return other.name or _introduced(other, doer, near)


def _spared(subject: Party, place: Verb) -> bool:
    """Whether the verb takes somebody else in the sentence, and this one stands behind it in a phrase: "after an audit"."""
    sentence = place.text
    there = [i for i in sentence.content if subject.within(sentence, [i])]
    if auxiliary_passive(sentence, place.at) or not place.objects or not there or min(there) < place.at:
        return False
    taken = [token for party in place.objects for token in party.tokens]
    mine = any(alike(a, b) for a in subject.tokens for b in taken)
    return not mine and all(_led(sentence, i) for i in there)


def _led(sentence: Analysed, index: int) -> bool:
    """Whether the phrase tells who did it, or when: "by a camera", "after an audit"."""
    k = index - 1
    while k >= 0 and (k in sentence.content or sentence.tokens[k].low in sentence.words.determiners):
        k -= 1
    when = {op.at for op in sentence.operators if op.name in ("after", "before")}
    return k >= 0 and (k in when or sentence.tokens[k].low in sentence.words.by)


def _introduced(other: Party, doer: Party, near: Sequence[Analysed]) -> bool:
    """ "The authority" where a sentence before has "the port authority of Callow", and not beside the doer."""
    head = other.tokens[-1]
    kinds = sorts(near[0].words.language, head.low) & set(BODIES)
    places = [(s, i) for s in near[1:] if s is not near[0] for i in s.content if s.tokens[i].low == head.low]
    whole = any(i and i - 1 in s.content and not s.tokens[i - 1].possessive for s, i in places)
    return bool(kinds) and whole and not any(doer.within(s) for s, _ in places)


def _firm(place: Verb) -> bool:
    """Nothing between commas stands before the verb but a name: "a fisherman, Owen Tarr, complained"."""
    tokens = place.text.tokens
    if tokens[place.at - 1].low != ",":
        return True
    start = next((i for i in range(place.at - 2, -1, -1) if tokens[i].low == ","), 0)
    return all(token.capital for token in tokens[start + 1 : place.at - 1])
