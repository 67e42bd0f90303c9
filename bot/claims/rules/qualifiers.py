"""Words before a noun that may not be left out: "former minister", "no forced redundancies"."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.operators import Operator
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.token import Token

_OTHERS = 2


def widened(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "no forced redundancies" is not "no redundancies", "all new cars" not "all cars", "aucun patient grave" not "aucun
    patient"."""
    return [problem for s in cited for op in s.operators if (problem := _widened(text, s, op))]


def _widened(text: Analysed, sentence: Analysed, op: Operator) -> str | None:
    first, then = (*op.scope[:2], None, None)[:2]
    quantifies = op.name == "all" or sentence.tokens[op.at].low in sentence.words.vocabulary.none
    if not quantifies or first != op.end or then != first + 1:
        return None
    adjective, noun = (then, first) if sentence.words.language in ("fr", "es") else (first, then)
    told = sentence.tokens[noun]
    bare = any(o.name == op.name and any(alike(told, text.tokens[i]) for i in o.scope[:1]) for o in text.operators)
    if not bare or text.has(sentence.tokens[adjective]) or any(is_verb(sentence, i) for i in (noun, adjective)):
        return None
    return f"{sentence.tokens[adjective].text!r} beside {told.text!r} is missing."


def rounded_up(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "almost entirely" is not "entirely", nor "hardly anybody", "almost nobody" the same as "nobody"."""
    found: list[str] = []
    for sentence in cited:
        for op in sentence.operators:
            word = _nearly(sentence, op)
            if word and any(_whole(text, other, sentence, op) for other in text.operators):
                found.append(f"{word!r} before {sentence.tokens[op.at].text!r} is missing.")
    return found


def _nearly(text: Analysed, op: Operator) -> str:
    """The word right before one for all or none that takes something off it."""
    before = text.tokens[op.at - 1] if op.at and op.name in ("all", "not") else None
    return before.text if before and before.low in text.words.vocabulary.nearly else ""


def _whole(text: Analysed, mine: Operator, sentence: Analysed, theirs: Operator) -> bool:
    """The same of the same things, with nothing taken off."""
    if mine.name != theirs.name or _nearly(text, mine):
        return False
    reached = [sentence.tokens[i] for i in theirs.scope[:_OTHERS]]
    return any(alike(text.tokens[i], other) for i in mine.scope[:_OTHERS] for other in reached)


def kept(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "former police officer" may become "former officer" or nothing, never "officer"."""
    found: list[str] = []
    for sentence in cited:
        for index, token in enumerate(sentence.tokens[:-1]):
            if token.low not in text.words.keepers or any(token.same(other) for other in text.tokens):
                continue
            for after in _noun_phrase(sentence, index + 1):
                if _told(text, after) and not any(_alone(after, other, text) for other in cited):
                    found.append(f"{token.text!r} before {after.text!r} is missing.")
                    break
    return found


def _told(text: Analysed, token: Token) -> bool:
    """Whether the text has it, other than to say which: "the wool mill plan"."""
    places = [i for i in text.content if alike(token, text.tokens[i])]
    return any(not _only_tells_which(text, i) for i in places)


def _only_tells_which(text: Analysed, index: int) -> bool:
    """A third noun follows: "the wool mill project"."""
    if text.words.language != "en" or not is_noun(text, index):
        return False
    near = [i for i in (index - 1, index + 1, index + 2) if i in text.content and not text.tokens[i].capital]
    run = [i for i in near if is_noun(text, i)]
    return len([i for i in run if i > index]) == _OTHERS or run == [index - 1, index + 1]


def _noun_phrase(text: Analysed, start: int) -> list[Token]:
    """The word at `start`, a hyphen before it allowed, and those of its own meaning that follow, up to a name."""
    if text.tokens[start].low == "-" and start + 1 < len(text.tokens):
        start += 1
    found = [text.tokens[start]] if text.tokens[start].kind == "word" else []
    for i in range(start + 1, start + 3):
        if not found or i not in text.content or text.tokens[i].capital or is_verb(text, i) or is_verb(text, start):
            break
        found.append(text.tokens[i])
    return found


def _alone(token: Token, sentence: Analysed, text: Analysed) -> bool:
    places = [(likeness(token, sentence.tokens[i]), i) for i in sentence.content]
    best = max((like for like, _ in places), default=0)
    return best > 0 and any(like == best and not _before(sentence, i) & text.words.keepers for like, i in places)


def _before(text: Analysed, index: int) -> set[str]:
    """The words before in the noun phrase, a hyphen between them allowed."""
    found: set[str] = set()
    for i in range(index - 1, max(-1, index - 4), -1):
        found.add(text.tokens[i].low)
        if text.tokens[i].low != "-" and i not in text.content:
            break
    return found
