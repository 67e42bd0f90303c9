"""Word verbs: whether a reporting word is a verb where it stands, and no noun, attribute or aside."""

from collections.abc import Sequence

from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import CONTRACTED, Token

_HELPED = 6  # words before a participle among which its helping verb stands


def is_verb(tokens: Sequence[Token], at: int, end: int, language: Language) -> bool:
    """Not "the report", "his claims", "Trump's repeated"."""
    token = tokens[at]
    if _attribute(tokens, at, language) or _aside(tokens, at, end, language):
        return False
    if at == 0:
        following = tokens[end].low if end < len(tokens) else ""
        return following not in language["grammar.after_participles"] or language.is_gerund(token.low)
    before = tokens[at - 1]
    if token.is_capital and (before.is_word or before.low == "'s"):
        return False
    if token.low in language["cues.nounlike"] and _of_several(tokens, at):
        return False
    if before.low == "'s":
        return language.is_gerund(token.low) or (at > 1 and tokens[at - 2].low in CONTRACTED)
    if before.low in language["grammar.before_nouns"] and not (
        _object_before(tokens, at, language) or _latter(tokens, at, language)
    ):
        return before.low in language["grammar.before_gerunds"] and language.is_gerund(token.low)
    if language.is_gerund(token.low) or token.low not in language["cues.nounlike"] or language.noun_first:
        return True
    return not (end - at == 1 and _heads_phrase(tokens, end, language)) and _agrees(tokens, at, language)


def _of_several(tokens: Sequence[Token], at: int) -> bool:
    """ "The organisers' figure": what stands right behind the mark of a plural's possession is a noun."""
    mark, owner = tokens[at - 1], tokens[at - 2] if at > 1 else None
    return owner is not None and mark.text in ("'", "’") and owner.low.endswith("s") and owner.end == mark.start


def _attribute(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "Le prix indiqué", "el acusado": where a participle needs its helping verb, one without it reports nothing."""
    if not language["grammar.helped_participles"] or not language.is_participle(tokens[at].low):
        return False
    return not any(token.low in language["grammar.auxiliaries"] for token in tokens[max(0, at - _HELPED) : at])


def _aside(tokens: Sequence[Token], at: int, end: int, language: Language) -> bool:
    """ "Ann Hill, defending, told the jury": a participle between two commas tells what somebody does."""
    if at == 0 or end + 1 >= len(tokens) or not language.is_gerund(tokens[at].low):
        return False
    return tokens[at - 1].text == tokens[end].text == "," and not tokens[end + 1].is_quote


def _object_before(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "El alcalde la acusó", "le maire les critique": the article is a pronoun, and what follows can be no noun, or none that
    agrees with it."""
    before, low = tokens[at - 1].low, tokens[at].low
    agrees = low.endswith("s") or not before.endswith("s")
    pronoun = at > 1 and before in language["grammar.object_articles"]
    return pronoun and not (agrees and low in language["cues.nounlike"])


def _latter(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "Lo que este niega": behind a relative, and before a verb of denying, the word for who was just named has no noun."""
    if tokens[at - 1].low not in language["grammar.latter_he"] | language["grammar.latter_she"]:
        return False
    if at == 1:
        return tokens[at].low in language["denials.denies"] | language["denials.rejects"]
    return tokens[at - 2].low in language["grammar.that"]


def _heads_phrase(tokens: Sequence[Token], end: int, language: Language) -> bool:
    """Another verb or "of" follows: "reports of", "advocates say"."""
    if end >= len(tokens) or not tokens[end].is_word:
        return False
    low = tokens[end].low
    verb = low in language["grammar.auxiliaries"] or (low in language["cues.say"] and not language.is_gerund(low))
    past = low.endswith("ed") and low not in language["grammar.prepositions"]
    return verb or past or low in language["grammar.after_nouns"]


def _agrees(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """A form that may be a noun too ("reports", "plan") is a verb only where its subject asks for one."""
    before = at - 1
    while before > 0 and (tokens[before].low in language["grammar.adverbs"] or language.is_adverb(tokens[before].low)):
        before -= 1
    if before > 1 and tokens[before - 1].low in language["grammar.prepositions"] and not tokens[at].low.endswith("s"):
        before -= 2  # "reports in Spain claim"
    subject = tokens[before]
    if subject.low == "'s":
        return False
    if not subject.is_word or subject.low in language["grammar.auxiliaries"] | language["grammar.relative"]:
        return True
    that = any(token.low in language["grammar.that"] for token in tokens[at + 1 : at + 2])
    plural = _is_plural(subject, language) or _begins_plural(tokens, before, language, that=that)
    if tokens[at].low.endswith("s"):
        singular = subject.low in language["grammar.he"] | language["grammar.she"] | language["grammar.it"]
        return singular or subject.is_capital or not plural
    near = tokens[max(0, before - 4) : before]
    return plural or any(token.low in language["grammar.coordinators"] for token in near)


def _begins_plural(tokens: Sequence[Token], last: int, language: Language, *, that: bool) -> bool:
    """ "Accounts filed at the registry show", "researchers at Esk University report", "farmers near the dam claim that": documents
    and people before a preposition or a participle."""
    start = last
    while start > 0 and tokens[start - 1].is_word:
        start -= 1
    parting = language["grammar.prepositions"]
    first = next(
        (
            at
            for at in range(start + 1, last + 1)
            if tokens[at].low in parting or language.is_participle(tokens[at].low)
        ),
        0,
    )
    noun = tokens[first - 1].low if first and tokens[start].low not in parting else ""
    people = noun in language["sources.plural_people"] or noun.removesuffix("s") in language["sources.people"]
    people = people and (tokens[last].is_capital or that)  # "University", which is no plural
    return noun.endswith("s") and (people or noun in language["sources.documents"])


def _is_plural(subject: Token, language: Language) -> bool:
    low = subject.low
    pronouns = language["grammar.they"] | language["grammar.plain_subjects"]
    listed = low in pronouns or low in language["sources.plural_people"]
    return listed or (low.endswith("s") and not low.endswith("ss"))
