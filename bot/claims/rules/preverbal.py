"""Who does it in French and Spanish: whoever stands right before the verb, or before an insertion that ends there."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed, forms_in
from bot.claims.grammar.nouns import side_by_side
from bot.claims.grammar.parties import Party
from bot.claims.grammar.verb import Verb, verb_at
from bot.claims.grammar.verbs import is_verb, participle
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import JOINTS, RELATIVE

_REFLEXIVE = frozenset({"se", "s"})
_CLITICS = 2  # words before a verb among which its pronouns stand


def preverbal_problems(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """One sentence for each deed that the text tells of somebody whom its sentences have beside another who does it.

    `known` are the sentences that tell who is who. Subjects without a name are compared by number and kind elsewhere;
    here names too.
    """
    if text.words.language not in ("fr", "es"):
        return []
    found = []
    for verb in (verb_at(text, at) for at in text.content if is_verb(text, at)):
        own = _only(verb)
        if own is None or verb.passive or _of_itself(verb):
            continue
        places = [verb_at(s, i) for s, i in forms_in(cited, verb.token) if is_verb(s, i)]
        if places and all(_anothers(own, verb, place, known) for place in places):
            found.append(f"{str(own)!r} is not who does it in its sentences: {verb.token.text!r}.")
    return list(dict.fromkeys(found))


def _only(verb: Verb) -> Party | None:
    """The one who does it, where there is one."""
    parties = [party for party in verb.subjects if not party.loose and not party.phrase]
    return parties[0] if len(parties) == 1 and not verb.pronoun_left else None


def _anothers(own: Party, verb: Verb, place: Verb, known: Sequence[Analysed]) -> bool:
    """Whether who does it there is somebody else, and who does it in the text stands beside them."""
    if _agent_alone(own, place):
        return True
    their = _only(place)
    if their is None or place.passive or their.tokens[-1].low in place.text.words.generic:
        return False
    told = own.within(place.text, place.right) if not verb.objects else not own.within(place.text)
    if told or not _before(their, place):
        return False  # "la mine fermera" of "la société fermera la mine"
    pairs = [(a, b) for a in own.tokens for b in their.tokens]
    return not any(alike(a, b) or any(side_by_side(s, a, b) for s in known) for a, b in pairs) and own.within(
        place.text
    )


def _agent_alone(own: Party, place: Verb) -> bool:
    """ "Une experte désignée par le syndicat … a critiqué": who stands only behind "par" has done no more than that."""
    text = place.text
    at = [i for i in text.content if own.within(text, [i])]
    led = [next((k for k in range(i - 1, max(-1, i - 4), -1) if text.tokens[k].low in text.words.by), None) for i in at]
    told = all(k is not None and participle(text, k - 1) and k - 1 != place.at for k in led)
    return bool(at) and told and not place.passive and max(at) < place.at


def _before(party: Party, verb: Verb) -> bool:
    """ "Mercadal, qui a repris l'entreprise, n'a pas": nothing stands between but what belongs to the verb."""
    tokens = verb.text.tokens
    last = next((i for i in range(verb.at - 1, -1, -1) if tokens[i] is party.tokens[-1]), None)
    if last is None:
        return False
    commas = [i for i in range(last + 1, verb.at) if tokens[i].low == ","]
    apposed = (
        last >= len(party.tokens) and tokens[last - len(party.tokens)].low == ","
    )  # "l'agente d'Astier, Léa Prat, a"
    inserted = bool(commas) and commas[0] == last + 1 and (len(commas) > 1 or apposed)
    rest = range(commas[-1] + 1 if inserted else last + 1, verb.at)
    bare = all(i not in verb.text.content and tokens[i].low not in JOINTS | RELATIVE for i in rest)
    return bare and (inserted or not commas)


def _of_itself(verb: Verb) -> bool:
    """ "El taller se conservará"."""
    return any(token.low in _REFLEXIVE for token in verb.text.tokens[max(0, verb.at - _CLITICS) : verb.at])
