"""Words before a noun that may not be left out: "former minister", "no forced redundancies"."""

from collections.abc import Sequence

from bot.claims.evidence import Analysed, alike
from bot.claims.token import Token
from bot.claims.verbs import is_verb


def widened(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "no forced redundancies" is not "no redundancies", and "all new cars" not "all cars"."""
    found: list[str] = []
    for sentence in cited:
        for op in sentence.operators:
            first, then = (*op.scope[:2], None, None)[:2]
            quantifies = op.name == "all" or sentence.tokens[op.at].low in (
                "no",
                "any",
                "none",
                "kein",
                "keine",
                "aucun",
                "aucune",
            )
            if not quantifies or first != op.end or then != first + 1:
                continue
            noun = sentence.tokens[then]
            bare = [
                o for o in text.operators if o.name == op.name and any(alike(noun, text.tokens[i]) for i in o.scope[:1])
            ]
            if bare and not text.has(sentence.tokens[first]) and not is_verb(sentence, then):
                found.append(f"{sentence.tokens[first].text!r} before {noun.text!r} is missing.")
    return found


def kept(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "former minister" may become "former minister" or nothing, never "minister"."""
    found: list[str] = []
    have = {token.low for token in text.tokens}
    for sentence in cited:
        for index, token in enumerate(sentence.tokens[:-1]):
            after = sentence.tokens[index + 1]
            if after.low == "-" and index + 2 < len(sentence.tokens):
                after = sentence.tokens[index + 2]
            if token.low not in text.words.keepers or token.low in have or after.kind != "word":
                continue
            if text.has(after) and not any(_alone(after, other, text) for other in cited):
                found.append(f"{token.text!r} before {after.text!r} is missing.")
    return found


def _alone(token: Token, sentence: Analysed, text: Analysed) -> bool:
    return any(
        alike(token, sentence.tokens[i]) and not _before(sentence, i) & text.words.keepers for i in sentence.content
    )


def _before(text: Analysed, index: int) -> set[str]:
    """The word before, a hyphen between them allowed."""
    before = [token.low for token in text.tokens[max(0, index - 2) : index]]
    return set(before if before[-1:] == ["-"] else before[-1:])
