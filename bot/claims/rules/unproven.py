"""What nobody proved, or managed to do, is told neither as so nor as done: "did not prove that", "could not be fully verified"."""

from collections.abc import Iterable, Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.extent import until_end
from bot.claims.grammar.marks import marks
from bot.claims.grammar.negations import NEGATIONS
from bot.claims.grammar.operators import Operator
from bot.claims.language.likeness import alike, meet
from bot.claims.language.smallwords import AND, BUT, DEFINITE, DEMONSTRATIVES, THAT
from bot.claims.language.stops import PARTING_OR_QUOTING
from bot.claims.language.token import Token
from bot.claims.language.wordlists import word_set

_MOST = 0.6  # of what hangs on "prove that"
_SAYS = 3  # and one of saying: "no official said", "ne pouvons pas dire"
_NEAR = 6  # words before "how" among which stands what is not known
_FEW = 3  # words that carry meaning between a negation and the verb of proving: "nothing in the files shows"
_ALONE = word_set("only just merely nur bloß seulement solo sólo solamente")
_ADVERBS = {"en": ("ly",), "fr": ("ment",), "es": ("mente",)}


def unproven_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each negation that a text without any drops, though it tells what hangs on its verb."""
    if not text.words.known or text.classes() & {*NEGATIONS, "nor", "unlikely"}:
        return []
    found = [
        f"The negation {sentence.tokens[op.at].text!r} is missing."
        for sentence in cited
        for op in sentence.operators
        if op.name in NEGATIONS and _told(text, sentence, op) and not _elsewhere(text, sentence, op, cited)
    ]
    return list(dict.fromkeys(found))


def disproved_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "They failed to show that Blum knew" is not "Blum did not know": what nobody proved is not disproved."""
    if not text.words.known:
        return []
    proving = [token for token in text.tokens if token.low in text.words.vocabulary.proving]
    denied = [text.tokens[i] for op in text.operators if op.name == "not" for i in op.scope[:2]]
    found = [
        f"{sentence.tokens[places[0]].text!r} is only asked in its sentences."
        for sentence in cited
        for places in _asked(sentence)
        if places and _denied(denied, sentence, places)
    ]
    found += [
        f"{sentence.tokens[places[0]].text!r} is only not proved in its sentences."
        for sentence in cited
        for op in sentence.operators
        if op.name in NEGATIONS
        and (places := list(_claimed(sentence, op)))
        and _denied(denied, sentence, places, op)
        and all(meet([token], [sentence.tokens[i] for i in places]) for token in proving)
    ]
    return list(dict.fromkeys(found))


def _asked(sentence: Analysed) -> Iterator[list[int]]:
    """ "do not know yet how long it lasts", "it is unclear how often": what nobody can tell."""
    words = sentence.words
    knowing = words.vocabulary.proving | words.vocabulary.saying | words.reporting
    unclear = {mark.end - 1 for mark in marks(sentence, words.unreal) if mark.kind == "undecided"}
    for i, token in enumerate(sentence.tokens):
        if token.low not in words.vocabulary.asking - THAT:
            continue
        ahead = [*until_end(sentence.tokens, range(i - 1, max(-1, i - _NEAR), -1), words)]
        negated = any(op.name == "not" and op.at in ahead for op in sentence.operators)
        known = any(sentence.tokens[j].low in knowing for j in ahead)
        if (negated and known) or unclear & {*ahead}:
            yield [*_told_there(sentence, i + 1)]


def _denied(denied: Sequence[Token], sentence: Analysed, places: Sequence[int], op: Operator | None = None) -> bool:
    """Whether all that the text denies stands there, where nothing else denies it."""
    within = [
        other for other in sentence.operators if other.name in NEGATIONS and other is not op and other.at >= places[0]
    ]
    return bool(denied) and not within and all(meet([token], [sentence.tokens[i] for i in places]) for token in denied)


def _told(text: Analysed, sentence: Analysed, op: Operator) -> bool:
    """Most of what was not proved, or the deed that nobody managed."""
    claimed = list(_claimed(sentence, op))
    if claimed:
        return _most(text, sentence, claimed)
    deed = _deed(sentence, op)
    return deed is not None and text.has(sentence.tokens[deed])


def _most(text: Analysed, sentence: Analysed, places: Sequence[int]) -> bool:
    return sum(text.has(sentence.tokens[i]) for i in places) >= max(min(2, len(places)), _MOST * len(places))


def _claimed(sentence: Analysed, op: Operator) -> Iterator[int]:
    """What stands behind "that" of the first verb of proving which the negation reaches, or of one of saying: "cannot say that"."""
    passed = 0
    proving = False
    for i in _clause(sentence, op):
        token = sentence.tokens[i]
        if proving and (token.low in THAT or _clause_begins(sentence, i)):
            yield from _told_there(sentence, i)
            return
        if token.low in AND:
            return
        says = token.low in sentence.words.reporting | sentence.words.vocabulary.saying
        if says and passed < _SAYS and not _only(sentence, op):
            proving = True
        elif i in sentence.content:
            proving = token.low in sentence.words.vocabulary.proving
            passed += not proving and token.low not in sentence.words.vocabulary.managing
        if passed > _FEW:
            return


def _told_there(sentence: Analysed, start: int) -> Iterator[int]:
    """What the clause has that begins there."""
    end = next(
        (i for i in range(start, len(sentence.tokens)) if sentence.tokens[i].low in PARTING_OR_QUOTING | {","}), None
    )
    yield from (i for i in sentence.content if start <= i < (len(sentence.tokens) if end is None else end))


def _clause_begins(sentence: Analysed, index: int) -> bool:
    """ "would not say the levels were harmful": what is said without "that"."""
    says = sentence.words.language == "en" and sentence.tokens[index - 1].low in sentence.words.reporting
    return says and sentence.tokens[index].low in DEFINITE | DEMONSTRATIVES


def _only(sentence: Analysed, op: Operator) -> bool:
    """ "not only said that"."""
    return any(token.low in _ALONE for token in sentence.tokens[op.end : op.end + 2])


def _deed(sentence: Analysed, op: Operator) -> int | None:
    """What is behind adverbs and verbs of managing, where any stand right behind the negation."""
    led = False
    for i in _ahead(sentence, op.end):
        low = sentence.tokens[i].low
        if low in sentence.words.vocabulary.managing or low.endswith(_ADVERBS.get(sentence.words.language, ("\0",))):
            led = True
        elif i in sentence.content and low not in sentence.words.vocabulary.adverbs:
            return i if led else None
    return None


def _clause(sentence: Analysed, op: Operator) -> Iterable[int]:
    """Behind the negation, but German "beweist nicht": also the verb right before."""
    german = sentence.words.language == "de"
    return _ahead(sentence, max(0, op.at - 1) if german else op.end)


def _ahead(sentence: Analysed, start: int) -> Iterator[int]:
    for i in range(start, len(sentence.tokens)):
        low = sentence.tokens[i].low
        german = sentence.words.language == "de"
        if low in PARTING_OR_QUOTING or low in BUT or (low == "," and not german):
            return
        yield i


def _elsewhere(text: Analysed, sentence: Analysed, op: Operator, cited: Sequence[Analysed]) -> bool:
    """Another sentence tells it too, and denies nothing."""
    places = list(_claimed(sentence, op)) or [i for i in [_deed(sentence, op)] if i is not None]
    shared = [sentence.tokens[i] for i in places if text.has(sentence.tokens[i])]
    others = (s for s in cited if s is not sentence and not s.classes() & NEGATIONS)
    return any(all(any(alike(a, b) for b in s.meaning) for a in shared) for s in others)
