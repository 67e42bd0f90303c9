"""Restatement: one sentence that stands alone, where leaving out source and cue changes nothing else."""

from bot.readers.offline import tokens
from bot.readers.offline.cues import Frame
from bot.readers.offline.language import Language
from bot.readers.offline.passage import Passage
from bot.readers.offline.sentence import Attribution
from bot.readers.offline.tokens import Token

_SAFE: frozenset[Frame] = frozenset({"say", "tell", "according", "find", "quotes"})
_SHORTEST, _LONGEST = 4, 60  # words
_EARLY = 6  # a pronoun among the first words has its noun elsewhere


def of(passage: Passage, one: Attribution) -> str:
    """The content as a sentence; empty where only the article's own sentence is safe."""
    if one.frame not in _SAFE or one.negated or len(one.content) != 1:
        return ""
    start, end = one.content[0]
    if passage.language.code != "en" and (not one.parenthetical or start > one.group[0]):
        return ""  # a clause behind "dass" or "laut" has an order of its own
    text = passage.text[start:end].strip()
    words = tokens.cut(passage.text, start, end)
    if not _stands_alone(words, passage.language) or not _well_marked(text):
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in '.!”"»' else ".")


def _stands_alone(words: list[Token], language: Language) -> bool:
    """It has a verb, begins as a sentence does, and nobody in it is named elsewhere only."""
    lows = [word.low for word in words]
    if not _SHORTEST <= len(words) <= _LONGEST or lows[0] in language["grammar.complementiser"]:
        return False
    if any(low in language["grammar.first_person"] for low in lows):
        return False
    if any(low in language["grammar.dependent"] for low in lows[:_EARLY]):
        return False
    return any(language.is_finite(low) or low.endswith("s") for low in lows)


def _well_marked(text: str) -> bool:
    """No question, no line break, every quotation closed."""
    balanced = text.count("“") == text.count("”") and text.count("«") == text.count("»") and not text.count('"') % 2
    return balanced and "?" not in text and "\n" not in text
