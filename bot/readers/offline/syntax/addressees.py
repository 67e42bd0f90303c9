"""Addressees: to whom, when and where something is said, before the comma that must part it from the clause."""

from collections.abc import Sequence

from bot.readers.offline.syntax.cues import Frame
from bot.readers.offline.syntax.sentence import Sentence
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_LONGEST = 9  # words that may stand between the verb and the comma
_WITH_OBJECT: frozenset[Frame] = frozenset({"demand", "judge", "call"})


def past(sentence: Sentence, frame: Frame, at: int) -> int:
    """Past "der Nachrichtenagentur dpa," and "am Montag mit,"; not past what the verb itself is about, as in "fordert eine
    Sperrung, die Jahre dauert"."""
    tokens, language = sentence.tokens, sentence.language
    if not language.verb_second or at >= len(tokens) or not _addresses(tokens, at, frame, language):
        return at
    for index in range(at, min(len(tokens), at + _LONGEST)):
        if tokens[index].text == ",":
            return at if _goes_on(tokens, index + 1, language) else index + 1
        if tokens[index].is_quote and not _is_name(tokens, index):
            return at
        if tokens[index].text[0].islower() and language.is_finite(tokens[index].low):
            return at
    return at


def _addresses(tokens: Sequence[Token], at: int, frame: Frame, language: Language) -> bool:
    """No object of the verb begins at `at`; one that a particle follows may be whom it is asked of: "forderte die Stadt auf, …"."""
    first, particles = tokens[at].low, language["grammar.verb_particles"]
    comma = next((i for i in range(at, min(len(tokens), at + _LONGEST)) if tokens[i].text == ","), at)
    if comma > at and tokens[comma - 1].low in particles and (frame != "say" or first in particles):
        return True
    if frame in _WITH_OBJECT:
        return False
    lists = ("prepositions", "adverbs", "days", "datives", "time_prepositions", "first_person", "reflexive")
    if first in language["grammar.oblique"] and at + 1 < len(
        tokens
    ):  # "sagte den Journalisten", "kritisierte den Plan"
        noun = language.noun(tokens[at + 1].low)
        return first != "den" or noun in language["sources.people"] | language["sources.plural_people"]
    listed = any(first in language[f"grammar.{name}"] for name in lists) or first in particles
    return listed or language.is_adverb(first) or (tokens[at].text[0].islower() and first not in _objects(language))


def _objects(language: Language) -> frozenset[str]:
    return language["grammar.determiners"] | language["grammar.negations"]


def _goes_on(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Another verb of the same subject: "räumte Fehler ein, bestritt aber …"."""
    return (
        at < len(tokens)
        and tokens[at].text[0].islower()
        and tokens[at].low in language["cues.say"] | language["denials.denies"] | language.parted
    )


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """ "Dem „Boten“, …": a quotation without a mark before it, and a comma behind it."""
    return at > 0 and tokens[at - 1].is_word and at + 1 < len(tokens) and tokens[at + 1].text == ","
