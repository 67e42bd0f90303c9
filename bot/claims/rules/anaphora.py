"""Anaphora: "the decision", "this" or "it" in a sentence, put as what a restatement names that an earlier sentence tells of."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.clauses import stands_alone
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import listed, sorts
from bot.claims.grammar.offsets import offsets
from bot.claims.grammar.utterers import saying_of_itself
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import AND, BUT, DEMONSTRATIVES, WHILE
from bot.claims.language.token import Token

_PRONOUNS = frozenset({"it", "they", "them", "es", "cela", "c", "ca"})
_IT = frozenset({"it", "es", "cela", "ca"})
_WE = frozenset({"we", "wir", "nous", "nosotros"})
_BE = frozenset({"is", "was", "were", "are", "be", "been", "ist", "war", "sei", "est", "etait", "s", "would", "will"})
_GOALS = frozenset({"to", "that", "dass", "zu", "de", "que", "if", "whether"})
_LONGEST = 10  # words that a restatement may put in the place of one
_JOINTS = AND | BUT | WHILE


def told_of(sentence: Analysed, text: Analysed, before: Sequence[Analysed]) -> str | None:
    """The sentence with what `text` has instead in the same place, if sentences `before` tell of that; else None."""
    places = offsets(sentence)
    for start, end in _pointing(sentence):
        put = _instead(sentence, start, end, text, before)
        if put:
            return sentence.text[: places[start][0]] + put + sentence.text[places[end - 1][1] :]
    return None


def _pointing(sentence: Analysed) -> Iterator[tuple[int, int]]:
    """Indices of each phrase that only points at something, half open."""
    tokens = sentence.tokens
    anaphors = listed(sentence.words.language, "anaphors")
    for i, token in enumerate(tokens):
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        noun = following is not None and i + 1 in sentence.content and not is_verb(sentence, i + 1)
        called = following is not None and token.low in sentence.words.determiners and following.low in anaphors
        if noun and (called or (token.low in DEMONSTRATIVES and not _opens_clause(sentence, i))):
            yield i, i + 2
        elif token.low in _WE or (not noun and _alone(sentence, i) and not saying_of_itself(sentence, i)):
            yield i, i + 1


def _opens_clause(sentence: Analysed, index: int) -> bool:
    """ "warned that debt", "reports that Corvane": no demonstrative."""
    that = sentence.tokens[index].low == "that"
    ahead = sentence.tokens[index - 1].low if index else ""
    return that and (ahead in sentence.words.reporting or sentence.tokens[index + 1].capital)


def _alone(sentence: Analysed, index: int) -> bool:
    pronoun = sentence.tokens[index].low in _PRONOUNS or stands_alone(sentence, index)
    return pronoun and not _empty(sentence, index)


def _empty(sentence: Analysed, index: int) -> bool:
    """ "It is too early to tell", "es ist klar, dass"."""
    following = [token.low for token in sentence.tokens[index + 1 : index + 7]]
    return bool(following) and following[0] in _BE and bool(_GOALS & set(following))


def _instead(sentence: Analysed, start: int, end: int, text: Analysed, before: Sequence[Analysed]) -> str | None:
    """The words of the text between those that it shares with the sentence on both sides of the phrase."""
    ahead = next((i for i in range(start - 1, -1, -1) if i in sentence.content), None)
    behind = next((i for i in range(end, len(sentence.tokens)) if i in sentence.content), None)
    for begin, last in _stretches(sentence, ahead, behind, text):
        first = _past_shared(sentence, range(0 if ahead is None else ahead + 1, start), text, begin)
        run = [i for i in range(first, last) if i in text.content]
        if not run or last - first > _LONGEST or any(is_verb(text, i) for i in run):
            continue
        news = [text.tokens[i] for i in run]
        if sentence.tokens[start].low in _IT and _somebody(text, run):
            continue
        we = sentence.tokens[start].low in _WE and end == start + 1
        if we and not _joint(news, (sentence, *before)):
            continue
        known = any(sentence.has(token) for token in news)
        counted = any(text.tokens[i].kind == "number" for i in range(first, last))
        if not we and (
            (known and (counted or not _thing(sentence, start, news))) or (_name(text, run) and end - start == 1)
        ):
            continue
        if we or known or _general(news, sentence) or any(all(s.has(token) for token in news) for s in before):
            spans = offsets(text)
            return text.text[spans[first][0] : spans[last - 1][1]]
    return None


def _somebody(text: Analysed, run: Sequence[int]) -> bool:
    """ "Director Ann Lee", whom no "it" means."""
    titled = (i for i in run if "person" in sorts(text.words.language, text.tokens[i].low))
    return text.words.language == "en" and any(i + 1 in run and text.tokens[i + 1].capital for i in titled)


def _general(news: Sequence[Token], sentence: Analysed) -> bool:
    """ "The incident": what may be said of anything that happened."""
    return all(token.low in listed(sentence.words.language, "happenings") for token in news)


def _thing(sentence: Analysed, start: int, news: Sequence[Token]) -> bool:
    """What the sentence itself has before its pronoun, and is neither a body nor a person: "against the ban, since it"."""
    ahead = [sentence.tokens[i] for i in sentence.content if i < start]
    told = all(any(token.low == other.low for other in ahead) for token in news) and sentence.tokens[start].low in _IT
    return told and not any(token.capital or sorts(sentence.words.language, token.low) for token in news)


def _past_shared(sentence: Analysed, between: range, text: Analysed, first: int) -> int:
    """Where a stretch of the text begins behind the small words that the sentence has there too: "below it"."""
    for i in between:
        if text.tokens[first : first + 1] and text.tokens[first].low == sentence.tokens[i].low:
            first += 1
    return first


def _joint(news: Sequence[Token], near: Sequence[Analysed]) -> bool:
    """ "The researchers", "the team": those who work together, of whom the article speaks."""
    known = listed(near[0].words.language, "joint")
    return all(token.low in known for token in news) and any(s.has(token) for s in near for token in news)


def _name(text: Analysed, run: Sequence[int]) -> bool:
    """Whom a pronoun means by name is looked at apart."""
    return text.words.language != "de" and all(text.tokens[i].capital for i in run)


def _stretches(sentence: Analysed, ahead: int | None, behind: int | None, text: Analysed) -> Iterator[tuple[int, int]]:
    """Of the text: from the start of a clause to the word behind, and from the word ahead to the end of its clause."""
    if behind is not None:
        for t in text.content:
            if alike(text.tokens[t], sentence.tokens[behind]):
                first = _clause_start(text, t)
                last = t
                while last > first and not (last - 1 in text.content or text.tokens[last - 1].kind == "number"):
                    last -= 1
                yield first, last
    if ahead is not None:
        for t in text.content:
            if alike(text.tokens[t], sentence.tokens[ahead]):
                last = t + 1
                while (
                    last < len(text.tokens)
                    and text.tokens[last].kind != "punct"
                    and not (last in text.content and sentence.has(text.tokens[last]))
                    and text.tokens[last].low not in _JOINTS
                ):
                    last += 1
                while last > t + 1 and last - 1 not in text.content:
                    last -= 1
                yield t + 1, last


def _clause_start(text: Analysed, index: int) -> int:
    for i in range(index - 1, -1, -1):
        if text.tokens[i].low in (",", ";") or text.tokens[i].low in _JOINTS:
            return i + 1
    return 0
