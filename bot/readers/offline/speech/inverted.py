"""Inverted: the subject of a reporting word that stands behind it: "said the minister", "a déclaré la ministre"."""

from itertools import pairwise

from bot.readers.offline.naming import appositions, mentions
from bot.readers.offline.naming.people import is_people
from bot.readers.offline.speech import content
from bot.readers.offline.syntax import phrasing, rightward
from bot.readers.offline.syntax.cues import Cue, Frame
from bot.readers.offline.syntax.sentence import Place, Sentence
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import DASHES

_INVERTIBLE: frozenset[Frame] = frozenset({"say", "quote", "find", "think"})
_SAID: frozenset[Frame] = frozenset({"say", "quote"})
_OPENING = DASHES | {",", "?", "!"}


def subject(sentence: Sentence, cue: Cue, helped: int) -> Place | None:
    """Token indices of the subject of a verb that opens a clause, with its helpers from the token `helped` on; None where it has none
    behind it."""
    tokens, language = sentence.tokens, sentence.language
    if not _may_invert(sentence, cue, helped):
        return None
    behind = rightward.past_addressee(tokens, rightward.past_day(tokens, cue.last, language), language)
    behind = rightward.past_place(tokens, behind, language)
    place = rightward.phrase(tokens, behind, language)
    if _described(sentence, helped, place):
        return None
    outlet = _outlet_behind(sentence, place)
    if outlet is not None:
        return outlet
    sure = content.follows_quotation(tokens, helped)
    denies = not sure and _denies(sentence, cue, place)
    speaks = sure or not _of_document(sentence, cue) or _may_speak(sentence, place, counted=False)
    return place if not denies and speaks and _inverts(sentence, place, sure=sure) else None


def _may_invert(sentence: Sentence, cue: Cue, helped: int) -> bool:
    """It is a word behind which a subject may stand, and nothing before it in its clause is one."""
    tokens, language = sentence.tokens, sentence.language
    before = tokens[helped - 1] if helped else None
    opens = before is None or before.is_quote or before.text in _OPENING or _leads_in(before.low, language)
    if not opens or tokens[cue.first].low in language["cues.addressing"] or _outlet_before(sentence, helped):
        return False
    noun_first = language.noun_first
    invertible = _INVERTIBLE | {"deny"} if noun_first else _INVERTIBLE
    return bool(cue.frames & invertible) and not (noun_first and _governs(sentence, cue))


def _denies(sentence: Sentence, cue: Cue, place: Place) -> bool:
    """ "Voss, 51, denies theft": what stands behind the verb is denied; not in "Negó la empresa que …", nor in "El informe, replicó
    la directora, lleva fecha de marzo"."""
    if "deny" not in cue.frames or _before_that(sentence, place):
        return False
    replies = bool(cue.frames & _SAID) and sentence.language.noun_first
    return not (replies and _may_speak(sentence, place))


def _outlet_behind(sentence: Sentence, place: Place) -> Place | None:
    """The title in "croit savoir l'hebdomadaire « Dossard »", where it closes the sentence."""
    tokens, (_, end) = sentence.tokens, place
    if not sentence.language.noun_first or end + 1 < len(tokens) - 1 or end >= len(tokens):
        return None
    outlet = tokens[end].is_quote and tokens[end - 1].low in sentence.language["sources.media_words"]
    return (end, end + 1) if outlet else None


def _governs(sentence: Sentence, cue: Cue) -> bool:
    """ "Un rapport, que la ville a reçu, fait état de trois fuites": what stands behind "de" is told, and does not speak."""
    last = sentence.tokens[cue.last - 1].low
    return cue.last - cue.first > 1 and last in sentence.language["grammar.prepositions"]


def _outlet_before(sentence: Sentence, helped: int) -> bool:
    """ "« Le Figaro » révèle que …": the quotation is the subject."""
    tokens, language = sentence.tokens, sentence.language
    quoted = helped == 1 and tokens[0].is_quote
    return quoted and tokens[0].text.strip("«»“”\"' \u00a0\u202f").lower() in language["sources.other_media"]


def _of_document(sentence: Sentence, cue: Cue) -> bool:
    """ "The report, seen by the paper, recommends repairs": what it finds stands behind the verb, and no subject."""
    tokens, documents = sentence.tokens, sentence.language["sources.documents"]
    opens = tokens[0].low in sentence.language["grammar.determiners"] and tokens[1].low in documents
    if not (cue.frames.isdisjoint(_SAID) or ("find" in cue.frames and opens)):
        return False
    return any(token.low in documents for token in tokens[: cue.first])


def _inverts(sentence: Sentence, place: Place, *, sure: bool) -> bool:
    """Whether the phrase behind the verb is its subject; a quotation before the verb makes that `sure`."""
    tokens, language = sentence.tokens, sentence.language
    start, end = place
    if start >= end:
        return False
    first = tokens[start]
    counted = end - start == 1 and (
        first.text[0].isdigit() or first.low in language.counts
    )  # "n'en recense que quatre"
    gerund = language.is_gerund(first.low) and not first.is_capital
    if counted or gerund or "'" in first.low.strip("'") or first.low in language.never_inverted:
        return False  # "said he'd battled", "said that", "denies having"
    if first.low in language.pronouns | language["grammar.they"]:
        return (sure or _clitic(sentence, start)) and end - start == 1
    if any(_is_verb(sentence, at) for at in range(start + 2, end)):
        return False  # "said her client rejected it"
    if sure or _ends_clause(sentence, place):
        return True
    if not language.noun_first:
        return _names(sentence, place) and content.only_adjunct(tokens, end, sentence)
    if _before_that(sentence, place):
        return _may_speak(sentence, place)
    return (first.is_capital or _closes(sentence, place)) and content.only_adjunct(tokens, end, sentence)


