"""A restatement in another language than the article's: what can be compared without understanding either.

Numbers and names stand in the sentences, and both say as much of "not", of "may" and of "all". That does not show that
the words between are right, so nothing else about such a text is vouched for.
"""

from collections.abc import Iterable, Sequence

from bot.claims.evidence import Analysed
from bot.claims.verbatim import fold

_COMPARED = ("possible", "probable", "reported", "unlikely", "condition", "partial", "most", "all", "few")

_AS = {"supposed": "reported", "predicted": "probable"}


def translation_problems(
    text: Analysed, cited: Sequence[Analysed], near: Sequence[Analysed], article: str
) -> list[str]:
    """`text` is analysed in its own language, the sentences in the article's."""
    values = {value for s in near for i in s.numbers for value in s.tokens[i].values}
    found = [
        f"The number {text.tokens[i].text} is not in its sentences."
        for i in text.numbers
        if not text.tokens[i].values & values
    ]
    days = {s.words.calendar[t.low] for s in near for t in s.tokens if t.low in s.words.calendar}
    said = [t for t in text.tokens if t.low in text.words.calendar and t.capital]
    found += [f"{t.text!r} is not in its sentences." for t in said if text.words.calendar[t.low] not in days]
    return found + _names(text, article) + _turns(text, cited)


def _names(text: Analysed, article: str) -> list[str]:
    """German writes every noun with a capital, so there only words that the article has count as names."""
    if text.words.language == "de":
        return []
    plain = f" {fold(article)} "
    names = [t for t in text.meaning if t.capital and not t.first and t.low not in text.words.calendar]
    found = [t.text for t in names if not t.groups and t.low not in plain]
    return [f"The name {name!r} is not in the article." for name in dict.fromkeys(found)]


def _turns(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    said = _classes([text])
    article = _classes(cited)
    return [f"The sentences and the restatement differ in {name!r}." for name in sorted(said ^ article)]


def _classes(sentences: Iterable[Analysed]) -> set[str]:
    names = {name for s in sentences for name in s.classes()}
    names = {_AS.get(name, name) for name in names}
    return {name for name in names if name in _COMPARED} | ({"not"} if names & {"not", "deny"} else set())
