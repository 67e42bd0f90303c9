"""What a number is told of together is not told of one of them: "60 percent goes to health, schools and care"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.clauses import ends_clause
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.verbs import ACCORDING
from bot.claims.language.smallwords import AND, OF
from bot.claims.language.token import MONEY
from bot.claims.rules.years import year

_MEASURES = MONEY | {"percent", "points", "fraction"}
_LONGEST = 4  # words of one member of a list
_NEAR = 3  # tokens between a number with what it counts and the list: "54,000 households in A and B"
_FARTHEST = 14  # words between a number and the list


def list_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each number that the article tells of several together and the text only of some of them."""
    found: list[str] = []
    for sentence in cited if text.numbers else ():
        for n, members in _told_together(sentence):
            same = text.counts(sentence.tokens[n])
            kept = [any(text.has(sentence.tokens[i]) for i in member) for member in members]
            if same and any(kept) and not all(kept):
                lost = next(member for member, known in zip(members, kept, strict=True) if not known)
                found.append(f"{sentence.tokens[n].text!r} is also told of {sentence.tokens[lost[0]].text!r}.")
    return list(dict.fromkeys(found))


def _told_together(text: Analysed) -> Iterator[tuple[int, list[list[int]]]]:
    """(number, members of the list behind it that one preposition governs)."""
    apart = text.words.vocabulary.apart
    for k, token in enumerate(text.tokens):
        members = _members(text, k) if token.low in AND else []
        if not members:
            continue
        link = _before(text, members[0][0])
        governed = text.tokens[link].low in text.words.prepositions and text.tokens[link].low not in apart
        if not governed:
            continue
        for n in range(link - 1, max(-1, link - _FARTHEST), -1):
            nested = text.tokens[n].low in text.words.prepositions - OF  # "90 million on help for A and B"
            if nested or text.tokens[n].low in apart or (ends_clause(text, n) and text.tokens[n].low not in AND):
                break
            if n in text.numbers:
                counted = not text.tokens[n].unit and link - n <= _NEAR and not year(text, n)
                if text.tokens[n].unit in _MEASURES or (counted and n + 1 in text.content):
                    yield n, members
                break


def listed_together(text: Analysed) -> Iterator[list[list[int]]]:
    """The members of each list."""
    for k, token in enumerate(text.tokens):
        if token.low in AND and (members := _members(text, k)):
            yield members


def _members(text: Analysed, joint: int) -> list[list[int]]:
    """The words that carry meaning of each member of a list of which "and" stands at `joint`; none where one has a number
    of its own."""
    again = text.tokens[joint + 1 : joint + 2] and text.tokens[joint + 1].low in text.words.prepositions
    last = _run(text, joint + 1 + bool(again), 1)
    members = [last] if last else []
    at = joint
    while members and (run := _run(text, at - 1, -1)):
        members.insert(0, run)
        at = _before(text, run[0])
        if ACCORDING & {token.low for token in text.tokens[max(0, at - 1) : at + 1]}:
            return members[1:] if len(members) > 2 else []  # "according to the service, trees and lines"
        again = text.tokens[at].low in text.words.prepositions
        at -= again  # "to roads, to bridges and to schools"
        if at < 1 or text.tokens[at].low != ",":
            break
    return members if len(members) > 1 else []


def _before(text: Analysed, index: int) -> int:
    """What stands before a noun and its article."""
    at = index - 1
    while at > 0 and text.tokens[at].low in text.words.determiners - text.words.prepositions:
        at -= 1
    return at


def _run(text: Analysed, start: int, step: int) -> list[int]:
    """Nouns and what stands right before them, from `start` on."""
    found: list[int] = []
    i = start
    while 0 <= i < len(text.tokens) and len(found) < _LONGEST:
        token = text.tokens[i]
        if token.kind == "number":
            return []
        governed = i > 0 and text.tokens[i - 1].low in text.words.prepositions  # where no verb stands
        noun = (
            i in text.content
            and (governed or is_noun(text, i))
            and token.low not in text.words.dates | text.words.times
        )
        if not noun and (found or token.low not in text.words.determiners):
            break
        found += [i] if noun else []
        i += step
    return sorted(found)
