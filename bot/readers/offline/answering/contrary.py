"""Contrary: whether a sentence tells otherwise than the question supposes: that it was not done, is past, or came from whom it
should have befallen."""

from collections.abc import Sequence
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.token import Token
from bot.readers.offline.answering import needs
from bot.readers.offline.answering.asking import participle
from bot.readers.offline.answering.questions import Question

_SUPPOSING = frozenset({"time", "place", "number", "amount", "means", "lasting"})
_SOURCE = 4  # words of whom "according to" names
_SINCE = 3  # words behind "published" in "not published before March"


def contrary(asked: Question, sentence: Analysed) -> bool:
    """Wherever the sentence has what is done, it tells of that what the question rules out."""
    if _another(asked, sentence) or _to_another(asked, sentence) or _by_account(asked, sentence):
        return True
    act = asked.act
    at = [i for i, token in enumerate(sentence.tokens) if act and token.kind == "word" and asked.alike(act, token)]
    return bool(at) and (_undone(asked, sentence, at) or _over(asked, sentence, at))


def _another(asked: Question, sentence: Analysed) -> bool:
    """ "The owner" is not the previous one, nor "the nurse" the second one; the adjective stands right beside its noun."""
    telling = asked.language["asks.distinct"]
    for one, other in pairwise(asked.tokens):
        adjective, noun = (other, one) if asked.language.noun_first and other.low in telling else (one, other)
        if adjective.low in telling and noun in asked.words and noun.kind == "word":
            said = {token.stem for token in sentence.tokens}
            if asked.has(sentence, noun) and not (adjective.stem in said or asked.has(sentence, adjective)):
                return True
    return False


def _to_another(asked: Question, sentence: Analysed) -> bool:
    """What was handed "to the operator" was not handed to the Courier."""
    verb = asked.act or next(iter(asked.events), None)
    wanted = _receivers(asked.tokens, 0, asked)
    at = next((i for i, token in enumerate(sentence.tokens) if verb and asked.alike(verb, token)), None)
    got = _receivers(sentence.tokens, at, asked) if at is not None and wanted else []
    return bool(got) and not any(asked.alike(one, other) for one in wanted for other in sentence.tokens)


def _receivers(tokens: Sequence[Token], start: int, asked: Question) -> list[Token]:
    """The parties behind "to"."""
    language = asked.language
    nouns = (
        next((token for token in tokens[i + 1 : i + 4] if token.low not in language["grammar.determiners"]), None)
        for i in range(start, len(tokens))
        if tokens[i].text.lower() in language["asks.receiving"]
    )
    return [noun for noun in nouns if noun and (noun.capital or needs.is_party(noun.low, language, named=start > 0))]


def _by_account(asked: Question, sentence: Analysed) -> bool:
    """ "Repairs cost 9 million, according to the report" tells nothing of what the report cost."""
    helper = asked.helper
    if asked.kind not in ("amount", "number", "share", "measure") or helper is None:
        return False
    subject = next((token for token in asked.tokens[helper:] if token in asked.events and token is not asked.act), None)
    at = [i for i, token in enumerate(sentence.tokens) if subject and asked.alike(subject, token)]
    lows = [token.low for token in sentence.tokens]
    phrases = [phrase.split() for phrase in asked.language["cues.according"]]
    told = {
        i
        for start in range(len(lows))
        for phrase in phrases
        if lows[start : start + len(phrase)] == phrase
        for i in range(start, start + len(phrase) + _SOURCE)
    }
    return bool(at) and told.issuperset(at)


def _undone(asked: Question, sentence: Analysed, at: Sequence[int]) -> bool:
    """ "Has not published the results" tells nothing of when they will be; "not published before March" does."""
    if asked.kind not in _SUPPOSING or any(operator.name == "not" for operator in asked.asked.operators):
        return False
    negations = [operator for operator in sentence.operators if operator.name == "not"]
    bounds = [operator.at for operator in sentence.operators if operator.name in ("before", "until")]
    return all(
        any(i in operator.scope for operator in negations) and not any(0 < bound - i <= _SINCE for bound in bounds)
        for i in at
    )


def _over(asked: Question, sentence: Analysed, at: Sequence[int]) -> bool:
    """ "They sailed on in May" tells nothing of when the ship will sail."""
    if not asked.will_be:
        return False
    coming = {i for operator in sentence.operators if operator.name == "future" for i in operator.scope}
    return all(i not in coming and _past(sentence, i, asked) for i in at)


def _past(sentence: Analysed, at: int, asked: Question) -> bool:
    """ "Sailed", "was sold", and no "to be sold", "is sold"."""
    language = asked.language
    helping = sentence.words.auxiliaries | language["grammar.passive"] | language["grammar.to"]
    before = next((token for token in sentence.tokens[:at][::-1] if not language.is_adverb(token.low)), None)
    done = before is None or before.low not in helping or before.low in language["asks.happened"]
    return done and participle(sentence.tokens[at], sentence, language)
