"""Negations: whether a statement is one, what it turns into its contrary, and of whose deed."""

from collections.abc import Sequence
from itertools import pairwise

from bot.readers.offline.denying.denied import Basis
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Place
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_MARKS = frozenset({".", ",", ";", ":", "!", "?"})
_NEAR = 3  # words between "we" and "not"
_SCOPE = 6  # words from "not" on that it turns into their contrary
_EARLY = 12  # words among which the first clause shows its negation


def says_no(words: Sequence[Token], language: Language) -> bool:
    """ "No, never", "It was not." """
    said = _first_clause(words)
    return bool(said) and (said[0].low in language["denials.noes"] or _elliptic(said, main_negation(said, language)))


def main_negation(said: Sequence[Token], language: Language) -> int | None:
    """Where the first clause is negated, if it is: no conjunction stands before the "not"."""
    for at, word in enumerate(said[:_EARLY]):
        if (
            at
            and word.low in language["grammar.subordinators"] | language["grammar.relative"] - language["grammar.that"]
        ):
            return None
        if negates(word, language) and not phrasing.phrase(said, at, "denials.no_negation", language):
            return None if _of_aim(said, at, language) else at
    return None


def _of_aim(said: Sequence[Token], negated: int, language: Language) -> bool:
    """ "The aim is to win, not to please"; "is not to blame" negates a fact."""
    to = negated + 1 < len(said) and said[negated + 1].low in language["grammar.to"]
    return to and negated > 0 and said[negated - 1].low not in language["grammar.auxiliaries"]


def denying(said: Sequence[Token], negated: int, language: Language, *, charged: bool) -> Basis | None:
    """What the negation of the first clause may deny; None for a mere attitude: "I'm not going to"."""
    if _of_mind(said, negated, language):
        return None
    if _points_away(said, negated, language) or _retorts(said, negated, language):
        return "pointing"
    if _misdeed(said, negated, language):
        return "stated"
    if not _own_deed(said, negated, language):
        return "contrary"
    if any(word.low in language["denials.attitudes"] for word in said[negated + 1 : negated + 1 + _NEAR]):
        return None
    if _for_a_client(said, language):
        return "stated"
    own_words = any(word.low in language["cues.say"] for word in said[negated + 1 : negated + 2])
    return "stated" if charged and own_words else "own deeds"


def _of_mind(said: Sequence[Token], negated: int, language: Language) -> bool:
    """ "I do not trust them", "it did not know how long": what tells of nobody but the speaker; where the verb stands before its
    "not", too: "ich traue ihnen nicht"."""
    first = 0 if language.verb_second else negated
    for at in range(first, min(negated + 1 + _NEAR, len(said))):
        behind = said[at + 1 : at + 2 + _NEAR]
        unknown = said[at].low in language["denials.knowing"] and any(
            word.low in language["denials.asking_words"] for word in behind
        )
        if unknown or said[at].low in language["denials.minding"]:
            return True
    return False


def of_notice(said: Sequence[Token], negated: int, language: Language) -> bool:
    """ "That warning never reached me", "no such letter came": what somebody says that they told is denied."""
    if negated == 0:
        return (
            phrasing.phrase(said, 0, "denials.such", language) > 0
            and said[2:] != []
            and said[2].low in language["denials.notices"]
        )
    return negated > 1 and said[0].low in language["denials.those"] and said[1].low in language["denials.notices"]


def of_contesting(said: Sequence[Token], negated: int, language: Language) -> bool:
    """ "Would not appeal the ruling", "does not contest it": who leaves it at that denies nothing."""
    return any(word.low in language["denials.contesting"] for word in said[negated + 1 : negated + 1 + _SCOPE])


def of_this(said: Sequence[Token], negated: int, language: Language) -> bool:
    """ "L'agence n'a pas retrouvé trace de cet envoi": what the "not" is said of was just told; a thing in no such words, or a day,
    was not."""
    if not language.inverts:
        return False
    first = max(0, negated - _SCOPE) if language.verb_second else negated + 1  # "dieses Schreiben nie erhalten"
    near = list(said[first : negated + 2 + _SCOPE])
    told = language["denials.carriers"] | language["denials.notices"]
    return any(one.low in language["denials.those"] and two.low in told for one, two in pairwise(near))


def of_such(said: Sequence[Token], language: Language) -> bool:
    """ "Such an order never existed", "einen solchen Entwurf habe es nie gegeben": what was just told of is not there."""
    lows = {word.low for word in said[: _EARLY + _SCOPE]}
    there = lows & language["denials.suchlike"] and lows & language["denials.existing"]
    return bool(there) and not of_first_time(said, language)


def of_first_time(said: Sequence[Token], language: Language) -> bool:
    """ "Such a drought was never seen before" tells of it."""
    return phrasing.holds(said, "denials.first_time", language)


def crux(words: Sequence[Token], language: Language) -> Place | None:
    """The words beside the "not", which it turns into their contrary."""
    said = [word for word in words if word.is_word]
    negated = main_negation(said, language)
    if negated is None:
        return None
    return said[max(0, negated - 1)].start, said[min(len(said), negated + _SCOPE) - 1].end


def negates(word: Token, language: Language) -> bool:
    negating = (language["grammar.negations"] | language["denials.noes"]) - language["denials.adjuncts"]
    return word.negates(negating)


