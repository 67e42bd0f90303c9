"""Subjects: a name before a verb stands there in the article, or something stands there that can mean it."""

from collections.abc import Iterable, Sequence

from bot.claims.frames.frames import frames
from bot.claims.grammar.counterparts import counterparts
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import listed
from bot.claims.grammar.nouns import is_noun, side_by_side, up_to_phrase
from bot.claims.grammar.verbs import is_verb
from bot.claims.grammar.voice import auxiliary_passive
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import OF
from bot.claims.language.stops import PARTING
from bot.claims.language.token import Token
from bot.claims.people.callings import called, of_another_kind
from bot.claims.rules.shown import told_so

_LONGEST = 16  # words of an insertion between commas
_PHRASE = 5  # words from a preposition to the noun of its phrase
_PERSONS = frozenset({"he", "she", "er", "elle"})
_THINGS = frozenset({"it"})
_AMONG = frozenset({"among", "including", "parmi", "dont", "entre"})
# Auxiliaries and small words that may stand between a subject and its verb.
_PASSED = frozenset({"not", "n't", "to", "also", "both", "still", "now", "already", "have", "be", "been", "being"})
_PASSED |= {"is", "are", "am", "ne", "pas", "no", "se"}


def subject_problems(text: Analysed, cited: Sequence[Analysed], known: Iterable[Analysed]) -> list[str]:
    """One sentence for each name that the text sets before a verb before which its sentences have somebody else.

    `known` are the sentences that tell who is who. German, where the subject may stand behind, is left to other checks.
    """
    if text.words.language == "de":
        return []
    near = tuple(dict.fromkeys((*cited, *known)))
    found: list[str] = []
    for i in text.content:
        head = subject(text, i) if _tells(text, i) else None
        if head is None or not _named(text, head, near):
            continue
        places = counterparts(text, i, cited)
        if places and all(_other(text, i, head, s, j, near) for s, j in places) and not told_so(text, i, cited, near):
            found.append(f"{text.tokens[head].text!r} is not who {text.tokens[i].text!r} in its sentences.")
    return list(dict.fromkeys(found))


def _tells(text: Analysed, index: int) -> bool:
    """A verb, or what stands right behind an auxiliary, but no verb of reporting."""
    token, words = text.tokens[index], text.words
    if token.capital or token.low in words.reporting or token.low.endswith("ly"):
        return False
    before = text.tokens[index - 1].low if index else ""
    return is_verb(text, index) or before in words.auxiliaries or before in words.passive


def subject(text: Analysed, verb: int) -> int | None:
    """The noun, name or pronoun before the verb, past its auxiliaries, an insertion, and phrases of its own."""
    k = verb - 1
    while k >= 0 and _passed(text, k):
        k -= 1
    if k > 0 and text.tokens[k].low == ",":
        opened = next(
            (c for c in range(k - 1, max(-1, k - _LONGEST), -1) if text.tokens[c].low in PARTING | {","}), None
        )
        if opened is None or text.tokens[opened].low != ",":
            return None
        k = opened - 1
    while k >= 0:
        token = text.tokens[k]
        if token.low in text.words.pronouns and k not in text.content:
            return k
        if k in text.content and is_noun(text, k):
            start = _phrase_start(text, k)
            if start is None:
                return k
            k = start - 1
            continue
        if token.kind == "punct" or is_verb(text, k) or token.low in text.words.links:
            return None
        k -= 1
    return None


def _inserted(text: Analysed, head: int, verb: int, name: Sequence[Token]) -> bool:
    """ "the former mayor of Eldon, Victor Saye, told": the name stands between its title and the verb."""
    lows = {token.low for token in name}
    return any(text.tokens[i].capital and text.tokens[i].low in lows for i in range(head, verb))


def _passed(text: Analysed, index: int) -> bool:
    low = text.tokens[index].low
    adverb = low.endswith(("ly", "ment", "mente"))
    return adverb or low in _PASSED or low in text.words.auxiliaries or low in text.words.passive


