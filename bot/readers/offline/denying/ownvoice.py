"""Own voice: what the outlet itself says is not so: "X said that …. That is false."."""

from bot.readers.offline.denying import outright
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.speech import corrections
from bot.readers.offline.text import tokens
from bot.readers.offline.text.passage import Line, Passage

_MARKS = frozenset({":", "–", "—"})
_LONG = 6  # words of "That claim is not true either"


def in_line(line: Line, passage: Passage) -> Denied | None:
    """A whole sentence that says no more than that what was just said is untrue; nobody whom it names denies."""
    words = tokens.cut(passage.text, line.start, line.end)
    first = next((at for at, word in enumerate(words) if word.text in _MARKS), len(words))  # "That is false: …"
    words = words[:first]
    said = [word for word in words if word.is_word]
    if line.n == 1 or corrections.in_line(passage.lines[line.n - 2], passage):
        return None
    if line.lead or not 1 < len(said) <= _LONG or any(token.is_quote for token in line.tokens):
        return None
    language = passage.language
    named = any(word.is_capital for word in said[1:]) and not language.capital_nouns
    untrue = None if named else outright.basis(words, language, charged=False)
    return Denied(line.n, "denies", (), None, basis="pointing") if untrue else None
