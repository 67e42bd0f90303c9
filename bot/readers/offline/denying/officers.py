"""Officers: who speaks for a body, because the article calls them "its head of production" right behind its denial."""

from itertools import pairwise

from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.text import tokens
from bot.readers.offline.text.passage import Line, Passage

_BESIDE = 2  # tokens behind a name: ", its"


def speak(denial: Denied, passage: Passage) -> bool:
    """ "Tom Ashdown, its head of production", "Betriebsleiterin Karin Lüttich", with nobody else's name beside the office."""
    line = passage.lines[denial.n - 1]
    return any(_owned(one, line, passage) or _heads(one, passage) for one in denial.sources)


def _owned(one: Mention, line: Line, passage: Passage) -> bool:
    near = [token for token in line.tokens if token.start >= one.start]
    inside = sum(token.start < one.end for token in near)
    said = near[: inside + _BESIDE]
    owned = passage.language["grammar.possessives"]
    return any(mark.text == "," and word.low in owned for mark, word in pairwise(said))


def _heads(one: Mention, passage: Passage) -> bool:
    """The office stands first, and the name right behind it."""
    language = passage.language
    words = [word for word in tokens.cut(passage.text, one.start, one.end) if word.is_word]
    offices = language["sources.heads_of"] | language["sources.speaks_for"]
    office = next((at for at, word in enumerate(words) if language.noun(word.low) in offices), None)
    return office is not None and office + 1 < len(words) and all(word.is_capital for word in words[office + 1 :])
