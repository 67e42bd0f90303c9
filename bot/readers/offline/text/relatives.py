"""Relative clauses: a "that" which tells which company is meant, and does not begin what somebody says."""

from collections.abc import Sequence

from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_DESCRIBED = 6  # words of "a new internal audit report"
_REACH = 8  # words of "a spokesman for the company" before "that maintains the bridge"


def defines(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether the token `at` is the pronoun of "the company that maintains the bridge": no verb stands before it in its
    clause, and the noun is no word for what is said, as in "the claim that banks lied"."""
    if at < 1 or at + 1 >= len(tokens) or tokens[at].low not in language["grammar.that"]:
        return False
    noun = tokens[at - 1].low
    said = language["denials.carriers"] | language["denials.thoughts"] | language["hearsay.nouns"]
    if noun in said | language["sources.documents"]:
        return False
    return noun in language.nouns and _begins_clause(tokens, at - 1, language)


def paper(tokens: Sequence[Token], that: int, language: Language) -> tuple[int, int] | None:
    """The report of "published a report that said …": right before a verb "that" stands for it. "The studies that project …" are
    told apart from others by it, which may be all that somebody says of them."""
    if language.verb_second or tokens[that - 1].low not in language["sources.documents"]:
        return None
    near = range(that - 2, max(-1, that - _DESCRIBED), -1)
    return next(((at, that) for at in near if tokens[at].low in language["grammar.indefinite"]), None)


def set_apart(tokens: Sequence[Token], first: int, last: int, language: Language) -> bool:
    """Whether a clause that a comma parts from its noun begins among the tokens `first:last`: "Acme, which announced"."""
    relative = language["grammar.relative"] - language["grammar.that"]
    return any(tokens[at].low in relative and tokens[at - 1].text == "," for at in range(max(1, first), last))


def resumes(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether the comma at `at` closes such a clause: the verb of the main clause stands right behind it, "…, said"."""
    adverbs = language["grammar.adverbs"]
    while at + 1 < len(tokens) and (tokens[at + 1].low in adverbs or language.is_adverb(tokens[at + 1].low)):
        at += 1
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None or not behind.is_word or not behind.text[0].islower():
        return False
    return language.is_finite(behind.low) or behind.low in language.reporting


def acts(tokens: Sequence[Token], first: int, last: int, language: Language) -> bool:
    """Whether "maintains" at the tokens `first:last` is what the company of a relative clause does: "that maintains the
    bridge"; before a "that" or a quotation it says something."""
    if tokens[first].low not in language["cues.upkeep"] or first == 0:
        return False
    pronoun = tokens[first - 1].low in language["grammar.relative"] or defines(tokens, first - 1, language)
    behind = tokens[last : last + 1]
    return pronoun and not any(token.is_quote or token.low in language["grammar.that"] for token in behind)


def tells_which(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether the verb `at` is that of the clause in "a witness who testified that Ahl had ordered her": it tells which witness,
    and whose word it is that Ahl did."""
    relative = language["grammar.relative"] - language["grammar.that"]
    for that in range(at - 1, 2, -1):
        if not tokens[that].is_word or (
            that < at - 1 and language.is_finite(tokens[that].low) and not _helps(tokens, that, at, language)
        ):
            return False
        if tokens[that].low in language["grammar.that"]:
            return (
                tokens[that - 1].low in language["cues.say"]
                and tokens[that - 2].low in relative
                and tokens[that - 3].text != ","
            )
    return False


def _helps(tokens: Sequence[Token], first: int, at: int, language: Language) -> bool:
    """Nothing but helping verbs and adverbs from `first` to the verb."""
    return all(token.low in language.helpers or language.is_adverb(token.low) for token in tokens[first:at])


def _begins_clause(tokens: Sequence[Token], noun: int, language: Language) -> bool:
    """Nothing but its article, adjectives and prepositions parts the noun from where its clause begins, or from a verb of
    saying that takes no person: "said the firm that", not "told the firm that" nor "dijo el alcalde que"."""
    opening = language["grammar.clause_starts"] | language["grammar.openers"] | language["grammar.that"]
    for at in range(noun - 1, max(-1, noun - _REACH), -1):
        low = tokens[at].low
        if not tokens[at].is_word or low in opening or low in language["grammar.subordinators"]:
            return True
        if low in language["cues.say"]:
            return not language.noun_first and low not in language["cues.tell"]
        if language.is_finite(low):
            return False
    return noun < _REACH
