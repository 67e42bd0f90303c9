"""Turns in what a restatement passes over: of "Lantz, who voted against the plan, said" it may tell what Lantz said of the plan."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.operators import Operator
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import likeness
from bot.claims.language.smallwords import AND, BUT, WHO

_ENDS = frozenset(".!?;:")


def passed_over(sentence: Analysed, op: Operator, text: Analysed, taken: Sequence[int]) -> bool:
    """Whether the text tells the rest of the sentence; `taken` are its words that the turn reaches, and no verbs of the same."""
    if text.words.language != "en":
        return False
    if op.name == "future":
        return _told_apart(sentence, op, text)
    return not any(is_verb(text, i) for i in taken) and (
        _in_aside(sentence, op, text) or _named_for_later(sentence, op, text)
    )


def _in_aside(sentence: Analysed, op: Operator, text: Analysed) -> bool:
    """Between ", who" and the next comma nothing is told but what the turn reaches."""
    aside = _aside(sentence, op.at)
    deeds = [i for i in aside if i in sentence.content and i not in op.scope and not op.at <= i < op.end]
    return bool(deeds) and not any(text.has(sentence.tokens[i]) for i in deeds)


def _aside(sentence: Analysed, index: int) -> range:
    """The clause around the word, of which nothing hangs but who is meant."""
    lows = [token.low for token in sentence.tokens]
    start = next((i for i in range(index - 1, 0, -1) if lows[i] in _ENDS | {","}), None)
    if start is None or lows[start + 1 : start + 2] == [] or lows[start + 1] not in WHO:
        return range(0)
    end = next((i for i in range(index + 1, len(lows)) if lows[i] in _ENDS | {","}), len(lows))
    return range(start + 1, end)


def _named_for_later(sentence: Analysed, op: Operator, text: Analysed) -> bool:
    """ "would not block the change but would review it": of the two deeds on the change the text tells the second."""
    joint = next((i for i in range(op.end, len(sentence.tokens)) if sentence.tokens[i].low in AND | BUT), None)
    if joint is None:
        return False
    tokens, pointing = sentence.tokens, sentence.words.vocabulary.objects
    later = next((i for i in range(joint + 1, len(tokens)) if tokens[i].low in pointing), 0)
    if later == 0 or any(token.kind == "punct" for token in tokens[joint:later]):
        return False
    first = [i for i in sentence.content if op.at <= i < joint and is_verb(sentence, i)]
    return (
        bool(first)
        and text.has(tokens[later - 1])
        and not any(likeness(t, tokens[i]) for t in text.meaning for i in first)
    )


def _told_apart(sentence: Analysed, op: Operator, text: Analysed) -> bool:
    """ "lost a quarter, and fears that output will drop": each word of the text stands itself where the turn does not reach,
    and what it reaches is but another word for one."""
    reached = {*op.scope, *range(op.at, op.end)}
    rest = [sentence.tokens[i] for i in sentence.content if i not in reached]
    return all(any(likeness(token, other) > 1 for other in rest) for token in text.meaning) and not any(
        likeness(token, sentence.tokens[i]) > 1 for token in text.meaning for i in op.scope
    )
