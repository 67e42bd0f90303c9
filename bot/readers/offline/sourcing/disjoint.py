"""Disjoint: whom a pronoun for a speaker cannot stand for."""

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line


def tellers(line: Line, speaker: Mention, language: Language) -> frozenset[str]:
    """The names of Prowse in "Prowse had told him, he said": who speaks to "him" in a clause is not "he" who tells it."""
    tokens = line.tokens
    at = next((i for i, token in enumerate(tokens) if token.start == speaker.start), 0)
    if at < 2 or tokens[at - 1].text != "," or not tokens[0].is_capital:
        return frozenset()
    spoken = language["cues.tell"] | language["cues.urge"]
    told = next((i for i in range(1, at - 1) if tokens[i].low in spoken), 0)
    if not told or tokens[told + 1].low not in language["grammar.objects"]:
        return frozenset()
    return frozenset(token.low for token in tokens[:told] if token.is_capital)


def surname(name: str) -> str:
    """The last word of a name in small letters; "" where there is none."""
    return name.rsplit(maxsplit=1)[-1].lower() if name else ""