def _phrase_start(text: Analysed, index: int) -> int | None:
    """Where the preposition of the phrase stands; none for "two of them"."""
    for i in up_to_phrase(text, index, _PHRASE):
        low = text.tokens[i].low
        if low in text.words.links:
            return None
        if low in text.words.prepositions | text.words.by:
            counted = low in OF and i > 0 and (text.tokens[i - 1].kind == "number" or i - 1 not in text.content)
            return None if counted else i
    return None


def _named(text: Analysed, index: int, known: Sequence[Analysed]) -> bool:
    """A capital that is not the sentence's doing."""
    token = text.tokens[index]
    if index not in text.content or not token.capital or token.possessive or token.low in text.words.dates:
        return False
    small = any(t.low == token.low and not t.capital for s in known for t in s.tokens)
    return not (token.first and (token.groups or small)) and not (
        small and index and text.tokens[index - 1].low in text.words.determiners
    )


def _name(text: Analysed, index: int) -> list[Token]:
    start = index
    while start and text.tokens[start - 1].capital and (start - 1) in text.content:
        start -= 1
    return [text.tokens[i] for i in range(start, index + 1)]


def _other(text: Analysed, verb: int, head: int, sentence: Analysed, place: int, known: Sequence[Analysed]) -> bool:
    """Whether that place has a subject that cannot be the name."""
    name = _name(text, head)
    passive, turned = auxiliary_passive(sentence, place), auxiliary_passive(text, verb)
    if turned <= passive and by_its_build(sentence, place, name):
        return False
    if turned != passive:
        agent = _agent(sentence, place) if passive else None
        return agent is not None and not _may_mean(name, sentence, agent, known)
    theirs = subject(sentence, place)
    if _asks_who(sentence, place):
        return True
    if theirs is None or any(t.low in _AMONG for t in sentence.tokens) or _inserted(sentence, theirs, place, name):
        return False
    return not _may_mean(name, sentence, theirs, known)


def by_its_build(sentence: Analysed, verb: int, name: Sequence[Token]) -> bool:
    """ "The inspectors hired by the builder, Ostra, had skipped", "by Osei, a banker, and Frost": whether the name is among
    those who do it."""
    frame = frames(sentence).get(verb) if sentence.words.language == "en" else None
    doers = (frame.doers if frame else None) or ()
    return any(alike(name[-1], sentence.tokens[i]) for phrase in doers for i in phrase.places)


def _asks_who(text: Analysed, verb: int) -> bool:
    """ "would depend on who headed the office": nobody whom the sentence tells of."""
    k = verb - 1
    while k > 0 and (_passed(text, k) or text.tokens[k].low == "then"):
        k -= 1
    return k > 0 and text.tokens[k].low == "who" and text.tokens[k - 1].low in text.words.prepositions


def _agent(text: Analysed, verb: int) -> int | None:
    """The last noun of what stands behind "by"."""
    by = next(
        (k for k in range(verb + 1, min(verb + 7, len(text.tokens))) if text.tokens[k].low in text.words.by), None
    )
    found = None
    for k in range((by or len(text.tokens)) + 1, len(text.tokens)):
        if k in text.content and is_noun(text, k):
            found = k
        elif found is not None or text.tokens[k].low not in text.words.determiners:
            break
    return found


def _may_mean(name: Sequence[Token], sentence: Analysed, index: int, known: Sequence[Analysed]) -> bool:
    token, words = sentence.tokens[index], sentence.words
    if any(token.low == mine.low for mine in name):
        return True
    if token.capital and index in sentence.content:
        others = _name(sentence, index)
        if token.low in words.dates or any(a.low == b.low for a in others for b in name):
            return True
        return any(side_by_side(s, others[-1], name[-1]) for s in known)
    if index not in sentence.content:
        is_ = called(name, known, words.language)
        return not ((token.low in _PERSONS and is_ == "body") or (token.low in _THINGS and is_ == "person"))
    if token.low in listed(words.language, "client") | words.neutral | words.broad - words.generic:
        return True
    if any(side_by_side(s, token, b) for s in known for b in name):
        return True
    if any(
        sentence.tokens[i].capital and sentence.tokens[i].low == name[-1].low for i in sentence.content if i > index
    ):
        return False  # "the government counts 370, whereas Vargnatur counts 300"
    return (
        token.low in words.generic
        and called(name, known, words.language) != "person"
        and not of_another_kind(name, token, known, words.language)
    )
