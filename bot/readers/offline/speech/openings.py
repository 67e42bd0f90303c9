"""Openings: where what is said begins behind the words that say who says it."""

from collections.abc import Sequence

from bot.readers.offline.syntax import addressees, rightward
from bot.readers.offline.syntax.cues import Frame
from bot.readers.offline.syntax.sentence import Sentence
from bot.readers.offline.text import relatives
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_WITH_THAT: frozenset[Frame] = frozenset({"tell", "say", "think", "find", "quote", "promise"})


def of(sentence: Sentence, frame: Frame, right: int, opening: int) -> int:
    """Where what is said begins behind the words of the attribution: past whom it is said to, and past "that"."""
    tokens = sentence.tokens
    start = past_object(sentence, right) if frame in ("tell", "quote") else right
    infinitive = frame == "promise" and any(
        token.low in sentence.language["grammar.to"] for token in tokens[start : start + 2]
    )
    if frame in _WITH_THAT and not infinitive:  # in "vowed not to repeat that mistake" it points at something
        start = past_that(sentence, start)
    return opening if opening >= start else addressees.past(sentence, frame, start)


def past_object(sentence: Sentence, at: int) -> int:
    """Past "lawmakers" in "told lawmakers that"."""
    tokens = sentence.tokens
    if at >= len(tokens) or not tokens[at].is_word or tokens[at].low in sentence.language["grammar.complementiser"]:
        return at
    _, end = rightward.phrase(tokens, at, sentence.language, linked=False)
    end = next((index for index in range(at + 1, end) if _begins_clause(sentence, index)), end)
    return end if end - at <= 8 else at


def _begins_clause(sentence: Sentence, at: int) -> bool:
    """Behind whom it is told, a subject without its "that": "told the BBC it was late", "told the court the email was a joke"."""
    tokens, language = sentence.tokens, sentence.language
    if language.inverts:
        return False
    token, before = tokens[at], tokens[at - 1]
    parting = language["grammar.determiners"] | language["grammar.prepositions"] | language["grammar.coordinators"]
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    dated = (
        token.low in language["grammar.time_words"] and following not in language["grammar.auxiliaries"]
    )  # "this weekend"
    if dated or before.low in parting or not before.is_word:
        return False
    return token.low in language["grammar.it"] | language["grammar.they"] | language["grammar.determiners"] or (
        token.is_capital and before.text[0].islower()
    )


def past_that(sentence: Sentence, at: int) -> int:
    """Past what stands between the verb and its "that", its colon or its quotation."""
    tokens, language = sentence.tokens, sentence.language
    if _infinitive(tokens, at, language):
        return at
    for index in range(at, min(len(tokens), at + 14)):
        token = tokens[index]
        if token.text == ":" or (token.low in language["grammar.that"] and not _relates(tokens, index, sentence)):
            return at if _of_noun(tokens, at, index, sentence) else index + 1
        if token.is_quote:
            return index if tokens[at].low in language["grammar.prepositions"] else at
        if token.low in language["grammar.auxiliaries"] or (index > at and _says_itself(token, language)):
            break
    while at < len(tokens) and tokens[at].low in language["grammar.days"]:
        at += 1
    return at


def _says_itself(token: Token, language: Language) -> bool:
    """The "warned" of "said the laboratory warned managers that": the clause has begun, and "that" is its own."""
    saying = language["cues.say"] | language["cues.tell"]
    return not language.inverts and token.low in saying and language.is_finite(token.low)


def _infinitive(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "Dit n'avoir découvert ce document que dans la presse": what is said begins with the verb, and needs no "that"."""
    while at < len(tokens) and tokens[at].low in language["grammar.negations"]:
        at += 1
    behind = tokens[at].low if at < len(tokens) else ""
    return language.noun_first and behind in language["denials.infinitives"]


def _of_noun(tokens: Sequence[Token], at: int, that: int, sentence: Sentence) -> bool:
    """ "Said the suggestion that … was absurd": the clause belongs to the noun, which begins what is said."""
    language = sentence.language
    noun = that > at and tokens[that - 1].low in language["denials.carriers"] | language["denials.thoughts"]
    return noun and tokens[at].low not in language["grammar.prepositions"]


def _relates(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """A verb right behind "that" makes it a pronoun: "posted a comment that compared", "said that was wrong"."""
    if relatives.defines(tokens, at, sentence.language):
        return True
    pronoun = tokens[at].low in sentence.language["grammar.relative"]
    return pronoun and at + 1 < len(tokens) and sentence.language.is_finite(tokens[at + 1].low)
