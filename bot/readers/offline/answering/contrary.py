"""Contrary: whether a sentence tells otherwise than the question supposes: that it was not done, is past, or came from whom it
should have befallen."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.readers.offline.answering.asking import participle
from bot.readers.offline.answering.questions import Question

_SUPPOSING = frozenset({"time", "place", "number", "amount", "means", "lasting"})
_SINCE = 3  # words behind "published" in "not published before March"


def contrary(asked: Question, sentence: Analysed) -> bool:
    """Wherever the sentence has what is done, it tells of that what the question rules out."""
    act = asked.act
    at = [i for i, token in enumerate(sentence.tokens) if act and token.kind == "word" and asked.alike(act, token)]
    return bool(at) and (_undone(asked, sentence, at) or _over(asked, sentence, at))


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
