"""What somebody's brother does, or the support for a treaty is, is told of the brother and the support, not of whose they are."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.titles import titles
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import FOR, FROM, OF
from bot.claims.language.token import Token
from bot.claims.language.wordlists import word_set

_TYING = OF | FOR | FROM | word_set("at chez")
_PHRASE = 4  # words of what is owned
_NEXT = 2  # words behind the subject of which one tells what is said of it


def possessed_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each noun of which is told what the text tells, and which it leaves out for whose it is."""
    lead = _subject(text)
    rest = [i for i in text.content if lead and i > lead[-1]]
    if not lead or not rest:
        return []
    shared = [sum(s.has(text.tokens[i]) for i in rest) for s in cited]
    best = [s for s, count in zip(cited, shared, strict=True) if count and count == max(shared)]
    heads = [head for s in best for head in _heads(text, lead, rest, s)]
    if not heads or None in heads:
        return []
    return [f"{head.text!r}, of which it is told, is missing." for head in dict.fromkeys(heads) if head]


def _subject(text: Analysed) -> list[int]:
    """The words with which the text begins, up to its verb."""
    found: list[int] = []
    for i, token in enumerate(text.tokens):
        if i in text.content and not (found and is_verb(text, i)):
            if token.possessive:
                return []
            found.append(i)
        elif found or token.low not in text.words.determiners:
            break
    return found


def _heads(text: Analysed, lead: Sequence[int], rest: Sequence[int], sentence: Analysed) -> Iterator[Token | None]:
    """For each place where the sentence has the subject, the noun whose owner it is there; None where it is no owner's."""
    tokens = sentence.tokens
    for start in range(len(tokens) - len(lead) + 1):
        if not all(alike(text.tokens[k], tokens[start + n]) for n, k in enumerate(lead)):
            continue
        end = start + len(lead) - 1
        head = _owned(text, lead, sentence, end) or _tied(sentence, start)
        if head is None or not _begins(sentence, min(head, start)):
            yield None
            continue
        missing = not _speaks_for(text, lead, tokens[head]) and not text.has(tokens[head])
        same = any(_follows(text.tokens[i], sentence, max(head, end)) for i in rest[:_NEXT])
        yield tokens[head] if missing and same else None


def _owned(text: Analysed, lead: Sequence[int], sentence: Analysed, end: int) -> int | None:
    """ "Holt's former company", German "Holts Firma": where the noun stands."""
    token = sentence.tokens[end]
    genitive = sentence.words.language == "de" and token.low == text.tokens[lead[-1]].low + "s"
    if not token.possessive and not genitive:
        return None
    head = None
    for i in range(end + 1, min(end + 1 + _PHRASE, len(sentence.tokens))):
        if i not in sentence.content or is_verb(sentence, i):
            break
        head = i
    return head


def _tied(sentence: Analysed, start: int) -> int | None:
    """ "an attorney for Mills", "der Sprecher des Ministeriums": where the noun stands."""
    i = start - 1
    while i > 0 and sentence.tokens[i].low in sentence.words.determiners - _TYING:
        i -= 1
    noun = i - 1
    if noun < 0 or sentence.tokens[i].low not in _TYING or noun not in sentence.content or is_verb(sentence, noun):
        return None
    named = sentence.tokens[noun].capital and not sentence.tokens[noun].first and sentence.words.language != "de"
    dated = sentence.tokens[noun].low in sentence.words.dates
    return None if named or dated else noun  # "Department of Justice" is one name


def _speaks_for(text: Analysed, lead: Sequence[int], head: Token) -> bool:
    """ "A spokesman for the ministry", "the city of Harbour"; what a body's officers say, it says."""
    told = text.tokens[lead[-1] + 1 :][:_NEXT]
    says = any(token.low in text.words.reporting for token in told) and head.low in titles()
    return says or head.kind == "number" or head.low in text.words.vocabulary.standing_for


def _begins(sentence: Analysed, index: int) -> bool:
    """Whether the phrase of the word begins a clause, so that it is its subject."""
    i = index - 1
    while i >= 0 and (sentence.tokens[i].low in sentence.words.determiners or _modifies(sentence, i)):
        i -= 1
    if i < 0 or sentence.tokens[i].kind == "punct":
        return True
    low = sentence.tokens[i].low
    return low in sentence.words.links or (sentence.words.language == "de" and low in sentence.words.passive)


def _modifies(sentence: Analysed, index: int) -> bool:
    return index in sentence.content and not sentence.tokens[index].capital and not is_verb(sentence, index)


def _follows(token: Token, sentence: Analysed, place: int) -> bool:
    """Whether the word is one of the next behind the phrase, and not what somebody only says there."""
    behind = [i for i in sentence.content if i > place]
    return any(alike(token, sentence.tokens[i]) for i in behind[:_NEXT])
