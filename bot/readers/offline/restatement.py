"""Restatement: one sentence that stands alone, where leaving out source and cue changes nothing else."""

from bot.readers.offline import tokens
from bot.readers.offline.sentence import Attribution
from bot.readers.offline.passage import Passage

_SAFE = frozenset({"say", "tell", "according", "find", "quotes"})


def of(passage: Passage, one: Attribution) -> str:
    """The content as a sentence; empty where only the article's own sentence is safe."""
    if one.frame not in _SAFE or one.negated or len(one.content) != 1:
        return ""
    start, end = one.content[0]
    words = tokens.cut(passage.text, start, end)
    language = passage.language
    if len(words) < 4 or len(words) > 60:
        return ""
    lows = [word.low for word in words]
    if any(low in language["grammar.first_person"] for low in lows) or lows[0] in language["grammar.dependent"]:
        return ""
    if any(low in language["grammar.dependent"] for low in lows[:6]) or lows[0] in language["grammar.complementiser"]:
        return ""
    if not any(low in language["grammar.auxiliaries"] or low.endswith("ed") or low.endswith("s") for low in lows):
        return ""
    if "?" in lows or "\n" in passage.text[start:end]:
        return ""
    text = passage.text[start:end].strip()
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in '.!”"' else ".")
