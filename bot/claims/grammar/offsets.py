"""Where the tokens of a text stand in it."""

from bot.claims.grammar.evidence import Analysed


def offsets(text: Analysed) -> list[tuple[int, int]]:
    """(start, end) of each token; of one that is not there as it is, the end of the one before it, twice."""
    found: list[tuple[int, int]] = []
    at = 0
    for token in text.tokens:
        start = text.text.find(token.text, at)
        if start < 0 or start - at > 12:
            found.append((at, at))
            continue
        at = start + len(token.text)
        found.append((start, at))
    return found
