"""A restatement in another language than the article's: what can be compared without understanding either.

Numbers, dates and names stand in the sentences, quotations stand there word for word, and where both languages have a
word list, both say as much of "not", of "may" and of "all". That does not show that the words between are right, so
nothing else about such a text is vouched for, and the reply says so.
"""

from collections.abc import Iterable

from bot.claims.grammar.evidence import Analysed, Evidence, analysed
from bot.claims.grammar.quotation import quotations
from bot.claims.language.guessing import guess
from bot.claims.language.verbatim import Verbatim, fold

_COMPARED = frozenset(
    ("possible", "probable", "reported", "unlikely", "condition", "partial", "most", "all", "few", "not")
)

_AS = {"supposed": "reported", "predicted": "probable", "deny": "not"}


def translation_problems(text: str, language: str, held: Evidence, *, denied: bool) -> list[str]:
    """`text` is in `language`, or in neither that nor the article's when nobody can tell; `denied`: its sentences deny it."""
    own = analysed(text, language)
    values = {value for s in held.near for i in s.numbers for value in s.tokens[i].values}
    found = [
        f"The number {own.tokens[i].text} is not in its sentences."
        for i in own.numbers
        if not own.tokens[i].values & values
    ]
    return (
        found
        + _dates(own, held)
        + _names(own, held.article.text)
        + _quotes(text, held)
        + _turns(text, own, held, denied=denied)
    )


def _dates(own: Analysed, held: Evidence) -> list[str]:
    days = {s.words.calendar[t.low] for s in held.near for t in s.tokens if t.low in s.words.calendar}
    said = [t for t in own.tokens if t.low in own.words.calendar and t.capital]
    return [f"{t.text!r} is not in its sentences." for t in said if own.words.calendar[t.low] not in days]


def _names(own: Analysed, article: str) -> list[str]:
    """German writes every noun with a capital: there only a capital behind another one begins a name for sure."""
    plain = f" {fold(article)} "
    meant = set(own.content)
    places = [i for i in own.content if own.tokens[i].capital and not own.tokens[i].first]
    if own.words.language == "de":
        places = [i for i in places if i - 1 in meant and own.tokens[i - 1].capital]
    names = [own.tokens[i] for i in places if own.tokens[i].low not in own.words.calendar]
    found = [t.text for t in names if not t.groups and t.low not in plain]
    return [f"The name {name!r} is not in the article." for name in dict.fromkeys(found)]


def _quotes(text: str, held: Evidence) -> list[str]:
    near = Verbatim(" ".join(s.text for s in held.near))
    quoted = [text[start + 1 : end - 1].strip(" .,;:!?\u00a0\u202f") for start, end in quotations(text)]
    return [f"The quotation {quote!r} is not in its sentences." for quote in quoted if quote and not near.find(quote)]


def _turns(text: str, own: Analysed, held: Evidence, *, denied: bool) -> list[str]:
    """Classes that both languages have words for; quotations are in the article's, and so may be a text of few words."""
    known = [one.words for one in (own, held.cited[0])]
    shared = _COMPARED if all(words.known for words in known) else _COMPARED & {"not"}
    shared = shared if all(words.operators for words in known) else frozenset()
    shared -= {"not"} if denied else set()
    quoted = [analysed(text[start:end], held.language) for start, end in quotations(text)]
    rest = [] if guess(text) else [analysed(text, held.language)]
    said = _classes([own, *quoted, *rest])
    differ = (said ^ _classes(held.cited)) & shared
    return [f"The sentences and the restatement differ in {name!r}." for name in sorted(differ)]


def _classes(sentences: Iterable[Analysed]) -> set[str]:
    names = {name for s in sentences for name in s.classes()}
    return {_AS.get(name, name) for name in names}
