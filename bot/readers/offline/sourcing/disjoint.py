"""Disjoint: whom a pronoun for a speaker cannot stand for."""

from itertools import takewhile

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line


def tellers(line: Line, speaker: Mention, language: Language) -> frozenset[str]:
    """The names of Prowse in "Prowse had told him, he said": who speaks to "him" in a clause is not "he" who tells it."""
    tokens = line.tokens
    at = _place(line, speaker)
    accuser = _accusing(line, speaker, language)
    if accuser:
        own = takewhile(lambda token: token.low not in language["grammar.prepositions"], tokens[:accuser])
        return frozenset(token.low for token in own if token.is_capital)  # not the Cole of "Cole's brother"
    if at < 2 or tokens[at - 1].text != "," or not tokens[0].is_capital:
        return frozenset()
    spoken = language["cues.tell"] | language["cues.urge"]
    told = next((i for i in range(1, at - 1) if tokens[i].low in spoken), 0)
    if not told or tokens[told + 1].low not in language["grammar.objects"]:
        return frozenset()
    return frozenset(token.low for token in tokens[:told] if token.is_capital)


def accuses(line: Line, other: Mention, speaker: Mention, language: Language) -> bool:
    """Whether `other` is the boss of "Her boss accused her of lying, which she denies", who is not "she"."""
    verb = _accusing(line, speaker, language)
    return verb > 0 and line.start <= other.start < line.tokens[verb].start


def _accusing(line: Line, speaker: Mention, language: Language) -> int:
    """The token of "accused" before "her", whom a pronoun behind it stands for too; 0 where there is none."""
    tokens = line.tokens
    same = language[f"grammar.object_{speaker.pronoun}"] if speaker.pronoun in ("he", "she") else frozenset[str]()
    accused = (i for i in range(1, _place(line, speaker) - 1) if tokens[i].low in language["cues.accuse"])
    return next((i for i in accused if tokens[i + 1].low in same), 0)


def _place(line: Line, speaker: Mention) -> int:
    return next((i for i, token in enumerate(line.tokens) if token.start == speaker.start), 0)


def surname(name: str) -> str:
    """The last word of a name in small letters; "" where there is none."""
    return name.rsplit(maxsplit=1)[-1].lower() if name else ""