def _first_clause(words: Sequence[Token]) -> list[Token]:
    """The words up to the first mark between two of them."""
    said: list[Token] = []
    for word in words:
        if word.is_word:
            said.append(word)
        elif said and word.text in _MARKS:
            break
    return said


def _elliptic(said: Sequence[Token], negated: int | None) -> bool:
    """ "He had not", "I didn't": the question tells the rest."""
    return negated is not None and negated == len(said) - 1 and len(said) <= _NEAR + 1


def _retorts(said: Sequence[Token], negated: int, language: Language) -> bool:
    """ "He was not", "they had not": what was just told of somebody was not so."""
    helped = said[negated].low.endswith("n't") or said[negated - 1].low in language["grammar.auxiliaries"]
    return (
        _elliptic(said, negated)
        and helped
        and said[0].low in language.pronouns | language["grammar.they"] | language["grammar.it"]
    )


def _points_away(said: Sequence[Token], negated: int, language: Language) -> bool:
    """ "That is not what happened"."""
    behind = said[negated + 1 : negated + 1 + _NEAR]
    return said[0].low in language["denials.pointers"] and any(word.low in language["denials.trues"] for word in behind)


def _own_deed(words: Sequence[Token], negated: int, language: Language) -> bool:
    """ "I have not", "we never", "my remarks were not", "no drone of ours", or "she had not" as others tell it: a deed, no
    attitude."""
    if _told_nothing(words, negated, language):
        return False
    said, negation = words[: negated + 1], words[negated]
    own = language["grammar.first_person"] | language.pronouns | language["grammar.they"]
    behind = words[negated + 1 : negated + 1 + _NEAR]
    if negated == 0 and any(word.low in language["grammar.first_person"] for word in behind):
        return True
    if negated == 0 and _without_subject(behind, language):
        return True
    owned = said[0].low in language["grammar.possessives"]  # "its aircraft had flown no missions"
    if not owned and not any(word.low in own for word in said[-_NEAR - 1 :]):
        return False
    deeds = language["denials.deeds"]
    near = said if language.verb_second else said[-2:-1]  # "habe die Rechnungen nie gesehen"
    helped = negation.low.removesuffix("n't") in deeds or any(word.low in deeds for word in near)
    if negation.low in language["denials.objects"]:
        if helped and language.verb_second:
            return True  # "wir haben nichts eingeleitet"
        deed = len(said) > 2 and said[-2].low not in language["denials.perceptions"]
        told = any(word.low in own for word in said[-_NEAR - 1 : -2])
        return deed and (owned or told)  # "he took nothing", "it had paid nobody"
    return helped or (negation.low in language["denials.nevers"] and len(said) > 1 and said[-2].low in own)


def _told_nothing(words: Sequence[Token], negated: int, language: Language) -> bool:
    """ "We were told nothing", "I was never asked", "it had not been informed": what others did to who speaks is no deed."""
    near = words[max(0, negated - _NEAR) : negated + 1 + _NEAR]
    passive = (one.low in language["grammar.passive"] for one in near)
    return any(passive) and any(word.low in language["denials.informed"] for word in near)


def _misdeed(said: Sequence[Token], negated: int, language: Language) -> bool:
    """ "We never hid a report", "has never taken a bribe": nobody says so who is not accused of it; but "will not hide"."""
    own = language["grammar.first_person"] | language.pronouns | language["grammar.they"]
    subject = said[max(0, negated - _NEAR) : negated + 1 + (_NEAR if negated == 0 else 0)]
    alone = negated == 0 and said[1:] != [] and said[1].low in language["denials.deeds"]  # "Jamás hemos ocultado"
    tacit = negated == 0 and _without_subject(said[1 : 1 + _NEAR], language)
    if not (alone or tacit or any(word.low in own for word in subject)):
        return False
    helping = language["denials.modals"] | language["grammar.passive"]  # "was never threatened"
    if any(word.low in helping for word in said[max(0, negated - 2) : negated + 2]):
        return False
    if phrasing.holds(said, "denials.no_misdeeds", language):
        return False
    near = said[negated + 1 : negated + 1 + (2 * _SCOPE if language.verb_second else _SCOPE)]
    return phrasing.holds(near, "denials.misdeeds", language)


def _for_a_client(said: Sequence[Token], language: Language) -> bool:
    """ "His client had never …": a lawyer speaks because somebody accuses."""
    owned = len(said) > 1 and said[0].low in language["grammar.possessives"]
    return owned and said[1].low in language["denials.represented"]


def past(said: Sequence[Token], language: Language) -> bool:
    """The first clause negates what was, not what will be or is meant to be: "had not been near", not "would not close"."""
    negated = main_negation(said, language)
    if negated is None or {word.low for word in said[max(0, negated - 1) : negated + 1]} & language["denials.modals"]:
        return False
    return any(word.low in language["denials.been"] | language["denials.deeds"] for word in said[: negated + _NEAR])


def _without_subject(behind: Sequence[Token], language: Language) -> bool:
    """ "n'avoir jamais reçu", "no cobró": who speaks is meant, by an infinitive or, where the verb alone tells, by its ending."""
    if not behind or behind[0].low in language["denials.impersonal"]:
        return False
    return behind[0].low in language["denials.infinitives"] or behind[0].low.endswith(
        tuple(language["endings.pro_drop"])
    )
