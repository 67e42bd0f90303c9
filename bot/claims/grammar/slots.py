"""What follows a preposition: "attributed the slump to drought" is not "attributed the slump to the tax"."""

from collections.abc import Sequence
from itertools import takewhile

from bot.claims.grammar.evidence import Analysed, forms_in, share_word
from bot.claims.grammar.verbs import is_verb
from bot.claims.grammar.voice import auxiliary_passive
from bot.claims.language.likeness import alike, meet
from bot.claims.language.smallwords import OF
from bot.claims.language.token import Token

_TO = frozenset({"to"})
_AIMS = frozenset({"to", "for"})
_BETWEEN = 5  # words between a verb and what it aims at
_THOSE = frozenset({"those", "that", "ceux", "celles", "celui", "celle", "los", "las", "die", "der"})


def slot_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each preposition that links the same word to another noun in the article."""
    found: list[str] = []
    turned = {i for op in text.operators for i in range(op.at, op.end)} - set(text.content)
    for index, token in enumerate(text.tokens):
        if (
            index not in turned
            and token.kind == "word"
            and not _has(text, token)
            and (token.low in text.words.prepositions or _compares(text, index))
        ):
            governor, nouns = _before(text, index), _phrase(text, index)
            gerund = bool(nouns) and nouns[0].low.endswith("ing") and text.words.language == "en"
            infinitive = token.low == "to" and index + 1 < len(text.tokens) and is_verb(text, index + 1)
            if (
                governor is not None
                and not (
                    text.words.language == "en" and governor.low in text.words.dates
                )  # "a vote on Sunday in Lisbon"
                and nouns
                and not gerund
                and not infinitive
                and not _agent_of_active(text, token, governor, cited)
                and _other(token, governor, nouns, cited)
            ):
                found.append(f"{governor.text!r} {token.text!r} {nouns[0].text!r} is not in its sentences.")
    found += [problem for i in text.content if (problem := _gerund(text, i, cited) or _goal(text, i, cited))]
    return list(dict.fromkeys(found))


def _agent_of_active(text: Analysed, preposition: Token, governor: Token, cited: Sequence[Analysed]) -> bool:
    """ "approved by the council" for "the council approved by a narrow majority": how, and not by whom."""
    places = forms_in(cited, governor) if preposition.low in text.words.by else []
    return bool(places) and not any(auxiliary_passive(s, j) for s, j in places)


def _gerund(text: Analysed, index: int, cited: Sequence[Analysed]) -> str | None:
    """ "recommended keeping it" where the article has "recommended closing it" and the keeping elsewhere."""
    if text.words.language != "en" or not _takes_gerund(text, index):
        return None
    told = text.tokens[index + 1]
    places = [
        (s, j) for s in cited for j in s.content if alike(text.tokens[index], s.tokens[j]) and _takes_gerund(s, j)
    ]
    others = [s.tokens[j + 1] for s, j in places]
    moved = bool(others) and any(s.has(told) for s in cited) and not any(alike(told, other) for other in others)
    return f"{text.tokens[index].text!r} {told.text!r} is not in its sentences." if moved else None


def _goal(text: Analysed, index: int, cited: Sequence[Analysed]) -> str | None:
    """ "voted to strike" where the article has "voted to refuse overtime", and the strike elsewhere."""
    mine = _aim(text, index, _AIMS) if text.words.language == "en" and is_verb(text, index) else ()
    places = forms_in(cited, text.tokens[index]) if mine else []
    theirs = [(s, _aim(s, j, _TO)) for s, j in places]
    if not mine or not theirs or not all(aim for _, aim in theirs):
        return None
    if any(share_word(text, mine, s, aim) or not share_word(text, mine, s, s.content) for s, aim in theirs):
        return None
    return f"{text.tokens[index].text!r} for {text.tokens[mine[0]].text!r} is not in its sentences."


def _aim(text: Analysed, verb: int, opening: frozenset[str]) -> tuple[int, ...]:
    """The words that carry meaning behind "to" in the clause of a verb, nothing but a time or a share between."""
    for k in range(verb + 1, min(verb + _BETWEEN, len(text.tokens))):
        token = text.tokens[k]
        if token.low in opening and not (k + 1 < len(text.tokens) and text.tokens[k + 1].kind == "number"):
            end = next((j for j in range(k, len(text.tokens)) if text.tokens[j].kind == "punct"), len(text.tokens))
            return tuple(i for i in text.content if k < i < end and text.tokens[i].low not in text.words.dates)
        timed = token.kind == "number" or token.low in text.words.dates | text.words.times | {"on", "by", "in"}
        if not timed:
            return ()
    return ()


def _takes_gerund(text: Analysed, index: int) -> bool:
    following = index + 1
    return is_verb(text, index) and following in text.content and text.tokens[following].low.endswith("ing")


def _other(preposition: Token, governor: Token, nouns: Sequence[Token], cited: Sequence[Analysed]) -> bool:
    """Whether the article has that link, and always to something else that is neither a pronoun nor a name for a kind."""
    seen = False
    for sentence in cited:
        for index, token in enumerate(sentence.tokens):
            before = _before(sentence, index) if token.low == preposition.low else None
            ellipsis = index > 0 and sentence.tokens[index - 1].low in _THOSE and token.low == preposition.low
            if not ellipsis and (before is None or not alike(governor, before)):
                continue
            others = _phrase(sentence, index)
            if (
                not others
                or meet(nouns, [*others, *_chained(sentence, index), *_apposed(sentence, index)])
                or _means(sentence, others)
            ):
                return False
            if nouns[0].low in sentence.words.pronouns and any(other.capital for other in others):
                return False  # "operated on her"
            seen = True
    return seen


def _chained(sentence: Analysed, index: int) -> list[Token]:
    """ "oferta de compra del grupo Leiteira": behind a noun without an article, which only tells of what kind it is."""
    behind = index + 2
    bare = index + 1 in sentence.content and not sentence.tokens[index + 1].capital
    led = bare and behind < len(sentence.tokens) and sentence.tokens[behind].low in OF
    return _phrase(sentence, behind) if led and sentence.words.language in ("fr", "es") else []


def _apposed(sentence: Analysed, index: int) -> list[Token]:
    """ "from a rival, Baltic Shuttle,": the name behind the noun, and no list."""
    behind = max(phrase(sentence, index), default=index) + 1
    noun = sentence.words.language == "en" and not sentence.tokens[behind - 1].capital
    if not noun or [token.low for token in sentence.tokens[behind : behind + 1]] != [","]:
        return []
    found = list(takewhile(lambda i: sentence.tokens[i].capital, range(behind + 1, len(sentence.tokens))))
    ends = found and (found[-1] + 1 == len(sentence.tokens) or sentence.tokens[found[-1] + 1].low in ",.;")
    return [sentence.tokens[i] for i in found] if ends else []


def _has(text: Analysed, token: Token) -> bool:
    """French "a", which is no "à"."""
    return text.words.language == "fr" and token.text.casefold() == "a"


def _compares(text: Analysed, index: int) -> bool:
    """ "more expensive than": what follows is what it is measured by."""
    ends = [op.end for op in text.operators if op.name in ("up", "down")]
    near = any(0 <= index - end <= 2 for end in ends) or text.tokens[max(0, index - 2)].low in ("plus", "mas")
    if text.tokens[index].low == "as":
        return index > 1 and text.tokens[index - 2].low == "as"
    return text.tokens[index].low in ("than", "als", "que") and near


def _means(sentence: Analysed, nouns: Sequence[Token]) -> bool:
    return any(token.low in sentence.words.generic or token.low in sentence.words.pronouns for token in nouns)


def _before(text: Analysed, index: int) -> Token | None:
    """The word that carries meaning right before, determiners and particles between them."""
    for i in range(index - 1, max(-1, index - 6), -1):
        if text.tokens[i].kind in ("punct", "number"):
            return None
        if i in text.content:
            return text.tokens[i]
    return None


def phrase(text: Analysed, index: int) -> list[int]:
    """The nouns and pronouns up to the next preposition, verb or mark; a number, date or time is none."""
    found: list[int] = []
    for i in range(index + 1, min(index + 9, len(text.tokens))):
        token = text.tokens[i]
        if (token.low,) in text.words.approximators:
            continue
        if token.kind != "word" or token.low in text.words.prepositions or (found and is_verb(text, i)):
            break
        if i in text.content or token.low in text.words.pronouns:
            found.append(i)
    times = text.words.dates | text.words.times
    return [] if any(text.tokens[i].low in times for i in found) else found


def _phrase(text: Analysed, index: int) -> list[Token]:
    return [text.tokens[i] for i in phrase(text, index)]