def _names(sentence: Sentence, place: Place) -> bool:
    """It begins with a name, or with what somebody is and then the name: "said former owner Tom Dale on Friday"."""
    words, language = sentence.tokens[slice(*place)], sentence.language
    return words[0].is_capital or any(is_people(one.low, language) and two.is_capital for one, two in pairwise(words))


def _clitic(sentence: Sentence, at: int) -> bool:
    """ "Rien n'est perdu, indique-t-elle": a hyphen ties the pronoun to its verb, and nobody asks."""
    tied = sentence.passage.text[sentence.tokens[at].start - 1] == "-"
    return tied and sentence.tokens[-1].text != "?"


def _ends_clause(sentence: Sentence, place: Place) -> bool:
    """Nothing stands behind the phrase but "mit" ("teilte die Polizei mit"), or a colon behind a clause ("C'est faux, répond la
    mairie : …"), and it is no object."""
    tokens, language, behind = sentence.tokens, sentence.language, place[1]
    while behind < len(tokens) and tokens[behind].low in language["grammar.verb_particles"]:
        behind += 1
    if behind == len(tokens):
        return True
    noun_first = language.noun_first
    owned = tokens[behind].text == "," and tokens[place[0]].low in language["grammar.possessives"]
    if (noun_first and _object(sentence, place)) or ((noun_first or owned) and _apposed(sentence, place[0])):
        return False
    return tokens[behind].text in (",", ".") or (tokens[behind].text == ":" and noun_first and _closes(sentence, place))


def _described(sentence: Sentence, verb: int, place: Place) -> bool:
    """ "The report, seen by Reuters, says the bank hid losses": the verb's subject is what a participle describes, and no speaker
    stands behind it alone, as in "The dam will hold, built as it was, said the minister"."""
    tokens, language = sentence.tokens, sentence.language
    if language.noun_first or not verb or tokens[verb - 1].text != ",":
        return False
    first = next(at for at in range(verb) if tokens[at].text == ",")
    if not 0 < first < verb - 2:
        return False
    last = tokens[place[1] - 1]
    alone = last.is_capital or is_people(last.low, language)
    return not alone and language.is_participle(tokens[first + 1].low) and _apposed(sentence, verb)


def _apposed(sentence: Sentence, place: int) -> bool:
    """The verb before the token `place` has its subject before the commas: "Le porte-parole, Luc Rand, a évoqué un miracle",
    "The lawyer, Mark Ott, said its owner, Rolf Dahl, hid it"."""
    tokens, language = sentence.tokens, sentence.language
    marks = [at for at in range(place) if tokens[at].text == ","]
    if len(marks) < 2 or not tokens[0].is_word:
        return False
    alone = len(marks) == 2 and not any(token.is_quote for token in tokens[:place])
    return alone and appositions.is_nominal(tokens[: marks[0]], language, indefinite=True)


def _before_that(sentence: Sentence, place: Place) -> bool:
    """ "Dijo el alcalde que …", "Negó la empresa que …"."""
    tokens, language, end = sentence.tokens, sentence.language, place[1]
    noun_first = language.noun_first
    return noun_first and end < len(tokens) and tokens[end].low in language["grammar.that"]


def _leads_in(low: str, language: Language) -> bool:
    """ "El lunes dijo el alcalde": where the verb may come first, a day or an adverb before it is no subject."""
    return language.noun_first and low in language["grammar.days"] | language["grammar.adverbs"]


def _object(sentence: Sentence, place: Place) -> bool:
    """ "Hydrale, reconnaît l'existence d'une fissure, mais …": behind a second comma the verb has its object, which cannot
    speak."""
    commas = sum(token.text == "," for token in sentence.tokens[: place[0]])
    return commas > 1 and not _may_speak(sentence, place)


def _closes(sentence: Sentence, place: Place) -> bool:
    """ "Le pont est fermé, a annoncé la préfecture lundi": somebody who may speak, behind a whole clause."""
    tokens = sentence.tokens
    comma = max((at for at in range(place[0]) if tokens[at].text == ","), default=0)
    told = any(sentence.language.is_finite(token.low) for token in tokens[:comma])
    retorts = (
        comma > 0 and phrasing.phrase(tokens, 0, "denials.retorts", sentence.language) == comma
    )  # "Faux, rétorque …"
    return (told or retorts) and _may_speak(sentence, place)


def _may_speak(sentence: Sentence, place: Place, *, counted: bool = True) -> bool:
    passage = sentence.passage
    found = mentions.read(passage.text, sentence.tokens[place[0] : place[1]], passage.language, passage.names)
    return found is not None and (found.sure or (counted and found.count is not None))


def _is_verb(sentence: Sentence, at: int) -> bool:
    """A finite form behind a noun, and no participle: "client rejected", not "the retired officer"."""
    tokens, language = sentence.tokens, sentence.language
    before = tokens[at - 1]
    noun = language.noun_first and is_people(tokens[at].low, language)  # "un ancien salarié"
    noun |= language.noun_first and language.is_participle(tokens[at].low)  # "un courrier versé au dossier"
    attribute = noun or before.low in language["grammar.determiners"] or language.is_adverb(before.low)
    return not tokens[at].is_capital and before.is_word and not attribute and language.is_finite(tokens[at].low)
